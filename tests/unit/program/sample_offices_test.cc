// The sample offices against their own lists of what must be found (samples/*/expected.tsv): every line found, nothing
// else.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/office_data.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

struct Expected {
  std::string rule, table, line, key;
  std::string Text() const { return rule + "\t" + table + "\t" + line + "\t" + key; }
};

fs::path Sample(const std::string& name) { return fs::path(CHOHYO_SOURCE_DIR) / "samples" / name; }

std::vector<Expected> ReadExpected(const fs::path& file) {
  std::ifstream text(file);
  std::vector<Expected> lines;
  std::string line;
  std::getline(text, line);  // the header
  while (std::getline(text, line)) {
    std::istringstream fields(line);
    Expected expected;
    std::getline(fields, expected.rule, '\t');
    std::getline(fields, expected.table, '\t');
    std::getline(fields, expected.line, '\t');
    std::getline(fields, expected.key, '\t');
    lines.push_back(expected);
  }
  return lines;
}

/// The list's key is the beginning of the finding's: a bad cell may leave a part of the key unreadable.
bool Fits(const Expected& expected, const Finding& finding) {
  return finding.rule == expected.rule && finding.table == expected.table &&
         std::to_string(finding.line) == expected.line && finding.key.rfind(expected.key, 0) == 0;
}

/// What is missing ("- …") and what is there without being expected ("+ …").
std::vector<std::string> Differences(const std::vector<Expected>& expected, const Findings& findings) {
  std::vector<std::string> differences;
  std::vector<bool> used(findings.size(), false);
  for (const Expected& line : expected) {
    std::size_t i = 0;
    while (i < findings.size() && (used[i] || !Fits(line, findings[i]))) ++i;
    if (i < findings.size()) {
      used[i] = true;
    } else {
      differences.push_back("- " + line.Text());
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!used[i] && findings[i].severity != Severity::kInfo) differences.push_back("+ " + FindingText(findings[i]));
  }
  return differences;
}

}  // namespace

TEST_CASE("The sample city has exactly its deliberate findings") {
  SetLang(Lang::kJa);
  const auto expected = ReadExpected(Sample("wakaba") / "expected.tsv");
  REQUIRE(expected.size() >= 10);
  CHECK(Differences(expected, ReadOffice(Sample("wakaba"), "2021-01")->findings) == std::vector<std::string>());
}

TEST_CASE("Every error of the broken city is found, at its line") {
  SetLang(Lang::kJa);
  const auto expected = ReadExpected(Sample("broken") / "expected.tsv");
  REQUIRE(expected.size() >= 90);
  Findings data_findings = ReadOffice(Sample("broken"), "2021-01")->findings;
  std::erase_if(data_findings, [](const Finding& finding) { return finding.rule.rfind("data.", 0) != 0; });
  CHECK(Differences(expected, data_findings) == std::vector<std::string>());
}

TEST_CASE("Findings read whole in both languages") {
  for (const Lang lang : {Lang::kJa, Lang::kEn}) {
    SetLang(lang);
    const auto data = ReadOffice(Sample("broken"), "2021-01");
    for (const Finding& finding : data->findings) {
      INFO(FindingText(finding));
      CHECK_FALSE(finding.message.empty());
      CHECK((finding.severity == Severity::kInfo || !finding.hint.empty()));
      CHECK(!finding.file.empty());
    }
  }
  SetLang(Lang::kJa);
}

}  // namespace chohyo
