#include "pipeline/ingest/cell_values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

constexpr std::int32_t kMinutesPerDay = 24 * 60;
constexpr std::int64_t kMostHours = 9'999;
constexpr std::int64_t kMostNumber = 999'999'999'999;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Calls read(half-width text); copies only where there is something to fold.
template <typename Read>
auto InHalfWidth(std::string_view text, Read read) {
  if (IsAscii(text)) return read(text);
  const std::string half = HalfWidth(text);
  return read(Trim(half));
}

std::optional<std::int64_t> Digits(std::string_view text) {
  constexpr std::size_t kMostDigits = 12;
  if (text.empty() || text.size() > kMostDigits || !std::all_of(text.begin(), text.end(), IsDigit)) return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<std::int64_t> DigitsUpTo(std::string_view text, std::int64_t most) {
  const auto number = Digits(text);
  return number && *number <= most ? number : std::nullopt;
}

struct HoursMinutes {
  std::int64_t hours = 0;
  std::int64_t minutes = 0;
};

/// "8:30" or "8:30:15", hours of any size.
std::optional<HoursMinutes> ReadColons(std::string_view text) {
  const std::size_t first = text.find(':');
  if (first == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(first + 1);
  const std::size_t second = rest.find(':');
  const std::string_view minutes_text = rest.substr(0, second);
  if (second != std::string_view::npos && (rest.size() != second + 3 || !DigitsUpTo(rest.substr(second + 1), 59))) {
    return std::nullopt;
  }
  const auto hours = DigitsUpTo(text.substr(0, first), kMostHours);
  const auto minutes = minutes_text.size() == 2 ? DigitsUpTo(minutes_text, 59) : std::nullopt;
  if (!hours || !minutes) return std::nullopt;
  return HoursMinutes{*hours, *minutes};
}

/// "8時30分" or "8時".
std::optional<HoursMinutes> ReadKanjiTime(std::string_view text) {
  constexpr std::string_view kHour = "時";
  constexpr std::string_view kMinute = "分";
  const std::size_t hour = text.find(kHour);
  if (hour == std::string_view::npos) return std::nullopt;
  const auto hours = DigitsUpTo(Trim(text.substr(0, hour)), kMostHours);
  std::string_view rest = Trim(text.substr(hour + kHour.size()));
  if (!hours) return std::nullopt;
  if (rest.empty()) return HoursMinutes{*hours, 0};
  if (!rest.ends_with(kMinute)) return std::nullopt;
  const auto minutes = DigitsUpTo(Trim(rest.substr(0, rest.size() - kMinute.size())), 59);
  return minutes ? std::optional(HoursMinutes{*hours, *minutes}) : std::nullopt;
}

/// "0830", or "830" as a spreadsheet leaves of it.
std::optional<HoursMinutes> ReadBareTime(std::string_view text) {
  if (text.size() != 3 && text.size() != 4) return std::nullopt;
  const auto hours = Digits(text.substr(0, text.size() - 2));
  const auto minutes = DigitsUpTo(text.substr(text.size() - 2), 59);
  return hours && minutes ? std::optional(HoursMinutes{*hours, *minutes}) : std::nullopt;
}

std::optional<TimeOfDay> ReadHalfWidthTime(std::string_view text) {
  auto time = ReadColons(text);
  if (!time) time = ReadKanjiTime(text);
  if (!time) time = ReadBareTime(text);
  if (!time || time->hours * 60 + time->minutes > kMinutesPerDay) return std::nullopt;
  return TimeOfDay{static_cast<std::int32_t>(time->hours * 60 + time->minutes)};
}

std::optional<Minutes> ReadHalfWidthDuration(std::string_view text) {
  if (const auto time = ReadColons(text)) return Minutes{static_cast<std::int32_t>(time->hours * 60 + time->minutes)};
  const auto minutes = DigitsUpTo(text, kMostHours * 60);
  return minutes ? std::optional(Minutes{static_cast<std::int32_t>(*minutes)}) : std::nullopt;
}

/// "1,234,567" without its commas; nothing if they do not stand every three digits.
std::optional<std::string> WithoutThousands(std::string_view text) {
  std::string digits;
  std::size_t group = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == ',' && group == 3 && i > 0) {
      group = 0;
    } else if (IsDigit(text[i]) && group < 3) {
      digits.push_back(text[i]);
      ++group;
    } else {
      return std::nullopt;
    }
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string AsciiLetters(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) letters.push_back(c);
  }
  return letters;
}

