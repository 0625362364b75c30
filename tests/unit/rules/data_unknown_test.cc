#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/builder.h"

namespace chohyo {
namespace {

constexpr const char* kAddStaff = "この値を直すか、職員の表（data/staff.csv）に行を加えてください。";

TEST_CASE("an office without fault has no findings") {
  TestOffice city;
  city.AddAttendance("0101", "2021-01-13");
  CHECK(city.Check().empty());
}

TEST_CASE("an unknown staff id is found in every table that names one") {
  TestOffice city;
  city.AddAttendance("7777", "2021-01-13");
  const Lines found = city.Texts("data.unknown-staff");
  REQUIRE(found.size() == 1);
  CHECK(found[0] == std::string("data/attendance.csv:2:2 7777/2021-01-13 [] 職員番号「7777」は職員の表にありません。 / "
                                "この値を直すか、職員の表（data/staff.csv）に行を加えてください。"));
}

TEST_CASE("the id that was meant is suggested") {
  TestOffice city;
  city.AddStaff("0102", "山田 花子");
  for (const char* id : {"0103", "101", "０１０１", "01o2", "01002", "102", "2010"}) {
    city.AddAttendance(id, "2021-01-13");
  }
  const Lines found = city.Texts("data.unknown-staff");
  REQUIRE(found.size() == 7);
  CHECK(found[0] == std::string("data/attendance.csv:2:2 0103/2021-01-13 [] 職員番号「0103」は職員の表にありません。 / "
                                "「0101」ではありませんか。") +
                        kAddStaff);
  const auto suggested = [&](std::size_t i, const std::string& id) {
    INFO(found[i]);
    CHECK(found[i].find("「" + id + "」ではありませんか。") != std::string::npos);
  };
  suggested(1, "0101");
  suggested(2, "0101");
  suggested(3, "0102");
  suggested(4, "0102");
  suggested(5, "0102");
  CHECK(found[6].find("ではありませんか") == std::string::npos);
}

TEST_CASE("every unknown id of a list cell is one finding") {
  TestOffice city;
  Task& task = city.Add(city.records.tasks);
  task.department = "0100";
  task.name = "給与";
  task.owners = {"0101", "7777", "8888", "7777"};
  task.substitutes = {"9999"};
  CHECK(city.Texts("data.unknown-staff") ==
        Lines{std::string("data/tasks.csv:2:8 0100 [0100] 担当「7777」は職員の表にありません。 / ") + kAddStaff,
              std::string("data/tasks.csv:2:8 0100 [0100] 担当「8888」は職員の表にありません。 / ") + kAddStaff,
              std::string("data/tasks.csv:2:9 0100 [0100] 代替職員「9999」は職員の表にありません。 / ") + kAddStaff});
}

TEST_CASE("a wide roster row is one finding, however many days it gives") {
  TestOffice city;
  for (const char* day : {"2021-01-12", "2021-01-13"}) {
    RosterDay& sign = city.Add(city.records.roster_days);
    sign.staff = "7777";
    sign.date = Day(day);
    sign.shift = Shift::kA;
    sign.line = 5;
  }
  city.records.roster_people = {{{2021, 1}, "7777", 5, true}, {{2021, 1}, "8888", 6, true}};
  CHECK(city.Texts("data.unknown-staff") ==
        Lines{std::string("data/roster_days.csv:5:2 7777/2021-01 [] 職員番号「7777」は職員の表にありません。 / ") +
                  kAddStaff,
              std::string("data/roster_days.csv:6:2 8888/2021-01 [] 職員番号「8888」は職員の表にありません。 / ") +
                  kAddStaff});
}

TEST_CASE("every row of a long roster is a finding of its own") {
  TestOffice city;
  for (const char* day : {"2021-01-12", "2021-01-13"}) {
    RosterDay& sign = city.Add(city.records.roster_days);
    sign.staff = "7777";
    sign.date = Day(day);
  }
  city.records.roster_people = {{{2021, 1}, "7777", 2, false}};
  CHECK(city.Texts("data.unknown-staff") ==
        Lines{std::string("data/roster_days.csv:2:2 7777/2021-01-12 [] 職員番号「7777」は職員の表にありません。 / ") +
                  kAddStaff,
              std::string("data/roster_days.csv:3:2 7777/2021-01-13 [] 職員番号「7777」は職員の表にありません。 / ") +
                  kAddStaff});
}

TEST_CASE("unknown departments, devices and cases") {
  TestOffice city;
  city.AddStaff("0102", "山田 花子").department = "0l00";
  city.AddDepartment("0110", "庶務係", "0900").head = "0199";
  Loan& loan = city.Add(city.records.loans);
  loan.id = "L1";
  loan.staff = "0101";
  loan.device = "PC-002";
  city.Add(city.records.devices).id = "PC-001";
  city.records.devices.file = "data/devices.xlsx";
  StandbyDay& day = city.Add(city.records.standby_days);
  day.standby_case = "C9";
  day.from = Day("2021-01-04");
  city.records.standby_cases.file.clear();
  CHECK(city.Texts("data.unknown-department") ==
        Lines{"data/departments.csv:3:3 0110 [0110] 上位所属コード「0900」は所属の表にありません。 / "
              "「0100」ではありませんか。この値を直すか、所属の表（data/departments.csv）に行を加えてください。",
              "data/staff.csv:3:4 0102 [] 所属コード「0l00」は所属の表にありません。 / "
              "「0100」ではありませんか。この値を直すか、所属の表（data/departments.csv）に行を加えてください。"});
  CHECK(city.Texts("data.unknown-staff") ==
        Lines{"data/departments.csv:3:5 0110 [0110] 所属長「0199」は職員の表にありません。 / "
              "この値を直すか、職員の表（data/staff.csv）に行を加えてください。"});
  CHECK(city.Texts("data.unknown-device") ==
        Lines{"data/loans.csv:2:9 L1 [0100] PC管理番号「PC-002」は端末機の表にありません。 / "
              "「PC-001」ではありませんか。この値を直すか、端末機の表（data/devices.xlsx）に行を加えてください。"});
  CHECK(city.Texts("data.unknown-case") ==
        Lines{"data/standby_days.csv:2:1 C9/2021-01-04 [] 報告番号「C9」は自宅待機の表にありません。 / "
              "この値を直すか、自宅待機の表（data/standby_cases.csv）に行を加えてください。"});
}

TEST_CASE("empty references and references to rows that could not be used are no findings") {
  TestOffice city;
  city.AddAttendance("0150", "2021-01-13");
  city.AddStaff("0102", "山田 花子").department = "0200";
  city.Add(city.records.waivers).rule = "roster.week";
  city.unusable = {{"staff", {"0150"}}, {"departments", {"0200"}}};
  CHECK(city.Check().empty());
  city.unusable = {{"departments", {"0150"}}, {"staff", {"0200"}}};
  CHECK(city.Check().size() == 2);
}

TEST_CASE("a column that the file lacks is column 0") {
  TestOffice city;
  city.records.attendance.columns = {1};
  city.AddAttendance("7777", "2021-01-13");
  CHECK(city.Texts("data.unknown-staff").at(0).starts_with("data/attendance.csv:2:0 7777/2021-01-13"));
}

TEST_CASE("messages in English") {
  TestOffice city;
  city.AddAttendance("7770", "2021-01-13");
  city.AddStaff("7771", "山田 花子");
  SetLang(Lang::kEn);
  CHECK(city.Texts("data.unknown-staff") ==
        Lines{"data/attendance.csv:2:2 7770/2021-01-13 [] staff \"7770\" is not in the table staff. / "
              "Did you mean \"7771\"? Correct it, or add a row to data/staff.csv."});
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
