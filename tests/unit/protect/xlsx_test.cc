#include <catch2/catch.hpp>

#include <random>

#include "pipeline/protect/agile_encryption.h"
#include "pipeline/protect/byte_order.h"
#include "pipeline/protect/data_spaces.h"
#include "pipeline/protect/encryption_info.h"
#include "pipeline/protect/ole_container.h"
#include "pipeline/protect/protect.h"
#include "pipeline/protect/standard_encryption.h"
#include "tests/unit/protect/fixed_random.h"

namespace chohyo {
namespace {

using std::string_literals::operator""s;

std::string Bytes(std::size_t count, unsigned seed) { return FixedRandom(seed)(count); }

Password Pass(const char* text) { return Password(std::string(text)); }

std::string MessageOf(const std::string& bytes, const Password& password) {
  try {
    UnprotectXlsx(bytes, "a.xlsx", password);
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return {};
}

TEST_CASE("a protected package opens with its password and no other") {
  for (const std::size_t size : {0, 1, 15, 16, 17, 4095, 4096, 4097, 70000}) {
    const std::string package = Bytes(size, 7);
    const std::string bytes = ProtectXlsx(package, Pass("ひみつ-Correct-Horse"), FixedRandom());
    CHECK(IsProtectedPackage(bytes));
    CHECK(UnprotectXlsx(bytes, "a.xlsx", Pass("ひみつ-Correct-Horse")) == package);
    CHECK_THROWS_AS(UnprotectXlsx(bytes, "a.xlsx", Pass("ひみつ-Correct-horse")), WrongPassword);
  }
}

TEST_CASE("the wrong password is said so") {
  const std::string bytes = ProtectXlsx("x", Pass("one"), FixedRandom());
  CHECK(MessageOf(bytes, Pass("two")) ==
        "a.xlsx: エラー: パスワードが違うので開けません。届いたときのパスワードか確かめてください。");
}

TEST_CASE("the same randomness gives the same bytes, other randomness others") {
  const std::string package = Bytes(5000, 3);
  CHECK(ProtectXlsx(package, Pass("p"), FixedRandom(1)) == ProtectXlsx(package, Pass("p"), FixedRandom(1)));
  CHECK(ProtectXlsx(package, Pass("p"), FixedRandom(1)) != ProtectXlsx(package, Pass("p"), FixedRandom(2)));
  CHECK(ProtectXlsx(package, Pass("p")) != ProtectXlsx(package, Pass("p")));
}

TEST_CASE("the plain package does not stand in the file") {
  std::string package;
  for (int i = 0; i < 1000; ++i) package += "若葉市役所";
  CHECK(ProtectXlsx(package, Pass("p"), FixedRandom()).find("若葉市") == std::string::npos);
}

TEST_CASE("a byte changed anywhere in the cipher text is noticed") {
  const std::string package = Bytes(9000, 5);
  const EncryptedPackage encrypted = EncryptAgile(package, "p", FixedRandom());
  const AgileInfo info = ReadAgileInfo(encrypted.info);
  const std::string key = AgileKey(info, "p");
  REQUIRE(DecryptAgile(info, key, encrypted.package) == package);
  for (const std::size_t at : {std::size_t{0}, std::size_t{8}, std::size_t{4200}, encrypted.package.size() - 1}) {
    std::string changed = encrypted.package;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK_THROWS_AS(DecryptAgile(info, key, changed), std::runtime_error);
  }
}

// Salt, cipher texts and key of a file that Excel wrote, from the tests of msoffcrypto-tool (MIT licence).
TEST_CASE("the key of Excel's own agile file is found") {
  AgileInfo info;
  info.password.salt = "\x4c\x72\x5d\x45\xdc\x61\x0f\x93\x94\x12\xa0\x4d\xa7\x91\x04\x66"s;
  info.key =
      "\xa1\x6c\xd5\x16\x5a\x7a\xb9\xd2\x71\x11\x3e\xd3\x86\xa7\x8c\xf4\x96\x92\xe8\xe5\x27\xb0\xc5\xfc\x00\x55\xed"
      "\x08\x0b\x7c\xb9\x4b"s;
  const std::string spun = SpunHash(HashKind::kSha512, info.password.salt + Utf16Le("Password1234_"), 100000);
  const std::string of_key = HashOf(HashKind::kSha512, spun + "\x14\x6e\x0b\xe7\xab\xac\xd0\xd6"s).substr(0, 32);
  CHECK(AesDecrypt(AesMode::kCbc, of_key, info.password.salt, info.key) ==
        "\x40\x20\x66\x09\xd9\xfa\xad\xf2\x4b\x07\x6a\xeb\xf2\xc4\x35\xb7\x42\x92\xc8\xb8\xa7\xaa\x81\xbc\x67\x9b\xe8"
        "\x97\x11\xb0\x2a\xc2"s);
}

/// The stream EncryptionInfo of standard encryption around a verifier.
std::string StandardStream(const std::string& salt, const std::string& verifier, const std::string& hash,
                           unsigned algorithm = 0x660E, unsigned bits = 128) {
  const std::string header = LittleEndian(0x24, 4) + LittleEndian(0, 4) + LittleEndian(algorithm, 4) +
                             LittleEndian(0x8004, 4) + LittleEndian(bits, 4) + LittleEndian(0x18, 4) +
                             LittleEndian(0, 8) + Utf16Le("Microsoft Enhanced RSA and AES Cryptographic Provider") +
                             LittleEndian(0, 2);
  return LittleEndian(3, 2) + LittleEndian(2, 2) + LittleEndian(0x24, 4) + LittleEndian(header.size(), 4) + header +
         LittleEndian(16, 4) + salt + verifier + LittleEndian(20, 4) + hash;
}

/// Of a file that Excel wrote, from the same tests.
const std::string kStandardKey = "\x40\xb1\x3a\x71\xf9\x0b\x96\x6e\x37\x54\x08\xf2\xd1\x81\xa1\xaa"s;
const std::string kStandardInfo = StandardStream(
    "\xe8\x82\x66\x49\x0c\x5b\xd1\xee\xbd\x2b\x43\x94\xe3\xf8\x30\xef"s,
    "\x51\x6f\x73\x2e\x96\x6f\xac\x17\xb1\xc5\xd7\xd8\xcc\x36\xc9\x28"s,
    "\x2b\x61\x68\xda\xbe\x29\x11\xad\x2b\xd3\x7c\x17\x46\x74\x5c\x14\xd3\xcf\x1b\xb1\x40\xa4\x8f\x4e\x6f\x3d\x23\x88"
    "\x08\x72\xb1\x6a"s);

TEST_CASE("standard encryption is read") {
  CHECK(StandardKey(kStandardInfo, "Password1234_") == kStandardKey);
  CHECK(StandardKey(kStandardInfo, "Password1234") == "");
  const std::string package = AesEncrypt(AesMode::kEcb, kStandardKey, "", "a package of 21 bytes" + std::string(11, 0));
  const std::string file =
      WriteOleContainer({{{"EncryptionInfo"}, kStandardInfo}, {{"EncryptedPackage"}, LittleEndian(21, 8) + package}});
  CHECK(UnprotectXlsx(file, "old.xlsx", Pass("Password1234_")) == "a package of 21 bytes");
}

TEST_CASE("standard encryption that is damaged or of another cipher is refused") {
  CHECK_THROWS_AS(StandardKey(kStandardInfo.substr(0, 100), "p"), std::runtime_error);
  CHECK_THROWS_AS(StandardKey(StandardStream(std::string(16, 's'), "", "", 0x6801, 128), "p"), std::runtime_error);
  CHECK_THROWS_AS(DecryptStandard(kStandardKey, LittleEndian(17, 8) + std::string(16, 'x')), std::runtime_error);
  CHECK_THROWS_AS(DecryptStandard(kStandardKey, "short"), std::runtime_error);
}

TEST_CASE("what is no encrypted package is said so") {
  CHECK_FALSE(IsProtectedPackage(""));
  CHECK_FALSE(IsProtectedPackage("PK\3\4"));
  CHECK_FALSE(IsProtectedPackage(WriteOleContainer({{{"Workbook"}, "an old .xls"}})));
  CHECK(MessageOf("PK\3\4", Pass("p")) ==
        "a.xlsx: エラー: 暗号化されたファイルを読めません（暗号化された文書がない）。Excel "
        "で開いて保存し直してください。");
  const std::string other =
      WriteOleContainer({{{"EncryptionInfo"}, LittleEndian(9, 2) + LittleEndian(9, 2)}, {{"EncryptedPackage"}, "x"}});
  CHECK(MessageOf(other, Pass("p")) ==
        "a.xlsx: エラー: 暗号化されたファイルを読めません（知らない暗号方式）。Excel で開いて保存し直してください。");
}

TEST_CASE("more spins than the specification allows are refused, not counted") {
  std::string info = EncryptAgile("x", "p", FixedRandom()).info;
  const std::string spins = "spinCount=\"100000\"";
  info.replace(info.find(spins), spins.size(), "spinCount=\"4000000000\"");
  CHECK_THROWS_WITH(ReadAgileInfo(info), "spinCount=\"4000000000\"");
}

TEST_CASE("the DataSpaces tree has the sizes that Excel's has") {
  const auto streams = DataSpaces();
  const std::string top = "\6DataSpaces";
  CHECK(streams.size() == 4);
  CHECK(streams.at({top, "Version"}).size() == 76);
  CHECK(streams.at({top, "DataSpaceMap"}).size() == 112);
  CHECK(streams.at({top, "DataSpaceInfo", "StrongEncryptionDataSpace"}).size() == 64);
  CHECK(streams.at({top, "TransformInfo", "StrongEncryptionTransform", "\6Primary"}).size() == 200);
}

TEST_CASE("damaged containers are refused without a crash") {
  const std::string good = ProtectXlsx(Bytes(3000, 9), Pass("p"), FixedRandom());
  std::mt19937 dice(4);
  int refused = 0;
  for (int round = 0; round < 60; ++round) {
    std::string bad = good;
    // The heads and tables of the container, where a change matters to the reader most.
    const int changes = 1 + static_cast<int>(dice() % 8);
    for (int i = 0; i < changes; ++i) bad[dice() % bad.size()] = static_cast<char>(dice());
    if (round % 3 == 0) bad.resize(dice() % bad.size());
    try {
      UnprotectXlsx(bad, "bad.xlsx", Pass("p"));
    } catch (const InputFault&) {
      ++refused;
    }
  }
  CHECK(refused >= 40);
}

TEST_CASE("damaged tables of a container are read in bounded time") {
  const std::string good = WriteOleContainer({{{"EncryptionInfo"}, Bytes(6000, 1)}, {{"EncryptedPackage"}, "x"}});
  std::mt19937 dice(5);
  int read = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bad = good;
    for (int i = 0; i < 4; ++i) bad[dice() % 76 + (dice() % 3) * 512] = static_cast<char>(dice());
    if (ReadOleStream(bad, "EncryptionInfo")) ++read;
  }
  CHECK(read < 3000);
}

}  // namespace
}  // namespace chohyo
