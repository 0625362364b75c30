#include "pipeline/formula/conditional.h"

#include <catch2/catch.hpp>

#include "tests/unit/formula/cells_fixture.h"

namespace chohyo {
namespace {

/// C2:C7 of the duty table.
std::vector<FormulaRange> Hours() {
  FormulaRange range;
  range.first_row = 1;
  range.last_row = 6;
  range.first_column = range.last_column = 2;
  range.is_range = true;
  return {range};
}

std::string FormulaOf(const ConditionalRule& rule) {
  std::string reason;
  return ConditionFormula(rule, Hours(), &reason).value_or("? " + reason);
}

/// The rows (as numbered) whose hours meet the rule.
std::string Rows(const ConditionalRule& rule) {
  const auto cells = formula_test::DutyCells();
  std::string reason;
  const auto condition = FormulaCondition::Parse(FormulaOf(rule), {"表", 1, 2}, &reason);
  if (!condition) return reason;
  std::string rows;
  for (int row = 1; row < 7; ++row) rows += condition->Holds(cells, {"表", row, 2}) ? std::to_string(row + 1) : "";
  return rows;
}

ConditionalRule RuleOf(const std::string& type, const std::string& op, std::vector<std::string> formulas) {
  ConditionalRule rule;
  rule.type = type;
  rule.op = op;
  rule.formulas = std::move(formulas);
  return rule;
}

ConditionalRule TextRuleOf(const std::string& type, const std::string& text) {
  ConditionalRule rule;
  rule.type = type;
  rule.text = text;
  return rule;
}

TEST_CASE("Comparisons with a value") {
  CHECK(FormulaOf(RuleOf("cellIs", "greaterThan", {"7.8"})) == "C2>(7.8)");
  CHECK(Rows(RuleOf("cellIs", "lessThan", {"8"})) == "34");
  CHECK(Rows(RuleOf("cellIs", "equal", {"\"8\""})) == "5");
  CHECK(Rows(RuleOf("cellIs", "between", {"8", "7"})) == "23");
  CHECK(Rows(RuleOf("cellIs", "notBetween", {"7", "8"})) == "4567");
  CHECK(Rows(RuleOf("cellIs", "greaterThan", {"$C$2"})) == "567");
  CHECK(Rows(RuleOf("cellIs", "equal", {"C3"})) == "");
}

TEST_CASE("Formulas move with the cell") {
  CHECK(Rows(RuleOf("expression", "", {"$B2=\"総務課\""})) == "23");
  CHECK(Rows(RuleOf("expression", "", {"MOD(ROW(),2)=0"})) == "246");
  CHECK(Rows(RuleOf("expression", "", {"1/0"})) == "");
}

TEST_CASE("Texts, blanks, errors, duplicates, the highest, the average") {
  CHECK(FormulaOf(TextRuleOf("containsText", "a\"b")) == "NOT(ISERROR(SEARCH(\"a\"\"b\",C2)))");
  CHECK(Rows(TextRuleOf("containsText", "8")) == "25");
  CHECK(Rows(TextRuleOf("notContainsText", "8")) == "3467");
  CHECK(Rows(TextRuleOf("beginsWith", "7")) == "3");
  CHECK(Rows(TextRuleOf("endsWith", ".25")) == "7");
  CHECK(Rows(TextRuleOf("containsBlanks", "")) == "");
  CHECK(Rows(TextRuleOf("notContainsErrors", "")) == "234567");
  CHECK(Rows(TextRuleOf("duplicateValues", "")) == "25");
  CHECK(Rows(TextRuleOf("uniqueValues", "")) == "3467");
  ConditionalRule top = RuleOf("top10", "", {});
  top.rank = 2;
  CHECK(FormulaOf(top) == "AND(ISNUMBER(C2),C2>=LARGE($C$2:$C$7,MIN(2,COUNT($C$2:$C$7))))");
  CHECK(Rows(top) == "27");
  top.bottom = true;
  CHECK(Rows(top) == "34");
  ConditionalRule average = RuleOf("aboveAverage", "", {});
  CHECK(Rows(average) == "237");
  average.below_average = true;
  CHECK(Rows(average) == "4");
}

TEST_CASE("Rules that no formula says are refused by name") {
  CHECK(FormulaOf(RuleOf("colorScale", "", {})) == "? 条件付き書式「colorScale」は扱えません");
  CHECK(FormulaOf(RuleOf("timePeriod", "", {})) == "? 条件付き書式「timePeriod」は扱えません");
}

TEST_CASE("Moving beyond the sheet leaves #REF!") {
  std::string reason;
  const auto formula = ExcelFormula::Parse("A1+$A$1+B:B", &reason);
  CHECK(MovedBy(*formula, 2, 1).Text() == "B3+$A$1+C:C");
  CHECK(MovedBy(*formula, -1, 0).Text() == "#REF!+$A$1+B:B");
}

}  // namespace
}  // namespace chohyo
