// Agile encryption of packages ([MS-OFFCRYPTO] 2.3.4.10–2.3.4.15).
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/crypto.h"
#include "pipeline/protect/encryption_info.h"

namespace chohyo {

/// The two streams of an encrypted package.
struct EncryptedPackage {
  std::string info, package;
};

/// AES-256-CBC, SHA-512, 100,000 spins, HMAC. `password` in UTF-8.
EncryptedPackage EncryptAgile(std::string_view package, std::string_view password, const RandomSource& random);

/// The key of the package; "" if the password is another. Throws std::runtime_error for a damaged file.
std::string AgileKey(const AgileInfo& info, std::string_view password);

/// The package. Throws std::runtime_error where sizes or the HMAC do not fit.
std::string DecryptAgile(const AgileInfo& info, std::string_view key, std::string_view encrypted);

}  // namespace chohyo
