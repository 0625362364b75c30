#include "pipeline/resources.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> Candidates() {
  std::vector<fs::path> folders;
  if (const char* home = std::getenv("CHOHYO_HOME"); home != nullptr && *home != '\0') folders.emplace_back(home);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back(program.parent_path().parent_path() / "share" / "chohyo");
  folders.emplace_back(CHOHYO_SOURCE_DIR);
  return folders;
}

}  // namespace

fs::path ResourceFolder() {
  std::string looked;
  for (const fs::path& folder : Candidates()) {
    std::error_code error;
    if (fs::is_directory(folder / "templates", error)) return folder;
    looked += "\n    " + (folder / "templates").string();
  }
  throw InputFault(
      Say("帳票の様式（templates）が見つかりません。環境変数 CHOHYO_HOME で場所を示してください。探した場所:{}",
          "the forms' templates are missing; set CHOHYO_HOME to their folder. Looked in:{}", looked));
}

}  // namespace chohyo
