// The whole rule book: every rule that can draw a finding, whichever stage finds it, and what is said to explain it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// All rules: those of AllRules(), and those that reading, layout, delivery and the waivers themselves find.
const std::vector<const RuleInfo*>& RuleBook();

/// The rule of an id, nullptr if there is none.
const RuleInfo* FindInRuleBook(std::string_view id);

/// The id that was meant.
std::optional<std::string> NearestRule(std::string_view id);

/// A rule at length, in the current language.
struct RuleText {
  std::string title;
  std::string checks;  ///< what it looks for
  std::string remedy;  ///< what to do about a finding
};
RuleText ExplainRule(const RuleInfo& rule);

/// The key under `policy:` that sets the rule's limit; "" if it has none.
std::string_view LimitKeyOf(std::string_view id);

}  // namespace chohyo
