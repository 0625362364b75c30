#include "forms/headcount.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "pipeline/sheet/format.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

SmallOffice City() {
  SmallOffice city;
  city.Department("100", "総務局", "", DepartmentKind::kBureau);
  city.Department("110", "人事部", "100", DepartmentKind::kDivision);
  city.Department("111", "人事課", "110", DepartmentKind::kSection);
  city.Department("120", "秘書課", "100", DepartmentKind::kSection);
  city.Department("200", "市民局", "", DepartmentKind::kBureau);
  city.Department("210", "市民課", "200", DepartmentKind::kSection);
  city.Department("900", "空の室");
  city.Person("1", "111");
  city.Person("2", "111");
  city.Person("3", "120");
  city.Person("4", "210");
  city.Attends("1", "2021-01-13", Status::kPresent);
  city.Attends("2", "2021-01-13", Status::kSupport, "210");
  city.Attends("3", "2021-01-13", Status::kTelework);
  return city;
}

std::vector<std::string> Keys(const std::vector<DocumentPlan>& plans) {
  std::vector<std::string> keys;
  for (const DocumentPlan& plan : plans) keys.push_back(plan.key);
  return keys;
}

const DocumentPlan& Find(const std::vector<DocumentPlan>& plans, const std::string& key) {
  return *std::find_if(plans.begin(), plans.end(), [&](const DocumentPlan& plan) { return plan.key == key; });
}

TEST_CASE("documents of a day: each bureau, then the city, no month") {
  SmallOffice city = City();
  city.SetDay("2021-01-13");
  const auto plans = PlanHeadcount(city.Context());
  CHECK(Keys(plans) == std::vector<std::string>{"100-2021-01-13", "200-2021-01-13", "2021-01-13"});
  CHECK(plans[0].title == "職員の出勤状況報告書　総務局　令和3年1月13日");
  CHECK(plans[0].department == "100");
  CHECK(plans[0].template_name.empty());
  CHECK(plans[0].shown_departments == std::vector<std::string>{"100", "110", "111", "120"});
  CHECK(plans[2].template_name == "kawasaki.headcount-city");
}

TEST_CASE("no documents on days off; a month has its working days and its summary") {
  SmallOffice city = City();
  city.SetDay("2021-01-11");
  CHECK(PlanHeadcount(city.Context()).empty());
  city.SetMonth(2021, 1);
  const auto plans = PlanHeadcount(city.Context());
  constexpr std::size_t kWorkingDays = 19;
  CHECK(plans.size() == kWorkingDays * 3 + 1);
  CHECK(plans.back().key == "2021-01");
  CHECK(plans.back().template_name == "kawasaki.headcount-month");
}

TEST_CASE("rows are grouped by division, with rows of their own only for people of their own") {
  SmallOffice city = City();
  city.SetDay("2021-01-13");
  const Value values = Find(PlanHeadcount(city.Context()), "100-2021-01-13").values();
  const ValueList& groups = FindPath(values, "groups")->list();
  REQUIRE(groups.size() == 3);
  CHECK(FindPath(groups[0], "rows")->list().empty());  // nobody belongs to the bureau itself
  const ValueList& division = FindPath(groups[1], "rows")->list();
  REQUIRE(division.size() == 1);
  CHECK(TextAt(division[0], "name") == "人事課");
  CHECK(NumberAt(division[0], "staff") == 2);
  CHECK(NumberAt(division[0], "support") == 1);
  CHECK(TextAt(division[0], "note") == "応援：市民課1");
  CHECK(TextAt(division[0], "check") == "○");
  CHECK(std::get<double>(FindPath(division[0], "rate")->scalar()) == 1.0);
  CHECK(TextAt(groups[1], "total.name") == "人事部　計");
  CHECK(FindPath(groups[1], "has_subtotal")->IsTrue());
  CHECK_FALSE(FindPath(groups[2], "has_subtotal")->IsTrue());
  CHECK(NumberAt(values, "total.staff") == 3);
  CHECK(NumberAt(values, "total.telework") == 1);
  CHECK(TextAt(values, "bureau.name") == "総務局");
  CHECK(TextAt(values, "office.prepared_by") == "総務課庶務係");
}

TEST_CASE("the city's day has a row a bureau, its month a row a day") {
  SmallOffice city = City();
  const auto plans = PlanHeadcount(city.Context());
  const Value day = Find(plans, "2021-01-13").values();
  REQUIRE(FindPath(day, "bureaus")->list().size() == 2);
  CHECK(NumberAt(day, "total.staff") == 4);
  CHECK(NumberAt(FindPath(day, "bureaus")->list()[1], "unreported") == 1);
  const Value month = plans.back().values();
  CHECK(FindPath(month, "days")->list().size() == 19);
  CHECK(NumberAt(month, "total.staff") == 4 * 19);
  CHECK(NumberAt(FindPath(month, "bureaus")->list()[0], "staff") == 3 * 19);
}

TEST_CASE("a row says 要確認 where an error stands behind its department that day, and nowhere else") {
  SmallOffice city = City();
  city.SetDay("2021-01-13");
  Finding error;
  error.severity = Severity::kError;
  error.department = "111";
  error.key = "1/2021-01-13";
  Finding other_day = error;
  other_day.key = "1/2021-01-12";
  other_day.department = "120";
  Finding warning = error;
  warning.severity = Severity::kWarning;
  warning.department = "210";
  const Findings findings{error, other_day, warning};
  FormContext context = city.Context();
  context.findings = &findings;
  const auto plans = PlanHeadcount(context);
  const auto notes = [&](const std::string& key, const char* list) {
    std::vector<std::string> texts;
    const Value values = Find(plans, key).values();
    for (const Value& row : values.Find(list)->list()) texts.push_back(FormatValue(row.Find("note")->scalar(), ""));
    return texts;
  };
  CHECK(notes("100-2021-01-13", "rows") == std::vector<std::string>{"要確認　応援：市民課1", ""});
  CHECK(notes("2021-01-13", "bureaus") == std::vector<std::string>{"要確認", ""});
}

TEST_CASE("a department without anybody has no attendance rate") {
  SmallOffice city;
  city.Department("1", "総務局", "", DepartmentKind::kBureau);
  city.SetDay("2021-01-13");
  const Value values = PlanHeadcount(city.Context())[0].values();
  const Value& row = FindPath(FindPath(values, "groups")->list()[0], "rows")->list()[0];
  CHECK(FindPath(row, "rate")->IsEmpty());
  CHECK(TextAt(row, "check") == "○");
}

}  // namespace
}  // namespace chohyo
