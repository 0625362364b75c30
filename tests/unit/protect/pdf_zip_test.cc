#include <catch2/catch.hpp>

#include "pipeline/protect/aes_zip.h"
#include "pipeline/protect/base64.h"
#include "pipeline/protect/protect.h"
#include "tests/unit/protect/fixed_random.h"

namespace chohyo {
namespace {

/// A page without anything on it; `extra` stands in the catalogue.
std::string SmallPdf(const std::string& extra = "", const std::string& more = "") {
  return "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R" + extra +
         ">> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
         "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>> endobj\n" +
         more + "trailer <</Root 1 0 R/Size 5>>\n%%EOF\n";
}

Password Pass(const char* text) { return Password(std::string(text)); }

TEST_CASE("an encrypted PDF names AES-256 of revision 6 and no RC4") {
  const std::string pdf = ProtectPdf(SmallPdf(), Pass("p"), {}, FixedRandom());
  CHECK(pdf.find("/R 6") != std::string::npos);
  CHECK(pdf.find("/AESV3") != std::string::npos);
  CHECK(pdf.find("/V2") == std::string::npos);
  CHECK(pdf == ProtectPdf(SmallPdf(), Pass("p"), {}, FixedRandom()));
  CHECK(pdf != ProtectPdf(SmallPdf(), Pass("p"), {}, FixedRandom(2)));
}

TEST_CASE("a PDF/A is not encrypted") {
  const std::string xmp = "4 0 obj <</Type/Metadata/Subtype/XML/Length 12>> stream\n<pdfaid:part\nendstream endobj\n";
  try {
    ProtectPdf(SmallPdf("/Metadata 4 0 R", xmp), Pass("p"), {});
    FAIL("encrypted");
  } catch (const InputFault& fault) {
    CHECK(fault.what() == std::string("PDF/A は暗号化できません。暗号化するなら chohyo.yaml に pdf: {standard: none} と"
                                      "書いてください。"));
  }
}

TEST_CASE("what is no PDF is not encrypted") { CHECK_THROWS_AS(ProtectPdf("text", Pass("p"), {}), OutputFault); }

TEST_CASE("an empty password would protect no PDF") {
  CHECK_THROWS_AS(ProtectPdf(SmallPdf(), Pass(""), {}), OutputFault);
}

TEST_CASE("a member of an AES ZIP opens with its password and is sealed") {
  for (const std::size_t size : {0, 1, 16, 17, 5000}) {
    const std::string plain = FixedRandom(8)(size);
    const std::string stored = EncryptMember(plain, "p", FixedRandom());
    CHECK(stored.size() == size + 28);
    CHECK(DecryptMember(stored, "p") == plain);
    CHECK(DecryptMember(stored, "q") == std::nullopt);
    std::string changed = stored;
    changed[stored.size() - 11] = static_cast<char>(changed[stored.size() - 11] ^ 1);
    CHECK(DecryptMember(changed, "p") == std::nullopt);
  }
  CHECK(DecryptMember("short", "p") == std::nullopt);
}

TEST_CASE("a ZIP refuses two files of one name") {
  const ZipMember member = {"表.xlsx", "x"};
  const std::vector<ZipMember> twice = {member, member};
  CHECK_THROWS_WITH(ProtectZip(twice, Pass("p")), "ZIP に同じ名前のファイル「表.xlsx」が二つあります。");
}

TEST_CASE("Base64 is that of RFC 4648") {
  const std::vector<std::pair<std::string, std::string>> examples = {
      {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}, {"\xFF\xFE", "//4="}};
  for (const auto& [plain, coded] : examples) {
    CHECK(EncodeBase64(plain) == coded);
    CHECK(DecodeBase64(coded) == plain);
  }
  for (const char* wrong : {"Zg", "Zg=", "Z===", "Zm9v!AAA", "====", "Zg==Zg=="}) CHECK_FALSE(DecodeBase64(wrong));
}

}  // namespace
}  // namespace chohyo
