#include "forms/record_values.h"

#include <catch2/catch.hpp>

#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

SmallOffice City() {
  SmallOffice city;
  city.Department("1", "総務部", "", DepartmentKind::kDivision, "100");
  city.Department("11", "総務課", "1", DepartmentKind::kSection, "101");
  city.Department("111", "庶務係", "11", DepartmentKind::kSubsection);
  city.Person("100", "1", "部長 一").title = "部長";
  city.Person("101", "11", "𠮷田 課").title = "課長";
  city.Person("0102", "111", "髙橋 係").birth = Day("1980-12-10");
  return city;
}

TEST_CASE("a person comes with department, its parents and its head") {
  SmallOffice city = City();
  const FormContext context = city.Context();
  const Value staff = StaffValue(context, "0102");
  CHECK(TextAt(staff, "id") == "0102");
  CHECK(TextAt(staff, "name") == "髙橋 係");
  CHECK(TextAt(staff, "department.name") == "庶務係");
  CHECK(TextAt(staff, "department.kind") == "係");
  CHECK(TextAt(staff, "department.parent.parent.name") == "総務部");
  CHECK(TextAt(staff, "department.parent.parent.parent") == "");
  CHECK(TextAt(staff, "department.head.name") == "𠮷田 課");
  CHECK(TextAt(staff, "department.head.of.name") == "総務課");
  CHECK(TextAt(staff, "department.head.department.name") == "総務課");
  CHECK(TextAt(staff, "department.head.department.head") == "");
  CHECK(std::get<Date>(FindPath(staff, "birth")->scalar()) == Day("1980-12-10"));
}

TEST_CASE("a person's superior is the nearest head who is somebody else") {
  SmallOffice city = City();
  const FormContext context = city.Context();
  CHECK(TextAt(StaffValue(context, "0102"), "superior.name") == "𠮷田 課");
  CHECK(TextAt(StaffValue(context, "101"), "superior.name") == "部長 一");
  CHECK(TextAt(StaffValue(context, "101"), "superior.of.name") == "総務部");
  CHECK(TextAt(StaffValue(context, "100"), "superior") == "");
}

TEST_CASE("leaves know where they came from") {
  SmallOffice city = City();
  const FormContext context = city.Context();
  const Value department = DepartmentValue(context, "11");
  const Origin origin = FindPath(department, "name")->origin();
  CHECK(origin.line == 3);
  CHECK(origin.column == 2);
  REQUIRE(origin.file != nullptr);
  CHECK(*origin.file == "data/departments.csv");
  CHECK(FindPath(StaffValue(context, "100"), "name")->origin().column == 0);  // the file's columns are not known
}

TEST_CASE("unknown keys give a record of which only the key is known, empty ones nothing") {
  SmallOffice city = City();
  const FormContext context = city.Context();
  CHECK(TextAt(StaffValue(context, "999"), "id") == "999");
  CHECK(TextAt(StaffValue(context, "999"), "name") == "");
  CHECK(StaffValue(context, "").IsEmpty());
  CHECK(TextAt(DepartmentValue(context, "x"), "code") == "x");
  CHECK(DepartmentValue(context, "").IsEmpty());
}

TEST_CASE("people and departments are built once and shared") {
  SmallOffice city = City();
  const FormContext context = city.Context();
  CHECK(&StaffValue(context, "0102").map() == &StaffValue(context, "0102").map());
  const FormContext copy = context;
  CHECK(&DepartmentValue(copy, "11").map() == &DepartmentValue(context, "11").map());
}

TEST_CASE("departments that are each other's parents end") {
  SmallOffice city;
  city.Department("a", "あ", "b");
  city.Department("b", "い", "a");
  const FormContext context = city.Context();
  CHECK(TextAt(DepartmentValue(context, "a"), "parent.name") == "い");
  CHECK(TextAt(DepartmentValue(context, "a"), "parent.parent") == "");
  CHECK(TextAt(DepartmentValue(context, "b"), "parent.name") == "あ");
}

