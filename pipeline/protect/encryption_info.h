// The stream EncryptionInfo of agile encryption ([MS-OFFCRYPTO] 2.3.4.10): an XML text behind eight bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/base/crypto.h"

namespace chohyo {

/// How something is encrypted: always AES in CBC mode.
struct CipherInfo {
  std::size_t key_size = 32;  ///< bytes
  HashKind hash = HashKind::kSha512;
  std::string salt;
};

/// What the stream says; values are raw bytes.
struct AgileInfo {
  CipherInfo package;
  std::string hmac_key, hmac_value;  ///< encrypted; empty if the file has none
  CipherInfo password;
  std::uint32_t spins = 100000;
  std::string verifier_input, verifier_hash, key;  ///< encrypted
};

/// The stream, as Excel writes it.
std::string WriteAgileInfo(const AgileInfo& info);

/// The version at the stream's head, major × 100 + minor: 404 is agile; 202, 302 and 402 are standard encryption.
int EncryptionVersion(std::string_view stream);

/// Reads the stream of an agile file. Throws std::runtime_error with a reason for what is damaged or of a kind that
/// Excel does not write.
AgileInfo ReadAgileInfo(std::string_view stream);

}  // namespace chohyo
