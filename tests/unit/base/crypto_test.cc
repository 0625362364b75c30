#include "pipeline/base/crypto.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <string>

#include "pipeline/base/fault.h"

namespace chohyo {
namespace {

std::string Hex(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return hex;
}

std::string Unhex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

TEST_CASE("hashes are those of the standard's examples") {
  CHECK(Hex(HashOf(HashKind::kSha1, "abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(Hex(HashOf(HashKind::kSha512, "abc")).substr(0, 32) == "ddaf35a193617abacc417349ae204131");
  CHECK(Hex(HashOf(HashKind::kSha384, "abc")).substr(0, 32) == "cb00753f45a35e8bb5a03d699ac65007");
}

TEST_CASE("HMAC and PBKDF2 are those of RFC 4231 and RFC 6070") {
  CHECK(Hex(HmacOf(HashKind::kSha512, "Jefe", "what do ya want for nothing?")).substr(0, 32) ==
        "164b7a7bfcf819e2e395fbe73b56e0a3");
  CHECK(Hex(Pbkdf2Sha1("password", "salt", 2, 20)) == "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957");
}

TEST_CASE("AES is that of NIST SP 800-38A") {
  const std::string plain = Unhex("6bc1bee22e409f96e93d7e117393172a");
  const std::string key = Unhex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
  const std::string iv = Unhex("000102030405060708090a0b0c0d0e0f");
  CHECK(Hex(AesEncrypt(AesMode::kCbc, key, iv, plain)) == "f58c4c04d6e5f1ba779eabfb5f7bfbd6");
  CHECK(AesDecrypt(AesMode::kCbc, key, iv, Unhex("f58c4c04d6e5f1ba779eabfb5f7bfbd6")) == plain);
  CHECK(Hex(AesEncrypt(AesMode::kEcb, key, "", plain)) == "f3eed1bdb5d2a03c064b5a7e3db181f8");
  CHECK(AesDecrypt(AesMode::kEcb, key, "", AesEncrypt(AesMode::kEcb, key, "", plain)) == plain);
}

TEST_CASE("AES refuses keys, vectors and lengths that are none") {
  CHECK_THROWS_AS(AesEncrypt(AesMode::kCbc, "short", std::string(16, 'i'), std::string(16, 'x')), OutputFault);
  CHECK_THROWS_AS(AesEncrypt(AesMode::kCbc, std::string(32, 'k'), "short", std::string(16, 'x')), OutputFault);
  CHECK_THROWS_AS(AesDecrypt(AesMode::kCbc, std::string(32, 'k'), std::string(16, 'i'), "odd"), OutputFault);
}

TEST_CASE("a spun hash counts in four little-endian bytes") {
  std::string expected = HashOf(HashKind::kSha512, "start");
  for (int i = 0; i < 300; ++i) {
    const std::string number = {static_cast<char>(i & 0xFF), static_cast<char>(i >> 8), '\0', '\0'};
    expected = HashOf(HashKind::kSha512, number + expected);
  }
  CHECK(SpunHash(HashKind::kSha512, "start", 300) == expected);
  CHECK(SpunHash(HashKind::kSha512, "start", 0) == HashOf(HashKind::kSha512, "start"));
}

TEST_CASE("random bytes come in the number asked for and differ") {
  CHECK(SystemRandom(0).empty());
  CHECK(SystemRandom(32).size() == 32);
  CHECK(SystemRandom(32) != SystemRandom(32));
}

TEST_CASE("secrets are the same only if every byte is") {
  CHECK(SameSecret("abc", "abc"));
  CHECK_FALSE(SameSecret("abc", "abd"));
  CHECK_FALSE(SameSecret("abc", "ab"));
}

}  // namespace
}  // namespace chohyo
