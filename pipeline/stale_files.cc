#include "pipeline/stale_files.h"

#include <set>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

std::set<std::string> PathsOf(const std::vector<MadeDocument>& documents) {
  std::set<std::string> paths;
  for (const MadeDocument& document : documents) {
    for (const MadeFile& file : document.files) paths.insert(file.path);
  }
  return paths;
}

/// A manifest is a file that anyone could have written: it must not lead outside the results.
bool StaysInside(const std::string& path) {
  const fs::path relative(path);
  if (relative.is_absolute()) return false;
  for (const fs::path& part : relative) {
    if (part == "..") return false;
  }
  return !path.empty();
}

bool IsUnchanged(const fs::path& path, const MadeFile& file) {
  std::error_code error;
  if (fs::file_size(path, error) != file.bytes || error) return false;
  try {
    return Sha256Hex(ReadWholeFile(path)) == file.sha256;
  } catch (const InputFault&) {
    return false;  // unreadable: not ours to judge, so it stays
  }
}

}  // namespace

std::vector<std::string> RemoveStaleFiles(const fs::path& out, const std::vector<MadeDocument>& earlier,
                                          const std::vector<MadeDocument>& made) {
  const std::set<std::string> current = PathsOf(made);
  std::vector<std::string> kept;
  for (const MadeDocument& document : earlier) {
    for (const MadeFile& file : document.files) {
      std::error_code error;
      const fs::path path = out / file.path;
      if (current.contains(file.path) || !StaysInside(file.path) || !fs::exists(path, error)) continue;
      if (!IsUnchanged(path, file)) {
        kept.push_back(file.path);
        continue;
      }
      fs::remove(path, error);
    }
  }
  return kept;
}

std::vector<MadeDocument> MergeDocuments(const std::vector<MadeDocument>& earlier, std::vector<MadeDocument> made) {
  std::set<std::pair<std::string, std::string>> replaced;
  for (const MadeDocument& document : made) replaced.emplace(document.form, document.key);
  std::vector<MadeDocument> merged;
  for (const MadeDocument& document : earlier) {
    if (!replaced.contains({document.form, document.key})) merged.push_back(document);
  }
  for (MadeDocument& document : made) merged.push_back(std::move(document));
  return merged;
}

}  // namespace chohyo
