#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "pipeline/formula/excel_formula.h"
#include "tests/unit/formula/cells_fixture.h"
#include "tests/unit/formula/formula_cases.h"

namespace chohyo {
namespace {

using formula_test::Computed;

std::string Reread(const std::string& text) {
  std::string reason;
  const auto formula = ExcelFormula::Parse(text, &reason);
  return formula ? formula->Text() : "? " + reason;
}

TEST_CASE("Formulas come to what Excel makes of them") {
  for (const auto& [formula, value] : formula_test::kFormulaCases) {
    INFO(formula);
    CHECK(Computed(formula) == value);
  }
}

TEST_CASE("Array formulas work on whole ranges") {
  CHECK(Computed("SUM(IF(B2:B7=\"総務課\",C2:C7,0))", true) == "15.75");
  CHECK(Computed("MAX(LEN(A1:A7))", true) == "7");
  CHECK(Computed("SUM(C2:C3*2)", true) == "31.5");
  CHECK(Computed("INDEX(A2:A7,MATCH(1,(B2:B7=\"税務課\")*(C2:C7=0),0))", true) == "\"高橋 一郎\"");
}

TEST_CASE("Without being an array formula an operator takes the cell of its own row") {
  CHECK(Computed("C2:C7*2") == "15.5");
  CHECK(Computed("C5:C7*2") == "#VALUE!");
}

TEST_CASE("Formulas are written again as they were read") {
  for (const char* text : {"SUM(A1:B2,$C$3,D$4,$E5)", "-2^2", "(1+2)*3%", "'１月 表'!A1", "勤務表!A:A", "3:5", "$A:$C",
                           "IF(A1,,2)", "{1,\"b\";TRUE,#N/A}", "\"a\"\"b\"", "_xlfn.XLOOKUP(1,A1:A2,B1:B2)",
                           "A1:A3 B2:C2", "SUM((A1,B2))", "A1:INDEX(B:B,3)", "'A1'!B2", "定数<>1", "TRUE()"}) {
    CHECK(Reread(text) == text);
  }
  CHECK(Reread(" sum( a1 , b2 ) ") == "SUM(A1,B2)");
  CHECK(Reread("C3:A1") == "A1:C3");
}

TEST_CASE("What cannot be read is refused with the reason") {
  CHECK(Reread("表1[氏名]") == "? 表の名前による参照「表1[…]」は読めません");
  CHECK(Reread("[1]Sheet1!A1") == "? 表の名前による参照（構造化参照）や別のブックへの参照は読めません");
  CHECK(Reread("'[b.xlsx]Sheet1'!A1") == "? 別のブックへの参照「[b.xlsx]Sheet1」は読めません");
  CHECK(Reread("SUM('1月:3月'!A1)") == "? 複数シートにまたがる参照「1月:3月」は読めません");
  CHECK(Reread("SUM(A1") == "? 「)」がありません");
  CHECK(Reread("1+") == "? 式が途中で終わっています");
  CHECK(Reread("\"abc") == "? 引用符が閉じていません");
  CHECK(Reread("{1,2;3}") == "? 配列の行の長さがそろっていません");
  CHECK(Reread(std::string(1000, '(')) == "? 式の入れ子が深すぎます");
  CHECK(Reread(std::string(1000, '-') + "1") == "? 式の入れ子が深すぎます");
}

std::string MovedBy(const std::string& text, const std::vector<FormulaRange>& to) {
  std::string reason;
  return ExcelFormula::Parse(text, &reason)->Moved([&to](const FormulaRange&) { return to; }).Text();
}

TEST_CASE("Ranges are replaced by one, several or none") {
  FormulaRange cell;
  cell.first_row = cell.last_row = 4;
  FormulaRange rows = cell;
  rows.last_row = 8;
  rows.is_range = true;
  CHECK(MovedBy("SUM(A1:A3)*2", {rows}) == "SUM(A5:A9)*2");
  CHECK(MovedBy("SUM(A1:A3)*2", {cell, rows}) == "SUM(A5,A5:A9)*2");
  CHECK(MovedBy("LARGE(A1:A3,1)", {cell, rows}) == "LARGE((A5,A5:A9),1)");
  CHECK(MovedBy("SUM(A1:A3)", {}) == "SUM(#REF!)");
}

TEST_CASE("Ranges, unknown functions and names are listed") {
  std::string reason;
  const auto formula = ExcelFormula::Parse("FOO(A1,$B$2:C3)+foo(2)+BAR()+定数+SUM('１月 表'!A:A)", &reason);
  REQUIRE(formula);
  CHECK(formula->UnknownFunctions() == std::vector<std::string>{"FOO", "BAR"});
  CHECK(formula->Names() == std::vector<std::string>{"定数"});
  REQUIRE(formula->Ranges().size() == 3);
  CHECK(formula->Ranges()[1].first_row_absolute);
  CHECK(formula->Ranges()[1].last_column == 2);
  CHECK(formula->Ranges()[2].sheet == "１月 表");
  CHECK(formula->Ranges()[2].last_row == 1048575);
}

}  // namespace
}  // namespace chohyo
