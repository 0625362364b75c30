#include "pipeline/input_files.h"

#include <algorithm>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

LedgerFile FileAt(const fs::path& folder, const fs::path& path) {
  const std::string bytes = ReadWholeFile(path);
  return {path.lexically_relative(folder).generic_string(), bytes.size(), Sha256Hex(bytes)};
}

}  // namespace

std::vector<LedgerFile> InputFiles(const fs::path& folder) {
  std::vector<fs::path> paths;
  if (fs::is_regular_file(folder / "chohyo.yaml")) paths.push_back(folder / "chohyo.yaml");
  for (const char* name : {"data", "templates"}) {
    std::error_code none;
    for (auto entry = fs::recursive_directory_iterator(folder / name, none); !none && entry != end(entry);
         entry.increment(none)) {
      if (entry->is_regular_file(none)) paths.push_back(entry->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<LedgerFile> files;
  for (const fs::path& path : paths) files.push_back(FileAt(folder, path));
  return files;
}

std::string DigestOf(const std::vector<LedgerFile>& files) {
  std::string all;
  for (const LedgerFile& file : files) all += file.sha256 + " " + file.path + "\n";
  return Sha256Hex(all);
}

}  // namespace chohyo
