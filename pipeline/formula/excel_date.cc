#include "pipeline/formula/excel_date.h"

#include <cmath>

#include "pipeline/base/date.h"

namespace chohyo {
namespace {

/// 1899-12-30, from which days are counted since March 1900.
constexpr int kEpoch = -25569;
constexpr int kLeapDayThatWasNot = 60;

}  // namespace

std::optional<ExcelDay> ExcelDayOf(std::int64_t number) {
  if (number < 0 || number > static_cast<std::int64_t>(kLastExcelDay)) return std::nullopt;
  const int weekday = static_cast<int>((number + 6) % 7);
  if (number == 0) return ExcelDay{1900, 1, 0, weekday};
  if (number == kLeapDayThatWasNot) return ExcelDay{1900, 2, 29, weekday};
  const int since = static_cast<int>(number) + (number < kLeapDayThatWasNot ? 1 : 0);
  const Date date = Date::FromDays(kEpoch + since);
  return ExcelDay{date.year(), date.month(), date.day(), weekday};
}

std::optional<double> ExcelDayNumber(int year, int month, int day) {
  constexpr int kFar = 100'000'000;
  if (year < 0 || year > 9999 || std::abs(month) > kFar || std::abs(day) > kFar) return std::nullopt;
  const int months = year * 12 + month - 1;
  const int carried = months >= 0 ? months / 12 : -1;
  if (carried < 1899 || carried > 9999) return std::nullopt;
  const std::optional<Date> first = Date::FromYmd(carried, months % 12 + 1, 1);
  if (!first) return std::nullopt;
  const int start = first->days() - kEpoch;
  const int number = (start <= kLeapDayThatWasNot ? start - 1 : start) + day - 1;
  if (number < 0 || number > static_cast<int>(kLastExcelDay)) return std::nullopt;
  return number;
}

ClockTime ClockOf(double number, int places) {
  constexpr int kSecondsADay = 86400;
  int scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const double days = std::floor(number);
  ClockTime clock;
  clock.days = static_cast<std::int64_t>(days);
  std::int64_t ticks = std::llround((number - days) * kSecondsADay * scale);
  if (ticks >= static_cast<std::int64_t>(kSecondsADay) * scale) {
    ticks = 0;
    ++clock.days;
  }
  clock.fraction = static_cast<int>(ticks % scale);
  const int seconds = static_cast<int>(ticks / scale);
  clock.hours = seconds / 3600;
  clock.minutes = seconds / 60 % 60;
  clock.seconds = seconds % 60;
  return clock;
}

}  // namespace chohyo
