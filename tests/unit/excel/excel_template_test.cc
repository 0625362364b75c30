#include "pipeline/excel/excel_template.h"

#include <catch2/catch.hpp>

#include "form_workbook.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/excel/foreign_syntax.h"
#include "pipeline/excel/form_language.h"
#include "pipeline/excel/form_page.h"
#include "pipeline/excel/form_settings.h"

using namespace chohyo;  // NOLINT

namespace {

std::string FaultOf(const Workbook& book) {
  try {
    FormOf(book);
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

}  // namespace

TEST_CASE("A form without placeholders is one document, cell by cell") {
  Workbook book = PlainWorkbook();
  WorkbookSheet& sheet = book.sheets[0];
  WorkbookFormat& framed = book.formats.emplace_back(book.formats[0]);
  framed.border.left = framed.border.top = {"thin", 0xFF0000};
  framed.number_code = "#,##0";
  Put(&sheet, 0, 0, std::string("休暇願"));
  Put(&sheet, 2, 1, 1234.0).format = 1;
  sheet.merges.push_back({0, 0, 1, 2});
  const Template form = FormOf(book, "templates/休暇 願.xlsx");
  CHECK(form.head().form == "own.休暇-願");
  CHECK(form.head().whole_period);
  const auto sheets = Bind(form, Value(ValueMap{}), {});
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].name == "様式");
  CHECK(TextsOf(sheets[0]) == "A1=休暇願\nB3=1,234\n");
  CHECK(sheets[0].cells[0].column_span == 3);
  CHECK(sheets[0].cells[0].row_span == 2);
  CHECK(sheets[0].columns == std::vector<Um>{16000, 16000, 16000});
  CHECK(sheets[0].rows[0].height == 4763);
  CHECK(sheets[0].VerticalEdge(2, 1) == Edge{LineStyle::kThin, 0xFF0000});
  CHECK(sheets[0].HorizontalEdge(2, 1) == Edge{LineStyle::kThin, 0xFF0000});
  CHECK(sheets[0].HorizontalEdge(3, 1) == Edge{});
  CHECK(sheets[0].styles[static_cast<std::size_t>(sheets[0].cells[0].style)].font_name == "ＭＳ 明朝");
}

TEST_CASE("Rows repeat, formulas grow and what stands below moves") {
  Workbook book = PlainWorkbook();
  WorkbookSheet& sheet = book.sheets[0];
  Put(&sheet, 0, 0, std::string("名簿"));
  Put(&sheet, 1, 0, std::string("{{#each staff}}{{loop.number}}"));
  Put(&sheet, 1, 1, std::string("{{氏名}}"));
  Put(&sheet, 1, 2, 10.0);
  PutFormula(&sheet, 1, 3, "C2/C$3");
  Put(&sheet, 1, 4, std::string("{{/each}}"));
  PutFormula(&sheet, 2, 2, "SUM(C2:C2)");
  PutFormula(&sheet, 2, 3, "COUNTA(B2)");
  sheet.merges.push_back({2, 0, 3, 1});
  const Template form = FormOf(book);
  const Value values(ValueMap{{"staff", People({"甲", "乙"})}});
  const auto sheets = Bind(form, values, {});
  CHECK(TextsOf(sheets[0]) ==
        "A1=名簿\n"
        "A2=1\nB2=甲\nC2=10\nD2=0.5 (C2/C$4)\n"
        "A3=2\nB3=乙\nC3=10\nD3=0.5 (C3/C$4)\n"
        "C4=20 (SUM(C2:C3))\nD4=2 (COUNTA(B2:B3))\n");
  const Value nobody(ValueMap{{"staff", People({})}});
  CHECK(TextsOf(Bind(form, nobody, {})[0]) == "A1=名簿\nC2=0 (SUM(C4:C4))\nD2=0 (COUNTA(B4))\n");
}

TEST_CASE("Rows of markers alone vanish, conditions choose rows") {
  Workbook book = PlainWorkbook();
  WorkbookSheet& sheet = book.sheets[0];
  Put(&sheet, 0, 0, std::string("{{#each 職員}}"));
  Put(&sheet, 1, 0, std::string("{{氏名}}"));
  Put(&sheet, 2, 0, std::string("{{#if 職名 = 「主事」}}"));
  Put(&sheet, 3, 0, std::string("主事です"));
  Put(&sheet, 4, 0, std::string("{{else}}"));
  Put(&sheet, 5, 0, std::string("ほかです"));
  Put(&sheet, 6, 0, std::string("{{/if}}"));
  Put(&sheet, 7, 0, std::string("{{/each}}"));
  const auto sheets = Bind(FormOf(book), Value(ValueMap{{"staff", People({"甲"})}}), {});
  CHECK(TextsOf(sheets[0]) == "A1=甲\nA2=主事です\n");
}

TEST_CASE("Numbered names take as many sheets as there are records") {
  Workbook book = PlainWorkbook();
  Put(&book.sheets[0], 0, 0, std::string("{{氏名_1}}"));
  Put(&book.sheets[0], 0, 1, std::string("{{氏名（２）}}"));
  const Template form = FormOf(book);
  const auto sheets = Bind(form, Value(ValueMap{{"staff", People({"甲", "乙", "丙"})}}), {});
  REQUIRE(sheets.size() == 2);
  CHECK(TextsOf(sheets[0]) == "A1=甲\nB1=乙\n");
  CHECK(TextsOf(sheets[1]) == "A1=丙\n");
}

