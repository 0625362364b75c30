// Days as Excel numbers them: 1 = 1900-01-01, with a 29 February 1900 that never was (60); or from 1904.
#pragma once

#include <cstdint>
#include <optional>

namespace chohyo {

/// A numbered day. Number 0 is 1900-01-00, number 60 is 1900-02-29: Excel shows both.
struct ExcelDay {
  int year = 1900;
  int month = 1;
  int day = 0;
  int weekday = 0;  ///< 0 = Sunday, as Excel has it (a day late before March 1900)
};

/// 9999-12-31.
inline constexpr double kLastExcelDay = 2958465;
/// What the numbers of the 1904 system lack.
inline constexpr int kDaysTo1904 = 1462;

/// The day with this number; nothing outside 0 … 9999-12-31.
std::optional<ExcelDay> ExcelDayOf(std::int64_t number);

/// The number of a day; months and days beyond their limits carry over, as DATE has it. Nothing outside 1900–9999.
std::optional<double> ExcelDayNumber(int year, int month, int day);

/// A time of day or a span in parts.
struct ClockTime {
  std::int64_t days = 0;
  int hours = 0, minutes = 0, seconds = 0;
  int fraction = 0;  ///< of a second, in 10^-places
};

/// A number of days split up, rounded at `places` (0–3) after the seconds, as Excel shows it.
ClockTime ClockOf(double number, int places);

}  // namespace chohyo
