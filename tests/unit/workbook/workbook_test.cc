#include "pipeline/workbook/workbook.h"

#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "tests/unit/support/xlsx_fixture.h"
#include "tests/unit/workbook/workbook_dump.h"

namespace chohyo {
namespace {

Workbook Read(const XlsxFixture& fixture) { return ReadWorkbook(fixture.Bytes(), "form.xlsx"); }
std::string Cells(const XlsxFixture& fixture) { return CellsText(Read(fixture).sheets.at(0)); }

std::string FaultOf(std::string bytes) {
  try {
    ReadWorkbook(std::move(bytes), "form.xlsx");
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

TEST_CASE("every kind of cell keeps its value") {
  XlsxFixture fixture;
  fixture.SetShared("<si><t>氏名</t></si>");
  fixture.SetRows(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>直接</t></is></c></row>"
      "<row r=\"3\"><c t=\"str\"><f>A1</f><v>計_x000A_算</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>"
      "<c><v>1.5E+2</v></c><c><f>1+1</f></c><c s=\"0\"/><c t=\"d\"><v>2021-01-13T12:00:00</v></c></row>");
  CHECK(Cells(fixture) ==
        "A1 \"氏名\"\nC1 \"直接\"\nA3 \"計\n算\" =A1\nB3 TRUE\nC3 #N/A\nD3 150\nE3  =1+1\nF3 \nG3 44209.5\n");
}

TEST_CASE("furigana are left out and looks of runs kept") {
  XlsxFixture fixture;
  fixture.SetShared(
      "<si><r><t>若葉</t></r><r><rPr><b/><sz val=\"14\"/><rFont val=\"ＭＳ 明朝\"/></rPr><t>市</t></r>"
      "<rPh sb=\"0\" eb=\"2\"><t>ワカバ</t></rPh></si><si><r><t>平</t></r><r><t>文</t></r></si>");
  fixture.SetRows(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)");
  CHECK(Cells(fixture) == "A1 \"若葉市\" [若葉] [市|ＭＳ 明朝 1400]\nB1 \"平文\"\n");
}

TEST_CASE("shared formulas are spelled out for each cell") {
  XlsxFixture fixture;
  fixture.SetRows(
      "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"0\">A1*$C$1+\"A1\"&amp;SUM(A$1:A1)</f><v>1</v></c>"
      "<c r=\"C1\"><f t=\"array\" ref=\"C1\">SUM(A1:A3*2)</f><v>2</v></c></row>"
      "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>2</v></c><c r=\"C2\"><f t=\"shared\" "
      "si=\"9\"/><v>7</v></c></row>");
  CHECK(Cells(fixture) ==
        "B1 1 =A1*$C$1+\"A1\"&SUM(A$1:A1)\nC1 2 {=SUM(A1:A3*2)\nB2 2 =A2*$C$1+\"A1\"&SUM(A$1:A2)\nC2 7\n");
}

TEST_CASE("what is no workbook says so") {
  CHECK(FaultOf("a,b\n") ==
        "form.xlsx: エラー: XLSX ファイルではありません。Excel で「Excel ブック (.xlsx)」として保存するか、CSV "
        "なら名前を .csv にしてください。");
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(FaultOf(ole) ==
        "form.xlsx: エラー: 古い形式 (.xls) のファイルです。Excel で「Excel ブック "
        "(.xlsx)」として保存し直してください。");
  std::string name;
  for (const char c : std::string("EncryptedPackage")) name += std::string{c, '\0'};
  CHECK(FaultOf(ole + name) == "form.xlsx: エラー: パスワードで保護されています。保護を外して保存し直してください。");
}

TEST_CASE("damage is named") {
  XlsxFixture fixture;
  fixture.SetRows(R"(<row r="2"><c r="A3"/></row>)");
  CHECK(FaultOf(fixture.Bytes()) ==
        "form.xlsx: エラー: XLSX ファイルが壊れているようです（セル番地「A3」がおかしい）。Excel "
        "で開いて保存し直してください。");
  fixture.SetRows(R"(<row r="1048577"/>)");
  CHECK(FaultOf(fixture.Bytes()).find("行番号「1048577」がおかしい") != std::string::npos);
  fixture.SetRows(R"(<row r="1"><c r="A1" t="s"><v>5</v></c></row>)");
  CHECK(FaultOf(fixture.Bytes()).find("共有文字列「5」がない") != std::string::npos);
  fixture.parts.erase("xl/worksheets/sheet1.xml");
  CHECK(FaultOf(fixture.Bytes()).find("部品 xl/worksheets/sheet1.xml がない") != std::string::npos);
}

}  // namespace
}  // namespace chohyo