TEST_CASE("Headers name the table that has them") {
  Workbook book = PlainWorkbook();
  Put(&book.sheets[0], 0, 0, std::string("{{氏名}} {{所属名}} {{持出データ}}"));
  const Template form = FormOf(book);
  CHECK(form.head().records_table == "loans");
  CHECK(form.head().key == "{{loan.id}}");
  CHECK(form.head().department == "{{loan.staff.department.code}}");
  CHECK(form.Placeholders() == std::vector<std::string>{"loan.data", "loan.staff.department.name", "loan.staff.name"});
}

TEST_CASE("A settings sheet says whose form it is") {
  Workbook book = PlainWorkbook();
  Put(&book.sheets[0], 0, 0, std::string("{{氏名}}"));
  WorkbookSheet& settings = book.sheets.emplace_back();
  settings.name = "chohyo";
  Put(&settings, 0, 0, std::string("表"));
  Put(&settings, 0, 1, std::string("端末借用"));
  Put(&settings, 1, 0, std::string("条件"));
  Put(&settings, 1, 1, std::string("返却日 = ''"));
  Put(&settings, 2, 0, std::string("題名"));
  Put(&settings, 2, 1, std::string("未返却一覧"));
  const Template form = FormOf(book);
  CHECK(form.head().records_table == "loans");
  CHECK(form.head().where == "loan.returned == ''");
  CHECK(form.head().title == "未返却一覧");
  settings.cells[0].value = std::string("表示");
  CHECK(FaultOf(book) ==
        "templates/own.form.xlsx: chohyo!A1: エラー: 設定「表示」はありません。「表」ではありませんか。");
}

TEST_CASE("Faults name the cell and the nearest name") {
  Workbook book = PlainWorkbook();
  Put(&book.sheets[0], 6, 1, std::string("{{指名}}"));
  CHECK(FaultOf(book) ==
        "templates/own.form.xlsx: 様式!B7: エラー: 「指名」という見出しの表はありません。「氏名」ではありませんか。");
  book.sheets[0].cells[0].value = std::string("{{#each staff}}");
  CHECK(FaultOf(book) == "templates/own.form.xlsx: 様式!B7: エラー: {{#each}} に対する {{/each}} がありません。");
  book.sheets[0].cells[0].value = std::string("{{日付}} {{職員番号}}");
  CHECK(FaultOf(book).find("どの表の様式か決められません") != std::string::npos);
}

TEST_CASE("Another tool's placeholders are told of and printed as they stand") {
  for (const char* text :
       {"${name}", "<%= x %>", "[[x]]", "%name%", "{x}", "«氏名»", "{d.x}", "<<x>>", "#{x}", "{氏名}"}) {
    CAPTURE(text);
    CHECK(ForeignSyntaxIn(text).has_value());
  }
  for (const char* text : {"達成率 50%〜60%", "[注意]", "令和　年　月　日", "3 < 5 > 2", "A4 [縦]", "100% 50%"}) {
    CAPTURE(text);
    CHECK_FALSE(ForeignSyntaxIn(text).has_value());
  }
  Workbook book = PlainWorkbook();
  Put(&book.sheets[0], 0, 1, std::string("${name} 様"));
  const Template form = FormOf(book);
  REQUIRE(form.Notes().size() == 2);
  CHECK(form.Notes()[0].cell == "B1");
  CHECK(form.Notes()[0].warning);
  CHECK(TextsOf(Bind(form, Value(ValueMap{}), {})[0]) == "B1=${name} 様\n");
}

TEST_CASE("Header codes become texts") {
  FormNotes notes;
  const HeaderTexts texts = HeaderTextsOf("&L&\"ＭＳ 明朝,太字\"&12様式 A&&B&C&A&R&P / &N", "申請", "f.xlsx", &notes);
  CHECK(texts.left == "様式 A&B");
  CHECK(texts.center == "申請");
  CHECK(texts.right == "{page} / {pages}");
  CHECK(texts.size == 1200);
}

TEST_CASE("Numbers at the end of names") {
  CHECK(NumberedNameOf("氏名_3")->number == 3);
  CHECK(NumberedNameOf("氏名＿１２")->number == 12);
  CHECK(NumberedNameOf("氏名-3")->base == "氏名");
  CHECK(NumberedNameOf("氏名(40)")->number == 40);
  CHECK_FALSE(NumberedNameOf("氏名").has_value());
  CHECK_FALSE(NumberedNameOf("氏名_0").has_value());
  CHECK_FALSE(NumberedNameOf("12").has_value());
}

TEST_CASE("Files name forms") {
  CHECK(FormIdOf("templates/oyama.device-loan.xlsx") == "oyama.device-loan");
  CHECK(FormIdOf("休暇簿.xlsx") == "own.休暇簿");
  CHECK(FormIdOf("様式第1号.別紙.xlsx") == "own.様式第1号-別紙");
}
