#include "pipeline/base/date.h"

#include <catch2/catch.hpp>

namespace chohyo {
namespace {

Date Day(int year, int month, int day) { return Date::FromYmd(year, month, day).value(); }

TEST_CASE("days that exist and days that don't") {
  CHECK(Date::FromYmd(2020, 2, 29).has_value());
  CHECK_FALSE(Date::FromYmd(2021, 2, 29).has_value());
  CHECK_FALSE(Date::FromYmd(1900, 2, 29).has_value());
  CHECK(Date::FromYmd(2000, 2, 29).has_value());
  CHECK_FALSE(Date::FromYmd(2021, 4, 31).has_value());
  CHECK_FALSE(Date::FromYmd(2021, 0, 1).has_value());
  CHECK_FALSE(Date::FromYmd(2021, 13, 1).has_value());
  CHECK_FALSE(Date::FromYmd(2021, 1, 0).has_value());
  CHECK_FALSE(Date::FromYmd(2021, 1, 257).has_value());
  CHECK_FALSE(Date::FromYmd(0, 1, 1).has_value());
  CHECK_FALSE(Date::FromYmd(10000, 1, 1).has_value());
  CHECK(Day(1970, 1, 1).days() == 0);
  CHECK(Day(9999, 12, 31).Iso() == "9999-12-31");
}

TEST_CASE("ISO dates are read exactly") {
  CHECK(Date::FromIso("2021-01-13") == Day(2021, 1, 13));
  for (const char* text : {"", "2021-1-13", "2021-01-13 ", "2021/01/13", "20210113", "2021-0a-13", "2021-01-1-",
                           "-021-01-13", "2021--1-13", "2021-02-30"}) {
    INFO(text);
    CHECK_FALSE(Date::FromIso(text).has_value());
  }
}

TEST_CASE("weekdays and weeks") {
  CHECK(Day(2021, 1, 13).weekday() == Weekday::kWednesday);
  CHECK(Day(1969, 12, 31).weekday() == Weekday::kWednesday);
  CHECK(Day(1868, 10, 23).weekday() == Weekday::kFriday);
  CHECK(Day(2021, 1, 11).MondayOfWeek() == Day(2021, 1, 11));
  CHECK(Day(2021, 1, 13).MondayOfWeek() == Day(2021, 1, 11));
  CHECK(Day(2021, 1, 17).MondayOfWeek() == Day(2021, 1, 11));
  CHECK(Day(2021, 1, 18).MondayOfWeek() == Day(2021, 1, 18));
  CHECK(Day(2021, 1, 1).MondayOfWeek() == Day(2020, 12, 28));
}

TEST_CASE("a date is the same however it is taken apart") {
  for (Date date = Day(1872, 1, 1); date < Day(2105, 1, 1); date = date + 17) {
    if (Day(date.year(), date.month(), date.day()) != date || Date::FromIso(date.Iso()) != date) {
      FAIL_CHECK(date.Iso());
    }
  }
}

TEST_CASE("months") {
  const Month january{2021, 1};
  CHECK(january.first() == Day(2021, 1, 1));
  CHECK(january.last() == Day(2021, 1, 31));
  CHECK(january.days() == 31);
  CHECK(Month{2020, 2}.days() == 29);
  CHECK(Month{2021, 2}.days() == 28);
  CHECK(january.Plus(-1) == Month{2020, 12});
  CHECK(january.Plus(11) == Month{2021, 12});
  CHECK(january.Plus(12) == Month{2022, 1});
  CHECK(january.Plus(-25) == Month{2018, 12});
  CHECK(january.Iso() == "2021-01");
  CHECK(Month::Of(Day(2021, 1, 31)) == january);
  CHECK(Month{9999, 12}.last().Iso() == "9999-12-31");
  CHECK(Month{2020, 12} < january);
}

TEST_CASE("times of day") {
  CHECK(TimeOfDay{510}.Text() == "8:30");
  CHECK(TimeOfDay{0}.Text() == "0:00");
  CHECK(TimeOfDay{1440}.Text() == "24:00");
}

TEST_CASE("ages change on the birthday") {
  CHECK(AgeOn(Day(1980, 4, 1), Day(2021, 3, 31)) == 40);
  CHECK(AgeOn(Day(1980, 4, 1), Day(2021, 4, 1)) == 41);
  CHECK(AgeOn(Day(2000, 2, 29), Day(2021, 2, 28)) == 20);
  CHECK(AgeOn(Day(2000, 2, 29), Day(2021, 3, 1)) == 21);
  CHECK(AgeOn(Day(2000, 2, 29), Day(2020, 2, 29)) == 20);
  CHECK(AgeOn(Day(2021, 1, 13), Day(2021, 1, 13)) == 0);
  CHECK_FALSE(AgeOn(Day(2021, 1, 14), Day(2021, 1, 13)).has_value());
}

TEST_CASE("fiscal years begin in April") {
  CHECK(FiscalYear(Day(2021, 3, 31)) == 2020);
  CHECK(FiscalYear(Day(2021, 4, 1)) == 2021);
  CHECK(FiscalYear(Day(2021, 12, 31)) == 2021);
}

TEST_CASE("spans include both ends") {
  const DateSpan span{Day(2021, 1, 10), Day(2021, 1, 12)};
  CHECK_FALSE(span.Holds(Day(2021, 1, 9)));
  CHECK(span.Holds(Day(2021, 1, 10)));
  CHECK(span.Holds(Day(2021, 1, 12)));
  CHECK_FALSE(span.Holds(Day(2021, 1, 13)));
  CHECK(span.Overlaps({Day(2021, 1, 12), Day(2021, 1, 20)}));
  CHECK(span.Overlaps({Day(2021, 1, 1), Day(2021, 1, 10)}));
  CHECK_FALSE(span.Overlaps({Day(2021, 1, 13), Day(2021, 1, 20)}));
}

}  // namespace
}  // namespace chohyo
