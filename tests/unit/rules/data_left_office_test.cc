#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/builder.h"

namespace chohyo {
namespace {

constexpr const char* kHint = "日付か職員番号を直すか、職員の表の採用日・退職日を確かめてください。";

/// The office with 山田 花子 (0102), in office from 4 to 15 January.
struct JanuaryOffice : TestOffice {
  JanuaryOffice() {
    Staff& person = AddStaff("0102", "山田 花子");
    person.from = Day("2021-01-04");
    person.until = Day("2021-01-15");
  }
};

TEST_CASE("records before the first and after the last day in office") {
  JanuaryOffice city;
  city.AddAttendance("0102", "2021-01-03");
  city.AddAttendance("0102", "2021-01-04");
  city.AddAttendance("0102", "2021-01-15");
  city.AddAttendance("0102", "2021-01-16");
  city.AddAttendance("0101", "1999-01-16");
  CHECK(city.Texts("data.left-office") ==
        Lines{std::string("data/attendance.csv:2:1 0102/2021-01-03 [0100] "
                          "山田 花子（0102）の採用日 2021-01-04 より前の 2021-01-03 に勤怠の記録があります。 / ") +
                  kHint,
              std::string("data/attendance.csv:5:1 0102/2021-01-16 [0100] "
                          "山田 花子（0102）の退職日 2021-01-15 より後の 2021-01-16 に勤怠の記録があります。 / ") +
                  kHint});
}

TEST_CASE("every kind of record of a day is looked at") {
  JanuaryOffice city;
  Records& r = city.records;
  const Date late = Day("2021-01-20");
  Timecard& card = city.Add(r.timecards);
  card.staff = "0102";
  card.date = late;
  for (int i = 0; i < 2; ++i) {
    Contact& contact = city.Add(r.contacts);
    contact.staff = "0102";
    contact.date = late;
    TeleworkTask& hour = city.Add(r.telework_tasks);
    hour.staff = "0102";
    hour.date = late;
    hour.slot = {510 + i};
    RosterDay& sign = city.Add(r.roster_days);
    sign.staff = "0102";
    sign.date = late + i;
    sign.shift = i == 0 ? Shift::kNone : Shift::kA;
    sign.column = 23;
  }
  StandbyCase& standby = city.Add(r.standby_cases);
  standby.id = "C1";
  standby.staff = "0102";
  standby.from = late;
  Loan& loan = city.Add(r.loans);
  loan.id = "L1";
  loan.staff = "0102";
  loan.from = late;
  Incident& incident = city.Add(r.incidents);
  incident.id = "I1";
  incident.staff = "0102";
  incident.date = late;
  TeleworkPlan& plan = city.Add(r.telework_plans);
  plan.staff = "0102";
  plan.from = Day("2021-01-10");
  plan.to = late;
  Lines places;
  for (const Finding& f : city.Check()) {
    places.push_back(fmt::format("{}:{}:{} {} [{}] {}", f.table, f.line, f.column, f.key, f.department, f.rule));
  }
  CHECK(places == Lines{"contacts:2:1 0102/2021-01-20 [0100] data.left-office",
                        "incidents:2:2 I1 [0100] data.left-office", "loans:2:4 L1 [0100] data.left-office",
                        "roster_days:3:23 0102/2021-01-21 [0100] data.left-office",
                        "standby_cases:2:5 C1 [0100] data.left-office",
                        "telework_plans:2:2 0102/2021-01-10 [0100] data.left-office",
                        "telework_tasks:2:2 0102/2021-01-20 [0100] data.left-office",
                        "timecards:2:1 0102/2021-01-20 [0100] data.left-office"});
}

TEST_CASE("a plan names its first day out of office") {
  JanuaryOffice city;
  TeleworkPlan& early = city.Add(city.records.telework_plans);
  early.staff = "0102";
  early.from = Day("2021-01-02");
  early.to = Day("2021-01-20");
  TeleworkPlan& fits = city.Add(city.records.telework_plans);
  fits.staff = "0102";
  fits.from = Day("2021-01-15");
  CHECK(city.Texts("data.left-office") ==
        Lines{std::string(
                  "data/telework_plans.csv:2:2 0102/2021-01-02 [0100] 山田 花子（0102）の採用日 2021-01-04 より前の "
                  "2021-01-02 に在宅勤務計画の記録があります。 / ") +
              kHint});
}

TEST_CASE("what is known of no one's time in office is no finding") {
  TestOffice city;
  city.AddAttendance("0101", "1950-01-01");
  city.AddAttendance("0101", "2100-01-01");
  CHECK(city.Check().empty());
}

TEST_CASE("messages of left-office in English") {
  JanuaryOffice city;
  city.AddAttendance("0102", "2021-01-03");
  city.AddAttendance("0102", "2021-01-16");
  SetLang(Lang::kEn);
  const std::string hint = "Correct the date or the staff id, or check from and until in the table staff.";
  CHECK(city.Texts("data.left-office") ==
        Lines{"data/attendance.csv:2:1 0102/2021-01-03 [0100] 山田 花子 (0102) came into office on 2021-01-04, "
              "but the table attendance has a record of 2021-01-03. / " +
                  hint,
              "data/attendance.csv:3:1 0102/2021-01-16 [0100] 山田 花子 (0102) left office on 2021-01-15, "
              "but the table attendance has a record of 2021-01-16. / " +
                  hint});
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
