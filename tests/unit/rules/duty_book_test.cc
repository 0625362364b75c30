#include "pipeline/rules/duty_book.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

constexpr PersonIndex kTaro = 0;

TEST_CASE("the hours and breaks of the shifts") {
  CHECK(HoursOfShift(Shift::kA) == Hours{At("7:30"), At("16:15")});
  CHECK(HoursOfShift(Shift::kB) == Hours{At("8:30"), At("17:15")});
  CHECK(HoursOfShift(Shift::kC) == Hours{At("9:30"), At("18:15")});
  CHECK(HoursOfShift(Shift::kD) == Hours{At("10:30"), At("19:15")});
  CHECK(HoursOfShift(Shift::kNone) == HoursOfShift(Shift::kB));
  CHECK(BreakOfShift(Shift::kA) == Hours{At("11:00"), At("12:00")});
  CHECK(BreakOfShift(Shift::kB) == Hours{At("12:00"), At("13:00")});
  CHECK(BreakOfShift(Shift::kC) == Hours{At("13:00"), At("14:00")});
  CHECK(BreakOfShift(Shift::kD) == Hours{At("14:00"), At("15:00")});
}

TEST_CASE("of two rows of a day the one that is no part-day leave counts, whichever stands first") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kHourLeave);
  city.Row("2021-01-12", Status::kTelework);
  city.Row("2021-01-13", Status::kPresent);
  city.Row("2021-01-13", Status::kHalfLeave);
  city.Row("2021-01-14", Status::kHalfLeave);
  const DutyBook book = city.Book();
  CHECK(book.RowOf(kTaro, Day("2021-01-12"))->line == 3);
  CHECK(book.RowOf(kTaro, Day("2021-01-13"))->line == 4);
  CHECK(book.RowOf(kTaro, Day("2021-01-14"))->line == 6);
  CHECK(book.RowOf(kTaro, Day("2021-01-15")) == nullptr);
  CHECK(book.HasStatus(kTaro, Day("2021-01-12"), Status::kHourLeave));
  CHECK_FALSE(book.HasStatus(kTaro, Day("2021-01-13"), Status::kHourLeave));
}

TEST_CASE("the day's hours: the row's own, else the row's shift, else the roster's, else the plain ones") {
  DutyOffice city;
  city.OnRoster({2021, 1});
  city.Sign("2021-01-12", Shift::kD);
  city.Sign("2021-01-13", Shift::kD);
  city.Sign("2021-01-14", Shift::kD);
  city.Row("2021-01-12", Status::kTelework, "9:00-12:30", Shift::kC);
  city.Row("2021-01-13", Status::kTelework, "", Shift::kC);
  city.Row("2021-01-14", Status::kTelework).start = At("11:00");
  city.Row("2021-01-15", Status::kTelework);
  const DutyBook book = city.Book();
  CHECK(book.HoursOf(kTaro, Day("2021-01-12")) == Hours{At("9:00"), At("12:30")});
  CHECK(book.HoursOf(kTaro, Day("2021-01-13")) == Hours{At("9:30"), At("18:15")});
  CHECK(book.HoursOf(kTaro, Day("2021-01-14")) == Hours{At("11:00"), At("19:15")});
  CHECK(book.HoursOf(kTaro, Day("2021-01-15")) == Hours{At("8:30"), At("17:15")});
  CHECK(book.HoursOf(kTaro, Day("2021-01-18")) == Hours{At("8:30"), At("17:15")});
}

TEST_CASE("working days go by the roster in its month, by the calendar in others") {
  DutyOffice city;
  city.calendar = WorkCalendar(YearEnd{}, {{Day("2021-01-15"), "開庁記念日"}});
  city.OnRoster({2021, 1});
  city.Sign("2021-01-16");  // a Saturday
  city.Sign("2021-01-11");  // 成人の日
  const DutyBook book = city.Book();
  CHECK(book.IsWorkingDay(kTaro, Day("2021-01-16")));
  CHECK(book.IsWorkingDay(kTaro, Day("2021-01-11")));
  CHECK_FALSE(book.IsWorkingDay(kTaro, Day("2021-01-12")));
  CHECK(book.IsOnRoster(kTaro, Day("2021-01-01")));
  CHECK_FALSE(book.IsOnRoster(kTaro, Day("2021-02-01")));
  CHECK(book.IsWorkingDay(kTaro, Day("2021-02-01")));
  CHECK_FALSE(book.IsWorkingDay(kTaro, Day("2021-02-06")));
  CHECK_FALSE(book.IsWorkingDay(kTaro, Day("2020-12-29")));
  CHECK(book.IsWorkingDay(kTaro, Day("2020-12-28")));
  CHECK(book.IsWorkingDay(kTaro, Day("2022-06-01")));
}

