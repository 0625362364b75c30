// Where the program's own templates and the sample office are.
#pragma once

#include <filesystem>

namespace chohyo {

/// The folder with `templates/` and `samples/`: $CHOHYO_HOME, else share/chohyo beside the program's folder, else the
/// source tree it was built from. Throws InputFault naming where it was looked for.
std::filesystem::path ResourceFolder();

}  // namespace chohyo
