#include "pipeline/sheet/excel_code.h"

#include <cmath>
#include <type_traits>

#include "pipeline/formula/number_code.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr std::int32_t kExcelDayOf1970 = 25569;
constexpr double kMinutesPerDay = 1440;

bool IsDay(const Scalar& value) { return std::holds_alternative<Date>(value) || std::holds_alternative<Month>(value); }

bool IsTime(const Scalar& value) {
  return std::holds_alternative<TimeOfDay>(value) || std::holds_alternative<Minutes>(value);
}

/// Under a code for plain numbers a day would show as 44209.
bool GoesByType(const Scalar& value, std::string_view code) {
  return (IsDay(value) || IsTime(value)) && !IsDateCode(code);
}

}  // namespace

ExcelValue ToExcelValue(const Scalar& value) {
  return std::visit(
      [](const auto& typed) -> ExcelValue {
        using T = std::decay_t<decltype(typed)>;
        if constexpr (std::is_same_v<T, std::int64_t>)
          return static_cast<double>(typed);
        else if constexpr (std::is_same_v<T, Date>)
          return static_cast<double>(typed.days() + kExcelDayOf1970);
        else if constexpr (std::is_same_v<T, Month>)
          return static_cast<double>(typed.first().days() + kExcelDayOf1970);
        else if constexpr (std::is_same_v<T, TimeOfDay>)
          return typed.minutes / kMinutesPerDay;
        else if constexpr (std::is_same_v<T, Minutes>)
          return typed.value / kMinutesPerDay;
        else
          return typed;
      },
      value);
}

Scalar FromExcelValue(const ExcelValue& value) {
  return std::visit(
      [](const auto& typed) -> Scalar {
        if constexpr (std::is_same_v<std::decay_t<decltype(typed)>, ExcelError>)
          return std::string(ExcelErrorText(typed));
        else
          return typed;
      },
      value);
}

std::string ShowByExcelCode(const Scalar& value, std::string_view code) {
  if (std::holds_alternative<std::monostate>(value)) return {};
  if (GoesByType(value, code)) return FormatValue(value, {});
  return ShowByCode(ToExcelValue(value), code).text;
}

std::optional<std::string> ExcelCodeFor(const Scalar& value, std::string_view code) {
  if (std::holds_alternative<std::string>(value) || std::holds_alternative<bool>(value)) return std::nullopt;
  if (GoesByType(value, code)) return ExcelNumberFormat(value, {});
  const auto* number = std::get_if<double>(&value);
  if (number != nullptr && !std::isfinite(*number)) return std::nullopt;
  return std::string(code);
}

}  // namespace chohyo
