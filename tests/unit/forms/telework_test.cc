#include <catch2/catch.hpp>

#include "forms/registration.h"
#include "forms/telework_days.h"
#include "forms/telework_plan.h"
#include "forms/travel_order.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課");
  city.Department("12", "市民課");
  city.Person("1", "11", "一郎");
  city.Person("2", "12", "二郎");
  return city;
}

TeleworkPlan& Plans(SmallOffice* city, const char* staff, const char* from, const char* to = nullptr) {
  TeleworkPlan row;
  row.staff = staff;
  row.from = Day(from);
  if (to != nullptr) row.to = Day(to);
  city->records.telework_plans.rows.push_back(row);
  return city->records.telework_plans.rows.back();
}

void Writes(SmallOffice* city, const char* staff, const char* date, int minutes, const char* plan,
            const char* result = "") {
  TeleworkTask row;
  row.staff = staff;
  row.date = Day(date);
  row.slot = TimeOfDay{minutes};
  row.plan = plan;
  row.result = result;
  city->records.telework_tasks.rows.push_back(row);
}

Registration& Applies(SmallOffice* city, const char* staff, const char* applied, const char* approved = nullptr,
                      const char* revoked = nullptr) {
  Registration row;
  row.staff = staff;
  row.applied = Day(applied);
  if (approved != nullptr) row.approved = Day(approved);
  if (revoked != nullptr) row.revoked = Day(revoked);
  city->records.registrations.rows.push_back(row);
  return city->records.registrations.rows.back();
}

std::vector<DocumentPlan> Registrations(SmallOffice* city) {
  return PlanRegistrations("oyama.registration", "在宅勤務登録申請書", city->Context());
}

Date DateAt(const Value& root, std::string_view path) { return std::get<Date>(FindPath(root, path)->scalar()); }

TEST_CASE("a plan shows its working days, each with the form's slots and the person's own") {
  SmallOffice city = City();
  Plans(&city, "1", "2021-01-08", "2021-01-12").submitted = Day("2021-01-05");
  Writes(&city, "1", "2021-01-08", 17 * 60, "終業の連絡", "報告した");
  Writes(&city, "1", "2021-01-08", 9 * 60 + 30, "会議");
  const auto plans = PlanTeleworkPlans(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "1-2021-01-08");
  CHECK(plans[0].title == "在宅勤務計画書（報告書）　一郎");
  CHECK(plans[0].department == "11");
  CHECK(plans[0].blocks);
  CHECK(plans[0].blocking_table == "telework_plans");
  CHECK(plans[0].blocking_key == "1/2021-01-08");
  const Value values = plans[0].values();
  CHECK(DateAt(values, "document.date") == Day("2021-01-05"));
  const ValueList& days = FindPath(values, "days")->list();
  REQUIRE(days.size() == 2);  // the 9th to 11th are weekend and 成人の日
  CHECK(DateAt(days[0], "date") == Day("2021-01-08"));
  CHECK(DateAt(days[1], "date") == Day("2021-01-12"));
  const ValueList& slots = FindPath(days[0], "slots")->list();
  REQUIRE(slots.size() == 11);
  CHECK(TextAt(slots[0], "label") == "8:30");
  CHECK(TextAt(slots[2], "label") == "9:30");
  CHECK(TextAt(slots[2], "plan") == "会議");
  CHECK(TextAt(slots[10], "label") == "17:00\n～17:15");
  CHECK(TextAt(slots[10], "result") == "報告した");
  CHECK(FindPath(days[1], "slots")->list().size() == 10);
}

TEST_CASE("a day off with slots is shown; a plan of days off only shows them all") {
  SmallOffice city = City();
  Plans(&city, "1", "2021-01-08", "2021-01-09");
  Writes(&city, "1", "2021-01-09", 9 * 60, "当番");
  Plans(&city, "2", "2021-01-16", "2021-01-17");
  Plans(&city, "2", "2021-02-01");
  const auto plans = PlanTeleworkPlans(city.Context());
  REQUIRE(plans.size() == 2);  // the one of February does not touch the period
  CHECK(FindPath(plans[0].values(), "days")->list().size() == 2);
  CHECK(FindPath(plans[1].values(), "days")->list().size() == 2);
}