TEST_CASE("rosters of the months around the period count, those farther away do not") {
  DutyOffice city;
  for (const Month month : {Month{2020, 10}, Month{2020, 12}, Month{2021, 2}, Month{2021, 4}}) city.OnRoster(month);
  const DutyBook book = city.Book();
  CHECK(book.IsOnRoster(kTaro, Day("2020-12-01")));
  CHECK_FALSE(book.IsOnRoster(kTaro, Day("2021-01-15")));
  CHECK_FALSE(book.IsOnRoster(kTaro, Day("2021-03-03")));
  CHECK(book.IsOnRoster(kTaro, Day("2021-02-28")));
  CHECK_FALSE(book.IsOnRoster(kTaro, Day("2020-10-15")));
  CHECK_FALSE(book.IsOnRoster(kTaro, Day("2021-04-15")));
}

TEST_CASE("without a roster, weekends, holidays, year end and closures are no working days") {
  DutyOffice city;
  city.calendar = WorkCalendar(YearEnd{}, {{Day("2021-01-15"), "開庁記念日"}});
  const DutyBook book = city.Book();
  for (const char* off : {"2021-01-01", "2021-01-02", "2021-01-03", "2021-01-09", "2021-01-11", "2021-01-15"}) {
    CHECK_FALSE(book.IsWorkingDay(kTaro, Day(off)));
  }
  CHECK(book.IsWorkingDay(kTaro, Day("2021-01-04")));
}

TEST_CASE("the next working day is one in office and not after the last day asked for") {
  DutyOffice city;
  city.records.staff.rows[0].until = Day("2021-01-20");
  const DutyBook book = city.Book();
  const Date end = Day("2021-01-31");
  CHECK(book.NextWorkingDay(kTaro, Day("2021-01-08"), end) == Day("2021-01-12"));
  CHECK(book.NextWorkingDay(kTaro, Day("2021-01-08"), Day("2021-01-11")) == std::nullopt);
  CHECK(book.NextWorkingDay(kTaro, Day("2021-01-19"), end) == Day("2021-01-20"));
  CHECK(book.NextWorkingDay(kTaro, Day("2021-01-20"), end) == std::nullopt);
}

TEST_CASE("a month before and after the period is context; after a period of one day nothing is") {
  DutyOffice city;
  for (const char* day : {"2020-11-30", "2020-12-01", "2021-01-13", "2021-01-14", "2021-03-03", "2021-03-04"}) {
    city.Row(day, Status::kPresent);
  }
  const auto days_seen = [&] {
    const DutyBook book = city.Book();
    Lines seen;
    book.ForEachDayOf(kTaro, {Day("2020-01-01"), Day("2022-01-01")},
                      [&](const DutyDay& day) { seen.push_back(day.date.Iso()); });
    return seen;
  };
  CHECK(days_seen() == Lines{"2020-12-01", "2021-01-13", "2021-01-14", "2021-03-03"});
  city.period = {Day("2021-01-13"), Day("2021-01-13")};
  CHECK(days_seen() == Lines{"2021-01-13"});
}

TEST_CASE("days out of office and rows of unknown people are not visited") {
  DutyOffice city;
  city.records.staff.rows[0].from = Day("2021-01-13");
  city.Row("2021-01-12", Status::kPresent);
  city.Row("2021-01-13", Status::kPresent);
  city.AddAttendance("9999", "2021-01-13");
  int days = 0;
  city.Book().ForEachDay([&](const DutyDay& day) { days += day.date == Day("2021-01-13") ? 1 : 100; });
  CHECK(days == 1);
}

