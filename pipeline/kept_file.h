// Files that replace earlier ones without losing them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace chohyo {

/// Writes a file. One of other content that stands there is kept beside it with the next free number: "a.xlsx" as
/// "a.1.xlsx". Returns the kept file's name, "" if none was. Throws InputFault, OutputFault.
std::string WriteKeepingEarlier(const std::filesystem::path& path, std::string_view bytes);

}  // namespace chohyo
