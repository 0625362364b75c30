#include "pipeline/base/crypto.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <climits>
#include <memory>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

using Byte = unsigned char;
constexpr std::size_t kAesBlock = 16;

[[noreturn]] void CryptoFault(const char* what) {
  throw OutputFault(Say("暗号処理（OpenSSL）ができません: {}", "OpenSSL cannot do this: {}", what));
}

void Check(bool done, const char* what) {
  if (!done) CryptoFault(what);
}

const Byte* In(std::string_view bytes) { return reinterpret_cast<const Byte*>(bytes.data()); }
Byte* Out(std::string* bytes) { return reinterpret_cast<Byte*>(bytes->data()); }

int IntSize(std::string_view bytes) {
  Check(bytes.size() <= INT_MAX, "size");
  return static_cast<int>(bytes.size());
}

const EVP_MD* KindOf(HashKind kind) {
  switch (kind) {
    case HashKind::kSha1: return EVP_sha1();
    case HashKind::kSha256: return EVP_sha256();
    case HashKind::kSha384: return EVP_sha384();
    case HashKind::kSha512: return EVP_sha512();
  }
  CryptoFault("hash");
}

struct HashContextFree {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// Many digests of one kind, without looking the kind up each time.
class Hasher {
 public:
  explicit Hasher(HashKind kind) : context_(EVP_MD_CTX_new()) {
    Check(context_ != nullptr && EVP_DigestInit_ex(context_.get(), KindOf(kind), nullptr) == 1, "hash");
  }

  std::size_t size() const { return static_cast<std::size_t>(EVP_MD_CTX_get_size(context_.get())); }
  void Add(const void* bytes, std::size_t size) { Check(EVP_DigestUpdate(context_.get(), bytes, size) == 1, "hash"); }
  /// Writes the digest and begins anew.
  void Finish(Byte* digest) {
    Check(EVP_DigestFinal_ex(context_.get(), digest, nullptr) == 1, "hash");
    Check(EVP_DigestInit_ex(context_.get(), nullptr, nullptr) == 1, "hash");
  }

 private:
  std::unique_ptr<EVP_MD_CTX, HashContextFree> context_;
};

struct CipherContextFree {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

const EVP_CIPHER* CipherOf(AesMode mode, std::size_t key_size) {
  const bool ecb = mode == AesMode::kEcb;
  switch (key_size) {
    case 16: return ecb ? EVP_aes_128_ecb() : EVP_aes_128_cbc();
    case 24: return ecb ? EVP_aes_192_ecb() : EVP_aes_192_cbc();
    case 32: return ecb ? EVP_aes_256_ecb() : EVP_aes_256_cbc();
    default: CryptoFault("AES key");
  }
}

std::string Aes(bool encrypt, AesMode mode, std::string_view key, std::string_view iv, std::string_view bytes) {
  Check(bytes.size() % kAesBlock == 0 && (mode == AesMode::kEcb || iv.size() == kAesBlock), "AES block");
  const std::unique_ptr<EVP_CIPHER_CTX, CipherContextFree> context(EVP_CIPHER_CTX_new());
  const Byte* start = mode == AesMode::kEcb ? nullptr : In(iv);
  Check(context != nullptr &&
            EVP_CipherInit_ex(context.get(), CipherOf(mode, key.size()), nullptr, In(key), start, encrypt ? 1 : 0) == 1,
        "AES");
  EVP_CIPHER_CTX_set_padding(context.get(), 0);
  std::string out(bytes.size(), '\0');
  int size = 0;
  Check(EVP_CipherUpdate(context.get(), Out(&out), &size, In(bytes), IntSize(bytes)) == 1, "AES");
  return out;
}

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  std::string hex;
  for (const char byte : HashOf(HashKind::kSha256, bytes)) hex += fmt::format("{:02x}", static_cast<Byte>(byte));
  return hex;
}

std::string HashOf(HashKind kind, std::string_view bytes) {
  Hasher hasher(kind);
  std::string digest(hasher.size(), '\0');
  hasher.Add(bytes.data(), bytes.size());
  hasher.Finish(Out(&digest));
  return digest;
}

std::string SpunHash(HashKind kind, std::string_view start, std::uint32_t spins) {
  constexpr unsigned kBitsOfByte = 8;
  std::string digest = HashOf(kind, start);
  Hasher hasher(kind);
  for (std::uint32_t i = 0; i < spins; ++i) {
    std::array<Byte, 4> number = {};
    for (unsigned b = 0; b < number.size(); ++b) number[b] = static_cast<Byte>(i >> (b * kBitsOfByte));
    hasher.Add(number.data(), number.size());
    hasher.Add(digest.data(), digest.size());
    hasher.Finish(Out(&digest));
  }
  return digest;
}

std::string HmacOf(HashKind kind, std::string_view key, std::string_view bytes) {
  std::string code(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  Check(HMAC(KindOf(kind), key.data(), IntSize(key), In(bytes), bytes.size(), Out(&code), &size) != nullptr, "HMAC");
  code.resize(size);
  return code;
}

std::string Pbkdf2Sha1(std::string_view password, std::string_view salt, int rounds, std::size_t length) {
  std::string key(length, '\0');
  Check(PKCS5_PBKDF2_HMAC(password.data(), IntSize(password), In(salt), IntSize(salt), rounds, EVP_sha1(), IntSize(key),
                          Out(&key)) == 1,
        "PBKDF2");
  return key;
}

std::string AesEncrypt(AesMode mode, std::string_view key, std::string_view iv, std::string_view bytes) {
  return Aes(true, mode, key, iv, bytes);
}

std::string AesDecrypt(AesMode mode, std::string_view key, std::string_view iv, std::string_view bytes) {
  return Aes(false, mode, key, iv, bytes);
}

std::string SystemRandom(std::size_t count) {
  std::string bytes(count, '\0');
  Check(RAND_bytes(Out(&bytes), IntSize(bytes)) == 1, "RAND");
  return bytes;
}

bool SameSecret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void WipeMemory(void* start, std::size_t size) { OPENSSL_cleanse(start, size); }

}  // namespace chohyo
