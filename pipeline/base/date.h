// Days, months, times of day and durations as the office's tables know them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chohyo {

enum class Weekday : std::uint8_t { kSunday, kMonday, kTuesday, kWednesday, kThursday, kFriday, kSaturday };

/// A day of the (proleptic) Gregorian calendar, as a count of days since 1970-01-01.
class Date {
 public:
  constexpr Date() = default;

  /// The day given by year, month 1–12 and day 1–31; nothing if there is no such day or the year is not in 1–9999.
  static std::optional<Date> FromYmd(int year, int month, int day);
  static constexpr Date FromDays(std::int32_t days_since_1970) { return Date(days_since_1970); }
  /// Reads exactly "YYYY-MM-DD".
  static std::optional<Date> FromIso(std::string_view text);

  constexpr std::int32_t days() const { return days_; }
  int year() const;
  int month() const;
  int day() const;
  Weekday weekday() const;
  /// "2021-01-13"
  std::string Iso() const;
  /// The Monday on or before this day: weeks run Monday to Sunday.
  Date MondayOfWeek() const;

  friend constexpr Date operator+(Date date, int days) { return Date(date.days_ + days); }
  friend constexpr Date operator-(Date date, int days) { return Date(date.days_ - days); }
  friend constexpr int operator-(Date a, Date b) { return a.days_ - b.days_; }
  Date& operator++() {
    ++days_;
    return *this;
  }
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  explicit constexpr Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

/// A calendar month.
struct Month {
  int year = 1970;
  int month = 1;  ///< 1–12

  static Month Of(Date date) { return {date.year(), date.month()}; }
  Date first() const;
  Date last() const;
  int days() const { return last() - first() + 1; }
  /// The month `count` months later (earlier if negative).
  Month Plus(int count) const;
  /// "2021-01"
  std::string Iso() const;
  friend constexpr auto operator<=>(const Month&, const Month&) = default;
};

/// A span of time in whole minutes.
struct Minutes {
  std::int32_t value = 0;
  friend constexpr auto operator<=>(Minutes, Minutes) = default;
};

/// A time of day in minutes since midnight, 0–1440 (24:00 ends a day).
struct TimeOfDay {
  std::int32_t minutes = 0;
  /// "8:30"
  std::string Text() const;
  friend constexpr auto operator<=>(TimeOfDay, TimeOfDay) = default;
};

/// Completed years of age on a day, by the law on the calculation of ages (年齢計算ニ関スル法律, 民法第143条):
/// a year is completed at the end of the day before the birthday; as offices count, the birthday itself shows the new
/// age, and for 29 February that is 1 March in common years. Nothing if `birth` is after `on`.
std::optional<int> AgeOn(Date birth, Date on);

/// The fiscal year (年度, April to March) a day belongs to, as the year of its April.
int FiscalYear(Date date);

/// The first and last day of a stretch of days, both included.
struct DateSpan {
  Date first;
  Date last;
  bool Holds(Date date) const { return first <= date && date <= last; }
  bool Overlaps(const DateSpan& other) const { return first <= other.last && other.first <= last; }
  friend constexpr auto operator<=>(const DateSpan&, const DateSpan&) = default;
};

}  // namespace chohyo
