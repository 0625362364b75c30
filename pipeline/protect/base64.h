// Base64 (RFC 4648).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chohyo {

std::string EncodeBase64(std::string_view bytes);

/// Nothing for what is no Base64.
std::optional<std::string> DecodeBase64(std::string_view text);

}  // namespace chohyo