TEST_CASE("cases cover their first to their last day, open ones everything after") {
  DutyOffice city;
  city.Case("R1", CaseKind::kInfected, "2021-01-05", "2021-01-07");
  city.Case("R1", CaseKind::kInfected, "2021-01-08", "2021-01-08");  // the number again takes no part
  city.Case("R2", CaseKind::kBcpStandby, "2021-01-20");
  const DutyBook book = city.Book();
  CHECK(book.CaseOn(kTaro, Day("2021-01-04")) == nullptr);
  CHECK(book.CaseOn(kTaro, Day("2021-01-05"))->id == "R1");
  CHECK(book.CaseOn(kTaro, Day("2021-01-07"))->id == "R1");
  CHECK(book.CaseOn(kTaro, Day("2021-01-08")) == nullptr);
  CHECK(book.CaseOn(kTaro, Day("2025-01-01"))->id == "R2");
}

TEST_CASE("plans without an end cover one day") {
  DutyOffice city;
  city.Plan("2021-01-05");
  city.Plan("2021-01-12", "2021-01-14");
  const DutyBook book = city.Book();
  CHECK(book.PlanOn(kTaro, Day("2021-01-05"))->line == 2);
  CHECK(book.PlanOn(kTaro, Day("2021-01-06")) == nullptr);
  CHECK(book.PlanOn(kTaro, Day("2021-01-14"))->line == 3);
  CHECK(book.PlanOn(kTaro, Day("2021-01-15")) == nullptr);
}

TEST_CASE("in force is the newest registration approved by the day, until the day before it is revoked") {
  DutyOffice city;
  city.Registers("2020-05-11", "2020-05-15");
  city.Registers("2021-01-06", "2021-01-12", "2021-01-20");
  city.Registers("2021-01-18", "");
  const DutyBook book = city.Book();
  const auto line = [&](const char* day) {
    const Registration* row = book.RegistrationOn(kTaro, Day(day));
    return row == nullptr ? 0U : row->line;
  };
  CHECK(line("2020-05-14") == 0);
  CHECK(line("2020-05-15") == 2);
  CHECK(line("2021-01-11") == 2);
  CHECK(line("2021-01-12") == 3);
  CHECK(line("2021-01-19") == 3);
  CHECK(line("2021-01-20") == 0);
}

/// Rows of random people and days, some of nobody and some far away.
std::vector<Contact> RandomContacts(std::mt19937* random, int count) {
  std::vector<Contact> rows;
  for (int i = 0; i < count; ++i) {
    Contact row;
    row.line = static_cast<std::uint32_t>(i + 2);
    row.staff = fmt::format("{:04}", 101 + (*random)() % 5);
    row.date = Day("2020-12-25") + static_cast<int>((*random)() % 45);
    rows.push_back(row);
  }
  return rows;
}

TEST_CASE("rows by person and day are those that a plain search finds") {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    DutyOffice city;
    for (const char* id : {"0102", "0103", "0104"}) city.AddStaff(id, "職員");
    city.records.contacts.rows = RandomContacts(&random, static_cast<int>(random() % 200));
    const DutyBook book = city.Book();
    for (PersonIndex person = 0; person < book.people(); ++person) {
      for (Date date = Day("2020-12-20"); date <= Day("2021-02-15"); ++date) {
        std::vector<const Contact*> expected;
        for (const Contact& row : city.records.contacts.rows) {
          const bool ours = row.staff == book.Person(person).id && row.date == date && city.period.Holds(date);
          if (ours) expected.push_back(&row);
        }
        const auto rows = book.ContactsOf(person, date);
        REQUIRE(std::equal(rows.begin(), rows.end(), expected.begin(), expected.end()));
      }
    }
  }
}

TEST_CASE("working days agree with signs and calendar in every month of many years") {
  std::mt19937 random(7);
  for (int round = 0; round < 120; ++round) {
    const Month month{2019 + static_cast<int>(random() % 6), 1 + static_cast<int>(random() % 12)};
    DutyOffice city;
    city.period = {month.first(), month.last()};
    const bool on_roster = random() % 2 == 0;
    if (on_roster) city.OnRoster(month);
    std::set<Date> signs;
    for (Date date = month.first(); on_roster && date <= month.last(); ++date) {
      if (random() % 3 == 0) continue;
      city.Sign(date.Iso());
      signs.insert(date);
    }
    const DutyBook book = city.Book();
    for (Date date = month.first() - 20; date <= month.last() + 20; ++date) {
      const bool by_roster = on_roster && Month::Of(date) == month;
      REQUIRE(book.IsWorkingDay(kTaro, date) == (by_roster ? signs.contains(date) : city.calendar.IsWorkingDay(date)));
    }
  }
}

}  // namespace
}  // namespace chohyo
