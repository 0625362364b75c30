#include "pipeline/protect/aes_zip.h"

#include <algorithm>

#include "pipeline/protect/byte_order.h"

namespace chohyo {
namespace {

constexpr std::size_t kSalt = 16, kKey = 32, kCheck = 2, kSeal = 10, kBlock = 16;
constexpr int kRounds = 1000;

/// What the password and a member's salt give.
struct MemberKeys {
  std::string cipher, seal, check;
};

MemberKeys KeysOf(std::string_view password, std::string_view salt) {
  const std::string derived = Pbkdf2Sha1(password, salt, kRounds, 2 * kKey + kCheck);
  return {derived.substr(0, kKey), derived.substr(kKey, kKey), derived.substr(2 * kKey)};
}

/// AES in counter mode, the counter little-endian and beginning with 1; the same both ways.
std::string Counted(std::string_view key, std::string_view bytes) {
  constexpr std::size_t kCounter = 8;
  std::string counters;
  for (std::size_t block = 1; (block - 1) * kBlock < bytes.size(); ++block) {
    counters += LittleEndian(block, kCounter) + std::string(kBlock - kCounter, '\0');
  }
  std::string out = AesEncrypt(AesMode::kEcb, key, "", counters);
  out.resize(bytes.size());
  std::transform(out.begin(), out.end(), bytes.begin(), out.begin(),
                 [](char a, char b) { return static_cast<char>(a ^ b); });
  return out;
}

std::string SealOf(const MemberKeys& keys, std::string_view cipher_text) {
  return HmacOf(HashKind::kSha1, keys.seal, cipher_text).substr(0, kSeal);
}

}  // namespace

std::string EncryptMember(std::string_view plain, std::string_view password, const RandomSource& random) {
  const std::string salt = random(kSalt);
  const MemberKeys keys = KeysOf(password, salt);
  const std::string cipher_text = Counted(keys.cipher, plain);
  return salt + keys.check + cipher_text + SealOf(keys, cipher_text);
}

std::optional<std::string> DecryptMember(std::string_view stored, std::string_view password) {
  if (stored.size() < kSalt + kCheck + kSeal) return std::nullopt;
  const MemberKeys keys = KeysOf(password, stored.substr(0, kSalt));
  const std::string_view cipher_text = stored.substr(kSalt + kCheck, stored.size() - kSalt - kCheck - kSeal);
  const bool fits = SameSecret(stored.substr(kSalt, kCheck), keys.check) &&
                    SameSecret(stored.substr(stored.size() - kSeal), SealOf(keys, cipher_text));
  return fits ? std::optional(Counted(keys.cipher, cipher_text)) : std::nullopt;
}

}  // namespace chohyo
