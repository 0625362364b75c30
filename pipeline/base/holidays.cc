#include "pipeline/base/holidays.h"

#include <utility>
#include <vector>

namespace chohyo {
namespace {

constexpr int kFirstYear = 1955;
constexpr int kLastYear = 2030;
constexpr std::string_view kSubstitute = "振替休日";
constexpr std::string_view kBetween = "国民の休日";

using Days = std::map<Date, std::string_view>;

/// A holiday as the law puts it, for the years it was in force. `week` 0: on the day `day`; else the week-th Monday.
struct LawDay {
  std::string_view name;
  int first_year, last_year;
  int month, day, week;
};

/// 国民の祝日に関する法律 with its amendments of 1966, 1989, 1995, 1998, 2001, 2005, 2014, 2017 and 2018. The days
/// of 2020 and 2021 were moved by the Olympic special measures act.
constexpr LawDay kLawDays[] = {
    {"元日", 1955, kLastYear, 1, 1, 0},
    {"成人の日", 1955, 1999, 1, 15, 0},
    {"成人の日", 2000, kLastYear, 1, 0, 2},
    {"建国記念の日", 1967, kLastYear, 2, 11, 0},
    {"天皇誕生日", 2020, kLastYear, 2, 23, 0},
    {"天皇誕生日", 1955, 1988, 4, 29, 0},
    {"みどりの日", 1989, 2006, 4, 29, 0},
    {"昭和の日", 2007, kLastYear, 4, 29, 0},
    {"憲法記念日", 1955, kLastYear, 5, 3, 0},
    {"みどりの日", 2007, kLastYear, 5, 4, 0},
    {"こどもの日", 1955, kLastYear, 5, 5, 0},
    {"海の日", 1996, 2002, 7, 20, 0},
    {"海の日", 2003, 2019, 7, 0, 3},
    {"海の日", 2020, 2020, 7, 23, 0},
    {"海の日", 2021, 2021, 7, 22, 0},
    {"海の日", 2022, kLastYear, 7, 0, 3},
    {"山の日", 2016, 2019, 8, 11, 0},
    {"山の日", 2020, 2020, 8, 10, 0},
    {"山の日", 2021, 2021, 8, 8, 0},
    {"山の日", 2022, kLastYear, 8, 11, 0},
    {"敬老の日", 1966, 2002, 9, 15, 0},
    {"敬老の日", 2003, kLastYear, 9, 0, 3},
    {"体育の日", 1966, 1999, 10, 10, 0},
    {"体育の日", 2000, 2019, 10, 0, 2},
    {"スポーツの日", 2020, 2020, 7, 24, 0},
    {"スポーツの日", 2021, 2021, 7, 23, 0},
    {"スポーツの日", 2022, kLastYear, 10, 0, 2},
    {"文化の日", 1955, kLastYear, 11, 3, 0},
    {"勤労感謝の日", 1955, kLastYear, 11, 23, 0},
    {"天皇誕生日", 1989, 2018, 12, 23, 0},
    // One-off days, each by an act of its own.
    {"皇太子明仁親王の結婚の儀", 1959, 1959, 4, 10, 0},
    {"昭和天皇の大喪の礼", 1989, 1989, 2, 24, 0},
    {"即位礼正殿の儀", 1990, 1990, 11, 12, 0},
    {"皇太子徳仁親王の結婚の儀", 1993, 1993, 6, 9, 0},
    {"天皇の即位の日", 2019, 2019, 5, 1, 0},
    {"即位礼正殿の儀", 2019, 2019, 10, 22, 0},
};

Date DayOf(int year, int month, int day) { return *Date::FromYmd(year, month, day); }

Date NthMonday(int year, int month, int nth) {
  const Date first = DayOf(year, month, 1);
  const int to_monday = (8 - static_cast<int>(first.weekday())) % 7;
  return first + to_monday + 7 * (nth - 1);
}

/// The day of the month of an equinox in Japan, by the usual approximation, in millionths of a day. Its first constant
/// and its count of leap days are different before 1980.
int EquinoxDay(int year, int until_1979, int from_1980) {
  constexpr int kYearlyDrift = 242194;
  const bool early = year < 1980;
  const int leap_days = early ? (year - 1983) / 4 : (year - 1980) / 4;
  return ((early ? until_1979 : from_1980) + kYearlyDrift * (year - 1980)) / 1'000'000 - leap_days;
}

Date SpringEquinox(int year) { return DayOf(year, 3, EquinoxDay(year, 20'835'700, 20'843'100)); }
Date AutumnEquinox(int year) { return DayOf(year, 9, EquinoxDay(year, 23'258'800, 23'248'800)); }

/// The 国民の祝日 of a year, before the days that follow from them.
Days NamedHolidays(int year) {
  Days days;
  for (const LawDay& law : kLawDays) {
    if (year < law.first_year || year > law.last_year) continue;
    days[law.week > 0 ? NthMonday(year, law.month, law.week) : DayOf(year, law.month, law.day)] = law.name;
  }
  days[SpringEquinox(year)] = "春分の日";
  days[AutumnEquinox(year)] = "秋分の日";
  return days;
}

/// 振替休日: since 12 April 1973 the day after a holiday on Sunday, since 2007 the next day that is no holiday.
void AddSubstitutes(int year, const Days& named, Days* all) {
  const Date in_force = DayOf(1973, 4, 12);
  for (const auto& [day, name] : named) {
    if (day.weekday() != Weekday::kSunday || day < in_force) continue;
    Date substitute = day + 1;
    while (year >= 2007 && named.count(substitute) > 0) ++substitute;
    all->emplace(substitute, kSubstitute);
  }
}

/// 国民の休日: since 27 December 1985 a day between two holidays; up to 2006 not if it is a Sunday or a substitute.
void AddDaysBetween(int year, const Days& named, Days* all) {
  if (year < 1986) return;
  for (const auto& [day, name] : named) {
    const Date between = day + 1;
    if (named.count(between + 1) == 0 || (year < 2007 && between.weekday() == Weekday::kSunday)) continue;
    all->emplace(between, kBetween);
  }
}

Days HolidaysOf(int year) {
  const Days named = NamedHolidays(year);
  Days all = named;
  AddSubstitutes(year, named, &all);
  AddDaysBetween(year, named, &all);
  return all;
}

/// One name (or none) for each day of all years: asked for every row of every table.
class HolidayTable {
 public:
  HolidayTable() : first_(DayOf(kFirstYear, 1, 1)) {
    names_.resize(static_cast<std::size_t>(DayOf(kLastYear + 1, 1, 1) - first_));
    for (int year = kFirstYear; year <= kLastYear; ++year) {
      for (const auto& [day, name] : HolidaysOf(year)) names_[static_cast<std::size_t>(day - first_)] = name;
    }
  }

