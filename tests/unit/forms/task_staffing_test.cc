#include "forms/task_staffing.h"

#include <catch2/catch.hpp>

#include "forms/support_request.h"
#include "forms/work_plan.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

Task& AddTask(SmallOffice* city, const std::string& department, const std::string& name, TaskPriority priority,
              std::int64_t half, std::int64_t all, std::vector<std::string> substitutes = {}) {
  Task task;
  task.department = department;
  task.name = name;
  task.priority = priority;
  task.need_half = half;
  task.need_all = all;
  task.substitutes = std::move(substitutes);
  city->records.tasks.rows.push_back(task);
  return city->records.tasks.rows.back();
}

/// 総務課 with five people, 市民課 with six, 人事課 with four; nobody below.
SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課", {}, DepartmentKind::kSection);
  city.Department("12", "市民課", {}, DepartmentKind::kSection);
  city.Department("13", "人事課", {}, DepartmentKind::kSection);
  city.office.names.hr = "人事課";
  for (const char* id : {"1", "2", "3", "4", "5"}) city.Person(id, "11");
  for (const char* id : {"21", "22", "23", "24", "25", "26"}) city.Person(id, "12");
  for (const char* id : {"31", "32", "33", "34"}) city.Person(id, "13");
  return city;
}

std::vector<std::int64_t> Secured(const CrisisPlan& plan) {
  std::vector<std::int64_t> secured;
  for (const MannedTask& manned : plan.tasks) secured.push_back(manned.secured);
  return secured;
}

TEST_CASE("half of the people is rounded down and shared by priority") {
  SmallOffice city = City();
  AddTask(&city, "11", "c", TaskPriority::kC, 1, 0);
  AddTask(&city, "11", "b", TaskPriority::kB, 2, 0);
  AddTask(&city, "11", "a", TaskPriority::kA, 1, 0);
  city.Context();
  const auto departments = StaffingOf(city.records, city.period.span.first);
  REQUIRE(departments.size() == 1);
  const CrisisPlan& half = departments[0].half;
  CHECK(half.tasks[0].task->name == "a");
  CHECK(half.tasks[2].task->name == "c");
  CHECK(Secured(half) == std::vector<std::int64_t>{1, 1, 0});
  CHECK(half.available == 2);
  CHECK(half.needed == 3);  // priority C does not have to go on
  CHECK(half.shortage() == 1);
}

TEST_CASE("stopped tasks come after all others and are not needed") {
  SmallOffice city = City();
  AddTask(&city, "11", "stopped", TaskPriority::kA, 2, 0).task_class = TaskClass::kStop;
  AddTask(&city, "11", "goes on", TaskPriority::kB, 1, 0);
  city.Context();
  const auto departments = StaffingOf(city.records, city.period.span.first);
  CHECK(Secured(departments[0].half) == std::vector<std::int64_t>{1, 1});
  CHECK(departments[0].half.needed == 1);
}

TEST_CASE("people not in office on the day, and second rows of a task, do not count") {
  SmallOffice city = City();
  city.records.staff.rows[0].until = Day("2020-12-31");
  AddTask(&city, "11", "a", TaskPriority::kA, 1, 0);
  AddTask(&city, "11", "a", TaskPriority::kA, 5, 0);
  city.Context();
  const auto departments = StaffingOf(city.records, city.period.span.first);
  CHECK(departments[0].people == 4);
  CHECK(departments[0].half.tasks.size() == 1);
}

TEST_CASE("a department without people of its own counts those below it") {
  SmallOffice city = City();
  city.Department("10", "総務部");
  city.records.departments.rows[0].parent = "10";
  AddTask(&city, "10", "a", TaskPriority::kA, 1, 0);
  city.Context();
  CHECK(StaffingOf(city.records, city.period.span.first)[0].people == 5);
}

TEST_CASE("with all away only substitutes of other departments help, each once, where they are needed most") {
  SmallOffice city = City();
  AddTask(&city, "11", "a1", TaskPriority::kA, 0, 1, {"21", "22"});
  AddTask(&city, "11", "a2", TaskPriority::kA, 0, 1, {"21", "2"});
  AddTask(&city, "11", "b", TaskPriority::kB, 0, 1, {"22", "99"});
  city.Context();
  const CrisisPlan all = StaffingOf(city.records, city.period.span.first)[0].all;
  CHECK(Secured(all) == std::vector<std::int64_t>{1, 1, 0});  // 22 for a1, so that a2 has 21
  CHECK(all.available == 2);
  CHECK(all.needed == 3);
  CHECK(all.shortage() == 1);
}

TEST_CASE("substitutes beyond the need stay with the task that names them") {
  SmallOffice city = City();
  AddTask(&city, "11", "a", TaskPriority::kA, 0, 1, {"21", "22"});
  city.Context();
  CHECK(Secured(StaffingOf(city.records, city.period.span.first)[0].all) == std::vector<std::int64_t>{2});
}

