#include <catch2/catch.hpp>

#include "forms/headcount_counts.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

constexpr const char* kWednesday = "2021-01-13";
constexpr const char* kSaturday = "2021-01-16";
constexpr const char* kComingOfAge = "2021-01-11";

Headcount CountOne(Status status) {
  SmallOffice city;
  city.Department("110", "総務課");
  city.Person("1", "110");
  city.Attends("1", kWednesday, status);
  city.Context();
  return HeadcountOf(city.records, city.calendar, {"110"}, Day(kWednesday));
}

Headcount Expected(std::int64_t Headcount::*category, std::int64_t Headcount::*part = nullptr) {
  Headcount count;
  count.staff = 1;
  count.*category = 1;
  if (part != nullptr) count.*part = 1;
  return count;
}

TEST_CASE("each status falls in one category") {
  CHECK(CountOne(Status::kPresent) == Expected(&Headcount::present));
  CHECK(CountOne(Status::kSupport) == Expected(&Headcount::present, &Headcount::support));
  CHECK(CountOne(Status::kLate) == Expected(&Headcount::present));
  CHECK(CountOne(Status::kHalfLeave) == Expected(&Headcount::present));
  CHECK(CountOne(Status::kHourLeave) == Expected(&Headcount::present));
  CHECK(CountOne(Status::kStandby) == Expected(&Headcount::standby));
  CHECK(CountOne(Status::kTelework) == Expected(&Headcount::standby, &Headcount::telework));
  CHECK(CountOne(Status::kTrip) == Expected(&Headcount::trip));
  CHECK(CountOne(Status::kAnnualLeave) == Expected(&Headcount::annual));
  CHECK(CountOne(Status::kSpecialLeave) == Expected(&Headcount::special));
  CHECK(CountOne(Status::kSickLeave) == Expected(&Headcount::sick));
  CHECK(CountOne(Status::kAbsent) == Expected(&Headcount::absent));
  CHECK(CountOne(Status::kWeekDayOff) == Expected(&Headcount::day_off));
  CHECK(CountOne(Status::kHoliday) == Expected(&Headcount::day_off));
  CHECK(CountOne(Status::kNone) == Expected(&Headcount::unreported));
}

TEST_CASE("with two rows a day the one that is no part-day leave counts, whichever comes first") {
  for (const bool leave_first : {true, false}) {
    SmallOffice city;
    city.Department("110", "総務課");
    city.Person("1", "110");
    city.Attends("1", kWednesday, leave_first ? Status::kHourLeave : Status::kTelework);
    city.Attends("1", kWednesday, leave_first ? Status::kTelework : Status::kHourLeave);
    city.Context();
    CHECK(HeadcountOf(city.records, city.calendar, {"110"}, Day(kWednesday)) ==
          Expected(&Headcount::standby, &Headcount::telework));
  }
}

TEST_CASE("two part-day leaves are one person present") {
  SmallOffice city;
  city.Department("110", "総務課");
  city.Person("1", "110");
  city.Attends("1", kWednesday, Status::kHourLeave);
  city.Attends("1", kWednesday, Status::kHalfLeave);
  city.Context();
  CHECK(HeadcountOf(city.records, city.calendar, {"110"}, Day(kWednesday)) == Expected(&Headcount::present));
}

TEST_CASE("people without a row are unreported on a working day and off on others") {
  SmallOffice city;
  city.Department("110", "総務課");
  city.Person("1", "110");
  city.Context();
  const auto count = [&](const char* day) { return HeadcountOf(city.records, city.calendar, {"110"}, Day(day)); };
  CHECK(count(kWednesday) == Expected(&Headcount::unreported));
  CHECK(count(kSaturday) == Expected(&Headcount::day_off));
  CHECK(count(kComingOfAge) == Expected(&Headcount::day_off));
  CHECK(count("2020-12-29") == Expected(&Headcount::day_off));
}

TEST_CASE("for people on a roster the roster says what a day off is") {
  SmallOffice city;
  city.Department("110", "総務課");
  city.Person("1", "110");
  city.OnRoster("1", {2021, 1}, {12, 16});
  city.Context();
  const auto count = [&](const char* day) { return HeadcountOf(city.records, city.calendar, {"110"}, Day(day)); };
  CHECK(count("2021-01-12") == Expected(&Headcount::unreported));
  CHECK(count(kWednesday) == Expected(&Headcount::day_off));
  CHECK(count(kSaturday) == Expected(&Headcount::unreported));
  CHECK(count("2021-02-03") == Expected(&Headcount::unreported));  // February has no roster for them
}

TEST_CASE("people count from their first to their last day in office") {
  SmallOffice city;
  city.Department("110", "総務課");
  city.Person("1", "110").from = Day("2021-01-14");
  city.Person("2", "110").until = Day(kWednesday);
  city.Attends("1", kWednesday, Status::kPresent);
  city.Attends("2", kWednesday, Status::kPresent);
  city.Context();
  CHECK(HeadcountOf(city.records, city.calendar, {"110"}, Day(kWednesday)) == Expected(&Headcount::present));
  CHECK(HeadcountOf(city.records, city.calendar, {"110"}, Day("2021-01-14")) == Expected(&Headcount::unreported));
}

TEST_CASE("a department set counts each person's home department only") {
  SmallOffice city;
  city.Department("100", "総務局");
  city.Department("110", "総務課", "100");
  city.Department("120", "人事課", "100");
  city.Person("1", "100");
  city.Person("2", "110");
  city.Person("3", "120");
  city.Attends("2", kWednesday, Status::kPresent);
  city.Attends("3", kWednesday, Status::kTrip);
  city.Attends("9", kWednesday, Status::kTrip);  // nobody
  city.Context();
  const Headcount count = HeadcountOf(city.records, city.calendar, {"100", "110"}, Day(kWednesday));
  CHECK(count.staff == 2);
  CHECK(count.present == 1);
  CHECK(count.unreported == 1);
  CHECK(count.Accounted() == count.staff);
}

TEST_CASE("the index answers for every day of its span and lists where support goes") {
  SmallOffice city;
  city.Department("110", "総務課");
  city.Person("1", "110");
  city.Person("2", "110");
  city.Attends("2", kWednesday, Status::kSupport, "市民課");
  city.Attends("1", kWednesday, Status::kSupport, "210");
  city.Attends("1", "2021-01-14", Status::kPresent, "書類");
  city.Context();
  const HeadcountIndex index(city.records, city.calendar, city.period.span);
  CHECK(index.SupportNotes("110", Day(kWednesday)) == std::vector<std::string>{"210", "市民課"});
  CHECK(index.SupportNotes("110", Day("2021-01-14")).empty());
  CHECK(index.Of("110", Day(kWednesday)).support == 2);
  CHECK(index.Of("110", Day("2021-01-14")).present == 1);
  CHECK(index.Of("999", Day(kWednesday)) == Headcount{});
  CHECK(index.Of("110", Day("2020-06-03")).unreported == 2);  // outside of the span
}

}  // namespace
}  // namespace chohyo
