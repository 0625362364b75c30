#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/builder.h"

namespace chohyo {
namespace {

constexpr const char* kHint = "どちらかの行を消すか、番号や日付を直してください。";
constexpr const char* kAttendanceHint =
    "どちらかの行を消してください。二行書けるのは時間休暇・半日休暇との組だけです。";

TEST_CASE("the same key twice is one finding at the later line, naming the earlier") {
  TestOffice city;
  city.AddAttendance("0101", "2021-01-13");
  city.AddAttendance("0101", "2021-01-14");
  city.AddAttendance("0101", "2021-01-13", Status::kTrip);
  CHECK(city.Texts("data.duplicate") ==
        Lines{std::string("data/attendance.csv:4:2 0101/2021-01-13 [0100] 勤怠の表の「0101/2021-01-13」が二度あります"
                          "（先の行は 2 行目）。 / ") +
              kAttendanceHint});
}

TEST_CASE("a third row names the first too") {
  TestOffice city;
  for (int i = 0; i < 3; ++i) city.AddStaff("0102", "山田 花子");
  const Lines found = city.Texts("data.duplicate");
  REQUIRE(found.size() == 2);
  CHECK(found[0] ==
        std::string("data/staff.csv:4:1 0102 [0100] 職員の表の「0102」が二度あります（先の行は 3 行目）。 / ") + kHint);
  CHECK(found[1] ==
        std::string("data/staff.csv:5:1 0102 [0100] 職員の表の「0102」が二度あります（先の行は 3 行目）。 / ") + kHint);
}

/// Lines of the duplicates among rows of one person and day.
std::vector<std::uint32_t> DuplicateLines(const std::vector<Status>& rows) {
  TestOffice city;
  for (const Status status : rows) city.AddAttendance("0101", "2021-01-13", status);
  std::vector<std::uint32_t> lines;
  for (const Finding& finding : city.Check()) lines.push_back(finding.line);
  return lines;
}

TEST_CASE("a day may have a second row for part-day leave") {
  using Numbers = std::vector<std::uint32_t>;
  CHECK(DuplicateLines({Status::kPresent, Status::kHourLeave}).empty());
  CHECK(DuplicateLines({Status::kHalfLeave, Status::kTelework}).empty());
  CHECK(DuplicateLines({Status::kHalfLeave, Status::kHourLeave}).empty());
  CHECK(DuplicateLines({Status::kPresent, Status::kPresent}) == Numbers{3});
  CHECK(DuplicateLines({Status::kPresent, Status::kAnnualLeave}) == Numbers{3});
  CHECK(DuplicateLines({Status::kPresent, Status::kHourLeave, Status::kHourLeave}) == Numbers{4});
  CHECK(DuplicateLines({Status::kPresent, Status::kHourLeave, Status::kPresent}) == Numbers{4});
}

TEST_CASE("what makes a key differs by table") {
  TestOffice city;
  Records& r = city.records;
  city.AddDepartment("0100", "総務課");
  for (int i = 0; i < 2; ++i) {
    Timecard& card = city.Add(r.timecards);
    card.staff = "0101";
    card.date = Day("2021-01-13");
    Contact& contact = city.Add(r.contacts);
    contact.staff = "0101";
    contact.date = Day("2021-01-13");
    Roster& roster = city.Add(r.rosters);
    roster.department = "0100";
    roster.month = {2021, 1};
    Task& task = city.Add(r.tasks);
    task.department = "0100";
    task.name = "給与";
    Registration& registration = city.Add(r.registrations);
    registration.staff = "0101";
    registration.applied = Day("2021-01-04");
    TeleworkPlan& plan = city.Add(r.telework_plans);
    plan.staff = "0101";
    plan.from = Day("2021-01-04");
    TeleworkTask& hour = city.Add(r.telework_tasks);
    hour.staff = "0101";
    hour.date = Day("2021-01-04");
    hour.slot = {510};
    StandbyCase& standby = city.Add(r.standby_cases);
    standby.id = "C1";
    standby.staff = "0101";
    standby.from = Day("2021-01-04");
    city.Add(r.devices).id = "PC-1";
    Loan& loan = city.Add(r.loans);
    loan.id = "L1";
    loan.staff = "0101";
    loan.from = Day("2021-01-04");
    Incident& incident = city.Add(r.incidents);
    incident.id = "I1";
    incident.staff = "0101";
    incident.date = Day("2021-01-04");
    PersonalNumberAsset& asset = city.Add(r.personal_number_assets);
    asset.use = "税";
    asset.file = "台帳";
    PersonalNumberStaff& person = city.Add(r.personal_number_staff);
    person.use = "税";
    person.staff = "0101";
    person.from = Day("2020-04-01");
  }
  Lines places;
  for (const Finding& f : city.Check()) {
    CHECK(f.rule == "data.duplicate");
    places.push_back(fmt::format("{}:{}:{} {} [{}]", f.table, f.line, f.column, f.key, f.department));
  }
  CHECK(places == Lines{"departments:3:1 0100 [0100]", "devices:3:1 PC-1 []", "incidents:3:1 I1 [0100]",
                        "loans:3:1 L1 [0100]", "personal_number_assets:3:1 税/台帳 []",
                        "personal_number_staff:3:1 税/0101 [0100]", "registrations:3:1 0101/2021-01-04 [0100]",
                        "rosters:3:1 0100 [0100]", "standby_cases:3:1 C1 [0100]", "tasks:3:1 0100 [0100]",
                        "telework_plans:3:1 0101/2021-01-04 [0100]", "telework_tasks:3:1 0101/2021-01-04/8:30 [0100]",
                        "timecards:3:2 0101/2021-01-13 [0100]"});
}

TEST_CASE("rosters and tasks say which one in the message") {
  TestOffice city;
  for (int i = 0; i < 2; ++i) {
    Roster& roster = city.Add(city.records.rosters);
    roster.department = "0100";
    roster.month = {2021, 1};
    Task& task = city.Add(city.records.tasks);
    task.department = "0100";
    task.name = "給与";
  }
  CHECK(
      city.Texts("data.duplicate") ==
      Lines{
          std::string(
              "data/rosters.csv:3:1 0100 [0100] 勤務計画の表の「0100/2021-01」が二度あります（先の行は 2 行目）。 / ") +
              kHint,
          std::string("data/tasks.csv:3:1 0100 [0100] 業務の表の「0100/給与」が二度あります（先の行は 2 行目）。 / ") +
              kHint});
}

TEST_CASE("rows that differ in one part of the key are no duplicates") {
  TestOffice city;
  for (const int month : {1, 2}) {
    Roster& roster = city.Add(city.records.rosters);
    roster.department = "0100";
    roster.month = {2021, month};
    TeleworkTask& hour = city.Add(city.records.telework_tasks);
    hour.staff = "0101";
    hour.date = Day("2021-01-04");
    hour.slot = {510 + month};
    Task& task = city.Add(city.records.tasks);
    task.department = "0100";
    task.name = fmt::format("業務{}", month);
  }
  CHECK(city.Check().empty());
}

TEST_CASE("a person's second wide roster row is one finding") {
  TestOffice city;
  for (const std::uint32_t line : {5U, 9U}) {
    for (const char* day : {"2021-01-12", "2021-01-13", "2021-01-14"}) {
      RosterDay& sign = city.Add(city.records.roster_days);
      sign.staff = "0101";
      sign.date = Day(day);
      sign.shift = Shift::kB;
      sign.line = line;
    }
  }
  CHECK(city.Texts("data.duplicate").size() == 1);
  CHECK(city.Texts("data.duplicate")
            .at(0)
            .starts_with("data/roster_days.csv:9:2 0101/2021-01-12 [0100] "
                         "勤務計画明細の表の「0101/2021-01-12」が二度あります（先の行は 5 行目）。"));
}

TEST_CASE("messages of duplicates in English") {
  TestOffice city;
  city.AddStaff("0101", "若葉 太郎");
  SetLang(Lang::kEn);
  CHECK(city.Texts("data.duplicate") ==
        Lines{"data/staff.csv:3:1 0101 [0100] \"0101\" is twice in the table staff; the earlier row is line 2. / "
              "Delete one of the rows, or correct its key."});
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
