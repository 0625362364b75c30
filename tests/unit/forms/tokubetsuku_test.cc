#include <catch2/catch.hpp>

#include "forms/daily_report.h"
#include "forms/daily_report_day.h"
#include "forms/task_triage.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課");
  city.Department("12", "市民課");
  city.Person("1", "11", "一郎");
  return city;
}

Contact At(int hour, int minute, ContactKind kind, const char* text = "") {
  Contact contact;
  contact.staff = "1";
  contact.date = Day("2021-01-05");
  contact.time = TimeOfDay{hour * 60 + minute};
  contact.kind = kind;
  contact.text = text;
  return contact;
}

Attendance Leave(Status status, std::optional<TimeOfDay> start = {}, std::optional<TimeOfDay> end = {}) {
  Attendance row;
  row.status = status;
  row.start = start;
  row.end = end;
  return row;
}

ReportedDay DayOf(const std::vector<Contact>& contacts, const std::vector<Attendance>& attendance = {}) {
  std::vector<const Contact*> told;
  for (const Contact& contact : contacts) told.push_back(&contact);
  std::vector<const Attendance*> rows;
  for (const Attendance& row : attendance) rows.push_back(&row);
  return DayFrom(told, rows);
}

void Has(SmallOffice* city, const char* department, const char* name, TaskPriority priority, TaskClass task_class,
         TaskTelework telework, const char* equipment = "") {
  Task task;
  task.department = department;
  task.name = name;
  task.priority = priority;
  task.task_class = task_class;
  task.telework = telework;
  task.equipment = equipment;
  city->records.tasks.rows.push_back(task);
}

TEST_CASE("a day begins with the first start and ends with the last end, in whatever order the rows are") {
  const std::vector<Contact> contacts = {At(17, 15, ContactKind::kEnd), At(8, 30, ContactKind::kStart)};
  const ReportedDay day = DayOf(contacts);
  CHECK(day.start == &contacts[1]);
  CHECK(day.end == &contacts[0]);
  CHECK(day.breaks.empty());
}

TEST_CASE("an end followed by a start is a break, and a start at last leaves the day open") {
  const std::vector<Contact> contacts = {At(8, 30, ContactKind::kStart), At(10, 0, ContactKind::kEnd),
                                         At(11, 0, ContactKind::kStart)};
  const ReportedDay day = DayOf(contacts);
  CHECK(day.start == &contacts[0]);
  CHECK(day.end == nullptr);
  REQUIRE(day.breaks.size() == 1);
  CHECK(day.breaks[0].from == TimeOfDay{600});
  CHECK(day.breaks[0].to == TimeOfDay{660});
  CHECK(day.breaks[0].leave == nullptr);
}

TEST_CASE("meetings belong to the nearest of the day's three") {
  const std::vector<Contact> contacts = {At(8, 40, ContactKind::kMeeting), At(10, 45, ContactKind::kMeeting),
                                         At(13, 5, ContactKind::kMeeting), At(15, 10, ContactKind::kMeeting)};
  const ReportedDay day = DayOf(contacts);
  CHECK(day.meetings[0] == std::vector<const Contact*>{&contacts[0], &contacts[1]});  // as near to 13:00: the earlier
  CHECK(day.meetings[1] == std::vector<const Contact*>{&contacts[2]});
  CHECK(day.meetings[2] == std::vector<const Contact*>{&contacts[3]});
}

TEST_CASE("the hours of attendance move the first and the last meeting") {
  const std::vector<Contact> contacts = {At(10, 50, ContactKind::kMeeting), At(15, 30, ContactKind::kMeeting)};
  const ReportedDay day = DayOf(contacts, {Leave(Status::kTelework, TimeOfDay{570}, TimeOfDay{1095})});
  CHECK(day.meetings[0].size() == 1);
  CHECK(day.meetings[1].size() == 1);
  CHECK(day.meetings[2].empty());
}

TEST_CASE("leave by the hour covers the break it touches; other leave stands alone") {
  const std::vector<Contact> contacts = {At(8, 30, ContactKind::kStart), At(10, 0, ContactKind::kEnd),
                                         At(11, 0, ContactKind::kStart), At(14, 0, ContactKind::kEnd),
                                         At(15, 0, ContactKind::kStart), At(17, 15, ContactKind::kEnd)};
  const std::vector<Attendance> rows = {Leave(Status::kTelework),
                                        Leave(Status::kHourLeave, TimeOfDay{840}, TimeOfDay{900}),
                                        Leave(Status::kHourLeave, TimeOfDay{960}, TimeOfDay{1020})};
  const ReportedDay day = DayOf(contacts, rows);
  CHECK(day.duty == &rows[0]);
  REQUIRE(day.breaks.size() == 3);
  CHECK(day.breaks[0].leave == nullptr);
  CHECK(day.breaks[1].leave == &rows[1]);
  CHECK_FALSE(day.breaks[2].from.has_value());
  CHECK(day.breaks[2].leave == &rows[2]);
}