TEST_CASE("a loan's choices are words, its lists lists, its references records") {
  SmallOffice city = City();
  Device device;
  device.id = "PC-01";
  device.model = "ノート";
  city.records.devices.rows.push_back(device);
  Loan loan;
  loan.id = "L-1";
  loan.staff = "0102";
  loan.items = {"端末機", "マウス"};
  loan.data_class = DataClass::kII;
  loan.device = "PC-01";
  loan.erased_by = "外部 花子";
  loan.unknown = {"090"};
  city.records.loans.unknown_headers = {"連絡先"};
  city.records.loans.rows.push_back(loan);
  const FormContext context = city.Context();
  const Value value(context.values->RowOf("loans", 0));
  CHECK(TextAt(value, "id") == "L-1");
  CHECK(TextAt(value, "loan") == "L-1");
  CHECK(TextAt(value, "staff.department.name") == "庶務係");
  CHECK(FindPath(value, "items")->list().size() == 2);
  CHECK(TextAt(value, "class") == "Ⅱ");
  CHECK(TextAt(value, "device.id") == "PC-01");
  CHECK(TextAt(value, "device.model") == "ノート");
  CHECK(TextAt(value, "erased_by.name") == "外部 花子");
  CHECK(TextAt(value, "erased_by.id") == "");
  CHECK(TextAt(value, "row.連絡先") == "090");
  CHECK(TextAt(value, "to") == "");
  CHECK(TextAt(value, "fingerprint_se") == "(none)");
}

TEST_CASE("a person's column holds the person of that id, else the name as written") {
  SmallOffice city = City();
  for (const char* reporter : {"101", "保健所", ""}) {
    StandbyCase row;
    row.id = reporter;
    row.staff = "0102";
    row.reporter = reporter;
    city.records.standby_cases.rows.push_back(row);
  }
  const FormContext context = city.Context();
  const auto name = [&](std::size_t row) {
    return TextAt(Value(context.values->RowOf("standby_cases", row)), "reporter.name");
  };
  CHECK(name(0) == "𠮷田 課");
  CHECK(name(1) == "保健所");
  CHECK(name(2) == "(none)");
}

TEST_CASE("the owners of a task are people") {
  SmallOffice city = City();
  Task task;
  task.department = "11";
  task.name = "予算";
  task.owners = {"101", "999"};
  city.records.tasks.rows.push_back(task);
  const FormContext context = city.Context();
  const Value value(context.values->RowOf("tasks", 0));
  const ValueList& owners = FindPath(value, "owners")->list();
  REQUIRE(owners.size() == 2);
  CHECK(TextAt(owners[0], "name") == "𠮷田 課");
  CHECK(TextAt(owners[1], "id") == "999");
  CHECK(TextAt(owners[1], "name") == "");
}

TEST_CASE("rows that name a record are its children, by their first date") {
  SmallOffice city = City();
  const auto history = [&](const char* standby_case, const char* from, const char* to) {
    StandbyDay row;
    row.standby_case = standby_case;
    row.from = Day(from);
    if (to != nullptr) row.to = Day(to);
    city.records.standby_days.rows.push_back(row);
  };
  history("C-1", "2021-01-10", nullptr);
  history("C-2", "2021-01-01", nullptr);
  history("C-1", "2021-01-04", "2021-01-08");
  history("C-1", "2020-12-28", "2021-01-03");
  const FormContext context = city.Context();
  const ValueList days = context.values->Children("standby_cases", "C-1", "standby_days");
  REQUIRE(days.size() == 3);
  CHECK(TextAt(days[0], "span") == "12月28日～1月3日");
  CHECK(TextAt(days[1], "span") == "1月4日～8日");
  CHECK(TextAt(days[2], "span") == "1月10日");
  CHECK(TextAt(days[0], "case.id") == "C-1");
  CHECK(context.values->Children("standby_cases", "C-9", "standby_days").empty());
}

TEST_CASE("a standby case names the other party as the form's heading does") {
  SmallOffice office;
  const auto party = [&](const char* related) {
    StandbyCase row;
    row.id = "C";
    row.related = related;
    office.records.standby_cases.rows = {row};
    return TextAt(Value(RecordValues(office.records).RowOf("standby_cases", 0)), "party");
  };
  CHECK(party("友人") == "友人関係者");
  CHECK(party("取引先関係者") == "取引先関係者");
  CHECK(party("本人") == "関係者");
  CHECK(party("") == "関係者");
}

TEST_CASE("an empty record offers every column") {
  const Value record(EmptyRecord("standby_cases"));
  CHECK(TextAt(record, "id") == "");
  CHECK(TextAt(record, "advice") == "");
  CHECK(TextAt(record, "row") == "");
  CHECK(TextAt(record, "nothing") == "(none)");
  CHECK(TextAt(Value(EmptyRecord("standby_days")), "span") == "");
}

}  // namespace
}  // namespace chohyo
