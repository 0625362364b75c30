// Digests of bytes, as printed in the manifest.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// SHA-256 (FIPS 180-4) as 64 small hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace chohyo
