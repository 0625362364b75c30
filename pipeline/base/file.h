// Files: read whole, written whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace chohyo {

/// The bytes of a file. Throws InputFault (file named, reason, remedy) if it cannot be read.
std::string ReadWholeFile(const std::filesystem::path& path);

/// Writes aside and renames, so that readers see the old file or the new one, never a part.
/// Makes missing folders. Throws OutputFault (disk full, no permission …) and leaves nothing behind.
void WriteWholeFile(const std::filesystem::path& path, std::string_view bytes);

/// A file name made of any text: separators, control and direction characters, leading dots and dashes, a dot or space
/// at the end, and names that systems reserve are replaced by `_`; never empty, at most 120 bytes, cut between
/// characters (a variation selector stays with its character).
std::string SafeFileName(std::string_view text);

}  // namespace chohyo
