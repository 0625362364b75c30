#include "pipeline/ingest/xlsx_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "pipeline/base/date.h"

namespace chohyo {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr double kLastSerial = 2'958'466;    ///< the day after 9999-12-31
constexpr std::int64_t kLeapDayOf1900 = 60;  ///< 29 February 1900 exists in Excel only

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

/// The letters of a format's first section that stand for parts of a date or time, with [h], [m], [s] as 'H'.
std::string DateLetters(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = Lower(code[i]);
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '\\' || c == '_' || c == '*' || c == '!') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size() - 1);
      const char first = i + 1 < code.size() ? Lower(code[i + 1]) : ']';
      const bool elapsed = (first == 'h' || first == 'm' || first == 's') && end - i <= 3;
      if (elapsed) letters.push_back('H');
      i = end;
    } else if (c == 'e' && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
      continue;  // an exponent, not the year of an era
    } else if (std::string_view("ymdhsgea").find(c) != std::string_view::npos) {
      letters.push_back(c);
    }
  }
  return letters;
}

/// m is minutes beside hours or seconds, else the month.
bool IsMinutes(std::string_view letters, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && letters[before - 1] == 'm') --before;
  const std::size_t after = letters.find_first_not_of('m', at);
  const bool after_hours = before > 0 && (letters[before - 1] == 'h' || letters[before - 1] == 'H');
  return after_hours || (after != std::string_view::npos && letters[after] == 's');
}

struct DayAndSeconds {
  std::int64_t day = 0;
  std::int64_t seconds = 0;
};

DayAndSeconds SplitSerial(double serial) {
  const double rounded = std::round(serial * static_cast<double>(kSecondsPerDay));
  const auto seconds = static_cast<std::int64_t>(rounded);
  return {seconds / kSecondsPerDay, seconds % kSecondsPerDay};
}

std::string ClockText(std::int64_t seconds) {
  const std::int64_t minutes = seconds / 60;
  if (seconds % 60 == 0) return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
  return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

std::string DayText(std::int64_t day, bool since_1904) {
  if (!since_1904 && day == kLeapDayOf1900) return "1900-02-29";
  const Date epoch = since_1904 ? *Date::FromYmd(1904, 1, 1) : *Date::FromYmd(1899, 12, day < kLeapDayOf1900 ? 31 : 30);
  return (epoch + static_cast<int>(day)).Iso();
}

std::string PlainText(std::string_view raw, double number) {
  constexpr std::size_t kExactDigits = 15;
  if (raw.size() <= kExactDigits && (raw.size() == 1 || raw.front() != '0') &&
      std::all_of(raw.begin(), raw.end(), IsDigit)) {
    return std::string(raw);
  }
  if (number == std::floor(number) && std::fabs(number) < 1e20)
    return fmt::format("{:.0f}", number == 0 ? 0.0 : number);
  return fmt::format("{:.15g}", number);  // what Excel shows of a double
}

std::optional<CellText> DateOrTime(double serial, NumberStyle style, bool since_1904) {
  if (serial < 0 || serial >= kLastSerial) return std::nullopt;
  const DayAndSeconds parts = SplitSerial(serial);
  if (style == NumberStyle::kElapsed || (style == NumberStyle::kTime && serial <= 1)) {
    return CellText{ClockText(parts.day * kSecondsPerDay + parts.seconds), CellKind::kTime};
  }
  if (style == NumberStyle::kTime || (parts.day == 0 && parts.seconds > 0)) {
    return CellText{ClockText(parts.seconds), CellKind::kTime};
  }
  if (parts.day == 0 && !since_1904) return std::nullopt;
  if (style == NumberStyle::kDate || parts.seconds == 0) {
    return CellText{DayText(parts.day, since_1904), CellKind::kDate};
  }
  return CellText{DayText(parts.day, since_1904) + " " + ClockText(parts.seconds), CellKind::kDateTime};
}

}  // namespace

NumberStyle BuiltinNumberStyle(int format_id) {
  const auto within = [&](int first, int last) { return format_id >= first && format_id <= last; };
  if (format_id == 46) return NumberStyle::kElapsed;
  if (format_id == 22) return NumberStyle::kDateTime;
  if (within(18, 21) || within(32, 33) || format_id == 45 || format_id == 47) return NumberStyle::kTime;
  if (within(14, 17) || within(27, 36) || within(50, 58)) return NumberStyle::kDate;
  return NumberStyle::kPlain;
}

NumberStyle CustomNumberStyle(std::string_view code) {
  std::string lower(code);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  if (lower.find("general") != std::string::npos) return NumberStyle::kPlain;
  if (const std::size_t am = lower.find("am/pm"); am != std::string::npos) lower.erase(am, 5);
  if (const std::size_t am = lower.find("a/p"); am != std::string::npos) lower.erase(am, 3);
  const std::string letters = DateLetters(lower);
  bool date = false;
  bool time = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    if (c == 'H') return NumberStyle::kElapsed;
    const bool of_time = c == 'h' || c == 's' || (c == 'm' && IsMinutes(letters, i));
    (of_time ? time : date) = true;
  }
  if (date && time) return NumberStyle::kDateTime;
  if (date) return NumberStyle::kDate;
  return time ? NumberStyle::kTime : NumberStyle::kPlain;
}

CellText NumberText(std::string_view raw, NumberStyle style, bool since_1904) {
  double number = 0;
  const char* const end = raw.data() + raw.size();
  const auto parsed = std::from_chars(raw.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(number)) {
    return {std::string(raw), CellKind::kText};
  }
  if (style != NumberStyle::kPlain) {
    if (auto shown = DateOrTime(number, style, since_1904)) return *shown;
  }
  return {PlainText(raw, number), CellKind::kNumber};
}

}  // namespace chohyo