TEST_CASE("the second of two plans of a person from the same day makes no document") {
  SmallOffice city = City();
  Plans(&city, "1", "2021-01-08");
  Plans(&city, "1", "2021-01-08", "2021-01-12");
  CHECK(PlanTeleworkPlans(city.Context()).size() == 1);
}

TEST_CASE("an empty plan has the ten slots of the form") {
  const Value blank(BlankTeleworkPlan());
  const ValueList& days = FindPath(blank, "days")->list();
  REQUIRE(days.size() == 1);
  CHECK(FindPath(days[0], "slots")->list().size() == 10);
}

TEST_CASE("registrations in force or applied for in the period, the newest of a person") {
  SmallOffice city = City();
  Applies(&city, "1", "2020-09-18", "2020-09-23");
  Applies(&city, "1", "2021-01-20");
  Applies(&city, "2", "2020-10-05", "2020-10-08");
  const auto plans = Registrations(&city);
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].key == "1");
  CHECK(plans[0].blocking_key == "1/2021-01-20");
  CHECK(plans[0].title == "在宅勤務登録申請書　一郎");
  CHECK(plans[1].key == "2");
  CHECK(plans[1].blocking_key == "2/2020-10-05");
  const Value values = plans[1].values();
  CHECK(TextAt(values, "registration.staff.department.name") == "市民課");
  CHECK(DateAt(values, "document.date") == Day("2020-10-05"));
}

TEST_CASE("a registration is in force from its approval to the day before it is revoked") {
  SmallOffice city = City();
  Applies(&city, "1", "2020-09-18", "2020-09-23", "2021-01-01");
  CHECK(Registrations(&city).empty());
  city.records.registrations.rows[0].revoked = Day("2021-01-02");
  CHECK(Registrations(&city).size() == 1);
  city.records.registrations.rows[0].approved = Day("2021-02-01");
  CHECK(Registrations(&city).empty());
  city.records.registrations.rows[0].approved.reset();
  CHECK(Registrations(&city).empty());
}

TEST_CASE("a newer registration that was revoked hides the older one") {
  SmallOffice city = City();
  Applies(&city, "1", "2020-09-18", "2020-09-23");
  Applies(&city, "1", "2020-10-18", "2020-10-23", "2020-12-01");
  CHECK(Registrations(&city).empty());
}

TEST_CASE("one approved within the period comes into force in it") {
  SmallOffice city = City();
  Applies(&city, "1", "2020-12-18", "2021-01-12");
  CHECK(Registrations(&city).size() == 1);
}

TEST_CASE("days of telework are those reported so, and planned working days without a report") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-05", Status::kTelework);
  city.Attends("1", "2021-01-07", Status::kPresent);
  city.Attends("2", "2021-01-06", Status::kTelework);
  city.Attends("2", "2021-02-01", Status::kTelework);
  Plans(&city, "1", "2021-01-07", "2021-01-12");
  const FormContext context = city.Context();
  const auto days = TeleworkDaysOf(context);
  REQUIRE(days.size() == 4);
  CHECK(days[0].date == Day("2021-01-05"));
  CHECK(days[0].plan == nullptr);
  CHECK(days[1].date == Day("2021-01-08"));  // not the 7th, when the person came to the office after all
  CHECK(days[1].plan == &city.records.telework_plans.rows[0]);
  CHECK(days[2].date == Day("2021-01-12"));
  CHECK(days[3].person->id == "2");
}

TEST_CASE("travel orders are a document per department with telework, a row per person and day") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-05", Status::kTelework);
  city.Attends("1", "2021-01-06", Status::kTelework);
  Plans(&city, "1", "2021-01-06").approved = Day("2021-01-04");
  const auto plans = PlanTravelOrders(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "11");
  CHECK(plans[0].title == "旅行命令一覧（自宅への出張）　総務課");
  CHECK_FALSE(plans[0].blocks);
  CHECK(plans[0].shown_staff == std::vector<std::string>{"1"});
  const Value values = plans[0].values();
  CHECK(NumberAt(values, "people") == 1);
  CHECK(NumberAt(values, "days") == 2);
  const ValueList& orders = FindPath(values, "orders")->list();
  REQUIRE(orders.size() == 2);
  CHECK(TextAt(orders[0], "remark") == "計画書なし");
  CHECK(TextAt(orders[1], "remark") == "");
  CHECK(DateAt(orders[1], "plan.approved") == Day("2021-01-04"));
}

}  // namespace
}  // namespace chohyo
