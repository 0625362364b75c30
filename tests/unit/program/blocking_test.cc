#include "pipeline/blocking.h"

#include <catch2/catch.hpp>

namespace chohyo {
namespace {

Finding Error(const char* table, const char* key, const char* department = "") {
  Finding finding;
  finding.rule = "r";
  finding.table = table;
  finding.key = key;
  finding.department = department;
  return finding;
}

DocumentPlan OfRecord(const char* table, const char* key) {
  DocumentPlan plan;
  plan.blocks = true;
  plan.blocking_table = table;
  plan.blocking_key = key;
  return plan;
}

std::vector<std::string> KeysBehind(const Findings& findings, const DocumentPlan& plan) {
  std::vector<std::string> keys;
  for (const Finding& finding : Blocking(findings).Behind(plan).errors) keys.push_back(finding.key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("A record's document is blocked by errors at the record and at its own rows") {
  const Findings findings = {Error("loans", "L-1"), Error("loans", "L-2"), Error("standby_days", "C-1/2021-01-05"),
                             Error("devices", "L-1")};
  CHECK(KeysBehind(findings, OfRecord("loans", "L-1")) == Keys{"L-1"});
  CHECK(KeysBehind(findings, OfRecord("standby_cases", "C-1")) == Keys{"C-1/2021-01-05"});
  CHECK(KeysBehind(findings, OfRecord("loans", "L-3")).empty());
}

TEST_CASE("Warnings block nothing") {
  Finding warning = Error("loans", "L-1");
  warning.severity = Severity::kWarning;
  CHECK(KeysBehind({warning}, OfRecord("loans", "L-1")).empty());
}

TEST_CASE("A person's document is not blocked by a single day of theirs") {
  CHECK(KeysBehind({Error("attendance", "0012/2021-01-05")}, OfRecord("staff", "0012")).empty());
}

TEST_CASE("A person's document is blocked by an error at the person and marked by errors of its days") {
  DocumentPlan plan = OfRecord("staff", "0012");
  plan.shown_staff = {"0012"};
  plan.days = DateSpan{*Date::FromIso("2021-01-05"), *Date::FromIso("2021-01-06")};
  const Findings days = {Error("attendance", "0012/2021-01-05"), Error("attendance", "0012/2021-01-07")};
  CHECK(KeysBehind(days, plan) == Keys{"0012/2021-01-05"});
  CHECK_FALSE(Blocking(days).Behind(plan).blocks);
  CHECK(Blocking(days).Behind(plan).Note() == "要確認");
  CHECK(Blocking({Error("staff", "0012")}).Behind(plan).blocks);
}

TEST_CASE("What a waiver sets aside is named at the head of the document, each waiver once") {
  Finding waived = Error("loans", "L-1");
  waived.severity = Severity::kInfo;
  waived.waiver = "会議のため。承認 市長";
  const Findings findings = {waived, waived};
  const DocumentFindings behind = Blocking(findings).Behind(OfRecord("loans", "L-1"));
  CHECK(behind.errors.empty());
  CHECK_FALSE(behind.blocks);
  CHECK(behind.Note() == "特例承認（r）: 会議のため。承認 市長");
  CHECK(Blocking(findings).Behind(OfRecord("loans", "L-2")).Note().empty());
}

TEST_CASE("A list is marked by errors about the people, departments and days it shows") {
  DocumentPlan plan;
  plan.shown_staff = {"0012"};
  plan.shown_departments = {"1010"};
  plan.days = DateSpan{*Date::FromIso("2021-01-05"), *Date::FromIso("2021-01-05")};
  const Findings findings = {Error("attendance", "0012/2021-01-05"), Error("attendance", "0012/2021-01-06"),
                             Error("attendance", "0013/2021-01-05"), Error("tasks", "1010", "1010"),
                             Error("staff", "0012")};
  CHECK(KeysBehind(findings, plan) == Keys{"0012", "0012/2021-01-05", "1010"});
}

}  // namespace chohyo
