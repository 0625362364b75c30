#include "pipeline/protect/standard_encryption.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "pipeline/base/crypto.h"
#include "pipeline/protect/byte_order.h"

namespace chohyo {
namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kSizeField = 8;
constexpr std::size_t kHeaderStart = 12;  ///< after version, flags and the header's size
constexpr std::size_t kSha1Size = 20;

/// What the stream says.
struct StandardInfo {
  std::size_t key_size = 0;
  std::string_view salt, verifier, verifier_hash;
};

std::uint64_t Number(std::string_view stream, std::size_t offset) {
  const auto number = ReadLittleEndian(stream, offset, 4);
  if (!number) throw std::runtime_error("EncryptionInfo");
  return *number;
}

StandardInfo ReadInfo(std::string_view stream) {
  constexpr std::uint64_t kAes128 = 0x660E, kAes256 = 0x6610;
  constexpr std::size_t kAlgorithm = 8, kKeyBits = 16;                     // places in the header
  constexpr std::size_t kSalt = 4, kVerifier = 20, kHash = 40, kEnd = 72;  // places in the verifier
  const std::uint64_t header_size = Number(stream, 8);
  const std::uint64_t algorithm = Number(stream, kHeaderStart + kAlgorithm);
  const std::uint64_t bits = Number(stream, kHeaderStart + kKeyBits);
  if (algorithm < kAes128 || algorithm > kAes256 || bits != 128 + (algorithm - kAes128) * 64) {
    throw std::runtime_error("AlgID");
  }
  const std::size_t verifier = kHeaderStart + header_size;
  if (Number(stream, verifier) != kBlock || stream.size() < verifier + kEnd)
    throw std::runtime_error("EncryptionVerifier");
  return {bits / 8, stream.substr(verifier + kSalt, kBlock), stream.substr(verifier + kVerifier, kBlock),
          stream.substr(verifier + kHash, 2 * kBlock)};
}

/// One half of the key: SHA-1 of the hash laid over 64 equal bytes.
std::string Half(std::string_view hash, char fill) {
  constexpr std::size_t kLaid = 64;
  std::string laid(kLaid, fill);
  for (std::size_t i = 0; i < hash.size(); ++i) laid[i] = static_cast<char>(laid[i] ^ hash[i]);
  return HashOf(HashKind::kSha1, laid);
}

}  // namespace

std::string StandardKey(std::string_view info_stream, std::string_view password) {
  constexpr std::uint32_t kSpins = 50000;
  const StandardInfo info = ReadInfo(info_stream);
  const std::string spun = SpunHash(HashKind::kSha1, std::string(info.salt) + Utf16Le(password), kSpins);
  const std::string hash = HashOf(HashKind::kSha1, spun + LittleEndian(0, 4));
  const std::string key = (Half(hash, 0x36) + Half(hash, 0x5C)).substr(0, info.key_size);
  const std::string verifier = AesDecrypt(AesMode::kEcb, key, "", info.verifier);
  const std::string expected = AesDecrypt(AesMode::kEcb, key, "", info.verifier_hash).substr(0, kSha1Size);
  return SameSecret(HashOf(HashKind::kSha1, verifier), expected) ? key : "";
}

std::string DecryptStandard(std::string_view key, std::string_view encrypted) {
  const auto size = ReadLittleEndian(encrypted, 0, kSizeField);
  if (!size || *size > encrypted.size() - kSizeField) throw std::runtime_error("EncryptedPackage");
  const std::size_t whole = (encrypted.size() - kSizeField) / kBlock * kBlock;
  std::string package = AesDecrypt(AesMode::kEcb, key, "", encrypted.substr(kSizeField, whole));
  if (*size > package.size()) throw std::runtime_error("EncryptedPackage");
  package.resize(*size);
  return package;
}

}  // namespace chohyo
