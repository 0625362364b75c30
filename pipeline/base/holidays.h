// Days off: the national holidays by law, year end and the office's closures.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/date.h"

namespace chohyo {

/// The name of a national holiday (国民の祝日に関する法律, with 振替休日 and 国民の休日, the one-off days of 1959,
/// 1989, 1990, 1993 and 2019, and the days moved in 2020 and 2021), for 1955–2030; nothing on other days and in other
/// years.
std::optional<std::string_view> NationalHoliday(Date date);

/// The days of the year an office is closed besides national holidays, from month-day to month-day (may span New Year).
struct YearEnd {
  int first_month = 12, first_day = 29;
  int last_month = 1, last_day = 3;
};

enum class DayOffKind { kNone, kNationalHoliday, kYearEnd, kClosure, kWeekend };

struct DayOff {
  DayOffKind kind = DayOffKind::kNone;
  std::string name;  ///< 元日, 年末年始, the closure's name, 土曜日 …
};

/// The office's calendar.
class WorkCalendar {
 public:
  WorkCalendar() = default;
  WorkCalendar(YearEnd year_end, std::map<Date, std::string> closures);

  /// What a day is. A national holiday comes first (1 January is 元日), then year end, closure, weekend.
  DayOff Of(Date date) const;
  /// A national holiday, year end or a closure: off although it may be a weekday.
  bool IsHoliday(Date date) const;
  bool IsWeekend(Date date) const;
  bool IsWorkingDay(Date date) const { return !IsWeekend(date) && !IsHoliday(date); }
  /// The first working day after a day.
  Date NextWorkingDay(Date date) const;

 private:
  bool IsYearEnd(Date date) const;
  YearEnd year_end_;
  std::map<Date, std::string> closures_;
};

}  // namespace chohyo
