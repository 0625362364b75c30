// Seeded and bounded: texts put together from what formulas and codes are made of never break the readers.
#include <catch2/catch.hpp>

#include <iterator>
#include <random>

#include "pipeline/base/text.h"
#include "pipeline/formula/excel_formula.h"
#include "pipeline/formula/number_code.h"
#include "tests/unit/formula/cells_fixture.h"
#include "tests/unit/formula/formula_cases.h"
#include "tests/unit/formula/number_code_cases.h"

namespace chohyo {
namespace {

std::string Assembled(std::mt19937* random, const std::vector<std::string>& pieces, int most) {
  std::string text;
  for (int count = 1 + static_cast<int>((*random)() % most); count > 0; --count)
    text += pieces[(*random)() % pieces.size()];
  return text;
}

/// A text with some bytes changed, doubled or gone.
std::string Mutated(std::mt19937* random, std::string text) {
  for (int changes = 1 + static_cast<int>((*random)() % 4); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = (*random)() % text.size();
    switch ((*random)() % 3) {
      case 0: text[at] = static_cast<char>((*random)() % 256); break;
      case 1: text.erase(at, 1); break;
      default: text.insert(at, text.substr(at, (*random)() % 6)); break;
    }
  }
  return text;
}

/// Reads, writes, reads again, computes. Returns whether it could be read.
bool Survives(const std::string& text, const FormulaCells& cells) {
  std::string reason;
  const auto formula = ExcelFormula::Parse(text, &reason);
  if (!formula) {
    CHECK_FALSE(reason.empty());
    return false;
  }
  const std::string written = formula->Text();
  const auto again = ExcelFormula::Parse(written, &reason);
  INFO(text << " → " << written);
  REQUIRE(again);
  CHECK(again->Text() == written);
  const FormulaPlace here{"表", 2, 5};
  const ExcelValue value = formula->Compute(cells, here);
  CHECK(formula_test::Shown(again->Compute(cells, here)) == formula_test::Shown(value));
  formula->Compute(cells, here, true);
  formula->Moved([](const FormulaRange& range) { return std::vector<FormulaRange>{range, range}; }).Text();
  return true;
}

TEST_CASE("Any text is a formula or refused") {
  const std::vector<std::string> pieces = {"A1",
                                           "B2:C5",
                                           "$A:$B",
                                           "3:4",
                                           "'１月 表'!A1",
                                           "+",
                                           "-",
                                           "*",
                                           "/",
                                           "^",
                                           "%",
                                           "&",
                                           "=",
                                           "<>",
                                           "<=",
                                           "(",
                                           ")",
                                           ",",
                                           " ",
                                           ":",
                                           "{",
                                           "}",
                                           ";",
                                           "1",
                                           "0.5",
                                           "1e308",
                                           "-7",
                                           "\"8:30\"",
                                           "\"あ\"",
                                           "\"~?\"",
                                           "TRUE",
                                           "#N/A",
                                           "定数",
                                           "SUM(",
                                           "IF(",
                                           "TEXT(",
                                           "MID(",
                                           "COUNTIF(",
                                           "INDEX(",
                                           "MATCH(",
                                           "DATE(",
                                           "ROUND(",
                                           "REPT(",
                                           "OFFSET(",
                                           "1E9",
                                           "WORKDAY(",
                                           "LOOKUP(",
                                           "SUMPRODUCT(",
                                           "INDIRECT(",
                                           "CHAR(",
                                           "EDATE(",
                                           "SUBSTITUTE(",
                                           "LARGE(",
                                           "_xlfn.XLOOKUP("};
  std::mt19937 random(20240401);
  const auto cells = formula_test::DutyCells();
  int read = 0;
  for (int round = 0; round < 20'000; ++round) read += Survives(Assembled(&random, pieces, 12), cells) ? 1 : 0;
  CHECK(read > 500);
}

TEST_CASE("Formulas with slips of the hand are formulas or refused") {
  std::mt19937 random(7);
  const auto cells = formula_test::DutyCells();
  int read = 0;
  for (int round = 0; round < 20; ++round) {
    for (const auto& [formula, value] : formula_test::kFormulaCases)
      read += Survives(Mutated(&random, formula), cells) ? 1 : 0;
  }
  CHECK(read > 500);
}

TEST_CASE("Every function stands any arguments") {
  const std::vector<std::string> arguments = {
      "",    "0",  "-1",   "1E+15",     "-1E+300", "0.5", "\"\"",  "\"あいう\"", "A1:C7", "C:C",
      "A10", "A7", "TRUE", "{1,2;3,4}", "#REF!",   "B2",  "45383", "3",          "1",     "\"2024/4/1\""};
  std::mt19937 random(11);
  const auto cells = formula_test::DutyCells();
  int read = 0;
  for (const auto& [formula, value] : formula_test::kFormulaCases) {
    const std::string text = formula;
    const std::size_t open = text.find('(');
    if (open == std::string::npos || open == 0 || text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ._xlfn") < open)
      continue;
    for (int round = 0; round < 40; ++round) {
      std::string call = text.substr(0, open + 1);
      for (int count = static_cast<int>(random() % 6), i = 0; i < count; ++i) {
        call += (i > 0 ? "," : "") + arguments[random() % arguments.size()];
      }
      read += Survives(call + ")", cells) ? 1 : 0;
    }
  }
  CHECK(read > 5000);
}

TEST_CASE("Any text is a number format code") {
  const std::vector<std::string> pieces = {
      "0", "#", "?",   ",",     ".",    "%",       "E+0",      "E-",       "/",  ";",      "@", "General", "\"",
      "[", "]", "[h]", "[Red]", "[<5]", "[$-411]", "[DBNum1]", "[DBNum3]", "\\", "_",      "*", "!",       "y",
      "m", "d", "h",   "s",     "g",    "e",       "aaa",      "AM/PM",    "年", "ss.000", "r", "b",       "100"};
  const std::vector<double> numbers = {0,    1,     -1,     0.5,    -0.25,           45383.354, 60,
                                       1e15, 1e300, -1e300, 1e-300, 2958465.9999999, 12345678.9};
  std::mt19937 random(3);
  for (int round = 0; round < 30'000; ++round) {
    const std::string code =
        round % 2 == 0
            ? Assembled(&random, pieces, 10)
            : Mutated(&random, formula_test::kCodeCases[random() % std::size(formula_test::kCodeCases)].code);
    INFO(code);
    const std::string shown = ShowByCode(numbers[random() % numbers.size()], code).text;
    CHECK(shown.size() < 5000);
    if (IsValidUtf8(code)) CHECK(IsValidUtf8(shown));
    ShowByCode(std::string("文"), code, true);
    IsDateCode(code);
  }
}

}  // namespace
}  // namespace chohyo
