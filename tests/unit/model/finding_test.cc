#include "pipeline/model/finding.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

Finding At(const std::string& file, std::uint32_t line, std::uint16_t column, Severity severity = Severity::kError) {
  Finding finding;
  finding.rule = "data.format";
  finding.severity = severity;
  finding.file = file;
  finding.line = line;
  finding.column = column;
  finding.message = "時刻ではありません。";
  return finding;
}

TEST_CASE("a finding reads like a compiler's message") {
  Finding finding = At("data/attendance.csv", 17, 4);
  CHECK(FindingText(finding) == "data/attendance.csv:17:4: エラー: 時刻ではありません。  [data.format]");
  finding.hint = "8:30 のように書いてください。";
  CHECK(FindingText(finding) ==
        "data/attendance.csv:17:4: エラー: 時刻ではありません。  [data.format]\n    8:30 のように書いてください。");
  CHECK(FindingText(At("f", 17, 0, Severity::kWarning)) == "f:17: 警告: 時刻ではありません。  [data.format]");
  CHECK(FindingText(At("f", 0, 3, Severity::kInfo)) == "f: 情報: 時刻ではありません。  [data.format]");
  CHECK(FindingText(At("", 3, 3)) == "エラー: 時刻ではありません。  [data.format]");
  SetLang(Lang::kEn);
  CHECK(FindingText(At("f", 1, 2)) == "f:1:2: error: 時刻ではありません。  [data.format]");
  SetLang(Lang::kJa);
}

TEST_CASE("severities are named as findings.json names them") {
  CHECK(std::string(SeverityName(Severity::kError)) == "error");
  CHECK(std::string(SeverityName(Severity::kWarning)) == "warning");
  CHECK(std::string(SeverityName(Severity::kInfo)) == "info");
}

TEST_CASE("the order of findings does not depend on the order of work") {
  Findings sorted;
  for (const char* file : {"a", "b"}) {
    for (const std::uint32_t line : {2U, 10U}) {
      for (const std::uint16_t column : {std::uint16_t{1}, std::uint16_t{12}}) sorted.push_back(At(file, line, column));
    }
  }
  sorted.push_back(sorted.back());
  sorted.back().rule = "data.range";
  sorted.push_back(sorted.back());
  sorted.back().key = "0101";
  Findings shuffled = sorted;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(1));
  SortFindings(&shuffled);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    CHECK(FindingText(shuffled[i]) == FindingText(sorted[i]));
    CHECK(shuffled[i].key == sorted[i].key);
  }
}

TEST_CASE("only errors are errors") {
  CHECK_FALSE(HasError({}));
  CHECK_FALSE(HasError({At("f", 1, 1, Severity::kWarning), At("f", 1, 1, Severity::kInfo)}));
  CHECK(HasError({At("f", 1, 1, Severity::kWarning), At("f", 1, 1)}));
}

}  // namespace
}  // namespace chohyo
