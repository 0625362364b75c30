#include "pipeline/kept_file.h"

#include <fmt/format.h>

#include <system_error>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"

namespace chohyo {

namespace fs = std::filesystem;

std::string WriteKeepingEarlier(const fs::path& path, std::string_view bytes) {
  std::string kept;
  if (fs::exists(path)) {
    if (ReadWholeFile(path) == bytes) return {};
    int number = 1;
    fs::path aside;
    do {
      aside = path.parent_path() / fmt::format("{}.{}{}", path.stem().string(), number++, path.extension().string());
    } while (fs::exists(aside));
    std::error_code error;
    // A second name first: the old content never lacks one, whatever happens between.
    fs::create_hard_link(path, aside, error);
    if (error) WriteWholeFile(aside, ReadWholeFile(path));
    kept = aside.filename().string();
  }
  WriteWholeFile(path, bytes);
  return kept;
}

}  // namespace chohyo
