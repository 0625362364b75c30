#include "pipeline/base/date.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

namespace chohyo {
namespace {

std::chrono::year_month_day Civil(std::int32_t days) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days)));
}

}  // namespace

std::optional<Date> Date::FromYmd(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day civil{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day))};
  if (!civil.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days(civil).time_since_epoch().count()));
}

std::optional<Date> Date::FromIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int fields[3] = {0, 0, 0};
  int field = 0;
  for (const char c : text) {
    if (c == '-') {
      ++field;
    } else if (c >= '0' && c <= '9' && field < 3) {
      fields[field] = fields[field] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  return field == 2 ? FromYmd(fields[0], fields[1], fields[2]) : std::nullopt;
}

int Date::year() const { return static_cast<int>(Civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(Civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(Civil(days_).day())); }

Weekday Date::weekday() const {
  constexpr int kEpochWeekday = 4;  // 1970-01-01 was a Thursday
  const int index = ((days_ + kEpochWeekday) % 7 + 7) % 7;
  return static_cast<Weekday>(index);
}

std::string Date::Iso() const {
  const auto civil = Civil(days_);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()),
                     static_cast<unsigned>(civil.day()));
}

Date Date::MondayOfWeek() const { return *this - (static_cast<int>(weekday()) + 6) % 7; }

Date Month::first() const { return *Date::FromYmd(year, month, 1); }

Date Month::last() const {
  const std::chrono::year_month_day_last civil{
      std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
  return Date::FromDays(static_cast<std::int32_t>(std::chrono::sys_days(civil).time_since_epoch().count()));
}

Month Month::Plus(int count) const {
  const int index = year * 12 + (month - 1) + count;
  return {index / 12, index % 12 + 1};
}

std::string Month::Iso() const { return fmt::format("{:04}-{:02}", year, month); }

std::string TimeOfDay::Text() const { return fmt::format("{}:{:02}", minutes / 60, minutes % 60); }

std::optional<int> AgeOn(Date birth, Date on) {
  if (birth > on) return std::nullopt;
  const bool had_birthday = on.month() > birth.month() || (on.month() == birth.month() && on.day() >= birth.day());
  return on.year() - birth.year() - (had_birthday ? 0 : 1);
}

int FiscalYear(Date date) { return date.month() >= 4 ? date.year() : date.year() - 1; }

}  // namespace chohyo
