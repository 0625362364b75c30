#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

constexpr const char* kLoanForm = R"(form: own.loan
title: 借用願
records: loans as loan
key: "{{loan.id}}"
department: "{{loan.staff.department.code}}"
date: "{{loan.applied}}"
body:
- left: "{{loan.staff.name}}"
)";

constexpr const char* kCaseForm = R"(form: own.case
title: 報告書
records: standby_cases as case
where: case.kind == '感染'
key: "{{case.id}}"
body:
- table:
  - each: case.standby_days as d
    cells: [{text: "{{d.span}}"}]
)";

Template Parse(const std::string& yaml) { return Template::Parse(yaml, "own.yaml"); }

SmallOffice City() {
  SmallOffice city;
  city.Department("11", "総務課", "", DepartmentKind::kSection, "1");
  city.Person("1", "11", "山田太郎").title = "課長";
  return city;
}

Loan& AddLoan(SmallOffice* city, const std::string& id, const char* from, const char* to) {
  Loan loan;
  loan.id = id;
  loan.staff = "1";
  loan.applied = Day("2020-12-01");
  loan.from = Day(from);
  if (to != nullptr) loan.to = Day(to);
  city->records.loans.rows.push_back(loan);
  return city->records.loans.rows.back();
}

std::string Keys(const std::vector<DocumentPlan>& plans) {
  std::string keys;
  for (const DocumentPlan& plan : plans) keys += (keys.empty() ? "" : " ") + plan.key;
  return keys;
}

TEST_CASE("records whose span touches the period make documents; an open end touches") {
  SmallOffice city = City();
  AddLoan(&city, "before", "2020-12-01", "2020-12-31");
  AddLoan(&city, "first", "2020-12-01", "2021-01-01");
  AddLoan(&city, "last", "2021-01-31", "2021-02-28");
  AddLoan(&city, "after", "2021-02-01", nullptr);
  AddLoan(&city, "open", "2020-12-01", nullptr);
  AddLoan(&city, "around", "2020-12-01", "2021-12-01");
  CHECK(Keys(PlanFromRecords(Parse(kLoanForm), city.Context())) == "first last open around");
}

TEST_CASE("a record's document is named by it, blocked by it, and dated by it") {
  SmallOffice city = City();
  AddLoan(&city, "L-1", "2021-01-04", nullptr);
  const auto plans = PlanFromRecords(Parse(kLoanForm), city.Context(Day("2021-02-01")));
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].form == "own.loan");
  CHECK(plans[0].title == "借用願　山田太郎");
  CHECK(plans[0].department == "11");
  CHECK(plans[0].blocking_table == "loans");
  CHECK(plans[0].blocking_key == "L-1");
  CHECK(plans[0].blocks);
  const Value values = plans[0].values();
  CHECK(std::get<Date>(FindPath(values, "document.date")->scalar()) == Day("2020-12-01"));
  CHECK(TextAt(values, "document.key") == "L-1");
  CHECK(TextAt(values, "document.title") == "借用願　山田太郎");
  CHECK_FALSE(FindPath(values, "document.blank")->IsTrue());
  CHECK(TextAt(values, "loan.staff.department.head.title") == "課長");
  CHECK(TextAt(values, "office.head.post") == "若葉市長");
  CHECK(TextAt(values, "period.text") == "2021-01");
}

TEST_CASE("the later of two equal records makes no document") {
  SmallOffice city = City();
  AddLoan(&city, "L-1", "2021-01-04", nullptr);
  AddLoan(&city, "L-1", "2021-01-05", nullptr);
  CHECK(Keys(PlanFromRecords(Parse(kLoanForm), city.Context())) == "L-1");
}

