#include "pipeline/render/xlsx_scratch.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

/// A folder that Linux keeps in memory.
constexpr const char* kMemoryFolder = "/dev/shm";

/// Containers often have a few megabytes of it only.
bool MemoryFolderHasRoom() {
  constexpr std::uint64_t kAmple = 256000000;
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(kMemoryFolder, error);
  return !error && space.available >= kAmple && access(kMemoryFolder, W_OK | X_OK) == 0;
}

std::filesystem::path ParentFor(XlsxScratch::Size size) {
  const char* chosen = std::getenv("TMPDIR");
  if (chosen != nullptr && *chosen != '\0') return chosen;
  return size == XlsxScratch::Size::kSmall && MemoryFolderHasRoom() ? kMemoryFolder : "/tmp";
}

}  // namespace

XlsxScratch::XlsxScratch(Size size) {
  const std::filesystem::path parent = ParentFor(size);
  std::string name = (parent / "chohyo-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw OutputFault(Say("{} に一時フォルダを作れません: {}。環境変数 TMPDIR に書き込めるフォルダを指定してください。",
                          "Cannot make a temporary folder in {}: {}. Set TMPDIR to a folder you can write to.",
                          parent.string(), std::strerror(errno)));
  }
  folder_ = name;
}

XlsxScratch::~XlsxScratch() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void XlsxScratch::Require(std::uint64_t bytes) const {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(folder_, error);
  if (error || space.available >= bytes) return;
  throw OutputFault(
      Say("一時フォルダ {} の空きが足りません（必要 {} MB、空き {} MB）。空きを作るか、環境変数 TMPDIR に別の"
          "フォルダを指定してください。",
          "The temporary folder {} has too little room ({} MB needed, {} MB free). Free some, or set "
          "TMPDIR to another folder.",
          folder_.string(), bytes / 1000000 + 1, space.available / 1000000));
}

}  // namespace chohyo