/// True if two words differ in width only: not in the case of letters.
bool SameInEitherWidth(std::string_view a, std::string_view b) {
  return FoldForComparing(a) == FoldForComparing(b) && AsciiLetters(HalfWidth(a)) == AsciiLetters(HalfWidth(b));
}

/// Other writings of the roman numerals of data classes.
constexpr std::array<std::array<std::string_view, 2>, 3> kClassWritings = {{{"1", "I"}, {"2", "II"}, {"3", "III"}}};

std::optional<ChoiceIndex> ReadDataClass(const ColumnInfo& column, std::string_view text) {
  if (column.choices.size() != kClassWritings.size() || column.choices[0] != "Ⅰ") return std::nullopt;
  const std::string half = HalfWidth(text);
  for (std::size_t i = 0; i < kClassWritings.size(); ++i) {
    const auto& writings = kClassWritings[i];
    if (std::find(writings.begin(), writings.end(), half) != writings.end()) {
      return ChoiceIndex{static_cast<std::uint8_t>(i + 1)};
    }
  }
  return std::nullopt;
}

int TwoDigits(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

}  // namespace

std::optional<TimeOfDay> ReadTimeOfDay(std::string_view text) { return InHalfWidth(text, ReadHalfWidthTime); }

std::optional<Minutes> ReadDuration(std::string_view text) { return InHalfWidth(text, ReadHalfWidthDuration); }

std::optional<std::int64_t> ReadWholeNumber(std::string_view text) {
  return InHalfWidth(text, [](std::string_view half) -> std::optional<std::int64_t> {
    if (half.find(',') == std::string_view::npos) return DigitsUpTo(half, kMostNumber);
    const auto digits = WithoutThousands(half);
    return digits ? DigitsUpTo(*digits, kMostNumber) : std::nullopt;
  });
}

std::optional<Date> ReadPlainDate(std::string_view text) {
  if (text.size() < 8 || text.size() > 10 || !std::all_of(text.begin(), text.begin() + 4, IsDigit)) return std::nullopt;
  const int year = TwoDigits(text, 0) * 100 + TwoDigits(text, 2);
  const char separator = text[4];
  if (separator != '-' && separator != '/') {
    if (text.size() != 8 || !std::all_of(text.begin(), text.end(), IsDigit)) return std::nullopt;
    return Date::FromYmd(year, TwoDigits(text, 4), TwoDigits(text, 6));
  }
  const std::string_view rest = text.substr(5);
  const std::size_t second = rest.find(separator);
  if (second == std::string_view::npos || second > 2 || rest.size() - second > 3) return std::nullopt;
  const auto month = Digits(rest.substr(0, second));
  const auto day = Digits(rest.substr(second + 1));
  if (!month || !day) return std::nullopt;
  return Date::FromYmd(year, static_cast<int>(*month), static_cast<int>(*day));
}

std::optional<ChoiceIndex> ReadChoice(const ColumnInfo& column, std::string_view text) {
  const auto index_of = [](std::size_t i) { return ChoiceIndex{static_cast<std::uint8_t>(i + 1)}; };
  for (std::size_t i = 0; i < column.choices.size(); ++i) {
    if (column.choices[i] == text) return index_of(i);
  }
  for (std::size_t i = 0; i < column.choices.size(); ++i) {
    if (SameInEitherWidth(column.choices[i], text)) return index_of(i);
  }
  return ReadDataClass(column, text);
}

std::vector<std::string> ReadList(std::string_view text) {
  constexpr std::string_view kWide[] = {"；", "、"};
  std::vector<std::string> pieces;
  std::size_t start = 0;
  const auto take = [&](std::size_t end) {
    const std::string_view piece = Trim(text.substr(start, end - start));
    if (!piece.empty()) pieces.emplace_back(piece);
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const std::size_t size = rest.front() == ';' ? 1 : rest.starts_with(kWide[0]) || rest.starts_with(kWide[1]) ? 3 : 0;
    if (size > 0) {
      take(i);
      start = i + size;
    }
    i += std::max<std::size_t>(size, 1);
  }
  take(text.size());
  return pieces;
}

}  // namespace chohyo
