#include "pipeline/sheet/format.h"

#include <fmt/format.h>

#include <cmath>

#include "pipeline/base/era.h"
#include "pipeline/sheet/excel_code.h"

namespace chohyo {
namespace {

using Display = std::string (*)(const Scalar&);
using ExcelCode = std::optional<std::string> (*)(const Scalar&);

/// A row of the table of formats.
struct Format {
  std::string_view name;
  Display display;
  ExcelCode excel;
};

constexpr int kMinutesPerHour = 60;
constexpr double kWholeDoubles = 1e15;           // below it a double without decimals prints all its digits
constexpr std::int32_t kFirstExcelDay = -25508;  // 1900-03-01: before it Excel's calendar is a day off

std::optional<Date> DateOf(const Scalar& value) {
  if (const auto* date = std::get_if<Date>(&value)) return *date;
  if (const auto* month = std::get_if<Month>(&value)) return month->first();
  return std::nullopt;
}

std::optional<double> NumberOf(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return std::nullopt;
}

/// Rounds half away from zero as Excel does, which reads 1.005 as written although the double lies just below.
double RoundAsShown(double number) {
  constexpr double kLastDigit = 2e-15;
  return std::round(number + number * kLastDigit);
}

std::string Grouped(const std::string& digits) {
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > sign && (digits.size() - i) % 3 == 0) out.push_back(',');
    out.push_back(digits[i]);
  }
  return out;
}

std::string WholeText(const Scalar& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format_int(*whole).str();
  const double rounded = RoundAsShown(std::get<double>(value));
  return fmt::format("{:.0f}", rounded == 0 ? 0.0 : rounded);
}

std::string DoubleText(double number) {
  if (!std::isfinite(number)) return {};
  if (number == std::round(number) && std::abs(number) < kWholeDoubles) return fmt::format("{:.0f}", number);
  return fmt::format("{:.10g}", number);
}

std::string OneDecimal(double number) {
  const double tenths = RoundAsShown(number * 10);
  return fmt::format("{:.1f}", tenths == 0 ? 0.0 : tenths / 10);
}

std::string HoursMinutes(std::int64_t minutes) {
  const std::int64_t size = minutes < 0 ? -minutes : minutes;
  return fmt::format("{}{}:{:02}", minutes < 0 ? "-" : "", size / kMinutesPerHour, size % kMinutesPerHour);
}

std::string ByType(const Scalar& value) {
  struct Visitor {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t whole) const { return fmt::format_int(whole).str(); }
    std::string operator()(double number) const { return DoubleText(number); }
    std::string operator()(bool truth) const { return truth ? "○" : ""; }
    std::string operator()(Date date) const { return Wareki(date); }
    std::string operator()(const Month& month) const { return WarekiMonth(month); }
    std::string operator()(TimeOfDay time) const { return time.Text(); }
    std::string operator()(Minutes minutes) const { return HoursMinutes(minutes.value); }
  };
  return std::visit(Visitor{}, value);
}

std::string ShowInteger(const Scalar& value) {
  const auto number = NumberOf(value);
  return number && std::isfinite(*number) ? Grouped(WholeText(value)) : ByType(value);
}

std::string ShowPlain(const Scalar& value) {
  const auto number = NumberOf(value);
  return number && std::isfinite(*number) ? WholeText(value) : ByType(value);
}

std::string ShowDecimal(const Scalar& value) {
  const auto number = NumberOf(value);
  return number && std::isfinite(*number) ? OneDecimal(*number) : ByType(value);
}

std::string ShowPercent(const Scalar& value) {
  const auto number = NumberOf(value);
  return number && std::isfinite(*number) ? OneDecimal(*number * 100) + "%" : ByType(value);
}

std::string ShowZeroBlank(const Scalar& value) {
  const auto number = NumberOf(value);
  return number && *number == 0 ? std::string() : ShowInteger(value);
}

