#include "pipeline/rules/rules.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <random>

#include "pipeline/rules/departments.h"
#include "pipeline/rules/suggest.h"
#include "tests/unit/rules/builder.h"

namespace chohyo {
namespace {

TEST_CASE("rules are found by their ids, and ids are unique") {
  std::set<std::string_view> ids;
  for (const Rule* rule : AllRules()) {
    CHECK(ids.insert(rule->id).second);
    CHECK(FindRule(rule->id) == rule);
    CHECK_FALSE(rule->title_ja.empty());
    CHECK_FALSE(rule->title_en.empty());
    CHECK(rule->check != nullptr);
  }
  CHECK(FindRule("data.nothing") == nullptr);
  CHECK(FindRule("data.duplicate")->severity == Severity::kError);
}

TEST_CASE("only the rules asked for are checked") {
  TestOffice city;
  city.AddAttendance("7777", "2021-01-13");
  city.AddStaff("0101", "若葉 太郎");
  city.records.BuildIndex();
  const Findings findings = CheckRules({FindRule("data.duplicate")}, city.Input());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "data.duplicate");
  CHECK(findings[0].severity == Severity::kError);
}

TEST_CASE("findings of all rules come sorted by place") {
  TestOffice city;
  city.AddAttendance("7777", "2021-01-13");
  city.AddStaff("0101", "若葉 太郎");
  city.AddDepartment("0200", "福祉課", "0200");
  Lines files;
  for (const Finding& finding : city.Check()) files.push_back(finding.file);
  CHECK(files == Lines{"data/attendance.csv", "data/departments.csv", "data/staff.csv"});
}

/// The department that a finding of any room gets.
std::string DepartmentOf(const Records& records, const std::string& table, const std::string& key) {
  Findings findings(1);
  findings[0].table = table;
  findings[0].key = key;
  FillDepartments(records, &findings);
  return findings[0].department;
}

TEST_CASE("a finding's department follows from its table and key") {
  TestOffice city;
  city.AddStaff("A/1", "斜線 一郎");
  StandbyCase& standby = city.Add(city.records.standby_cases);
  standby.id = "C1";
  standby.staff = "0101";
  Loan& loan = city.Add(city.records.loans);
  loan.id = "L1";
  loan.staff = "0101";
  city.records.BuildIndex();
  const Records& r = city.records;
  CHECK(DepartmentOf(r, "staff", "0101") == "0100");
  CHECK(DepartmentOf(r, "attendance", "0101/2021-01-13") == "0100");
  CHECK(DepartmentOf(r, "telework_tasks", "0101/2021-01-13/8:30") == "0100");
  CHECK(DepartmentOf(r, "attendance", "A/1/2021-01-13") == "0100");
  CHECK(DepartmentOf(r, "staff", "7777") == "");
  CHECK(DepartmentOf(r, "departments", "0100") == "0100");
  CHECK(DepartmentOf(r, "tasks", "0999") == "");
  CHECK(DepartmentOf(r, "standby_days", "C1") == "0100");
  CHECK(DepartmentOf(r, "standby_days", "C1/2021-01-04") == "0100");
  CHECK(DepartmentOf(r, "loans", "L1") == "0100");
  CHECK(DepartmentOf(r, "loans", "0101/2021-01-13") == "0100");
  CHECK(DepartmentOf(r, "personal_number_staff", "税/固定/0101") == "0100");
  CHECK(DepartmentOf(r, "waivers", "roster.week/0101/2021-01-01") == "0100");
  CHECK(DepartmentOf(r, "waivers", "roster.week/0100/2021-01-01") == "0100");
  CHECK(DepartmentOf(r, "waivers", "roster.week") == "");
  CHECK(DepartmentOf(r, "devices", "0101") == "");
  CHECK(DepartmentOf(r, "", "") == "");
}

TEST_CASE("a department that is there is left alone") {
  TestOffice city;
  city.records.BuildIndex();
  Findings findings(1);
  findings[0].table = "staff";
  findings[0].key = "0101";
  findings[0].department = "0777";
  FillDepartments(city.records, &findings);
  CHECK(findings[0].department == "0777");
}

TEST_CASE("suggestions are one slip away, the earliest first") {
  const IdSuggester ids({"0101", "0102", "PC-001", "12", "ab"});
  CHECK(ids.Nearest("101") == "0101");
  CHECK(ids.Nearest("00101") == "0101");
  CHECK(ids.Nearest("0103") == "0101");
  CHECK(ids.Nearest("0l02") == "0102");
  CHECK(ids.Nearest("pc-001") == "PC-001");
  CHECK(ids.Nearest("PC001") == "PC-001");
  CHECK(ids.Nearest("PC-010") == "PC-001");
  CHECK(ids.Nearest("1010") == std::nullopt);
  CHECK(ids.Nearest("2010") == std::nullopt);
  CHECK(ids.Nearest("34") == std::nullopt);
  CHECK(ids.Nearest("122") == "12");
  CHECK(ids.Nearest("") == std::nullopt);
  CHECK(ids.Nearest("9999") == std::nullopt);
  CHECK(ids.Nearest(std::string(1'000'000, '0') + "102") == "0102");
  CHECK(IdSuggester({}).Nearest("0101") == std::nullopt);
}

/// A city of many rows, a few of them wrong.
TestOffice LargeCity(std::uint32_t people, std::uint32_t days) {
  TestOffice city;
  for (std::uint32_t i = 0; i < people; ++i) city.AddStaff(fmt::format("S{:05}", i), "山田 花子");
  const Date first = Day("2020-04-01");
  for (std::uint32_t day = 0; day < days; ++day) {
    for (std::uint32_t i = 0; i < people; ++i) {
      Attendance& row = city.Add(city.records.attendance);
      row.staff = fmt::format("S{:05}", i);
      row.date = first + static_cast<int>(day);
      row.status = Status::kPresent;
    }
  }
  return city;
}

TEST_CASE("in a large table exactly the wrong rows are found") {
  TestOffice city = LargeCity(500, 40);
  std::mt19937 random(3);
  auto& rows = city.records.attendance.rows;
  std::set<std::uint32_t> wrong;
  for (int i = 0; i < 20; ++i) {
    const std::size_t at = std::uniform_int_distribution<std::size_t>(1, rows.size() - 1)(random);
    if (!wrong.insert(rows[at].line).second || wrong.count(rows[at].line - 1) > 0) continue;
    rows[at].staff = "X" + rows[at].staff;
  }
  std::set<std::uint32_t> found;
  for (const Finding& finding : city.Check()) {
    CHECK(finding.rule == "data.unknown-staff");
    found.insert(finding.line);
  }
  for (auto line = wrong.begin(); line != wrong.end();) {
    const bool changed = rows[*line - 2].staff.front() == 'X';
    line = changed ? std::next(line) : wrong.erase(line);
  }
  CHECK(found == wrong);
}

}  // namespace
}  // namespace chohyo
