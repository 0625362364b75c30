// Cryptography (OpenSSL) behind plain types. Faults of the library itself are OutputFaults.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace chohyo {

enum class HashKind { kSha1, kSha256, kSha384, kSha512 };

/// The digest of bytes, raw (20, 32, 48 or 64 bytes).
std::string HashOf(HashKind kind, std::string_view bytes);

/// A hash repeated: H0 = hash(start), then `spins` times Hi+1 = hash(i as 4 bytes, little-endian, then Hi).
/// ([MS-OFFCRYPTO] 2.3.4.11)
std::string SpunHash(HashKind kind, std::string_view start, std::uint32_t spins);

/// HMAC (RFC 2104).
std::string HmacOf(HashKind kind, std::string_view key, std::string_view bytes);

/// PBKDF2 (RFC 8018) with HMAC-SHA1.
std::string Pbkdf2Sha1(std::string_view password, std::string_view salt, int rounds, std::size_t length);

/// AES without padding; the key's length (16, 24, 32) chooses the kind, `bytes` must be whole blocks of 16.
enum class AesMode { kEcb, kCbc };
std::string AesEncrypt(AesMode mode, std::string_view key, std::string_view iv, std::string_view bytes);
std::string AesDecrypt(AesMode mode, std::string_view key, std::string_view iv, std::string_view bytes);

/// Gives so many bytes that nobody can foretell.
using RandomSource = std::function<std::string(std::size_t)>;
std::string SystemRandom(std::size_t count);

/// Compares secrets in a time that does not tell where they differ.
bool SameSecret(std::string_view a, std::string_view b);

/// Overwrites memory in a way that compilers keep.
void WipeMemory(void* start, std::size_t size);

}  // namespace chohyo
