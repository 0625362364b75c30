#include "pipeline/rule_list.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/yaml.h"
#include "pipeline/catalog.h"
#include "pipeline/pack_rules.h"
#include "pipeline/rules/rule_book.h"

namespace chohyo {
namespace {

Pack PackOf(const std::string& name, std::vector<std::string> rules, std::map<std::string, std::string> basis = {}) {
  Pack pack;
  pack.name = name;
  pack.folder = name;
  pack.rules = std::move(rules);
  pack.basis = std::move(basis);
  return pack;
}

RuleLine LineOf(const std::vector<RuleLine>& lines, const std::string& id) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const RuleLine& line) { return line.id == id; });
  REQUIRE(found != lines.end());
  return *found;
}

TEST_CASE("a rule says whether it is on, by which packs, and on what basis") {
  const Pack first = PackOf("first", {"roster.week"}, {{"roster.week", "第一条"}});
  const Pack second = PackOf("second", {"roster.week", "roster.hours"}, {{"roster.week", "第二条"}});
  const auto lines = RuleLines({}, {first}, {first, second});
  const RuleLine week = LineOf(lines, "roster.week");
  CHECK(week.on);
  CHECK(week.packs == std::vector<std::string>{"first"});
  CHECK(week.basis == "第一条");
  const RuleLine hours = LineOf(lines, "roster.hours");
  CHECK_FALSE(hours.on);
  CHECK(hours.packs == std::vector<std::string>{"second"});
  CHECK(LineOf(lines, "data.duplicate").on);
  CHECK(LineOf(RuleLines({}, {first, second}, {}), "roster.week").basis == "第一条、第二条");
}

TEST_CASE("limits come from the office, else from its packs, else by default, and say where") {
  Pack pack = PackOf("pack", {});
  pack.limits = ParseYaml("telework_days_per_week: 2\noverlap_share: 0.25\n", "pack.yaml");
  Office office;
  office.policy_written = ParseYaml("\ntelework_days_per_week: 3\n", "chohyo.yaml");
  const auto lines = RuleLines(office, {pack}, {});
  const RuleLine days = LineOf(lines, "telework.days-per-week");
  CHECK(days.limit == "3");
  CHECK(days.limit_from == "chohyo.yaml:2");
  const RuleLine overlap = LineOf(lines, "roster.overlap");
  CHECK(overlap.limit == "0.25");
  CHECK(overlap.limit_from == "pack.yaml:2");
  const RuleLine card = LineOf(lines, "roster.timecard");
  CHECK(card.limit == "10min");
  CHECK(card.limit_from == "既定");
  CHECK(LineOf(lines, "telework.not-eligible").limit == "[条件付採用, 臨時的任用, 非常勤, 会計年度任用]");
  CHECK(LineOf(lines, "roster.week").limit_key.empty());
  const Policy policy = PolicyInForce(office, {pack});
  CHECK(policy.telework_days_per_week == 3);
  CHECK(policy.overlap_share == 0.25);
}

TEST_CASE("of two packs that set a limit the one named first has the last word") {
  Pack own = PackOf("own", {});
  own.limits = ParseYaml("telework_days_per_week: 2\n", "own.yaml");
  Pack other = PackOf("other", {});
  other.limits = ParseYaml("telework_days_per_week: 4\noverlap_share: 0.25\n", "other.yaml");
  const Policy policy = PolicyInForce({}, {own, other});
  CHECK(policy.telework_days_per_week == 2);
  CHECK(policy.overlap_share == 0.25);
  const RuleLine days = LineOf(RuleLines({}, {own, other}, {}), "telework.days-per-week");
  CHECK(days.limit == "2");
  CHECK(days.limit_from == "own.yaml:1");
}

TEST_CASE("a pack that lists a rule which does not exist is refused") {
  try {
    ChooseRules({PackOf("own", {"roster.weak"})});
    FAIL("no fault");
  } catch (const InputFault& fault) {
    CHECK(std::string(fault.what()) ==
          "own/pack.yaml: エラー: rules: の規則「roster.weak」はありません。「roster.week」ではありませんか。");
  }
}

TEST_CASE("every rule with a source is in the packs that it cites, and every pack's rule exists") {
  const std::vector<Pack> packs = BuiltInPacks();
  const RuleChoice all = ChooseRules(packs);
  for (const RuleInfo* rule : RuleBook()) {
    INFO(rule->id);
    CHECK(all.IsOn(*rule));
    for (const Pack& pack : packs) {
      const bool listed = std::find(pack.rules.begin(), pack.rules.end(), rule->id) != pack.rules.end();
      if (!rule->source.empty()) CHECK(listed == (rule->source.find(pack.name) != std::string_view::npos));
    }
  }
  for (const auto& [rule, article] : all.basis) CHECK_FALSE(article.empty());
}

TEST_CASE("rules as JSON") {
  RuleLine line;
  line.id = "roster.week";
  line.title = "週休日";
  line.on = true;
  line.packs = {"tarumizu"};
  CHECK(RuleJson(line) ==
        "{\n \"rule\": \"roster.week\",\n \"severity\": \"error\",\n \"on\": true,\n \"title\": \"週休日\",\n "
        "\"packs\": [\n  \"tarumizu\"\n ],\n \"basis\": \"\",\n \"checks\": \"\",\n \"remedy\": \"\",\n \"limit\": "
        "null\n}\n");
  line.limit_key = "overlap_share";
  line.limit = "0.5";
  line.limit_from = "既定";
  CHECK(
      RuleJson(line).find("\"limit\": {\n  \"key\": \"overlap_share\",\n  \"value\": \"0.5\",\n  \"from\": \"既定\"\n "
                          "}\n}\n") != std::string::npos);
}

}  // namespace
}  // namespace chohyo
