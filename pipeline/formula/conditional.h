// Conditions of conditional formats as formulas, and whether they hold for a cell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/formula/excel_formula.h"

namespace chohyo {

/// A rule as the file has it. Formulas are relative to the first range's first cell.
struct ConditionalRule {
  std::string type;  ///< "cellIs", "expression", "containsText" …
  std::string op;    ///< of cellIs: "greaterThan", "between" …
  std::string text;  ///< of containsText and its like
  std::vector<std::string> formulas;
  int rank = 10;         ///< of top10
  bool percent = false;  ///< of top10: rank is a percentage
  bool bottom = false;   ///< of top10: the smallest
  bool below_average = false;
  bool equal_average = false;
};

/// The rule as a formula (without '=') relative to the first range's first cell; nothing for rules that no formula says
/// (colour scales, data bars, icons, time periods, standard deviations): `reason` then tells, in the user's language.
std::optional<std::string> ConditionFormula(const ConditionalRule& rule, const std::vector<FormulaRange>& ranges,
                                            std::string* reason);

/// A condition's formula read once, asked for many cells.
class FormulaCondition {
 public:
  /// `first`: the cell that the formula is relative to. Nothing with a reason if it cannot be read or computed.
  static std::optional<FormulaCondition> Parse(const std::string& formula, const FormulaPlace& first,
                                               std::string* reason);

  /// True if it holds for the cell: TRUE or a number other than 0; errors do not hold.
  bool Holds(const FormulaCells& cells, const FormulaPlace& cell) const;

 private:
  FormulaCondition(ExcelFormula formula, FormulaPlace first);
  ExcelFormula formula_;
  FormulaPlace first_;
};

/// The formula with its relative references moved by rows and columns, as copying a cell does; beyond the sheet #REF!.
ExcelFormula MovedBy(const ExcelFormula& formula, int rows, int columns);

}  // namespace chohyo
