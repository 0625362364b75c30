#include "pipeline/ingest/xlsx_reader.h"

#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "tests/unit/ingest/office_fixture.h"
#include "tests/unit/ingest/table_text.h"
#include "tests/unit/support/xlsx_fixture.h"

namespace chohyo {
namespace {

std::string Read(const XlsxFixture& fixture) { return TableText(ReadXlsx(fixture.Bytes(), "data/t.xlsx")); }

std::string FaultOf(std::string bytes) {
  try {
    ReadXlsx(std::move(bytes), "data/t.xlsx");
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

std::string Damaged(const std::string& reason) {
  return "data/t.xlsx: エラー: XLSX ファイルが壊れているようです（" + reason +
         "）。Excel で開いて保存し直してください。";
}

TEST_CASE("every kind of cell becomes its text") {
  XlsxFixture fixture;
  fixture.SetShared("<si><t>氏名</t></si><si><t xml:space=\"preserve\"> 空 白 </t></si>");
  fixture.SetRows(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>直接</t></is></c></row>"
      "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"str\"><f>A1</f><v>計算</v></c>"
      "<c r=\"C3\" t=\"b\"><v>1</v></c><c r=\"D3\" t=\"b\"><v>0</v></c><c r=\"E3\" t=\"e\"><v>#N/A</v></c>"
      "<c r=\"F3\"><v>123</v></c><c r=\"G3\"><f>1+1</f></c><c r=\"H3\" t=\"str\"><f>\"\"</f><v></v></c>"
      "<c r=\"I3\" s=\"0\"/><c r=\"J3\" t=\"d\"><v>2021-01-13T00:00:00</v></c><c r=\"K3\" "
      "t=\"d\"><v>08:30:00</v></c></row>");
  CHECK(Read(fixture) ==
        "1: 1=氏名 3=直接\n"
        "3: 1=空 白 2=計算 3=TRUE 4=FALSE 5=#N/A!error 6=123#number 7=!novalue 10=2021-01-13#date 11=08:30:00#time\n");
}

TEST_CASE("furigana are left out, runs are joined, escapes undone") {
  XlsxFixture fixture;
  fixture.SetShared(
      "<si><t>髙橋</t><rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh><phoneticPr fontId=\"1\"/></si>"
      "<si><r><t>若</t></r><r><rPr><b/></rPr><t>葉</t></r><rPh sb=\"0\" "
      "eb=\"2\"><t>ワカバ</t></rPh><r><t>市</t></r></si>"
      "<si><t>一_x000D_行_x005F_x0041_ _x00e9_ _xZZZZ_ _x12</t></si>");
  fixture.SetRows("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>");
  CHECK(Read(fixture) == "1: 1=髙橋 2=若葉市 3=一␍行_x0041_ é _xZZZZ_ _x12\n");
}

TEST_CASE("rows and cells without an address follow the one before") {
  XlsxFixture fixture;
  fixture.SetRows(
      "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row r=\"7\"/><row><c><v>4</v></c></row>");
  CHECK(Read(fixture) == "1: 1=1#number 4=2#number 5=3#number\n8: 1=4#number\n");
}

TEST_CASE("dates and times by their style, in both counts of days") {
  XlsxFixture fixture;
  fixture.SetStyles("<numFmt numFmtId=\"176\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>",
                    "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"20\"/>");
  fixture.SetRows(
      "<row><c s=\"1\"><v>44209</v></c><c s=\"2\"><v>44209</v></c><c s=\"3\"><v>0.35416666666666669</v></c>"
      "<c s=\"0\"><v>44209</v></c><c s=\"9\"><v>44209</v></c></row>");
  CHECK(Read(fixture) == "1: 1=2021-01-13#date 2=2021-01-13#date 3=8:30#time 4=44209#number 5=44209#number\n");
  std::string& workbook = fixture.parts["xl/workbook.xml"];
  workbook.replace(workbook.find("<sheets>"), 0, "<workbookPr date1904=\"1\"/>");
  CHECK(Read(fixture) == "1: 1=2025-01-14#date 2=2025-01-14#date 3=8:30#time 4=44209#number 5=44209#number\n");
}

TEST_CASE("the first worksheet in workbook order is read, wherever it is") {
  XlsxFixture fixture;
  fixture.parts["xl/workbook.xml"] =
      "<x:workbook xmlns:x=\"m\" xmlns:q=\"r\"><x:sheets><x:sheet name=\"g\" sheetId=\"9\" q:id=\"c\"/>"
      "<x:sheet name=\"b\" sheetId=\"2\" q:id=\"b\"/><x:sheet name=\"a\" sheetId=\"1\" "
      "q:id=\"a\"/></x:sheets></x:workbook>";
  fixture.parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"b\" Type=\"t/worksheet\" Target=\"../other/./B.xml\"/>"
      "<Relationship Id=\"c\" Type=\"t/chartsheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
  fixture.parts["other/./b.xml"] = "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>";
  CHECK(Read(fixture) == "1: 1=7#number\n");
}

TEST_CASE("a workbook of numbers only needs neither strings nor styles") {
  XlsxFixture fixture;
  fixture.parts.erase("xl/styles.xml");
  fixture.parts.erase("xl/sharedStrings.xml");
  fixture.parts.erase("_rels/.rels");
  fixture.parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" "
      "Target=\"worksheets/sheet1.xml\"/></Relationships>";
  fixture.SetRows("<row><c s=\"3\"><v>7</v></c></row>");
  CHECK(Read(fixture) == "1: 1=7#number\n");
  fixture.SetRows("");
  CHECK(Read(fixture) == "");
}

TEST_CASE("what is no XLSX is refused with a remedy") {
  CHECK(FaultOf("職員番号,氏名\n") ==
        "data/t.xlsx: エラー: XLSX ファイルではありません。Excel で「Excel ブック (.xlsx)」として保存するか、CSV "
        "なら名前を "
        ".csv にしてください。");
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  CHECK(FaultOf(ole + std::string("W\0o\0r\0k\0b\0o\0o\0k\0", 16)) ==
        "data/t.xlsx: エラー: 古い形式 (.xls) のファイルです。Excel で「Excel ブック "
        "(.xlsx)」として保存し直してください。");
  CHECK(FaultOf(ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)) ==
        "data/t.xlsx: エラー: パスワードで保護されています。保護を外して保存し直してください。");
  CHECK(FaultOf("PK\x03\x04 and nothing else") == Damaged("Not a zip archive"));
}

TEST_CASE("missing parts and bad references are named") {
  XlsxFixture fixture;
  fixture.SetRows("<row><c t=\"s\"><v>5</v></c></row>");
  CHECK(FaultOf(fixture.Bytes()) == Damaged("共有文字列「5」がない"));
  fixture.parts.erase("xl/worksheets/sheet1.xml");
  CHECK(FaultOf(fixture.Bytes()) == Damaged("部品 xl/worksheets/sheet1.xml がない"));
  fixture.parts["xl/_rels/workbook.xml.rels"] = "<Relationships/>";
  CHECK(FaultOf(fixture.Bytes()) == Damaged("ワークシートがない"));
  fixture.parts.erase("xl/workbook.xml");
  CHECK(FaultOf(fixture.Bytes()) == Damaged("部品 xl/workbook.xml がない"));
}

TEST_CASE("addresses beyond the sheet or out of order are refused") {
  const auto fault_of_rows = [](const char* rows) {
    XlsxFixture fixture;
    fixture.SetRows(rows);
    return FaultOf(fixture.Bytes());
  };
  CHECK(fault_of_rows("<row r=\"1048577\"/>") == Damaged("行番号「1048577」がおかしい"));
  CHECK(fault_of_rows("<row r=\"0\"/>") == Damaged("行番号「0」がおかしい"));
  CHECK(fault_of_rows("<row r=\"2\"/><row r=\"2\"/>") == Damaged("行番号「2」がおかしい"));
  CHECK(fault_of_rows("<row r=\"99999999999\"/>") == Damaged("行番号「99999999999」がおかしい"));
  CHECK(fault_of_rows("<row><c r=\"XFE1\"/></row>") == Damaged("セル番地「XFE1」がおかしい"));
  CHECK(fault_of_rows("<row><c r=\"B1\"/><c r=\"A1\"/></row>") == Damaged("セル番地「A1」がおかしい"));
  CHECK(fault_of_rows("<row><c r=\"1\"/></row>") == Damaged("セル番地「1」がおかしい"));
  CHECK(fault_of_rows("<row r=\"1048576\"><c r=\"XFD1\"><v>1</v></c></row>") == "no fault");
}

TEST_CASE("document types, entities and deep nesting are refused") {
  XlsxFixture fixture;
  std::string& sheet = fixture.parts["xl/worksheets/sheet1.xml"];
  sheet = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>";
  CHECK(FaultOf(fixture.Bytes()) == Damaged("xl/worksheets/sheet1.xml: 文書型宣言(DOCTYPE)は受け付けない"));
  sheet = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>";
  CHECK(FaultOf(fixture.Bytes()) == Damaged("xl/worksheets/sheet1.xml: 文書型宣言(DOCTYPE)は受け付けない"));
  sheet = "<worksheet>&nbsp;</worksheet>";
  CHECK(FaultOf(fixture.Bytes()) == Damaged("xl/worksheets/sheet1.xml: XML 1:12: undefined entity"));
  sheet.clear();
  for (int i = 0; i < 200; ++i) sheet += "<a>";
  CHECK(FaultOf(fixture.Bytes()) == Damaged("xl/worksheets/sheet1.xml: 入れ子が深すぎる"));
  sheet = "<worksheet><sheetData><row>";
  CHECK(FaultOf(fixture.Bytes()) == Damaged("xl/worksheets/sheet1.xml: XML 1:28: no element found"));
}

TEST_CASE("damage of XLSX cells in the clerk's words") {
  OfficeFixture office;
  XlsxFixture fixture;
  fixture.SetStyles("", "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>");
  fixture.SetRows(
      "<row r=\"1\"><c t=\"inlineStr\"><is><t>職員番号</t></is></c><c t=\"inlineStr\"><is><t>氏名</t></is></c>"
      "<c t=\"inlineStr\"><is><t>所属コード</t></is></c><c t=\"inlineStr\"><is><t>生年月日</t></is></c></row>"
      "<row r=\"2\"><c><v>1.0E+3</v></c><c t=\"inlineStr\"><is><t>青木</t></is></c><c><v>10</v></c>"
      "<c s=\"1\"><v>29221</v></c></row>"
      "<row r=\"5\"><c s=\"1\"><v>29221</v></c><c t=\"e\"><v>#REF!</v></c><c><f>A1</f></c><c><v>29221</v></c></row>");
  office.Write("staff.xlsx", fixture.Bytes());
  const Imported imported = office.Import();
  REQUIRE(imported.records.staff.rows.size() == 1);
  CHECK(imported.records.staff.rows[0].id == "1000");
  CHECK(imported.records.staff.rows[0].birth->Iso() == "1980-01-01");
  CHECK(imported.records.staff.rows[0].line == 2);
  std::vector<std::string> texts;
  for (const Finding& finding : imported.findings) texts.push_back(FindingText(finding));
  CHECK(texts ==
        std::vector<std::string>{
            "data/staff.xlsx:5:1: エラー: 「職員番号」の「1980-01-01」は番号として読めません。  [data.format]\n"
            "    表計算ソフトが日付に変えています。セルの書式を文字列にして入れ直してください。"
            "この行は確認にも帳票にも使われません。",
            "data/staff.xlsx:5:2: エラー: 「氏名」のセルがエラー値 #REF! です。  [data.format]\n"
            "    計算式を直すか、値を入れてください。この行は確認にも帳票にも使われません。",
            "data/staff.xlsx:5:3: エラー: 「所属コード」の計算式に計算結果がありません。  [data.format]\n"
            "    Excel で開いて保存し直してください。この行は確認にも帳票にも使われません。",
            "data/staff.xlsx:5:4: エラー: 「生年月日」: 「29221」は日付として読めません。2021-01-13、令和3年1月13日、"
            "R3.1.13 のように書いてください。  [data.format]\n"
            "    この行は確認にも帳票にも使われません。"});
}

TEST_CASE("workbooks of other programs", "[data]") {
  const char* const expected =
      "1: 1=職員番号 2=氏名 3=日付 4=開始 5=時間外 6=備考\n"
      "2: 1=000123 2=髙橋 𠮷 3=2021-01-13#date 4=8:30#time 5=26:30#time 6=改␊行\n"
      "3: 1=123#number 2=青木 3=1900-01-01#date 4=0:00#time 5=90#number\n";
  for (const char* name : {"openpyxl.xlsx", "libreoffice.xlsx"}) {
    INFO(name);
    CHECK(TableText(ReadXlsx(TestData(name), name)) == expected);
  }
}

TEST_CASE("what unpacks to two hundred times its size is refused", "[data]") {
  CHECK(FaultOf(TestData("bomb.xlsx")) ==
        "data/t.xlsx: エラー: 部品 xl/worksheets/sheet1.xml "
        "が異常に大きく展開されるので、読むのをやめました。出所を確かめてください。");
}

TEST_CASE("an archive with a password of its own is damage", "[data]") {
  CHECK(FaultOf(TestData("zipcrypt.xlsx")) == Damaged("xl/workbook.xml: No password provided"));
}

}  // namespace
}  // namespace chohyo
