#include "pipeline/model/records.h"

#include <catch2/catch.hpp>

#include "pipeline/model/office.h"

namespace chohyo {
namespace {

Date Day(int year, int month, int day) { return Date::FromYmd(year, month, day).value(); }

Department Unit(const std::string& code, const std::string& parent, const std::string& head = "") {
  Department row;
  row.code = code;
  row.parent = parent;
  row.head = head;
  return row;
}

Staff Person(const std::string& id, const std::string& department, const std::string& name = "") {
  Staff row;
  row.id = id;
  row.department = department;
  row.name = name;
  return row;
}

/// 01 総務局 > 0101 > 010101, and a ring 08 > 09 > 08.
Records SmallTree() {
  Records records;
  records.departments.rows = {Unit("01", "", "1"), Unit("0101", "01", "9"), Unit("010101", "0101"), Unit("08", "09"),
                              Unit("09", "08")};
  records.staff.rows = {Person("1", "01"), Person("2", "010101", "先"), Person("2", "01", "後")};
  records.BuildIndex();
  return records;
}

TEST_CASE("records are found by key, the first of equal ones") {
  const Records records = SmallTree();
  REQUIRE(records.FindStaff("2") != nullptr);
  CHECK(records.FindStaff("2")->name == "先");
  CHECK(records.FindStaff("3") == nullptr);
  CHECK(records.FindStaff("") == nullptr);
  CHECK(records.FindDepartment("0101")->parent == "01");
  CHECK(records.FindDevice("PC") == nullptr);
  CHECK(records.FindCase("C") == nullptr);
  CHECK(records.DepartmentOf("2") == "010101");
  CHECK(records.DepartmentOf("3") == "");
}

TEST_CASE("ancestors come nearest first, and a ring ends") {
  const Records records = SmallTree();
  const auto codes = [&](const std::string& code) {
    std::string joined;
    for (const Department* department : records.Ancestry(code)) joined += department->code + " ";
    return joined;
  };
  CHECK(codes("010101") == "010101 0101 01 ");
  CHECK(codes("01") == "01 ");
  CHECK(codes("08") == "08 09 ");
  CHECK(codes("77") == "");
}

TEST_CASE("the head is the nearest one that is known") {
  const Records records = SmallTree();
  REQUIRE(records.HeadOf("010101") != nullptr);
  CHECK(records.HeadOf("010101")->id == "1");
  CHECK(records.HeadOf("08") == nullptr);
}

TEST_CASE("attendance is indexed by person in file order, anew each time") {
  Records records;
  for (const char* id : {"1", "2", "1"}) {
    Attendance row;
    row.staff = id;
    records.attendance.rows.push_back(row);
  }
  records.BuildIndex();
  CHECK(records.AttendanceOf("1") == std::vector<std::uint32_t>{0, 2});
  CHECK(records.AttendanceOf("3").empty());
  records.attendance.rows.pop_back();
  records.BuildIndex();
  CHECK(records.AttendanceOf("1") == std::vector<std::uint32_t>{0});
}

TEST_CASE("in office from the first to the last day, open where a date is missing") {
  Staff person;
  CHECK(person.InOffice(Day(1900, 1, 1)));
  person.from = Day(2021, 1, 4);
  CHECK_FALSE(person.InOffice(Day(2021, 1, 3)));
  CHECK(person.InOffice(Day(2021, 1, 4)));
  CHECK(person.InOffice(Day(2099, 1, 4)));
  person.until = Day(2021, 1, 15);
  CHECK(person.InOffice(Day(2021, 1, 15)));
  CHECK_FALSE(person.InOffice(Day(2021, 1, 16)));
}

TEST_CASE("an empty last day means one day for plans") {
  TeleworkPlan plan;
  plan.from = Day(2021, 1, 4);
  CHECK(plan.span() == DateSpan{Day(2021, 1, 4), Day(2021, 1, 4)});
  plan.to = Day(2021, 1, 8);
  CHECK(plan.span().last == Day(2021, 1, 8));
}

TEST_CASE("approval boxes of a form, else the default, else none") {
  Office office;
  CHECK(office.ApprovalFor("oyama.plan").empty());
  office.approval = {{"default", {"係長"}}, {"oyama.plan", {"課長"}}, {"oyama.device-loan", {}}};
  CHECK(office.ApprovalFor("oyama.plan") == std::vector<std::string>{"課長"});
  CHECK(office.ApprovalFor("tarumizu.roster") == std::vector<std::string>{"係長"});
  CHECK(office.ApprovalFor("oyama.device-loan").empty());
}

}  // namespace
}  // namespace chohyo
