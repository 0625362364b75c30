#include "forms/telework_figures.h"

#include <catch2/catch.hpp>

#include "forms/device_ledger.h"
#include "forms/loans_out.h"
#include "forms/telework_statistics.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

constexpr Month kDecember{2020, 12};
constexpr Month kJanuary{2021, 1};
constexpr Month kFebruary{2021, 2};

SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課");
  city.Department("12", "市民課");
  city.Department("13", "空課");
  city.Person("1", "11", "一郎");
  city.Person("2", "11", "二郎");
  city.Person("3", "12", "三郎");
  return city;
}

Loan& Lends(SmallOffice* city, const char* id, const char* staff, const char* from, const char* to = nullptr,
            const char* returned = nullptr) {
  Loan row;
  row.id = id;
  row.staff = staff;
  row.from = Day(from);
  if (to != nullptr) row.to = Day(to);
  if (returned != nullptr) row.returned = Day(returned);
  row.items = {"端末機", "マウス"};
  city->records.loans.rows.push_back(row);
  return city->records.loans.rows.back();
}

void Tells(SmallOffice* city, Month month, HistoryItem item, std::int64_t value, const char* department = "") {
  History row;
  row.month = month;
  row.item = item;
  row.value = value;
  row.department = department;
  city->records.history.rows.push_back(row);
}

TEST_CASE("people count once a month; history tells the months it knows, departments added up") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-05", Status::kTelework);
  city.Attends("1", "2021-01-06", Status::kTelework);
  city.Attends("3", "2021-01-06", Status::kTelework);
  city.Attends("2", "2021-01-06", Status::kPresent);
  city.Attends("2", "2020-12-28", Status::kTelework);
  Tells(&city, kDecember, HistoryItem::kTeleworkPeople, 3, "11");
  Tells(&city, kDecember, HistoryItem::kTeleworkPeople, 4, "12");
  const FormContext context = city.Context();
  const TeleworkFigures figures(context);
  CHECK(figures.PeopleIn(kJanuary) == 2);
  CHECK(figures.PeopleIn(kDecember) == 7);
  CHECK_FALSE(figures.PeopleIn(Month{2020, 11}));
  CHECK(figures.PeopleInYear(2020) == 9);
  CHECK_FALSE(figures.PeopleInYear(2021));
}

TEST_CASE("nothing after the period counts") {
  SmallOffice city = City();
  city.SetDay("2021-01-05");
  city.Attends("1", "2021-01-05", Status::kTelework);
  city.Attends("3", "2021-01-06", Status::kTelework);
  Lends(&city, "K1", "1", "2021-01-04", "2021-01-29", "2021-01-29");
  Tells(&city, kFebruary, HistoryItem::kTeleworkPeople, 9);
  const FormContext context = city.Context();
  const TeleworkFigures figures(context);
  CHECK(figures.PeopleIn(kJanuary) == 1);
  CHECK(figures.LoanDaysIn(kJanuary) == 2);
  CHECK_FALSE(figures.PeopleIn(kFebruary));
}

TEST_CASE("loan days run from the first day to the return, without one to the period's end; mice do not count") {
  SmallOffice city = City();
  city.Attends("1", "2021-01-05", Status::kPresent);
  Lends(&city, "K1", "1", "2020-12-30", "2021-01-05", "2021-01-04");  // 2 + 4
  Lends(&city, "K2", "2", "2021-01-30", "2021-03-31");                // 2
  Lends(&city, "K2", "2", "2021-01-01", "2021-03-31");                // an equal number: takes no part
  Lends(&city, "K3", "3", "2021-01-01").items = {"マウス"};
  const FormContext context = city.Context();
  const TeleworkFigures figures(context);
  CHECK(figures.LoanDaysIn(kDecember) == 2);
  CHECK(figures.LoanDaysIn(kJanuary) == 6);
  CHECK_FALSE(figures.LoanDaysIn(Month{2020, 11}));
  const auto departments = figures.Departments();
  REQUIRE(departments.size() == 2);  // nobody is in 空課
  CHECK(departments[0].loan_days == 6);
  CHECK(departments[1].loan_days == 0);
}

