// Compression of PDF streams (FlateDecode).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chohyo {

/// The bytes in zlib's format. `level` 0 (stored) to 12 (smallest), as libdeflate counts; others are brought into that
/// range.
std::string Deflate(std::string_view bytes, int level);

/// What was deflated, up to 256 MB. Nothing if the bytes are no zlib stream or hold more.
std::optional<std::string> Inflate(std::string_view bytes);

}  // namespace chohyo
