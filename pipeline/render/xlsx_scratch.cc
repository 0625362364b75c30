#include "pipeline/render/xlsx_scratch.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {

XlsxScratch::XlsxScratch() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? std::filesystem::path("/tmp") : parent) / "chohyo-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw OutputFault(Say("一時フォルダ {} を作れません: {}。環境変数 TMPDIR に書き込めるフォルダを指定してください。",
                          "Cannot make the temporary folder {}: {}. Set TMPDIR to a folder you can write to.", name,
                          std::strerror(errno)));
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
