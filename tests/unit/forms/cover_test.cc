// The cover of a department's submission: what it lists, counts and says is missing.
#include "forms/cover.h"

#include <catch2/catch.hpp>

#include "forms/record_values.h"
#include "pipeline/sheet/format.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

CoverContent ContentOfThree() {
  CoverContent content;
  content.department = "1010";
  content.documents = {{"oyama.plan", "在宅勤務計画書", "甲", "1-2021-01-04", 2, 2},
                       {"oyama.plan", "在宅勤務計画書", "乙", "2-2021-01-04", 4, 1},
                       {"tarumizu.roster", "勤務計画表", "総務課", "1010", 5, 1}};
  content.gaps = {{"oyama.plan", "在宅勤務計画書", "丙", "3-2021-01-04"}, {"oyama.device-loan", "借用願", "丁", "K1"}};
  content.pages = 5;
  Finding error;
  error.severity = Severity::kError;
  error.message = "日付が読めません。";
  Finding warning;
  warning.severity = Severity::kWarning;
  warning.message = "提出が遅れています。";
  Finding note;
  note.severity = Severity::kInfo;
  content.findings = {warning, note, error};
  content.waivers = 2;
  return content;
}

std::string TextAt(const Value& value, const char* path) {
  const Value* found = FindPath(value, path);
  REQUIRE(found != nullptr);
  return FormatValue(found->scalar(), "");
}

}  // namespace

TEST_CASE("A cover groups documents by form, in their order, and counts what is missing") {
  SmallOffice office;
  office.Department("1010", "総務課");
  const DocumentPlan plan = PlanCover(ContentOfThree(), office.Context());
  CHECK(plan.form == "general.cover");
  CHECK(plan.key == "1010");
  CHECK(plan.title == "提出書　総務課");
  CHECK(plan.department == "1010");

  const Value values = plan.values();
  std::string groups;
  for (const Value& group : FindPath(values, "groups")->list()) {
    for (const char* name : {"title", "documents", "pages", "missing", "first_page"})
      groups += TextAt(group, name) + " ";
    groups += "\n";
  }
  CHECK(groups ==
        "在宅勤務計画書 2 3 1 2 \n"
        "勤務計画表 1 1 0 5 \n"
        "借用願 0 0 1  \n");
  CHECK(TextAt(values, "span") == "令和3年1月分");
  CHECK(TextAt(values, "errors") == "1");
  CHECK(TextAt(values, "warnings") == "1");
  CHECK(TextAt(values, "waivers") == "2");
  CHECK(TextAt(values, "pages") == "5");
}

TEST_CASE("A cover names the pages of each document and lists errors before warnings") {
  SmallOffice office;
  office.Department("1010", "総務課");
  const Value values = PlanCover(ContentOfThree(), office.Context()).values();
  std::string documents;
  for (const Value& document : FindPath(values, "documents")->list()) {
    for (const char* name : {"subject", "first_page", "last_page"}) documents += TextAt(document, name) + " ";
    documents += "\n";
  }
  CHECK(documents == "甲 2 3 \n乙 4  \n総務課 5  \n");
  std::string findings;
  for (const Value& finding : FindPath(values, "findings")->list()) {
    findings += TextAt(finding, "severity") + " " + TextAt(finding, "message") + "\n";
  }
  CHECK(findings == "エラー 日付が読めません。\n警告 提出が遅れています。\n");
}

TEST_CASE("The period of a cover is a month, a day or a span") {
  SmallOffice office;
  office.Department("1010", "総務課");
  office.SetDay("2021-01-13");
  CHECK(TextAt(PlanCover({"1010", {}, {}, 1, {}, 0}, office.Context()).values(), "span") == "令和3年1月13日分");
  office.period = {Period::Kind::kSpan, {Day("2019-04-29"), Day("2019-05-02")}, "2019-04-29..2019-05-02"};
  CHECK(TextAt(PlanCover({"1010", {}, {}, 1, {}, 0}, office.Context()).values(), "span") ==
        "平成31年4月29日から令和元年5月2日まで");
}

TEST_CASE("The subject is what a document's title adds to its form's") {
  CHECK(SubjectOf("旅行命令一覧　総務課", "旅行命令一覧") == "総務課");
  CHECK(SubjectOf("旅行命令一覧", "旅行命令一覧") == "");
  CHECK(SubjectOf("応援調整表　人事課", "応援調整依頼書") == "応援調整表　人事課");
}

}  // namespace chohyo