/// 総務課 lacks three; its 係 can spare one, 市民課 one.
SmallOffice ShortCity() {
  SmallOffice city = City();
  city.Department("111", "庶務係", "11", DepartmentKind::kSubsection);
  city.Person("6", "111");
  AddTask(&city, "11", "a", TaskPriority::kA, 5, 0);
  AddTask(&city, "12", "z", TaskPriority::kC, 0, 0).lend = 1;
  Task& inside = AddTask(&city, "111", "s", TaskPriority::kC, 0, 0);
  inside.lend = 2;
  inside.lend_period = "2週間";
  return city;
}

TEST_CASE("help comes from the own section first, then from others; HR arranges the rest") {
  SmallOffice city = ShortCity();
  city.Context();
  const auto departments = StaffingOf(city.records, city.period.span.first);
  CHECK(departments[2].spare() == 1);  // may lend two, has one
  const auto supports = ArrangeSupport(city.records, departments);
  REQUIRE(supports.size() == 2);
  CHECK(supports[0].lender == 2);
  CHECK(supports[0].in_section);
  CHECK(supports[1].lender == 1);
  CHECK_FALSE(supports[1].in_section);
}

TEST_CASE("who is short asks for support, HR gets the city's table") {
  SmallOffice city = ShortCity();
  const auto plans = PlanSupportRequests(city.Context());
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].key == "11");
  CHECK(plans[0].title == "応援調整依頼書　総務課");
  CHECK(plans[1].key == "13");
  CHECK(plans[1].title == "応援調整表　人事課");
  const Value request = plans[0].values();
  CHECK(NumberAt(request, "shortage") == 3);
  CHECK(NumberAt(request, "left") == 1);
  CHECK(FindPath(request, "is_request")->IsTrue());
  CHECK_FALSE(FindPath(request, "is_city")->IsTrue());
  const ValueList& inside = FindPath(request, "inside")->list();
  REQUIRE(inside.size() == 1);
  CHECK(TextAt(inside[0], "name") == "庶務係");
  CHECK(TextAt(inside[0], "period") == "2週間");
  const Value table = plans[1].values();
  CHECK_FALSE(FindPath(table, "is_request")->IsTrue());
  CHECK(FindPath(table, "is_city")->IsTrue());
  const ValueList& rows = FindPath(table, "rows")->list();
  REQUIRE(rows.size() == 3);
  CHECK(TextAt(rows[0], "inside") == "庶務係　1人");
  CHECK(TextAt(rows[0], "between") == "市民課　1人");
  CHECK(TextAt(rows[0], "half.balance") == "△3");
  CHECK(TextAt(rows[1], "goes_to") == "総務課　1人");
  CHECK(NumberAt(table, "total.shortage") == 3);
  CHECK(NumberAt(table, "total.left") == 1);
}

TEST_CASE("a work plan names how long a task stops, the people it gets and who did it before") {
  SmallOffice city = City();
  AddTask(&city, "11", "a", TaskPriority::kA, 3, 1, {"2", "21"});
  AddTask(&city, "11", "b", TaskPriority::kB, 1, 0);
  city.records.staff.rows[1].name = "二郎";
  city.records.staff.rows[5].name = "花子";
  const FormContext context = city.Context();
  const auto half = PlanWorkPlansHalf(context);
  REQUIRE(half.size() == 1);
  CHECK(half[0].form == "tarumizu.work-plan-half");
  CHECK(half[0].key == "11");
  CHECK(half[0].title == "職員減少時の業務計画表【所属職員の半数が出勤不可となった場合】　総務課");
  const Value values = half[0].values();
  const ValueList& rows = FindPath(values, "rows")->list();
  REQUIRE(rows.size() == 2);
  CHECK(TextAt(rows[0], "class") == "継続");
  CHECK(TextAt(rows[1], "class") == "2週間程度");
  CHECK(NumberAt(rows[0], "need") == 3);
  CHECK(NumberAt(rows[0], "secured") == 2);
  CHECK(TextAt(rows[0], "balance") == "△1");
  CHECK(TextAt(rows[0], "has_substitute") == "有");
  CHECK(TextAt(rows[0], "substitutes") == "二郎\n花子（市民課）");
  CHECK(TextAt(rows[1], "has_substitute") == "無");
  CHECK(TextAt(values, "balance") == "△2");
  CHECK(TextAt(values, "total.balance") == "△2");
  const Value all = PlanWorkPlansAll(context)[0].values();
  CHECK(NumberAt(FindPath(all, "rows")->list()[0], "secured") == 1);
  CHECK(NumberAt(all, "balance") == 0);
}

}  // namespace
}  // namespace chohyo
