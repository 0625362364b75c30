// Conditions of COUNTIF and its like: 5, ">=10", "<>", "未*", "~?".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/formula/formula_node.h"
#include "pipeline/formula/operand.h"

namespace chohyo {

/// True if the whole text fits a pattern: ? one character, * any, ~ before either for itself. Case does not count.
bool FitsWildcards(std::string_view text, std::string_view pattern);

/// The offset in code points at which the pattern first fits, from `start` on; nothing if nowhere.
std::optional<std::size_t> FindWildcards(std::u32string_view text, std::u32string_view pattern, std::size_t start);

/// True if a text holds ? * or ~.
bool HasWildcards(std::string_view text);

class Criterion {
 public:
  /// A condition as written: a value, or a text that may begin with a comparison.
  Criterion(const ExcelValue& condition, double today);

  bool Holds(const ExcelValue& value) const;

 private:
  bool HoldsText(const ExcelValue& value) const;

  FormulaOperator op_;
  ExcelValue value_;
  bool blank_ = false;        ///< "", "=" or "<>": about empty cells
  bool takes_empty_ = false;  ///< "": an empty text counts as an empty cell
  double today_;
};

}  // namespace chohyo
