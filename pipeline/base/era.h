// 和暦: the eras from Meiji on, with their exact limits, written and read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/date.h"

namespace chohyo {

/// A day as the calendar of eras counts it. Eras: 明治 from 1868-10-23 as tables use it (solar calendar: dates before
/// 1873-01-01 are refused), 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01.
struct EraDate {
  std::string_view era;  ///< "令和"
  char letter = ' ';     ///< 'R'
  int year = 0;          ///< 1 = 元年
  int month = 0;
  int day = 0;
};

/// The era day of a date; nothing before 1873-01-01.
std::optional<EraDate> EraOf(Date date);

/// "令和3年1月13日", "平成元年1月8日"; a date before the eras as "1872年…".
std::string Wareki(Date date);
/// "R3.1.13"
std::string WarekiShort(Date date);
/// "令和3年1月"; the era of the month's last day.
std::string WarekiMonth(Month month);
/// "令和3年度", the fiscal year a day belongs to.
std::string WarekiFiscalYear(Date date);
/// "水"
std::string_view WeekdayKanji(Weekday weekday);

/// What came of reading a date.
struct DateReading {
  std::optional<Date> date;
  std::string problem;  ///< why there is no date, in the current language, with the right era suggested; "" if fine
};

/// Reads 2021-01-13, 2021/1/13, 2021.1.13, 20210113, R3.1.13, R3/1/13, R3-1-13, 令和3年1月13日, 令和元年5月1日,
/// 2021年1月13日; full-width digits and letters, single-letter and kanji eras, ㋿ and its like, inner spaces.
/// An era's limits are strict: 平成31年5月1日 is refused with 令和元年5月1日 suggested.
DateReading ReadDate(std::string_view text);

/// What came of reading a month.
struct MonthReading {
  std::optional<Month> month;
  std::string problem;
};

/// Reads 2021-01, 2021/1, 202101, 令和3年1月, R3.1, 2021年1月, and full dates (their month).
MonthReading ReadMonth(std::string_view text);

}  // namespace chohyo
