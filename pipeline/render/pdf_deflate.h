// Compression of PDF streams (FlateDecode).
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// The bytes in zlib's format. `level` 0 (stored) to 12 (smallest), as libdeflate counts; others are brought into that
/// range.
std::string Deflate(std::string_view bytes, int level);

}  // namespace chohyo
