#include "pipeline/base/holidays.h"

#include <catch2/catch.hpp>

#include "tests/unit/base/known_holidays.h"

namespace chohyo {
namespace {

Date Day(int year, int month, int day) { return Date::FromYmd(year, month, day).value(); }

std::string DaysOfYear(int year) {
  std::string days;
  for (Date date = Day(year, 1, 1); date <= Day(year, 12, 31); ++date) {
    if (const auto name = NationalHoliday(date)) days += date.Iso().substr(5) + " " + std::string(*name) + "\n";
  }
  return days;
}

bool IsNamed(Date date) {
  const auto name = NationalHoliday(date);
  return name && *name != "振替休日" && *name != "国民の休日";
}

template <typename Visit>
void ForEachDay(Visit visit) {
  for (Date date = Day(1955, 1, 1); date <= Day(2030, 12, 31); ++date) visit(date);
}

TEST_CASE("the holidays of well-known years are complete") {
  for (const KnownYear& known : kKnownYears) {
    INFO(known.year);
    CHECK(DaysOfYear(known.year) == known.days);
  }
}

TEST_CASE("the days that people ask about") {
  CHECK(NationalHoliday(Day(1973, 4, 30)) == "振替休日");    // the first there was
  CHECK(NationalHoliday(Day(1973, 2, 12)) == std::nullopt);  // the law came two months later
  CHECK(NationalHoliday(Day(1986, 5, 4)) == std::nullopt);   // between two holidays, but a Sunday
  CHECK(NationalHoliday(Day(1987, 5, 4)) == "振替休日");     // between two holidays, but a substitute
  CHECK(NationalHoliday(Day(1988, 5, 4)) == "国民の休日");
  CHECK(NationalHoliday(Day(2008, 5, 6)) == "振替休日");  // from 2007 the next day that is no holiday
  CHECK(NationalHoliday(Day(2009, 9, 22)) == "国民の休日");
  CHECK(NationalHoliday(Day(2019, 4, 30)) == "国民の休日");
  CHECK(NationalHoliday(Day(2019, 12, 23)) == std::nullopt);
  CHECK(NationalHoliday(Day(2021, 1, 11)) == "成人の日");
  CHECK(NationalHoliday(Day(2021, 8, 9)) == "振替休日");
  CHECK(NationalHoliday(Day(2021, 10, 11)) == std::nullopt);
  CHECK(NationalHoliday(Day(2026, 9, 22)) == "国民の休日");
}

TEST_CASE("years outside 1955-2030 have no known holidays") {
  CHECK(NationalHoliday(Day(1954, 12, 31)) == std::nullopt);
  CHECK(NationalHoliday(Day(1954, 1, 1)) == std::nullopt);
  CHECK(NationalHoliday(Day(1955, 1, 1)) == "元日");
  CHECK(NationalHoliday(Day(2030, 11, 23)) == "勤労感謝の日");
  CHECK(NationalHoliday(Day(2031, 1, 1)) == std::nullopt);
  CHECK(NationalHoliday(Date::FromDays(-1'000'000)) == std::nullopt);
}

TEST_CASE("a substitute follows a holiday on Sunday, and only in its time") {
  ForEachDay([](Date date) {
    if (NationalHoliday(date) != "振替休日") return;
    INFO(date.Iso());
    CHECK(date >= Day(1973, 4, 12));
    Date before = date - 1;
    while (date.year() >= 2007 && before.weekday() != Weekday::kSunday && IsNamed(before)) before = before - 1;
    CHECK(before.weekday() == Weekday::kSunday);
    CHECK(IsNamed(before));
  });
}

TEST_CASE("every holiday on Sunday since 1973 gives another day off") {
  ForEachDay([](Date date) {
    if (date < Day(1973, 4, 12) || date.weekday() != Weekday::kSunday || !IsNamed(date)) return;
    Date after = date + 1;
    while (IsNamed(after)) ++after;
    INFO(date.Iso());
    CHECK(NationalHoliday(after) == "振替休日");
  });
}

TEST_CASE("a day between two holidays is off since 1986") {
  ForEachDay([](Date date) {
    const bool between = IsNamed(date - 1) && IsNamed(date + 1) && !IsNamed(date);
    INFO(date.Iso());
    if (NationalHoliday(date) == "国民の休日") {
      CHECK(between);
      CHECK(date >= Day(1985, 12, 27));
    } else if (between && date >= Day(1985, 12, 27) && date.weekday() != Weekday::kSunday) {
      CHECK(NationalHoliday(date) == "振替休日");
    }
  });
}

TEST_CASE("every year has its holidays once") {
  for (int year = 1955; year <= 2030; ++year) {
    const std::string days = DaysOfYear(year);
    INFO(days);
    const auto count = [&](const std::string& name) {
      std::size_t found = 0;
      for (std::size_t at = days.find(" " + name + "\n"); at != std::string::npos;
           at = days.find(" " + name + "\n", at + 1)) {
        ++found;
      }
      return found;
    };
    for (const char* name :
         {"元日", "成人の日", "春分の日", "憲法記念日", "こどもの日", "秋分の日", "文化の日", "勤労感謝の日"}) {
      CHECK(count(name) == 1);
    }
    CHECK(count("天皇誕生日") == (year == 2019 ? 0U : 1U));
    CHECK(count("建国記念の日") == (year >= 1967 ? 1U : 0U));
    CHECK(count("敬老の日") == (year >= 1966 ? 1U : 0U));
    CHECK(count("体育の日") + count("スポーツの日") == (year >= 1966 ? 1U : 0U));
    CHECK(count("海の日") == (year >= 1996 ? 1U : 0U));
    CHECK(count("山の日") == (year >= 2016 ? 1U : 0U));
    CHECK(count("みどりの日") == (year >= 1989 ? 1U : 0U));
    CHECK(count("昭和の日") == (year >= 2007 ? 1U : 0U));
  }
}

TEST_CASE("the office's calendar puts the national holiday first, then year end, closure, weekend") {
  const WorkCalendar calendar({}, {{Day(2021, 1, 1), "市制記念日"},
                                   {Day(2021, 1, 2), "閉鎖"},
                                   {Day(2021, 1, 15), "市制記念日"},
                                   {Day(2021, 1, 16), "点検"},
                                   {Day(2021, 1, 20), ""}});
  const auto is = [&](int month, int day, DayOffKind kind, const std::string& name) {
    const DayOff off = calendar.Of(Day(2021, month, day));
    INFO(month << "-" << day);
    CHECK(off.kind == kind);
    CHECK(off.name == name);
  };
  is(1, 1, DayOffKind::kNationalHoliday, "元日");
  is(1, 2, DayOffKind::kYearEnd, "年末年始");
  is(1, 3, DayOffKind::kYearEnd, "年末年始");
  is(1, 4, DayOffKind::kNone, "");
  is(1, 9, DayOffKind::kWeekend, "土曜日");
  is(1, 10, DayOffKind::kWeekend, "日曜日");
  is(1, 11, DayOffKind::kNationalHoliday, "成人の日");
  is(1, 15, DayOffKind::kClosure, "市制記念日");
  is(1, 16, DayOffKind::kClosure, "点検");
  is(1, 20, DayOffKind::kClosure, "閉庁日");
  is(12, 28, DayOffKind::kNone, "");
  is(12, 29, DayOffKind::kYearEnd, "年末年始");
}

TEST_CASE("what a day is off for and whether it is worked agree") {
  const WorkCalendar calendar({}, {{Day(2021, 6, 1), "点検"}});
  for (Date date = Day(2020, 1, 1); date < Day(2023, 1, 1); ++date) {
    const DayOffKind kind = calendar.Of(date).kind;
    INFO(date.Iso());
    CHECK(calendar.IsWorkingDay(date) == (kind == DayOffKind::kNone));
    CHECK(calendar.IsHoliday(date) == (kind != DayOffKind::kNone && kind != DayOffKind::kWeekend));
    CHECK(calendar.IsWorkingDay(calendar.NextWorkingDay(date)));
  }
}

TEST_CASE("the next working day leaves out all that is off") {
  const WorkCalendar calendar({}, {{Day(2021, 1, 4), "点検"}});
  CHECK(calendar.NextWorkingDay(Day(2020, 12, 28)) == Day(2021, 1, 5));
  CHECK(calendar.NextWorkingDay(Day(2021, 1, 8)) == Day(2021, 1, 12));
  CHECK(calendar.NextWorkingDay(Day(2021, 1, 12)) == Day(2021, 1, 13));
}

TEST_CASE("a year end within one year, and one of all the year") {
  const WorkCalendar summer(YearEnd{8, 13, 8, 15}, {});
  CHECK_FALSE(summer.IsHoliday(Day(2021, 8, 12)));
  CHECK(summer.Of(Day(2021, 8, 13)).kind == DayOffKind::kYearEnd);
  CHECK(summer.Of(Day(2021, 8, 15)).kind == DayOffKind::kYearEnd);
  CHECK_FALSE(summer.IsHoliday(Day(2021, 8, 16)));
  CHECK_FALSE(summer.IsHoliday(Day(2021, 1, 2)));
  const WorkCalendar always(YearEnd{1, 1, 12, 31}, {});
  CHECK(always.NextWorkingDay(Day(2021, 3, 1)) == Day(2021, 3, 2));
}

}  // namespace
}  // namespace chohyo
