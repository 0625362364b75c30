#include "pipeline/formula/criteria.h"

#include <array>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/formula/formula_token.h"
#include "pipeline/formula/text_number.h"

namespace chohyo {
namespace {

/// One step of a pattern.
struct PatternStep {
  bool any = false;  ///< *
  bool one = false;  ///< ?
  char32_t letter = 0;
};

std::vector<PatternStep> StepsOf(std::u32string_view pattern) {
  std::vector<PatternStep> steps;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char32_t c = pattern[i];
    const bool escaped = c == U'~' && i + 1 < pattern.size() &&
                         (pattern[i + 1] == U'*' || pattern[i + 1] == U'?' || pattern[i + 1] == U'~');
    if (escaped) ++i;
    steps.push_back({!escaped && c == U'*', !escaped && c == U'?', pattern[i]});
  }
  return steps;
}

/// Fits the steps to the text from `at` on; with `open_end` the text may go on. The last * is tried anew when stuck.
bool Fits(std::u32string_view text, std::size_t at, const std::vector<PatternStep>& steps, bool open_end) {
  std::size_t step = 0;
  std::size_t star = steps.size();
  std::size_t star_at = 0;
  for (;;) {
    if (step == steps.size() && (open_end || at == text.size())) return true;
    if (step < steps.size() && steps[step].any) {
      star = step++;
      star_at = at;
    } else if (step < steps.size() && at < text.size() && (steps[step].one || steps[step].letter == text[at])) {
      ++step;
      ++at;
    } else if (star < steps.size() && star_at < text.size()) {
      step = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
}

std::pair<FormulaOperator, std::string_view> SplitComparison(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, FormulaOperator>, 6> kSigns = {
      {{"<=", FormulaOperator::kLessEqual},
       {">=", FormulaOperator::kGreaterEqual},
       {"<>", FormulaOperator::kNotEqual},
       {"<", FormulaOperator::kLess},
       {">", FormulaOperator::kGreater},
       {"=", FormulaOperator::kEqual}}};
  for (const auto& [sign, op] : kSigns) {
    if (text.starts_with(sign)) return {op, text.substr(sign.size())};
  }
  return {FormulaOperator::kEqual, text};
}

ExcelValue ValueOfText(std::string_view text, double today) {
  if (const auto number = NumberOfText(text, today)) return *number;
  const std::string capitals = Capitals(text);
  if (capitals == "TRUE" || capitals == "FALSE") return capitals == "TRUE";
  if (const auto error = ExcelErrorOf(capitals)) return *error;
  return std::string(text);
}

bool Ordered(FormulaOperator op, int order) {
  switch (op) {
    case FormulaOperator::kLess: return order < 0;
    case FormulaOperator::kLessEqual: return order <= 0;
    case FormulaOperator::kGreater: return order > 0;
    default: return order >= 0;
  }
}

}  // namespace

bool FitsWildcards(std::string_view text, std::string_view pattern) {
  return Fits(CodePoints(FoldCase(text)), 0, StepsOf(CodePoints(FoldCase(pattern))), false);
}

std::optional<std::size_t> FindWildcards(std::u32string_view text, std::u32string_view pattern, std::size_t start) {
  const std::vector<PatternStep> steps = StepsOf(pattern);
  for (std::size_t at = start; at <= text.size(); ++at) {
    if (Fits(text, at, steps, true)) return at;
  }
  return std::nullopt;
}

bool HasWildcards(std::string_view text) { return text.find_first_of("?*~") != std::string_view::npos; }

Criterion::Criterion(const ExcelValue& condition, double today)
    : op_(FormulaOperator::kEqual), value_(condition), today_(today) {
  if (IsEmpty(condition)) value_ = 0.0;
  if (!IsText(condition)) return;
  const std::string& text = std::get<std::string>(condition);
  const auto [op, rest] = SplitComparison(text);
  op_ = op;
  blank_ = rest.empty();
  takes_empty_ = text.empty();
  value_ = ValueOfText(rest, today);
}

bool Criterion::Holds(const ExcelValue& value) const {
  if (blank_) {
    if (op_ != FormulaOperator::kEqual && op_ != FormulaOperator::kNotEqual) return false;
    const bool empty = IsEmpty(value) || (takes_empty_ && IsText(value) && std::get<std::string>(value).empty());
    return empty != (op_ == FormulaOperator::kNotEqual);
  }
  const bool negated = op_ == FormulaOperator::kNotEqual;
  if (negated || op_ == FormulaOperator::kEqual) return HoldsText(value) != negated;
  if (IsEmpty(value) || IsError(value) || IsError(value_) || value.index() != value_.index()) return false;
  return Ordered(op_, CompareValues(value, value_));
}

/// Equality: numbers also with texts that read as this number, texts by pattern.
bool Criterion::HoldsText(const ExcelValue& value) const {
  if (IsText(value_))
    return IsText(value) && FitsWildcards(std::get<std::string>(value), std::get<std::string>(value_));
  if (IsError(value) || IsError(value_)) return value == value_;
  if (IsNumber(value_) && IsText(value)) {
    const auto number = NumberOfText(std::get<std::string>(value), today_);
    return number && CompareValues(*number, value_) == 0;
  }
  return value.index() == value_.index() && CompareValues(value, value_) == 0;
}

}  // namespace chohyo