std::string ShowWarekiShort(const Scalar& value) {
  const auto* date = std::get_if<Date>(&value);
  return date != nullptr ? WarekiShort(*date) : ByType(value);
}

std::string ShowMonth(const Scalar& value) {
  const auto date = DateOf(value);
  return date ? WarekiMonth(Month::Of(*date)) : ByType(value);
}

std::string ShowFiscalYear(const Scalar& value) {
  const auto date = DateOf(value);
  return date ? WarekiFiscalYear(*date) : ByType(value);
}

std::string MonthDay(Date date) { return fmt::format("{}月{}日", date.month(), date.day()); }

std::string ShowMonthDay(const Scalar& value) {
  const auto* date = std::get_if<Date>(&value);
  return date != nullptr ? MonthDay(*date) : ByType(value);
}

std::string ShowMonthDayWeekday(const Scalar& value) {
  const auto* date = std::get_if<Date>(&value);
  return date != nullptr ? fmt::format("{}（{}）", MonthDay(*date), WeekdayKanji(date->weekday())) : ByType(value);
}

std::string ShowWeekday(const Scalar& value) {
  const auto* date = std::get_if<Date>(&value);
  return date != nullptr ? std::string(WeekdayKanji(date->weekday())) : ByType(value);
}

std::string ShowIso(const Scalar& value) {
  if (const auto* date = std::get_if<Date>(&value)) return date->Iso();
  if (const auto* month = std::get_if<Month>(&value)) return month->Iso();
  return ByType(value);
}

std::string ShowHoursMinutes(const Scalar& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole != nullptr ? HoursMinutes(*whole) : ByType(value);
}

std::optional<std::string> AsText(const Scalar&) { return std::nullopt; }

/// The code for values that are dates Excel knows (or nothing yet); text otherwise.
std::optional<std::string> DateCode(const Scalar& value, const char* code) {
  if (std::holds_alternative<std::monostate>(value)) return code;
  const auto date = DateOf(value);
  return date && date->days() >= kFirstExcelDay ? std::optional<std::string>(code) : std::nullopt;
}

/// 和暦 by Excel: it writes the first year as 1年 where the form says 元年, so that such dates go as text.
std::optional<std::string> EraCode(const Scalar& value, const char* code) {
  const auto* month = std::get_if<Month>(&value);
  const auto date = month != nullptr ? std::optional<Date>(month->last()) : DateOf(value);
  const auto era = date ? EraOf(*date) : std::nullopt;
  if (era && era->year == 1) return std::nullopt;
  return DateCode(value, code);
}

std::optional<std::string> NumberCode(const Scalar& value, const char* code) {
  if (std::holds_alternative<std::monostate>(value)) return code;
  const auto number = NumberOf(value);
  return number && std::isfinite(*number) ? std::optional<std::string>(code) : std::nullopt;
}

std::optional<std::string> DurationCode(const Scalar& value) {
  const auto* minutes = std::get_if<Minutes>(&value);
  const bool shown = std::holds_alternative<TimeOfDay>(value) || std::holds_alternative<std::monostate>(value) ||
                     (minutes != nullptr && minutes->value >= 0);  // Excel shows negative times as ####
  return shown ? std::optional<std::string>("[h]:mm") : std::nullopt;
}

