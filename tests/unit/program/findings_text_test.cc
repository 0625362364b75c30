#include "pipeline/findings_text.h"

#include <catch2/catch.hpp>

namespace chohyo {
namespace {

Finding Of(const char* rule, Severity severity, const char* department, const char* message) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.department = department;
  finding.file = "data/x.csv";
  finding.line = 2;
  finding.message = message;
  return finding;
}

Records City() {
  Records records;
  for (const char* code : {"20", "10"}) {
    Department department;
    department.code = code;
    department.name = code == std::string("20") ? "市民課" : "総務課";
    records.departments.rows.push_back(department);
  }
  return records;
}

TEST_CASE("findings are shown department by department, in the order of their table, and counted by rule") {
  const Findings findings = {Of("a.b", Severity::kWarning, "10", "一"), Of("a.b", Severity::kError, "20", "二"),
                             Of("c.d", Severity::kInfo, "", "三"), Of("a.b", Severity::kError, "99", "四")};
  CHECK(FindingsText(findings, City(), false) ==
        "== 所属によらないもの: エラー 0 件、警告 0 件、情報 1 件\n"
        "data/x.csv:2: 情報: 三  [c.d]\n\n"
        "== 市民課（20）: エラー 1 件、警告 0 件、情報 0 件\n"
        "data/x.csv:2: エラー: 二  [a.b]\n\n"
        "== 総務課（10）: エラー 0 件、警告 1 件、情報 0 件\n"
        "data/x.csv:2: 警告: 一  [a.b]\n\n"
        "== 99: エラー 1 件、警告 0 件、情報 0 件\n"
        "data/x.csv:2: エラー: 四  [a.b]\n\n"
        "== 規則ごとの件数\n"
        "     2  エラー  a.b\n"
        "     1  警告  a.b\n"
        "     1  情報  c.d\n");
  CHECK(FindingsText({}, City(), false).empty());
}

TEST_CASE("colours mark the severity and nothing that the data says") {
  const Findings findings = {Of("a.b", Severity::kError, "10", "\x1b[31m赤")};
  const std::string text = FindingsText(findings, City(), true);
  CHECK(text.find("data/x.csv:2: \x1b[1;31mエラー\x1b[0m: <U+001B>[31m赤  [a.b]") != std::string::npos);
}

}  // namespace
}  // namespace chohyo
