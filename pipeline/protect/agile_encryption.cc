#include "pipeline/protect/agile_encryption.h"

#include <algorithm>
#include <stdexcept>

#include "pipeline/base/lang.h"
#include "pipeline/protect/byte_order.h"

namespace chohyo {
namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kSegment = 4096;
constexpr std::size_t kSizeField = 8;

// What each derived key or vector is for ([MS-OFFCRYPTO] 2.3.4.13 and 2.3.4.14).
constexpr std::string_view kForInput("\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79", 8);
constexpr std::string_view kForHash("\xD7\xAA\x0F\x6D\x30\x61\x34\x4E", 8);
constexpr std::string_view kForKey("\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6", 8);
constexpr std::string_view kForHmacKey("\x5F\xB2\xAD\x01\x0C\xB9\xE1\xF6", 8);
constexpr std::string_view kForHmacValue("\xA0\x67\x7F\x02\xB2\x2C\x84\x33", 8);

[[noreturn]] void Damaged(const std::string& reason) { throw std::runtime_error(reason); }

/// Cut or filled up to a size, as keys and vectors are.
std::string Fit(std::string bytes, std::size_t size) {
  constexpr char kFill = 0x36;
  bytes.resize(size, kFill);
  return bytes;
}

std::string WholeBlocks(std::string_view bytes) {
  std::string padded(bytes);
  padded.resize((bytes.size() + kBlock - 1) / kBlock * kBlock);
  return padded;
}

std::string VectorFor(const CipherInfo& cipher, std::string_view purpose) {
  return Fit(HashOf(cipher.hash, cipher.salt + std::string(purpose)), kBlock);
}

/// Encrypts and decrypts what the password guards.
class PasswordCipher {
 public:
  PasswordCipher(const CipherInfo& cipher, std::string_view password, std::uint32_t spins)
      : cipher_(cipher), spun_(SpunHash(cipher.hash, cipher.salt + Utf16Le(password), spins)) {}

  std::string Encrypt(std::string_view purpose, std::string_view bytes) const {
    return AesEncrypt(AesMode::kCbc, KeyFor(purpose), Vector(), WholeBlocks(bytes));
  }
  std::string Decrypt(std::string_view purpose, std::string_view bytes) const {
    if (bytes.size() % kBlock != 0) Damaged("encryptedKey");
    return AesDecrypt(AesMode::kCbc, KeyFor(purpose), Vector(), bytes);
  }

 private:
  std::string KeyFor(std::string_view purpose) const {
    return Fit(HashOf(cipher_.hash, spun_ + std::string(purpose)), cipher_.key_size);
  }
  std::string Vector() const { return Fit(cipher_.salt, kBlock); }

  const CipherInfo& cipher_;
  std::string spun_;
};

/// Each segment of 4,096 bytes has a vector of its own.
std::string VectorOfSegment(const CipherInfo& cipher, std::size_t index) {
  return VectorFor(cipher, LittleEndian(index, 4));
}

std::string EncryptSegments(const CipherInfo& cipher, std::string_view key, std::string_view package) {
  std::string out = LittleEndian(package.size(), kSizeField);
  for (std::size_t at = 0; at < package.size(); at += kSegment) {
    out += AesEncrypt(AesMode::kCbc, key, VectorOfSegment(cipher, at / kSegment),
                      WholeBlocks(package.substr(at, kSegment)));
  }
  return out;
}

void Seal(std::string_view key, std::string_view encrypted, const RandomSource& random, AgileInfo* info) {
  const CipherInfo& cipher = info->package;
  const std::string hmac_key = random(HashOf(cipher.hash, "").size());
  const std::string hmac = HmacOf(cipher.hash, hmac_key, encrypted);
  info->hmac_key = AesEncrypt(AesMode::kCbc, key, VectorFor(cipher, kForHmacKey), WholeBlocks(hmac_key));
  info->hmac_value = AesEncrypt(AesMode::kCbc, key, VectorFor(cipher, kForHmacValue), WholeBlocks(hmac));
}

void CheckSeal(const AgileInfo& info, std::string_view key, std::string_view encrypted) {
  const CipherInfo& cipher = info.package;
  const std::size_t size = HashOf(cipher.hash, "").size();
  if (info.hmac_key.size() % kBlock != 0 || info.hmac_value.size() % kBlock != 0 || info.hmac_value.size() < size) {
    Damaged("dataIntegrity");
  }
  std::string hmac_key = AesDecrypt(AesMode::kCbc, key, VectorFor(cipher, kForHmacKey), info.hmac_key);
  hmac_key.resize(std::min(hmac_key.size(), size));
  std::string hmac = AesDecrypt(AesMode::kCbc, key, VectorFor(cipher, kForHmacValue), info.hmac_value);
  hmac.resize(size);
  if (SameSecret(hmac, HmacOf(cipher.hash, hmac_key, encrypted))) return;
  Damaged(Say("改ざん検知の値が合わない", "its seal (HMAC) does not fit"));
}

}  // namespace

EncryptedPackage EncryptAgile(std::string_view package, std::string_view password, const RandomSource& random) {
  AgileInfo info;
  info.package.salt = random(kBlock);
  info.password.salt = random(kBlock);
  const std::string key = random(info.package.key_size);
  const std::string input = random(kBlock);
  const PasswordCipher by_password(info.password, password, info.spins);
  info.verifier_input = by_password.Encrypt(kForInput, input);
  info.verifier_hash = by_password.Encrypt(kForHash, HashOf(info.password.hash, input));
  info.key = by_password.Encrypt(kForKey, key);
  EncryptedPackage encrypted;
  encrypted.package = EncryptSegments(info.package, key, package);
  Seal(key, encrypted.package, random, &info);
  encrypted.info = WriteAgileInfo(info);
  return encrypted;
}

std::string AgileKey(const AgileInfo& info, std::string_view password) {
  const PasswordCipher by_password(info.password, password, info.spins);
  std::string input = by_password.Decrypt(kForInput, info.verifier_input);
  input.resize(std::min(input.size(), info.password.salt.size()));  // as long as the salt; the rest fills the block
  const std::string expected = HashOf(info.password.hash, input);
  std::string hash = by_password.Decrypt(kForHash, info.verifier_hash);
  hash.resize(std::min(hash.size(), expected.size()));
  if (!SameSecret(hash, expected)) return {};
  std::string key = by_password.Decrypt(kForKey, info.key);
  if (key.size() < info.package.key_size) Damaged("encryptedKeyValue");
  key.resize(info.package.key_size);
  return key;
}

std::string DecryptAgile(const AgileInfo& info, std::string_view key, std::string_view encrypted) {
  const auto size = ReadLittleEndian(encrypted, 0, kSizeField);
  if (!size || *size > encrypted.size() - kSizeField || (encrypted.size() - kSizeField) % kBlock != 0) {
    Damaged("EncryptedPackage");
  }
  if (!info.hmac_value.empty()) CheckSeal(info, key, encrypted);
  const std::string_view segments = encrypted.substr(kSizeField);
  std::string package;
  for (std::size_t at = 0; at < segments.size(); at += kSegment) {
    package +=
        AesDecrypt(AesMode::kCbc, key, VectorOfSegment(info.package, at / kSegment), segments.substr(at, kSegment));
  }
  package.resize(*size);
  return package;
}

}  // namespace chohyo