std::optional<std::string> CodePlain(const Scalar& value) { return NumberCode(value, "0"); }
std::optional<std::string> CodeInteger(const Scalar& value) { return NumberCode(value, "#,##0"); }
std::optional<std::string> CodeDecimal(const Scalar& value) { return NumberCode(value, "0.0"); }
std::optional<std::string> CodePercent(const Scalar& value) { return NumberCode(value, "0.0%"); }
std::optional<std::string> CodeZeroBlank(const Scalar& value) { return NumberCode(value, "#,##0;-#,##0;;@"); }
std::optional<std::string> CodeMonth(const Scalar& value) {
  const auto date = DateOf(value);
  return EraCode(date ? Scalar(Month::Of(*date)) : value, "[$-ja-JP]ggge\"年\"m\"月\";@");
}
std::optional<std::string> CodeWareki(const Scalar& value) {
  if (std::holds_alternative<Month>(value)) return CodeMonth(value);
  return EraCode(value, "[$-ja-JP]ggge\"年\"m\"月\"d\"日\";@");
}
std::optional<std::string> CodeWarekiShort(const Scalar& value) {
  return std::holds_alternative<Month>(value) ? CodeMonth(value) : DateCode(value, "[$-ja-JP]ge.m.d;@");
}
std::optional<std::string> CodeMonthDay(const Scalar& value) {
  return std::holds_alternative<Month>(value) ? CodeMonth(value) : DateCode(value, "m\"月\"d\"日\";@");
}
std::optional<std::string> CodeMonthDayWeekday(const Scalar& value) {
  return std::holds_alternative<Month>(value) ? CodeMonth(value)
                                              : DateCode(value, "[$-ja-JP]m\"月\"d\"日（\"aaa\"）\";@");
}
std::optional<std::string> CodeWeekday(const Scalar& value) {
  return std::holds_alternative<Month>(value) ? CodeMonth(value) : DateCode(value, "[$-ja-JP]aaa;@");
}
std::optional<std::string> CodeIso(const Scalar& value) {
  return DateCode(value, std::holds_alternative<Month>(value) ? "yyyy-mm" : "yyyy-mm-dd");
}

std::optional<std::string> CodeByType(const Scalar& value) {
  if (std::holds_alternative<std::int64_t>(value)) return "0";
  if (std::holds_alternative<double>(value)) return NumberCode(value, "General");
  if (DateOf(value)) return CodeWareki(value);
  return std::holds_alternative<std::monostate>(value) ? std::nullopt : DurationCode(value);
}

constexpr Format kFormats[] = {
    {"text", ByType, AsText},
    {"integer", ShowInteger, CodeInteger},
    {"plain", ShowPlain, CodePlain},
    {"decimal1", ShowDecimal, CodeDecimal},
    {"percent", ShowPercent, CodePercent},
    {"wareki", ByType, CodeWareki},
    {"wareki_short", ShowWarekiShort, CodeWarekiShort},
    {"month", ShowMonth, CodeMonth},
    {"fiscal_year", ShowFiscalYear, AsText},
    {"md", ShowMonthDay, CodeMonthDay},
    {"md_weekday", ShowMonthDayWeekday, CodeMonthDayWeekday},
    {"weekday", ShowWeekday, CodeWeekday},
    {"iso", ShowIso, CodeIso},
    {"time", ShowHoursMinutes, DurationCode},
    {"hm", ShowHoursMinutes, DurationCode},
    {"zero_blank", ShowZeroBlank, CodeZeroBlank},
};

constexpr Format kByType{"", ByType, CodeByType};

const Format& FormatOf(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return format;
  }
  return kByType;
}

}  // namespace

std::string FormatValue(const Scalar& value, std::string_view format) {
  if (format.starts_with(kExcelFormatPrefix)) return ShowByExcelCode(value, format.substr(kExcelFormatPrefix.size()));
  return FormatOf(format).display(value);
}

std::optional<std::string> ExcelNumberFormat(const Scalar& value, std::string_view format) {
  if (format.starts_with(kExcelFormatPrefix)) return ExcelCodeFor(value, format.substr(kExcelFormatPrefix.size()));
  return FormatOf(format).excel(value);
}

bool IsFormat(std::string_view name) {
  if (name.starts_with(kExcelFormatPrefix)) return name.size() > kExcelFormatPrefix.size();
  for (const Format& format : kFormats) {
    if (format.name == name) return true;
  }
  return false;
}

const std::vector<std::string>& FormatNames() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Format& format : kFormats) names.emplace_back(format.name);
    return names;
  }();
  return kNames;
}

}  // namespace chohyo