TEST_CASE("where leaves records out, and rows that name the record are offered") {
  SmallOffice city = City();
  for (const CaseKind kind : {CaseKind::kInfected, CaseKind::kBcpStandby}) {
    StandbyCase row;
    row.id = kind == CaseKind::kInfected ? "C-1" : "C-2";
    row.staff = "1";
    row.kind = kind;
    row.from = Day("2021-01-05");
    city.records.standby_cases.rows.push_back(row);
  }
  StandbyDay day;
  day.standby_case = "C-1";
  day.from = Day("2021-01-04");
  city.records.standby_days.rows.push_back(day);
  const auto plans = PlanFromRecords(Parse(kCaseForm), city.Context(Day("2021-02-01")));
  REQUIRE(Keys(plans) == "C-1");
  const Value values = plans[0].values();
  REQUIRE(FindPath(values, "case.standby_days")->list().size() == 1);
  CHECK(TextAt(FindPath(values, "case.standby_days")->list()[0], "span") == "1月4日");
  // Without a date of its own the form is dated by --issued.
  CHECK(std::get<Date>(FindPath(values, "document.date")->scalar()) == Day("2021-02-01"));
}

TEST_CASE("tables without a span go by their day or month, others always") {
  SmallOffice city = City();
  city.HasRoster("11", {2021, 1});
  city.HasRoster("11", {2021, 2});
  for (const char* date : {"2021-01-31", "2021-02-01"}) {
    Incident incident;
    incident.id = date;
    incident.date = Day(date);
    city.records.incidents.rows.push_back(incident);
  }
  TeleworkPlan plan;
  plan.staff = "1";
  plan.from = Day("2020-12-31");
  city.records.telework_plans.rows.push_back(plan);
  plan.from = Day("2021-01-01");
  city.records.telework_plans.rows.push_back(plan);
  const FormContext context = city.Context();
  const auto keys = [&](const std::string& records, const std::string& key) {
    return Keys(PlanFromRecords(
        Parse("form: own.a\ntitle: 甲\nrecords: " + records + "\nkey: \"" + key + "\"\nbody:\n- left: 乙\n"), context));
  };
  CHECK(keys("incidents as i", "{{i.id}}") == "2021-01-31");
  CHECK(keys("rosters as r", "{{r.month | iso}}") == "2021-01");
  CHECK(keys("telework_plans as t", "{{t.from | iso}}") == "2021-01-01");
  CHECK(keys("staff as s", "{{s.id}}") == "1");
}

std::string FaultOf(const std::string& yaml, SmallOffice city) {
  try {
    for (const DocumentPlan& plan : PlanFromRecords(Parse(yaml), city.Context())) plan.values();
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "(none)";
}

TEST_CASE("a template that asks for what there is not is refused") {
  SmallOffice city = City();
  AddLoan(&city, "L-1", "2021-01-04", nullptr);
  CHECK(FaultOf("form: own.a\ntitle: 甲\nrecords: loan as x\nkey: \"{{x.id}}\"\nbody:\n- left: 乙\n", city) ==
        "様式 own.a: エラー: records: の表「loan」はありません。「loans」ではありませんか。");
  CHECK(FaultOf(
            "form: own.a\ntitle: 甲\nrecords: loans as x\nkey: \"{{x.id}}\"\ndate: \"{{x.data}}\"\nbody:\n- left: 乙\n",
            city) == "(none)");
  city.records.loans.rows[0].data = "会議資料";
  CHECK(
      FaultOf(
          "form: own.a\ntitle: 甲\nrecords: loans as x\nkey: \"{{x.id}}\"\ndate: \"{{x.data}}\"\nbody:\n- left: 乙\n",
          city) ==
      "様式 own.a: エラー: date:「{{x.data}}」は日付を指していません。「{{x.申請日の項目}}」のように書いてください。");
}

TEST_CASE("an empty form offers everything, empty") {
  SmallOffice city = City();
  const DocumentPlan loan = BlankPlan(Parse(kLoanForm), city.Context());
  CHECK(loan.key == "blank");
  CHECK(loan.title == "借用願");
  const Value values = loan.values();
  CHECK(FindPath(values, "loan.staff")->IsEmpty());
  CHECK(FindPath(values, "loan.to")->IsEmpty());
  CHECK(FindPath(values, "document.blank")->IsTrue());
  const Value standby_case = BlankPlan(Parse(kCaseForm), city.Context()).values();
  CHECK(FindPath(standby_case, "case.standby_days")->IsList());
}

}  // namespace
}  // namespace chohyo