TEST_CASE("leave without hours covers the first break that no other leave covers") {
  const std::vector<Contact> contacts = {At(8, 30, ContactKind::kStart), At(10, 0, ContactKind::kEnd),
                                         At(11, 0, ContactKind::kStart), At(14, 0, ContactKind::kEnd),
                                         At(15, 0, ContactKind::kStart)};
  const std::vector<Attendance> rows = {Leave(Status::kHourLeave),
                                        Leave(Status::kHourLeave, TimeOfDay{600}, TimeOfDay{660})};
  const ReportedDay day = DayOf(contacts, rows);
  REQUIRE(day.breaks.size() == 2);
  CHECK(day.breaks[0].leave == &rows[1]);
  CHECK(day.breaks[1].leave == &rows[0]);
}

TEST_CASE("a daily report is a document per person and day of telework") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-05", Status::kTelework);
  city.Attends("1", "2021-01-06", Status::kPresent);
  city.records.contacts.rows = {At(8, 30, ContactKind::kStart), At(8, 45, ContactKind::kMeeting, "予定を確認"),
                                At(10, 15, ContactKind::kAnyTime, "照会")};
  TeleworkTask task;
  task.staff = "1";
  task.date = Day("2021-01-05");
  task.slot = TimeOfDay{540};
  task.plan = "起案";
  city.records.telework_tasks.rows.push_back(task);
  const auto plans = PlanDailyReports(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "1-2021-01-05");
  CHECK(plans[0].title == "業務日報　一郎");
  CHECK(plans[0].department == "11");
  const Value values = plans[0].values();
  CHECK(TextAt(values, "person.department.name") == "総務課");
  CHECK(TextAt(values, "end.means") == "");
  const ValueList& meetings = FindPath(values, "meetings")->list();
  REQUIRE(meetings.size() == 3);
  CHECK(TextAt(meetings[0], "name") == "始業後");
  CHECK(TextAt(meetings[1], "name") == "昼休み後");
  CHECK(TextAt(meetings[2], "name") == "終業前");
  REQUIRE(FindPath(meetings[0], "held")->list().size() == 1);
  CHECK(TextAt(FindPath(meetings[0], "held")->list()[0], "text") == "予定を確認");
  CHECK(TextAt(FindPath(values, "tasks")->list().at(0), "plan") == "起案");
  CHECK(TextAt(FindPath(values, "contacts")->list().at(0), "text") == "照会");
}

TEST_CASE("tasks are sorted by class, telework and urgency, a table per department") {
  SmallOffice city = City();
  Has(&city, "12", "窓口", TaskPriority::kA, TaskClass::kContinue, TaskTelework::kNo);
  Has(&city, "11", "照会", TaskPriority::kB, TaskClass::kContinue, TaskTelework::kYes, "端末機");
  Has(&city, "11", "文書", TaskPriority::kA, TaskClass::kContinue, TaskTelework::kYes, "端末機");
  Has(&city, "11", "研修", TaskPriority::kC, TaskClass::kStop, TaskTelework::kYes);
  Has(&city, "11", "未定", TaskPriority::kC, TaskClass::kNone, TaskTelework::kYes);
  const auto plans = PlanTaskTriages(city.Context());
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].key == "12");
  CHECK(plans[1].key == "11");
  CHECK(plans[1].title == "業務の仕分け表　総務課");
  const Value values = plans[1].values();
  const ValueList& groups = FindPath(values, "groups")->list();
  REQUIRE(groups.size() == 3);
  CHECK(TextAt(groups[0], "first.continued.name") == "文書");
  CHECK(TextAt(groups[0], "first.stopped.name") == "研修");
  CHECK(TextAt(groups[0], "first.added.name") == "");
  REQUIRE(FindPath(groups[0], "rest")->list().size() == 1);
  CHECK(TextAt(FindPath(groups[0], "rest")->list()[0], "continued.name") == "照会");
  CHECK(TextAt(groups[2], "first.continued.name") == "");
  CHECK(NumberAt(values, "count.continued") == 2);
  CHECK(NumberAt(values, "count.added") == 0);
  CHECK(FindPath(values, "equipment.continued")->list().size() == 1);
  REQUIRE(FindPath(values, "unsorted")->list().size() == 1);
  CHECK(TextAt(FindPath(values, "unsorted")->list()[0], "name") == "未定");
}

TEST_CASE("tasks that nobody said can be done at home or not are a group of their own") {
  SmallOffice city = City();
  Has(&city, "11", "文書", TaskPriority::kA, TaskClass::kContinue, TaskTelework::kNone);
  const Value values = PlanTaskTriages(city.Context()).at(0).values();
  const ValueList& groups = FindPath(values, "groups")->list();
  REQUIRE(groups.size() == 4);
  CHECK(TextAt(groups[3], "label") == "在宅可否\n未記入");
  CHECK(TextAt(groups[3], "first.continued.name") == "文書");
}

}  // namespace
}  // namespace chohyo
