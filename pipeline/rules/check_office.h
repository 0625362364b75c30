// The check of an office: the rules that its packs switch on, the articles behind them, and the waivers.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// What an office's packs say of the rules.
struct RuleChoice {
  std::set<std::string, std::less<>> on;                  ///< ids of the rules that a pack switches on
  std::map<std::string, std::string, std::less<>> basis;  ///< by rule id: the article, or articles, that say so

  /// Rules without a source are always on.
  bool IsOn(const RuleInfo& rule) const { return rule.source.empty() || on.contains(rule.id); }
};

/// Checks an office with the rules that are on. `earlier` are the findings of reading its tables: they come first under
/// the waivers and in the result, which is sorted and knows its departments. Hints end with the articles.
Findings CheckOffice(const RuleInput& input, const RuleChoice& choice, Findings earlier);

}  // namespace chohyo