TEST_CASE("a department's rate is of the people in office on a day of the period") {
  SmallOffice city = City();
  city.Person("4", "11").until = Day("2020-12-31");
  city.Attends("1", "2021-01-05", Status::kTelework);
  city.Attends("1", "2021-01-06", Status::kTelework);
  const auto plans = PlanTeleworkStatistics(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "2021-01");
  CHECK(plans[0].title == "在宅勤務の実施状況　若葉市　令和3年1月");
  const Value values = plans[0].values();
  CHECK(TextAt(values, "year") == "令和2年度");
  const ValueList& departments = FindPath(values, "departments")->list();
  REQUIRE(departments.size() == 2);
  CHECK(TextAt(departments[0], "name") == "総務課");
  CHECK(NumberAt(departments[0], "staff") == 2);
  CHECK(NumberAt(departments[0], "people") == 1);
  CHECK(NumberAt(departments[0], "days") == 2);
  CHECK(std::get<double>(FindPath(departments[0], "rate")->scalar()) == Approx(0.5));
  CHECK(NumberAt(values, "total.staff") == 3);
  const ValueList& months = FindPath(values, "months")->list();
  REQUIRE(months.size() == 12);
  CHECK(TextAt(months[0], "name") == "4月");
  CHECK(NumberAt(months[9], "people") == 1);
  CHECK(FindPath(months[10], "people")->IsEmpty());
  const ValueList& years = FindPath(values, "years")->list();
  REQUIRE(years.size() == 5);
  CHECK(TextAt(years[0], "name") == "令和2年度");
  CHECK(NumberAt(years[0], "target") == 30);
  CHECK(NumberAt(years[0], "people") == 1);
  CHECK(NumberAt(years[4], "target") == 70);
  CHECK(FindPath(years[4], "rate")->IsEmpty());
}

TEST_CASE("an empty sheet of statistics knows months and targets") {
  const Value blank(BlankTeleworkStatistics());
  CHECK(FindPath(blank, "months")->list().size() == 12);
  CHECK(NumberAt(FindPath(blank, "years")->list()[1], "target") == 40);
  CHECK(FindPath(blank, "people")->IsEmpty());
}

TEST_CASE("a loan is overdue once its last day is past without a return") {
  SmallOffice city = City();
  const Loan late = Lends(&city, "K1", "1", "2021-01-04", "2021-01-28");
  const Loan on_time = Lends(&city, "K2", "1", "2021-01-04", "2021-01-31");
  const Loan back = Lends(&city, "K3", "1", "2021-01-04", "2021-01-10", "2021-02-10");
  FormContext context = city.Context();
  CHECK(DaysOverdue(context, late) == 3);
  CHECK(DaysOverdue(context, on_time) == 0);
  CHECK(DaysOverdue(context, back) == 0);
  context.now = Day("2021-02-01");
  CHECK(DaysOverdue(context, on_time) == 1);
  city.SetDay("2021-01-12");
  CHECK(DaysOverdue(context, late) == 0);
  CHECK(DaysOverdue(context, back) == 2);  // on that day nobody knew of the return
}

TEST_CASE("a ledger lists the year's loans of a department with something out in the period") {
  SmallOffice city = City();
  Lends(&city, "K1", "1", "2020-12-01", "2020-12-10", "2020-12-10");
  Lends(&city, "K2", "2", "2021-01-04", "2021-01-20");
  Lends(&city, "K3", "3", "2020-12-01", "2020-12-10", "2020-12-10");  // nothing out in January: no ledger
  Lends(&city, "K4", "1", "2019-06-01", "2019-06-10", "2019-06-10");  // an earlier year's
  Lends(&city, "K5", "1", "2021-02-01", "2021-02-10");                // to come
  const auto plans = PlanDeviceLedgers(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "11");
  CHECK(plans[0].title == "在宅勤務用端末機等管理簿　総務課");
  const Value values = plans[0].values();
  const ValueList& loans = FindPath(values, "loans")->list();
  REQUIRE(loans.size() == 2);
  CHECK(TextAt(loans[0], "id") == "K1");
  CHECK(TextAt(loans[0], "remark") == "消去未確認");
  CHECK(TextAt(loans[1], "remark") == "返却遅延 11日");
  CHECK(NumberAt(loans[1], "overdue") == 11);
  CHECK(NumberAt(values, "out") == 1);
  CHECK(NumberAt(values, "overdue") == 1);
}

}  // namespace
}  // namespace chohyo
