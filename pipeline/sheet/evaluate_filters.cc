// Filters and conditions of the template language.
#include <compare>
#include <optional>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/sheet/evaluate.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr std::string_view kListSeparator = "、";
constexpr char32_t kFullWidthShift = 0xFEE0;

/// What a date's place on a form for handwriting shows.
std::string_view BlankDate(std::string_view format) {
  if (format == "wareki") return "令和　年　月　日";
  if (format == "month") return "令和　年　月";
  if (format == "fiscal_year") return "令和　年度";
  if (format == "md") return "　月　日";
  if (format == "md_weekday") return "　月　日（　）";
  return {};
}

std::string JoinList(const Value& list, std::string_view format, std::string_view separator) {
  std::string joined;
  for (const Value& element : list.list()) {
    const std::string text = FormatValue(element.scalar(), format);
    if (text.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

std::string FullWidth(std::string_view text) {
  std::string full;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    const bool ascii = c > U' ' && c <= U'~';
    AppendUtf8(c == U' ' ? U'　' : ascii ? c + kFullWidthShift : c, &full);
  }
  return full;
}

void SetText(std::string text, Result* result) {
  result->own = std::move(text);
  result->scalar = &result->own;
  result->list = nullptr;
}

bool IsNothing(const Scalar& scalar) {
  const auto* text = std::get_if<std::string>(&scalar);
  return text != nullptr ? text->empty() : std::holds_alternative<std::monostate>(scalar);
}

std::optional<double> Number(const Scalar& scalar) {
  if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&scalar)) return *number;
  if (const auto* truth = std::get_if<bool>(&scalar)) return *truth ? 1.0 : 0.0;
  if (const auto* minutes = std::get_if<Minutes>(&scalar)) return minutes->value;
  if (const auto* time = std::get_if<TimeOfDay>(&scalar)) return time->minutes;
  if (const auto* date = std::get_if<Date>(&scalar)) return date->days();
  return std::nullopt;
}

/// Numbers, times and days compare by size; else texts, days as 2021-01-13.
std::partial_ordering Compare(const Scalar& left, const Scalar& right) {
  const auto a = Number(left);
  const auto b = Number(right);
  if (a && b) return *a <=> *b;
  if (IsNothing(left) || IsNothing(right)) {
    return IsNothing(left) && IsNothing(right) ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
  }
  return FormatValue(left, "iso") <=> FormatValue(right, "iso");
}

bool Agrees(Comparison comparison, std::partial_ordering order) {
  switch (comparison) {
    case Comparison::kEqual: return order == 0;
    case Comparison::kUnequal: return order != 0;
    case Comparison::kLess: return order < 0;
    case Comparison::kGreater: return order > 0;
    case Comparison::kAtMost: return order <= 0;
    case Comparison::kAtLeast: return order >= 0;
    case Comparison::kTrue:
    case Comparison::kFalse: break;
  }
  return false;
}

bool IsTrueResult(const Result& result) {
  return result.list != nullptr ? result.list->IsTrue() : IsTrue(*result.scalar);
}

}  // namespace

std::string Evaluator::Shown(const Result& result) const {
  if (result.list != nullptr) return JoinList(*result.list, result.format, kListSeparator);
  return FormatValue(*result.scalar, result.format);
}

void Evaluator::ApplyAge(const Filter& filter, Result* result) {
  Value scratch;
  const Value* found = Find(filter.path, &scratch);
  const auto* birth = std::get_if<Date>(result->scalar);
  const auto* day = found != nullptr ? std::get_if<Date>(&found->scalar()) : nullptr;
  const auto age = birth != nullptr && day != nullptr ? AgeOn(*birth, *day) : std::nullopt;
  result->own = age ? Scalar(std::int64_t{*age}) : Scalar();
  result->scalar = &result->own;
  result->format = {};
}

void Evaluator::ApplyText(const Filter& filter, Result* result) {
  const std::string shown = Shown(*result);
  const std::string_view text = filter.argument;
  switch (filter.kind) {
    case FilterKind::kPrefix:
      if (!shown.empty()) SetText(std::string(text) + shown, result);
      break;
    case FilterKind::kSuffix:
      if (!shown.empty()) SetText(shown + std::string(text), result);
      break;
    case FilterKind::kHalf: SetText(HalfWidth(shown), result); break;
    case FilterKind::kFull: SetText(FullWidth(shown), result); break;
    default: break;
  }
}

void Evaluator::ApplyFilter(const Filter& filter, Result* result) {
  const bool nothing = result->list != nullptr ? result->list->list().empty() : IsNothing(*result->scalar);
  switch (filter.kind) {
    case FilterKind::kFormat:
      result->format = filter.argument;
      if (nothing && blank_ && !BlankDate(filter.argument).empty()) {
        SetText(std::string(BlankDate(filter.argument)), result);
      }
      break;
    case FilterKind::kAge: ApplyAge(filter, result); break;
    case FilterKind::kDefault:
      if (nothing && !result->missing) SetText(filter.argument, result);
      break;
    case FilterKind::kJoin:
      if (result->list != nullptr) SetText(JoinList(*result->list, result->format, filter.argument), result);
      break;
    case FilterKind::kYes:
      if (IsTrueResult(*result)) SetText(filter.argument, result);
      break;
    case FilterKind::kNo:
      if (!nothing && !IsTrueResult(*result)) SetText(filter.argument, result);
      break;
    default: ApplyText(filter, result); break;
  }
}

bool Evaluator::Holds(const Test& test) {
  Result left;
  Evaluate(test.left, &left);
  if (left.missing) return false;
  if (test.comparison == Comparison::kTrue) return IsTrueResult(left);
  if (test.comparison == Comparison::kFalse) return !IsTrueResult(left);
  Result right;
  Evaluate(test.right, &right);
  if (right.missing) return false;
  return Agrees(test.comparison, Compare(*left.scalar, *right.scalar));
}

bool Evaluator::Holds(const Condition& condition) {
  for (const std::vector<Test>& tests : condition.alternatives) {
    bool all = true;
    for (const Test& test : tests) all = all && Holds(test);
    if (all) return true;
  }
  return false;
}

}  // namespace chohyo
