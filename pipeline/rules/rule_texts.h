// What `chohyo explain` says of each rule.
#pragma once

#include <string_view>

namespace chohyo {

/// What a rule looks for, and what to do about what it finds.
struct RuleWords {
  std::string_view id;
  std::string_view checks_ja, checks_en;
  std::string_view remedy_ja, remedy_en;
};

/// The words of a rule; nullptr if there are none.
const RuleWords* FindRuleWords(std::string_view id);

}  // namespace chohyo
