#include "forms/list_condition.h"

#include <algorithm>
#include <charconv>

#include "pipeline/base/era.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

std::string WithPlainSigns(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"≠", "!="}, {"≦", "<="}, {"≧", ">="}, {"＝", "="}, {"＜", "<"}, {"＞", ">"}, {"！", "!"}};
  for (const auto& [wide, plain] : kSigns) {
    for (std::size_t at = text.find(wide); at != std::string::npos; at = text.find(wide, at)) {
      text.replace(at, wide.size(), plain);
    }
  }
  return text;
}

std::string Unquoted(std::string_view text) {
  text = Trim(text);
  const bool quoted = text.size() >= 2 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front();
  return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

template <typename T>
int Order(const T& a, const T& b) {
  if (a < b) return -1;
  return b < a ? 1 : 0;
}

}  // namespace

ListCondition::ListCondition(const std::string& text, const AnyTable& table) : text_(text) {
  constexpr std::pair<std::string_view, Sign> kSigns[] = {
      {"含む", Sign::kContains}, {"!=", Sign::kUnequal}, {"<=", Sign::kAtMost}, {">=", Sign::kAtLeast},
      {"=", Sign::kEqual},       {"<", Sign::kLess},     {">", Sign::kGreater}};
  const std::string plain = WithPlainSigns(text);
  for (const auto& [sign, meaning] : kSigns) {
    const std::size_t at = plain.find(sign);
    if (at == std::string::npos || at == 0) continue;
    sign_ = meaning;
    column_ = table.Find(std::string(Trim(std::string_view(plain).substr(0, at))));
    std::string_view values = std::string_view(plain).substr(at + sign.size());
    if (values.starts_with('=')) values.remove_prefix(1);  // == as templates write it
    for (const std::string_view value : Split(values, '|')) values_.push_back(Unquoted(value));
    return;
  }
  throw InputFault(Say("条件「{}」が読めません。「列=値」のように書いてください（= != < > <= >= 含む）。",
                       "the condition \"{}\" is not understood; write column=value (= != < > <= >= 含む).", text));
}

bool ListCondition::Holds(const Value& row) const {
  const Value value = ValueAt(row, column_);
  if (!value.IsList()) return HoldsFor(value);
  const bool any = std::any_of(value.list().begin(), value.list().end(),
                               [this](const Value& entry) { return HoldsFor(entry) != (sign_ == Sign::kUnequal); });
  return any != (sign_ == Sign::kUnequal);
}

bool ListCondition::HoldsFor(const Value& value) const {
  const auto holds = [&](const std::string& wanted) { return HoldsForLeaf(value.scalar(), wanted); };
  return sign_ == Sign::kUnequal ? std::all_of(values_.begin(), values_.end(), holds)
                                 : std::any_of(values_.begin(), values_.end(), holds);
}

bool ListCondition::HoldsForLeaf(const Scalar& scalar, const std::string& wanted) const {
  const bool empty = Value(scalar).IsEmpty();
  if (sign_ == Sign::kContains) {
    return FoldForComparing(FormatValue(scalar, {})).find(FoldForComparing(wanted)) != std::string::npos;
  }
  if (empty || wanted.empty()) {
    if (sign_ == Sign::kEqual) return empty == wanted.empty();
    return sign_ == Sign::kUnequal && empty != wanted.empty();
  }
  const int order = Compare(scalar, wanted);
  switch (sign_) {
    case Sign::kEqual: return order == 0;
    case Sign::kUnequal: return order != 0;
    case Sign::kLess: return order < 0;
    case Sign::kGreater: return order > 0;
    case Sign::kAtMost: return order <= 0;
    case Sign::kAtLeast: return order >= 0;
    case Sign::kContains: break;
  }
  return false;
}

int ListCondition::Compare(const Scalar& scalar, const std::string& wanted) const {
  if (const Date* date = std::get_if<Date>(&scalar)) {
    const DateReading reading = ReadDate(wanted);
    if (reading.date) return Order(*date, *reading.date);
    throw InputFault(
        Say("条件「{}」: 「{}」は日付として読めません。", "condition \"{}\": \"{}\" is no date.", text_, wanted));
  }
  if (const Month* month = std::get_if<Month>(&scalar)) {
    const MonthReading reading = ReadMonth(wanted);
    if (reading.month) return Order(month->first(), reading.month->first());
    throw InputFault(
        Say("条件「{}」: 「{}」は年月として読めません。", "condition \"{}\": \"{}\" is no month.", text_, wanted));
  }
  const auto* whole = std::get_if<std::int64_t>(&scalar);
  const auto* broken = std::get_if<double>(&scalar);
  if (whole != nullptr || broken != nullptr) {
    const std::string half = HalfWidth(wanted);
    double number = 0;
    const auto [end, error] = std::from_chars(half.data(), half.data() + half.size(), number);
    if (error == std::errc() && end == half.data() + half.size()) {
      return Order(whole != nullptr ? static_cast<double>(*whole) : *broken, number);
    }
    throw InputFault(
        Say("条件「{}」: 「{}」は数として読めません。", "condition \"{}\": \"{}\" is no number.", text_, wanted));
  }
  if (const auto* text = std::get_if<std::string>(&scalar)) {
    return Order(FoldForComparing(*text), FoldForComparing(wanted));
  }
  return Order(FormatValue(scalar, {}), HalfWidth(wanted));
}

std::vector<ListCondition> ReadConditions(const std::vector<std::string>& texts, const AnyTable& table) {
  std::vector<ListCondition> conditions;
  for (std::string text : texts) {
    for (const std::string_view word : {std::string_view("かつ"), std::string_view(" and ")}) {
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word)) {
        text.replace(at, word.size(), "\n");
      }
    }
    for (const std::string_view part : Split(text, '\n')) {
      if (!Trim(part).empty()) conditions.emplace_back(std::string(Trim(part)), table);
    }
  }
  return conditions;
}

}  // namespace chohyo
