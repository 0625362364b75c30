// ZIP archives under WinZip's AE-2 (AES-256), written and opened again byte by byte: the salts are ours to give, and
// every member is AE-2 (no checksum of the plain text shows), which general libraries leave to chance.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/crypto.h"

namespace chohyo {

/// A member's bytes as they stand in the archive: salt, check of the password, cipher text, seal.
std::string EncryptMember(std::string_view plain, std::string_view password, const RandomSource& random);

/// The plain bytes; nothing if password or seal do not fit.
std::optional<std::string> DecryptMember(std::string_view stored, std::string_view password);

}  // namespace chohyo
