#include "pipeline/workbook/cell_address.h"

#include <catch2/catch.hpp>

#include "pipeline/workbook/shared_formula.h"
#include "tests/unit/workbook/workbook_dump.h"

namespace chohyo {
namespace {

std::string Range(std::string_view text) {
  const auto range = ReadRange(text);
  return range ? RangeText(*range) : "none";
}

std::string Areas(std::string_view text) {
  const auto areas = ReadAreas(text);
  if (!areas) return "none";
  std::string out;
  for (const WorkbookRange& area : *areas) out += RangeText(area) + " ";
  return out;
}

TEST_CASE("ranges of cells, whole columns and whole rows") {
  CHECK(Range("B7") == "B7:B7");
  CHECK(Range("$C$5:A1") == "A1:C5");
  CHECK(Range("$A:$C") == "A1:C1048576");
  CHECK(Range("1:3") == "A1:XFD3");
  CHECK(Range("XFD1048576") == "XFD1048576:XFD1048576");
  for (const char* bad : {"", "A", "1", "XFE1", "A0", "A1048577", "A1:B", "A:1", "$", "A1:", "あ1", "A99999999999"}) {
    INFO(bad);
    CHECK(Range(bad) == "none");
  }
}

TEST_CASE("print areas name their sheet, which may hold commas") {
  CHECK(Areas("様式!$A$1:$C$5") == "A1:C5 ");
  CHECK(Areas("'1月, 2月'!$A$1:$C$5,'1月, 2月'!$E:$F") == "A1:C5 E1:F1048576 ");
  CHECK(Areas("'it''s'!$A$1") == "A1:A1 ");
  CHECK(Areas("OFFSET(A1,0,0,5,5)") == "none");
  CHECK(Areas("#REF!") == "none");
}

TEST_CASE("columns have letters") {
  for (const auto& [column, letters] : std::vector<std::pair<int, std::string>>{
           {0, "A"}, {25, "Z"}, {26, "AA"}, {701, "ZZ"}, {702, "AAA"}, {16383, "XFD"}}) {
    CHECK(ColumnLetters(column) == letters);
    CHECK(ReadColumnLetters(letters) == column);
  }
}

TEST_CASE("shared formulas move their relative references only") {
  CHECK(MovedFormula("A1+$B2+C$3+$D$4", 2, 1) == "B3+$B4+D$3+$D$4");
  CHECK(MovedFormula("SUM(A:A,$B:C,3:3,$4:5)", 1, 1) == "SUM(B:B,$B:D,4:4,$4:6)");
  CHECK(MovedFormula("IF(A1=\"A1\",'A1 様'!A1,表!B2)", 1, 0) == "IF(A2=\"A1\",'A1 様'!A2,表!B3)");
  CHECK(MovedFormula("LOG10(A1)+A1B+氏名A1+T1_x+1.5E3", 1, 0) == "LOG10(A2)+A1B+氏名A1+T1_x+1.5E3");
  CHECK(MovedFormula("Table1[[#This Row],[A1]]*A1", 1, 0) == "Table1[[#This Row],[A1]]*A2");
  CHECK(MovedFormula("A1:B2", -1, 0) == "#REF!:B1");
  CHECK(MovedFormula("XFD1", 0, 1) == "#REF!");
  CHECK(MovedFormula("1048576:1048576", 1, 0) == "#REF!");
  CHECK(MovedFormula("2147483647:2147483647", 1, 0) == "2147483647:2147483647");
  CHECK(MovedFormula("\"open", 1, 1) == "\"open");
  CHECK(MovedFormula("[open", 1, 1) == "[open");
}

}  // namespace
}  // namespace chohyo
