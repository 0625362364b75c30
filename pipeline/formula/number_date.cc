#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/base/date.h"
#include "pipeline/base/era.h"
#include "pipeline/formula/excel_date.h"
#include "pipeline/formula/kanji_number.h"
#include "pipeline/formula/number_show.h"

namespace chohyo {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> kKanjiWeekdays = {"日", "月", "火", "水", "木", "金", "土"};

struct ShownEra {
  std::string name;  ///< "" before the eras
  char letter = ' ';
  int year = 0;
};

ShownEra EraOfDay(const ExcelDay& day) {
  const std::optional<Date> date = Date::FromYmd(day.year, day.month, std::clamp(day.day, 1, 28));
  // 29 February 1900 and day 0 exist in Excel only; no era begins between the 28th and the month's end but 1926-12-25.
  const std::optional<Date> exact = Date::FromYmd(day.year, day.month, day.day);
  const auto era = exact ? EraOf(*exact) : date ? EraOf(*date) : std::nullopt;
  if (!era) return {"", ' ', day.year};
  return {std::string(era->era), era->letter, era->year};
}

/// The parts of a date and time, shown token by token.
class DateShower {
 public:
  DateShower(const CodeSection& section, const ClockTime& clock, const ExcelDay& day)
      : section_(section), clock_(clock), day_(day), half_days_(section.Has(CodeTokenKind::kAmPm)) {}

  std::string Show() const {
    std::string shown;
    for (const CodeToken& token : section_.tokens) shown += ShowToken(token);
    return shown;
  }

 private:
  std::string ShowToken(const CodeToken& token) const {
    switch (token.kind) {
      case CodeTokenKind::kDate: return ShowDatePart(token);
      case CodeTokenKind::kTime: return ShowTimePart(token);
      case CodeTokenKind::kElapsed: return Number(Elapsed(token.letter), std::min(token.count, 10));
      case CodeTokenKind::kSubsecond: return "." + Number(clock_.fraction, token.count);
      case CodeTokenKind::kAmPm: return AmPm(token.text);
      case CodeTokenKind::kGeneral:
      case CodeTokenKind::kText: return {};
      default: return token.text;
    }
  }

  /// A number of at least `width` digits in the section's numerals.
  std::string Number(std::int64_t number, int width) const {
    const std::string digits = fmt::format("{:0{}}", number, width);
    if (section_.kanji == 0) return digits;
    const bool read_out = section_.kanji < 3 && digits.size() < 4;
    if (!read_out) return KanjiDigits(digits, section_.kanji);
    const std::string zero = digits.size() > 1 && digits[0] == '0' ? KanjiDigits("0", section_.kanji) : "";
    return zero + KanjiNumber(digits, section_.kanji);
  }

  std::string ShowDatePart(const CodeToken& token) const {
    switch (token.letter) {
      case 'y':
        if (section_.emperor) return EraYear(std::min(token.count, 2));
        return token.count <= 2 ? Number(day_.year % 100, 2) : Number(day_.year, 4);
      case 'b': return token.count <= 2 ? Number((day_.year + 543) % 100, 2) : Number(day_.year + 543, 4);
      case 'm': return MonthPart(token.count);
      case 'd': return DayPart(token.count);
      case 'g': return EraName(token.count);
      case 'e': return EraYear(std::min(token.count, 2));
      case 'r': return (token.count > 1 ? EraName(3) : "") + EraYear(2);
      default: return std::string(kKanjiWeekdays.at(day_.weekday)) + (token.count > 3 ? "曜日" : "");
    }
  }

  std::string MonthPart(int count) const {
    if (count <= 2) return Number(day_.month, count);
    const std::string_view name = kMonths.at(day_.month - 1);
    if (section_.japanese && count < 5) return Number(day_.month, 1) + (count == 4 ? "月" : "");
    if (count == 3) return std::string(name.substr(0, 3));
    return std::string(count == 5 ? name.substr(0, 1) : name);
  }

  std::string DayPart(int count) const {
    if (count <= 2) return Number(day_.day, count);
    if (section_.japanese) return std::string(kKanjiWeekdays.at(day_.weekday)) + (count > 3 ? "曜日" : "");
    const std::string_view name = kWeekdays.at(day_.weekday);
    return std::string(count == 3 ? name.substr(0, 3) : name);
  }

  std::string EraName(int count) const {
    const ShownEra era = EraOfDay(day_);
    if (era.name.empty()) return {};
    if (count == 1) return std::string(1, era.letter);
    constexpr std::size_t kKanjiBytes = 3;
    return count == 2 ? era.name.substr(0, kKanjiBytes) : era.name;
  }

  std::string EraYear(int width) const {
    const int year = EraOfDay(day_).year;
    return section_.gannen && year == 1 ? "元" : Number(year, width);
  }

  std::string ShowTimePart(const CodeToken& token) const {
    const int width = std::min(token.count, 2);
    if (token.letter == 'n') return Number(clock_.minutes, width);
    if (token.letter == 's') return Number(clock_.seconds, width);
    if (!half_days_) return Number(clock_.hours, width);
    const int hour = clock_.hours % 12;
    return Number(hour == 0 ? 12 : hour, width);
  }

  bool Japanese() const {
    return section_.japanese || std::any_of(section_.tokens.begin(), section_.tokens.end(), [](const CodeToken& token) {
             return token.kind == CodeTokenKind::kAmPm && token.text == "午前/午後";
           });
  }

  std::string AmPm(const std::string& written) const {
    const bool after = clock_.hours >= 12;
    if (written.size() == 3) return std::string(1, written[after ? 2 : 0]);
    if (Japanese()) return after ? "午後" : "午前";
    return after ? "PM" : "AM";
  }

  std::int64_t Elapsed(char letter) const {
    const std::int64_t hours = clock_.days * 24 + clock_.hours;
    if (letter == 'h') return hours;
    return letter == 'm' ? hours * 60 + clock_.minutes : (hours * 60 + clock_.minutes) * 60 + clock_.seconds;
  }

  const CodeSection& section_;
  const ClockTime clock_;
  const ExcelDay day_;
  const bool half_days_;
};

int SubsecondPlaces(const CodeSection& section) {
  int places = 0;
  for (const CodeToken& token : section.tokens) {
    if (token.kind == CodeTokenKind::kSubsecond) places = std::max(places, token.count);
  }
  return places;
}

/// A day alone is not rounded up to the next by its last half second.
bool ShowsClock(const CodeSection& section) {
  return section.Has(CodeTokenKind::kTime) || section.Has(CodeTokenKind::kElapsed);
}

}  // namespace

std::optional<std::string> ShowDate(double number, const CodeSection& section, bool since_1904) {
  if (number < 0 || !(number <= kLastExcelDay + 1)) return std::nullopt;
  const ClockTime clock =
      ShowsClock(section) ? ClockOf(number, SubsecondPlaces(section)) : ClockOf(std::floor(number), 0);
  const std::optional<ExcelDay> day = ExcelDayOf(clock.days + (since_1904 ? kDaysTo1904 : 0));
  if (!day) return std::nullopt;
  return DateShower(section, clock, *day).Show();
}

}  // namespace chohyo
