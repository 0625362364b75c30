#include "forms/roster.h"

#include <catch2/catch.hpp>

#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

constexpr Month kJanuary{2021, 1};
constexpr Month kFebruary{2021, 2};

SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課");
  city.Department("111", "庶務係", "11");
  city.Department("12", "市民課");
  city.Person("1", "11", "一郎");
  city.Person("2", "111", "二郎");
  city.Person("3", "12", "三郎");
  city.HasRoster("11", kJanuary);
  city.OnRoster("2", kJanuary, {4, 5});
  city.OnRoster("1", kJanuary, {4}, Shift::kC);
  city.OnRoster("3", kJanuary, {4});
  return city;
}

TEST_CASE("a unit shows the people of its roster in the staff table's order, those of units below too") {
  SmallOffice city = City();
  const auto plans = PlanRosters(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "11");
  CHECK(plans[0].title == "勤務計画表　総務課　令和3年1月");
  CHECK(plans[0].department == "11");
  CHECK_FALSE(plans[0].blocks);
  CHECK(plans[0].shown_staff == std::vector<std::string>{"1", "2"});
  const Value values = plans[0].values();
  const ValueList& people = FindPath(values, "people")->list();
  REQUIRE(people.size() == 30);  // filled up with rows for handwriting
  CHECK(TextAt(people[0], "name") == "一郎");
  CHECK(TextAt(people[2], "name") == "");
  CHECK(FindPath(people[2], "days")->list().size() == 31);
  CHECK(NumberAt(values, "worked") == 3);
  CHECK(NumberAt(people[1], "worked") == 2);
  const ValueList& days = FindPath(people[0], "days")->list();
  CHECK(TextAt(days[3], "sign") == "C");
  CHECK(FindPath(days[3], "sign")->origin().column == 6);
  CHECK(TextAt(days[4], "sign") == "");
  CHECK(NumberAt(FindPath(values, "days")->list()[3], "present") == 2);
  CHECK(NumberAt(FindPath(values, "days")->list()[5], "present") == 0);
}

TEST_CASE("a section with a roster of its own keeps its people") {
  SmallOffice city = City();
  city.HasRoster("111", kJanuary);
  const auto plans = PlanRosters(city.Context());
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].shown_staff == std::vector<std::string>{"1"});
  CHECK(plans[1].shown_staff == std::vector<std::string>{"2"});
}

TEST_CASE("days off are marked, days the month does not have are void") {
  SmallOffice city = City();
  city.HasRoster("11", kFebruary);
  city.SetMonth(2021, 2);
  const auto plans = PlanRosters(city.Context());
  REQUIRE(plans.size() == 1);
  const Value values = plans[0].values();
  const ValueList& days = FindPath(values, "days")->list();
  REQUIRE(days.size() == 31);
  CHECK(TextAt(days[10], "weekday") == "(木)");
  CHECK(NumberAt(days[10], "flag") == 1);  // 建国記念の日
  CHECK(NumberAt(days[11], "flag") == 0);
  CHECK(NumberAt(days[12], "flag") == 1);  // Saturday
  CHECK(NumberAt(days[27], "number") == 28);
  CHECK(FindPath(days[28], "number")->IsEmpty());
  CHECK(FindPath(days[28], "weekday")->IsEmpty());
  CHECK_FALSE(FindPath(days[28], "exists")->IsTrue());
  CHECK(NumberAt(days[28], "flag") == 1);
  CHECK(FindPath(days[28], "present")->IsEmpty());
}

TEST_CASE("a period over several months names the month in the key") {
  SmallOffice city = City();
  city.HasRoster("11", kFebruary);
  city.HasRoster("11", {2021, 3});
  city.period = {Period::Kind::kSpan, {Day("2021-01-20"), Day("2021-02-03")}, "2021-01-20..2021-02-03"};
  const auto plans = PlanRosters(city.Context());
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].key == "11-2021-01");
  CHECK(plans[1].key == "11-2021-02");
}

TEST_CASE("a second roster of the same unit and month makes no second document") {
  SmallOffice city = City();
  city.HasRoster("11", kJanuary);
  CHECK(PlanRosters(city.Context()).size() == 1);
}

}  // namespace
}  // namespace chohyo
