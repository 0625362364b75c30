#include "pipeline/model/keys.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace chohyo {
namespace {

Date Day(int year, int month, int day) { return Date::FromYmd(year, month, day).value(); }

TEST_CASE("every table has a key, of columns that it has") {
  for (const TableInfo& table : AllTables()) {
    INFO(table.name);
    CHECK_FALSE(KeyAliases(table.name).empty());
    for (const std::string_view alias : KeyAliases(table.name)) {
      CHECK(std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& c) { return c.alias == alias; }));
    }
  }
  CHECK(KeyAliases("nothing").empty());
}

TEST_CASE("keys of records") {
  Attendance attendance;
  attendance.staff = "0101";
  attendance.date = Day(2021, 1, 13);
  CHECK(KeyOf("attendance", attendance) == "0101/2021-01-13");
  TeleworkTask hour;
  hour.staff = "0101";
  hour.date = Day(2021, 1, 13);
  hour.slot = {510};
  CHECK(KeyOf("telework_tasks", hour) == "0101/2021-01-13/8:30");
  Task task;
  task.department = "0100";
  task.name = "給与";
  CHECK(KeyOf("tasks", task) == "0100");
  History history;
  history.month = {2021, 1};
  history.item = HistoryItem::kLoanDays;
  CHECK(KeyOf("history", history) == "2021-01/貸出日数");
}

TEST_CASE("a waiver's key names the person or the department") {
  Waiver waiver;
  waiver.rule = "roster.week";
  waiver.from = Day(2021, 1, 4);
  waiver.staff = "0101";
  CHECK(KeyOf("waivers", waiver) == "roster.week/0101/2021-01-04");
  waiver.staff.clear();
  waiver.department = "0100";
  CHECK(KeyOf("waivers", waiver) == "roster.week/0100/2021-01-04");
}

}  // namespace
}  // namespace chohyo
