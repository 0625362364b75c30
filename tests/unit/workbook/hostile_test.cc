#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/fault.h"
#include "pipeline/workbook/workbook.h"
#include "tests/unit/support/xlsx_fixture.h"

namespace chohyo {
namespace {

/// True if the bytes are read or refused in the regular way; anything else escapes to the test.
bool ReadsOrRefuses(std::string bytes) {
  try {
    const Workbook workbook = ReadWorkbook(std::move(bytes), "hostile.xlsx");
    return !workbook.sheets.empty() && !workbook.formats.empty();
  } catch (const InputFault& fault) {
    return std::string(fault.what()).starts_with("hostile.xlsx: ");
  }
}

XlsxFixture Rich() {
  XlsxFixture fixture;
  fixture.SetShared(
      "<si><r><rPr><b/><sz val=\"14\"/></rPr><t>若葉</t></r><rPh sb=\"0\" eb=\"1\"><t>ワカ</t></rPh></si>");
  fixture.parts["xl/styles.xml"] =
      "<styleSheet><fonts><font><sz val=\"11\"/><color theme=\"1\" tint=\"0.5\"/><name "
      "val=\"游ゴシック\"/></font></fonts>"
      "<fills><fill><patternFill patternType=\"solid\"><fgColor indexed=\"10\"/></patternFill></fill></fills><borders>"
      "<border><left style=\"thin\"/></border></borders><cellStyleXfs><xf fontId=\"0\"/></cellStyleXfs><cellXfs><xf "
      "fontId=\"0\" fillId=\"0\" borderId=\"0\" numFmtId=\"57\" xfId=\"0\"><alignment textRotation=\"90\" "
      "indent=\"1\"/></xf></cellXfs><dxfs><dxf><font><b/></font></dxf></dxfs></styleSheet>";
  fixture.parts["xl/worksheets/sheet1.xml"] =
      "<worksheet xmlns:r=\"r\"><sheetFormatPr defaultRowHeight=\"13.5\"/><cols><col min=\"1\" max=\"3\" width=\"8.5\" "
      "style=\"0\"/></cols><sheetData><row r=\"1\" ht=\"20\"><c r=\"A1\" t=\"s\" s=\"0\"><v>0</v></c><c r=\"B1\"><f "
      "t=\"shared\" si=\"0\">SUM(A1:A3)+1:3</f><v>12</v></c></row><row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/>"
      "</c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells><conditionalFormatting sqref=\"A1\">"
      "<cfRule type=\"cellIs\" dxfId=\"0\"><formula>1</formula></cfRule></conditionalFormatting><pageMargins "
      "left=\"0.5\"/><pageSetup paperSize=\"9\" scale=\"80\"/><rowBreaks><brk id=\"5\" man=\"1\"/></rowBreaks><drawing "
      "r:id=\"rId1\"/></worksheet>";
  fixture.parts["xl/worksheets/_rels/sheet1.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"drawing\" Target=\"../drawings/d.xml\"/></Relationships>";
  fixture.parts["xl/drawings/d.xml"] =
      "<wsDr xmlns:a=\"a\"><twoCellAnchor><from><col>0</col><colOff>9</colOff><row>1</row><rowOff>9</rowOff></from><to>"
      "<col>2</col><colOff>0</colOff><row>3</row><rowOff>0</rowOff></to><grpSp><grpSpPr><a:xfrm><a:off x=\"5\" "
      "y=\"5\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"100\" cy=\"100\"/></a:xfrm></grpSpPr><sp><spPr><a:xfrm><a:off "
      "x=\"5\" y=\"5\"/><a:ext cx=\"50\" cy=\"50\"/></a:xfrm><a:prstGeom prst=\"rect\"/><a:ln w=\"9525\"><a:solidFill>"
      "<a:schemeClr val=\"accent1\"><a:lumMod val=\"75000\"/></a:schemeClr></a:solidFill></a:ln></spPr></sp></grpSp>"
      "</twoCellAnchor></wsDr>";
  return fixture;
}

/// Changes one place of a part: a byte, a number, or a stretch that is dropped or doubled.
void Mutate(std::string* text, std::mt19937* random) {
  static const char* const numbers[] = {"0",     "-1",  "2147483647", "-2147483648", "1e308", "99999999999999999999",
                                        "16384", "255", "1048576",    "nan",         "",      "-9223372036854775808"};
  if (text->empty()) return;
  const std::size_t at = (*random)() % text->size();
  const std::size_t digit = text->find_first_of("0123456789", at);
  switch ((*random)() % 4) {
    case 0: (*text)[at] = static_cast<char>((*random)()); break;
    case 1: text->erase(at, (*random)() % 40); break;
    case 2: text->insert(at, text->substr((*random)() % text->size(), (*random)() % 60)); break;
    default:
      if (digit == std::string::npos) break;
      text->replace(digit, text->find_first_not_of("0123456789.", digit) - digit, numbers[(*random)() % 12]);
  }
}

TEST_CASE("mutated parts are read or refused, never a crash") {
  std::mt19937 random(20210113);
  const XlsxFixture good = Rich();
  REQUIRE(ReadsOrRefuses(good.Bytes()));
  int read = 0;
  for (int round = 0; round < 3000; ++round) {
    XlsxFixture bad = good;
    auto part = bad.parts.begin();
    std::advance(part, random() % bad.parts.size());
    for (auto count = random() % 3 + 1; count > 0; --count) Mutate(&part->second, &random);
    INFO(part->first << ": " << part->second);
    const bool fine = ReadsOrRefuses(bad.Bytes());
    REQUIRE(fine);
    ++read;
  }
  CHECK(read == 3000);
}

TEST_CASE("mutated archives are read or refused, never a crash") {
  std::mt19937 random(4);
  const std::string good = Rich().Bytes();
  for (int round = 0; round < 1000; ++round) {
    std::string bad = good;
    for (auto count = random() % 4 + 1; count > 0; --count) Mutate(&bad, &random);
    const bool fine = ReadsOrRefuses(bad);
    REQUIRE(fine);
  }
}

TEST_CASE("one text for many cells is refused before it fills the machine") {
  XlsxFixture fixture;
  fixture.SetShared("<si><t>" + std::string(1'000'000, 'a') + "</t></si>");
  std::string cells;
  for (int row = 1; row <= 400; ++row) cells += "<row><c t=\"s\"><v>0</v></c></row>";
  fixture.SetRows(cells);
  try {
    ReadWorkbook(fixture.Bytes(), "hostile.xlsx");
    FAIL("was read");
  } catch (const InputFault& fault) {
    CHECK(fault.what() ==
          std::string("hostile.xlsx: エラー: 文字が多すぎるので、読むのをやめました。様式に要る部分だけのファイルにし"
                      "てください。"));
  }
}

TEST_CASE("columns said over and over are refused before they take their time") {
  XlsxFixture fixture;
  std::string columns;
  for (int i = 0; i < 20'000; ++i) columns += "<col min=\"1\" max=\"16384\" width=\"9\"/>";
  fixture.parts["xl/worksheets/sheet1.xml"] = "<worksheet><cols>" + columns + "</cols></worksheet>";
  CHECK_THROWS_AS(ReadWorkbook(fixture.Bytes(), "hostile.xlsx"), InputFault);
}

TEST_CASE("too many merges are refused") {
  XlsxFixture fixture;
  std::string merges;
  for (int i = 0; i < 100'001; ++i) merges += "<mergeCell ref=\"A1:B2\"/>";
  fixture.parts["xl/worksheets/sheet1.xml"] = "<worksheet><mergeCells>" + merges + "</mergeCells></worksheet>";
  CHECK_THROWS_AS(ReadWorkbook(fixture.Bytes(), "hostile.xlsx"), InputFault);
}

}  // namespace
}  // namespace chohyo
