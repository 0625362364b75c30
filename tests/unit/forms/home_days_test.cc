#include "forms/home_days.h"

#include <catch2/catch.hpp>

#include "forms/standby_log.h"
#include "forms/travel_entries.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

void AddContact(SmallOffice* city, const char* date, std::int32_t minutes, ContactKind kind, const std::string& text) {
  Contact contact;
  contact.staff = "1";
  contact.date = Day(date);
  contact.time = TimeOfDay{minutes};
  contact.kind = kind;
  contact.means = ContactMeans::kPhone;
  contact.text = text;
  city->records.contacts.rows.push_back(contact);
}

SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課");
  city.Person("1", "11", "一郎");
  return city;
}

TEST_CASE("standby is on order; telework is unless only a plan covers it") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-12", Status::kTelework);
  city.Attends("1", "2021-01-13", Status::kTelework);
  city.Attends("1", "2021-01-14", Status::kTelework);
  city.Attends("1", "2021-01-15", Status::kStandby);
  city.Attends("1", "2021-01-18", Status::kPresent);
  TeleworkPlan plan;
  plan.staff = "1";
  plan.from = Day("2021-01-13");
  plan.to = Day("2021-01-15");
  city.records.telework_plans.rows.push_back(plan);
  StandbyCase standby;
  standby.staff = "1";
  standby.from = Day("2021-01-14");
  city.records.standby_cases.rows.push_back(standby);
  const auto days = HomeDays(city.Context()).All();
  REQUIRE(days.size() == 4);
  CHECK(days[0].ordered);
  CHECK_FALSE(days[1].ordered);
  CHECK(days[2].ordered);
  CHECK(days[3].ordered);
}

TEST_CASE("a part-day leave beside a day at home does not hide it") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-12", Status::kHourLeave);
  city.Attends("1", "2021-01-12", Status::kStandby);
  CHECK(HomeDays(city.Context()).All().size() == 1);
}

TEST_CASE("the next working day is the calendar's, or the roster's for people on one") {
  SmallOffice city = City();
  const Date friday = Day("2021-01-08");
  const FormContext context = city.Context();
  CHECK(HomeDays(context).NextWorkingDay(city.records.staff.rows[0], friday) == Day("2021-01-12"));  // 成人の日
  city.OnRoster("1", {2021, 1}, {9, 14});
  CHECK(HomeDays(city.Context()).NextWorkingDay(city.records.staff.rows[0], friday) == Day("2021-01-09"));
  city.records.staff.rows[0].until = friday;
  CHECK_FALSE(HomeDays(city.Context()).NextWorkingDay(city.records.staff.rows[0], friday).has_value());
}

TEST_CASE("travel entries list each day on standby with the day by which it is keyed") {
  SmallOffice city = City();
  CHECK(PlanTravelEntries(city.Context()).empty());
  city.Attends("1", "2021-01-29", Status::kStandby);
  const auto plans = PlanTravelEntries(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "2021-01");
  CHECK(plans[0].shown_staff == std::vector<std::string>{"1"});
  const Value values = plans[0].values();
  const ValueList& entries = FindPath(values, "entries")->list();
  REQUIRE(entries.size() == 1);
  CHECK(TextAt(entries[0], "staff.name") == "一郎");
  CHECK(std::get<Date>(FindPath(entries[0], "deadline")->scalar()) == Day("2021-02-01"));
  CHECK(NumberAt(values, "people") == 1);
}

TEST_CASE("a log has the contacts of the day and the report of the next working day") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-12", Status::kStandby);
  AddContact(&city, "2021-01-12", 1040, ContactKind::kEnd, "終わります。");
  AddContact(&city, "2021-01-12", 510, ContactKind::kStart, "始めます。");
  AddContact(&city, "2021-01-12", 600, ContactKind::kReport, "前の日のこと。");
  AddContact(&city, "2021-01-13", 540, ContactKind::kAnyTime, "随時。");
  const auto plans = PlanStandbyLogs(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "1");
  CHECK(plans[0].title == "自宅待機状況記録簿　一郎");
  CHECK(plans[0].blocks);
  const Value values = plans[0].values();
  const Value& day = FindPath(values, "days")->list().at(0);
  CHECK(TextAt(day, "status") == "自宅待機");
  CHECK(std::get<TimeOfDay>(FindPath(day, "start.time")->scalar()).minutes == 510);
  CHECK(std::get<TimeOfDay>(FindPath(day, "end.time")->scalar()).minutes == 1040);
  CHECK(TextAt(day, "shared") == "8:30（開始）始めます。\n17:20（終了）終わります。");
  CHECK(TextAt(day, "report.text") == "随時。");
  CHECK(TextAt(day, "report.means") == "電話");
  CHECK(NumberAt(values, "all_days") == 1);
  CHECK(NumberAt(values, "telework") == 0);
}

TEST_CASE("after telework only a report counts; of a single day nothing later is known") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-12", Status::kTelework);
  AddContact(&city, "2021-01-13", 540, ContactKind::kAnyTime, "随時。");
  const auto report = [&city] {
    return TextAt(FindPath(PlanStandbyLogs(city.Context())[0].values(), "days")->list().at(0), "report.text");
  };
  CHECK(report().empty());
  AddContact(&city, "2021-01-13", 560, ContactKind::kReport, "報告。");
  CHECK(report() == "報告。");
  city.SetDay("2021-01-12");
  CHECK(report().empty());
}

}  // namespace
}  // namespace chohyo
