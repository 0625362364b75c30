#include "pipeline/formula/conditional.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/formula/cell_reference.h"

namespace chohyo {
namespace {

/// What a rule's formula is made of.
struct RuleWords {
  const ConditionalRule& rule;
  std::string cell;                   ///< the first cell, relative: "B2"
  std::vector<std::string> absolute;  ///< the ranges: "$B$2:$B$9"

  const std::string& Formula(std::size_t i) const {
    static const std::string kNone = "0";
    return i < rule.formulas.size() ? rule.formulas[i] : kNone;
  }
  std::string Text() const {
    std::string quoted = "\"";
    for (const char c : rule.text) {
      if (c == '"') quoted += '"';
      quoted += c;
    }
    return quoted + "\"";
  }
  /// How often the cell's value stands in the ranges.
  std::string Count() const {
    std::vector<std::string> counts;
    for (const std::string& range : absolute) counts.push_back("COUNTIF(" + range + "," + cell + ")");
    return Join(counts, "+");
  }
  std::string Ranges() const {
    const std::string ranges = Join(absolute, ",");
    return absolute.size() == 1 ? ranges : "(" + ranges + ")";
  }
};

std::optional<std::string> CellIs(const RuleWords& words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSigns = {{{"equal", "="},
                                                                                    {"notEqual", "<>"},
                                                                                    {"lessThan", "<"},
                                                                                    {"lessThanOrEqual", "<="},
                                                                                    {"greaterThan", ">"},
                                                                                    {"greaterThanOrEqual", ">="}}};
  for (const auto& [op, sign] : kSigns) {
    if (words.rule.op == op) return words.cell + std::string(sign) + "(" + words.Formula(0) + ")";
  }
  if (words.rule.op != "between" && words.rule.op != "notBetween") return std::nullopt;
  // The limits may stand in either order.
  const std::string limits = "(" + words.Formula(0) + "),(" + words.Formula(1) + ")";
  const std::string between = "AND(" + words.cell + ">=MIN(" + limits + ")," + words.cell + "<=MAX(" + limits + "))";
  return words.rule.op == "between" ? between : "NOT(" + between + ")";
}

std::optional<std::string> TextRule(const RuleWords& words) {
  const std::string& type = words.rule.type;
  const std::string length = std::to_string(CodePoints(words.rule.text).size());
  if (type == "containsText") return "NOT(ISERROR(SEARCH(" + words.Text() + "," + words.cell + ")))";
  if (type == "notContainsText") return "ISERROR(SEARCH(" + words.Text() + "," + words.cell + "))";
  if (type == "beginsWith") return "LEFT(" + words.cell + "," + length + ")=" + words.Text();
  if (type == "endsWith") return "RIGHT(" + words.cell + "," + length + ")=" + words.Text();
  return std::nullopt;
}

std::optional<std::string> StateRule(const RuleWords& words) {
  const std::string& type = words.rule.type;
  if (type == "containsBlanks") return "LEN(TRIM(" + words.cell + "))=0";
  if (type == "notContainsBlanks") return "LEN(TRIM(" + words.cell + "))>0";
  if (type == "containsErrors") return "ISERROR(" + words.cell + ")";
  if (type == "notContainsErrors") return "NOT(ISERROR(" + words.cell + "))";
  if (type == "duplicateValues") return "AND(NOT(ISBLANK(" + words.cell + "))," + words.Count() + ">1)";
  if (type == "uniqueValues") return "AND(NOT(ISBLANK(" + words.cell + "))," + words.Count() + "=1)";
  return std::nullopt;
}

std::string TopRule(const RuleWords& words) {
  const std::string numbers = words.Ranges();
  const std::string rank = std::to_string(std::max(words.rule.rank, 1));
  const std::string count = words.rule.percent ? "MAX(1,INT(COUNT(" + numbers + ")*" + rank + "%))"
                                               : "MIN(" + rank + ",COUNT(" + numbers + "))";
  const std::string limit = (words.rule.bottom ? "<=SMALL(" : ">=LARGE(") + numbers + "," + count + ")";
  return "AND(ISNUMBER(" + words.cell + ")," + words.cell + limit + ")";
}

std::string AverageRule(const RuleWords& words) {
  const std::string sign = std::string(words.rule.below_average ? "<" : ">") + (words.rule.equal_average ? "=" : "");
  return "AND(ISNUMBER(" + words.cell + ")," + words.cell + sign + "AVERAGE(" + words.Ranges() + "))";
}

std::string Absolute(FormulaRange range) {
  range.sheet.clear();
  range.first_row_absolute = range.first_column_absolute = true;
  range.last_row_absolute = range.last_column_absolute = true;
  return RangeText(range);
}

/// A row or column moved unless fixed; nothing beyond the sheet.
bool MoveIndex(int by, bool fixed, int limit, int* index) {
  if (!fixed) *index += by;
  return *index >= 0 && *index < limit;
}

}  // namespace

std::optional<std::string> ConditionFormula(const ConditionalRule& rule, const std::vector<FormulaRange>& ranges,
                                            std::string* reason) {
  RuleWords words{rule, ranges.empty() ? "A1" : CellName(ranges.front().first_row, ranges.front().first_column), {}};
  for (const FormulaRange& range : ranges) words.absolute.push_back(Absolute(range));
  std::optional<std::string> formula;
  if (rule.type == "expression" && !rule.formulas.empty()) formula = rule.formulas.front();
  if (rule.type == "cellIs") formula = CellIs(words);
  if (!formula) formula = TextRule(words);
  if (!formula) formula = StateRule(words);
  if (rule.type == "top10" && !ranges.empty()) formula = TopRule(words);
  if (rule.type == "aboveAverage" && !ranges.empty()) formula = AverageRule(words);
  if (!formula) {
    *reason = Say("条件付き書式「{}」は扱えません", "the conditional format '{}' cannot be honoured", rule.type);
  }
  return formula;
}

FormulaCondition::FormulaCondition(ExcelFormula formula, FormulaPlace first)
    : formula_(std::move(formula)), first_(std::move(first)) {}

std::optional<FormulaCondition> FormulaCondition::Parse(const std::string& formula, const FormulaPlace& first,
                                                        std::string* reason) {
  std::optional<ExcelFormula> parsed = ExcelFormula::Parse(formula, reason);
  if (!parsed) return std::nullopt;
  const std::vector<std::string> unknown = parsed->UnknownFunctions();
  if (!unknown.empty()) {
    *reason = Say("関数 {} は計算できません", "the function {} cannot be computed", Join(unknown, ", "));
    return std::nullopt;
  }
  return FormulaCondition(std::move(*parsed), first);
}

bool FormulaCondition::Holds(const FormulaCells& cells, const FormulaPlace& cell) const {
  const ExcelFormula moved = MovedBy(formula_, cell.row - first_.row, cell.column - first_.column);
  const ExcelValue value = moved.Compute(cells, cell, true);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  const auto* number = std::get_if<double>(&value);
  return number != nullptr && *number != 0;
}

ExcelFormula MovedBy(const ExcelFormula& formula, int rows, int columns) {
  return formula.Moved([rows, columns](const FormulaRange& range) -> std::vector<FormulaRange> {
    FormulaRange moved = range;
    const bool whole_columns = IsWholeColumns(range);
    const bool whole_rows = IsWholeRows(range);
    const bool inside =
        MoveIndex(rows, range.first_row_absolute || whole_columns, kExcelRows, &moved.first_row) &&
        MoveIndex(rows, range.last_row_absolute || whole_columns, kExcelRows, &moved.last_row) &&
        MoveIndex(columns, range.first_column_absolute || whole_rows, kExcelColumns, &moved.first_column) &&
        MoveIndex(columns, range.last_column_absolute || whole_rows, kExcelColumns, &moved.last_column);
    if (!inside) return {};
    if (moved.first_row > moved.last_row) {
      std::swap(moved.first_row, moved.last_row);
      std::swap(moved.first_row_absolute, moved.last_row_absolute);
    }
    if (moved.first_column > moved.last_column) {
      std::swap(moved.first_column, moved.last_column);
      std::swap(moved.first_column_absolute, moved.last_column_absolute);
    }
    return {moved};
  });
}

}  // namespace chohyo
