#include "pipeline/rules/check_office.h"

#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "pipeline/rules/rule_book.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

/// A standby day with overtime, at the office on a Sunday, and an unknown person.
struct BadOffice : DutyOffice {
  BadOffice() {
    Row("2021-01-12", Status::kStandby).overtime = Minutes{60};
    Row("2021-01-17", Status::kPresent);
    AddAttendance("7777", "2021-01-18");
    records.BuildIndex();
  }

  Lines Rules(const RuleChoice& choice, Findings earlier = {}) {
    Lines rules;
    for (const Finding& finding : CheckOffice(Input(), choice, std::move(earlier))) rules.push_back(finding.rule);
    return rules;
  }
};

TEST_CASE("rules without a source are always on, others only when a pack lists them") {
  BadOffice city;
  CHECK(city.Rules({}) == Lines{"attendance.conflict", "data.unknown-staff"});
  CHECK(city.Rules({{"standby.overtime"}, {}}) ==
        Lines{"standby.overtime", "attendance.conflict", "data.unknown-staff"});
}

TEST_CASE("hints end with the article") {
  BadOffice city;
  const RuleChoice choice{{"standby.overtime"}, {{"standby.overtime", "要綱 第8条第4項"}}};
  const auto hint = [&] { return CheckOffice(city.Input(), choice, {}).front().hint; };
  CHECK(hint() ==
        "自宅待機・在宅勤務の日に時間外勤務はできません。時間外を消すか、区分を確かめてください。（根拠: 要綱 "
        "第8条第4項）");
  SetLang(Lang::kEn);
  CHECK(hint().ends_with(" (Basis: 要綱 第8条第4項)"));
  SetLang(Lang::kJa);
}

TEST_CASE("findings of reading are kept, sorted in and given their departments") {
  BadOffice city;
  Finding earlier;
  earlier.rule = "data.format";
  earlier.file = "data/attendance.csv";
  earlier.table = "attendance";
  earlier.line = 3;
  earlier.key = "0101/2021-01-14";
  const Findings findings = CheckOffice(city.Input(), {}, {earlier});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].rule == "data.format");
  CHECK(findings[0].department == "0100");
}

TEST_CASE("the rule book holds every rule once, each explained in both languages") {
  std::set<std::string_view> ids;
  for (const RuleInfo* rule : RuleBook()) {
    CHECK(ids.insert(rule->id).second);
    CHECK(FindInRuleBook(rule->id) == rule);
    for (const Lang lang : {Lang::kJa, Lang::kEn}) {
      SetLang(lang);
      const RuleText text = ExplainRule(*rule);
      INFO(rule->id);
      CHECK_FALSE(text.title.empty());
      CHECK_FALSE(text.checks.empty());
      CHECK_FALSE(text.remedy.empty());
    }
    SetLang(Lang::kJa);
  }
  for (const Rule* rule : AllRules()) CHECK(ids.contains(rule->id));
  CHECK(ids.size() == AllRules().size() + 11);
  CHECK(FindInRuleBook("nothing") == nullptr);
}

TEST_CASE("the nearest rule is named, limits know their keys") {
  CHECK(NearestRule("roster.weak") == "roster.week");
  CHECK(NearestRule("全く別のもの") == std::nullopt);
  CHECK(LimitKeyOf("telework.days-per-week") == "telework_days_per_week");
  CHECK(LimitKeyOf("roster.week").empty());
}

}  // namespace
}  // namespace chohyo
