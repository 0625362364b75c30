#include <catch2/catch.hpp>

#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/options.h"
#include "pipeline/rule_commands.h"

namespace chohyo {
namespace {

Options Parse(std::vector<const char*> words) {
  words.insert(words.begin(), "chohyo");
  const Options options = *ParseOptions(static_cast<int>(words.size()), words.data()).options;
  SetLang(Lang::kJa);
  return options;
}

TEST_CASE("The commands about rules are read") {
  CHECK(Parse({"rules", "--json"}).command == Command::kRules);
  const Options explain = Parse({"explain", "roster.week", "-C", "office"});
  CHECK(explain.command == Command::kExplain);
  CHECK(explain.rule == "roster.week");
  CHECK(explain.folder == "office");
  CHECK_THROWS_AS(Parse({"explain"}), UsageFault);
}

TEST_CASE("What ends a check in status 1, and other limits to compare with") {
  CHECK_FALSE(Parse({"check"}).fail_on_warning);
  CHECK_FALSE(Parse({"check", "--fail-on", "error"}).fail_on_warning);
  const Options options = Parse({"check", "2021-01", "--fail-on", "warning", "--policy", "other.yaml"});
  CHECK(options.fail_on_warning);
  CHECK(options.policy_file == "other.yaml");
  CHECK_THROWS_AS(Parse({"check", "--fail-on", "info"}), UsageFault);
  CHECK_THROWS_AS(Parse({"render", "--fail-on", "warning"}), UsageFault);
}

TEST_CASE("A rule that does not exist is refused with the nearest name") {
  Options options = Parse({"explain", "roster.weak"});
  SetLang(Lang::kEn);
  CHECK_THROWS_WITH(ExplainRule(options), "there is no rule \"roster.weak\"; did you mean \"roster.week\"?");
  options.rule = "全く別のもの";
  CHECK_THROWS_WITH(ExplainRule(options), "there is no rule \"全く別のもの\"; chohyo rules lists all.");
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
