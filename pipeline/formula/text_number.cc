#include "pipeline/formula/text_number.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "pipeline/base/era.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/formula/excel_date.h"

namespace chohyo {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool TakePrefix(std::string_view* text, std::string_view prefix) {
  if (!text->starts_with(prefix)) return false;
  text->remove_prefix(prefix.size());
  *text = Trim(*text);
  return true;
}

bool TakeSuffix(std::string_view* text, std::string_view suffix) {
  if (!text->ends_with(suffix)) return false;
  text->remove_suffix(suffix.size());
  *text = Trim(*text);
  return true;
}

/// Commas only where they group thousands.
std::optional<std::string> WithoutCommas(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789,"), text.size());
  const std::string_view whole = text.substr(0, end);
  if (whole.find(',') == std::string_view::npos) return std::string(text);
  std::string plain;
  const std::vector<std::string_view> groups = Split(whole, ',');
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i == 0 ? groups[i].empty() : groups[i].size() != 3) return std::nullopt;
    plain += groups[i];
  }
  return plain + std::string(text.substr(end));
}

std::optional<double> Decimal(std::string_view text) {
  const std::optional<std::string> plain = WithoutCommas(text);
  if (!plain || plain->empty() || !(IsDigit((*plain)[0]) || (*plain)[0] == '.')) return std::nullopt;
  double number = 0;
  const char* end = plain->data() + plain->size();
  const auto [last, error] = std::from_chars(plain->data(), end, number);
  if (error != std::errc() || last != end) return std::nullopt;
  return number;
}

/// "¥1,000", "-5%", "(3)": signs in any order Excel takes.
std::optional<double> SignedNumber(std::string_view text) {
  double factor = 1;
  if (text.starts_with("(") && text.ends_with(")")) {
    text = Trim(text.substr(1, text.size() - 2));
    factor = -1;
  }
  bool minus = TakePrefix(&text, "-");
  if (!minus) TakePrefix(&text, "+");
  for (const std::string_view currency : {"¥", "\\", "$", "￥"}) {
    if (TakePrefix(&text, currency)) break;
  }
  if (!minus) minus = TakePrefix(&text, "-");
  const bool percent = TakeSuffix(&text, "%");
  const std::optional<double> number = Decimal(text);
  if (!number) return std::nullopt;
  return (minus ? -1 : 1) * factor * *number / (percent ? 100 : 1);
}

/// "8:30:15", "8時30分": numbers between the marks.
std::optional<double> ClockText(std::string_view text) {
  std::string plain(text);
  for (const std::string_view mark : {"時", "分"}) {
    if (const std::size_t at = plain.find(mark); at != std::string::npos) plain.replace(at, mark.size(), ":");
  }
  if (const std::size_t at = plain.find("秒"); at != std::string::npos) plain.erase(at);
  if (plain.size() > 1 && plain.back() == ':' && plain != text) plain.pop_back();
  const std::vector<std::string_view> parts = Split(plain, ':');
  if (parts.size() > 3 || (parts.size() < 2 && plain == text)) return std::nullopt;
  double seconds = 0;
  double weight = 3600;
  for (std::size_t i = 0; i < parts.size(); ++i, weight /= 60) {
    const std::optional<double> part = Decimal(parts[i]);
    if (!part || (i > 0 && *part >= 60) || (i == 0 && *part >= 10000)) return std::nullopt;
    if (i < 2 && parts[i].find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    seconds += *part * weight;
  }
  return seconds / 86400;
}

std::optional<double> TimeText(std::string_view text) {
  double shift = 0;
  bool half = false;
  for (const auto& [mark, hours] : {std::pair("午前", 0), std::pair("午後", 12), std::pair("AM", 0),
                                    std::pair("PM", 12), std::pair("am", 0), std::pair("pm", 12)}) {
    if (!half && (TakePrefix(&text, mark) || TakeSuffix(&text, mark))) {
      half = true;
      shift = hours / 24.0;
    }
  }
  std::optional<double> time = ClockText(text);
  if (!time || !half) return time;
  constexpr double kHalfDay = 0.5;
  if (*time >= kHalfDay + 1.0 / 24) return std::nullopt;
  if (*time >= kHalfDay) *time -= kHalfDay;
  return *time + shift;
}

/// Dates without a year: "4/1", "4月1日".
std::optional<double> DayOfThisYear(std::string_view text, double today) {
  std::string plain(text);
  if (const std::size_t at = plain.find("月"); at != std::string::npos) plain.replace(at, 3, "/");
  if (plain.ends_with("日")) plain.erase(plain.size() - 3);
  std::replace(plain.begin(), plain.end(), '-', '/');
  const std::vector<std::string_view> parts = Split(plain, '/');
  if (parts.size() != 2) return std::nullopt;
  int month = 0;
  int day = 0;
  for (const auto& [part, number] : {std::pair(parts[0], &month), std::pair(parts[1], &day)}) {
    const char* end = part.data() + part.size();
    if (part.empty() || part.size() > 2 || std::from_chars(part.data(), end, *number).ptr != end) return std::nullopt;
  }
  const std::optional<ExcelDay> now = ExcelDayOf(static_cast<std::int64_t>(today));
  if (!now || !Date::FromYmd(now->year, month, day)) return std::nullopt;
  return ExcelDayNumber(now->year, month, day);
}

std::optional<double> DateText(std::string_view text, double today) {
  if (text.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
  if (const auto day = DayOfThisYear(text, today)) return day;
  std::optional<Date> date = ReadDate(text).date;
  if (!date) {
    if (const auto month = ReadMonth(text).month) date = month->first();
  }
  if (!date) return std::nullopt;
  return ExcelDayNumber(date->year(), date->month(), date->day());
}

}  // namespace

std::optional<double> DayOfText(std::string_view text, double today) {
  constexpr std::size_t kLongest = 60;
  const std::string half = HalfWidth(text.substr(0, kLongest * 4));
  const std::string_view trimmed = Trim(half);
  if (trimmed.empty() || trimmed.size() > kLongest) return std::nullopt;
  if (const auto time = TimeText(trimmed)) return time;
  if (const auto date = DateText(trimmed, today)) return date;
  const std::size_t space = trimmed.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto date = DateText(Trim(trimmed.substr(0, space)), today);
  const auto time = TimeText(Trim(trimmed.substr(space)));
  if (!date || !time) return std::nullopt;
  return *date + *time;
}

std::optional<double> NumberOfText(std::string_view text, double today) {
  constexpr std::size_t kLongest = 255;
  if (text.size() > kLongest) return std::nullopt;
  const std::string half = HalfWidth(text);
  const std::string_view trimmed = Trim(half);
  if (const auto number = SignedNumber(trimmed)) return number;
  return DayOfText(trimmed, today);
}

}  // namespace chohyo