  std::string_view NameOf(Date date) const {
    const int index = date - first_;
    if (index < 0 || static_cast<std::size_t>(index) >= names_.size()) return {};
    return names_[static_cast<std::size_t>(index)];
  }

 private:
  Date first_;
  std::vector<std::string_view> names_;
};

std::string_view HolidayName(Date date) {
  static const HolidayTable table;
  return table.NameOf(date);
}

}  // namespace

std::optional<std::string_view> NationalHoliday(Date date) {
  const std::string_view name = HolidayName(date);
  if (name.empty()) return std::nullopt;
  return name;
}

WorkCalendar::WorkCalendar(YearEnd year_end, std::map<Date, std::string> closures)
    : year_end_(year_end), closures_(std::move(closures)) {}

DayOff WorkCalendar::Of(Date date) const {
  if (const auto holiday = NationalHoliday(date)) return {DayOffKind::kNationalHoliday, std::string(*holiday)};
  if (IsYearEnd(date)) return {DayOffKind::kYearEnd, "年末年始"};
  if (const auto closure = closures_.find(date); closure != closures_.end()) {
    return {DayOffKind::kClosure, closure->second.empty() ? "閉庁日" : closure->second};
  }
  if (date.weekday() == Weekday::kSaturday) return {DayOffKind::kWeekend, "土曜日"};
  if (date.weekday() == Weekday::kSunday) return {DayOffKind::kWeekend, "日曜日"};
  return {};
}

bool WorkCalendar::IsHoliday(Date date) const {
  return NationalHoliday(date).has_value() || IsYearEnd(date) || closures_.count(date) > 0;
}

bool WorkCalendar::IsWeekend(Date date) const {
  return date.weekday() == Weekday::kSaturday || date.weekday() == Weekday::kSunday;
}

Date WorkCalendar::NextWorkingDay(Date date) const {
  constexpr int kLongestSearch = 3660;  // an office closed all the year has no working day to find
  for (int ahead = 1; ahead < kLongestSearch; ++ahead) {
    if (IsWorkingDay(date + ahead)) return date + ahead;
  }
  return date + 1;
}

bool WorkCalendar::IsYearEnd(Date date) const {
  const std::pair first{year_end_.first_month, year_end_.first_day};
  const std::pair last{year_end_.last_month, year_end_.last_day};
  const std::pair day{date.month(), date.day()};
  if (first <= last) return first <= day && day <= last;
  return day >= first || day <= last;
}

}  // namespace chohyo
