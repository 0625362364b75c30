// Waivers 特例承認: a rule set aside for a person or department and a time. What they cover stays as info; those that
// cover nothing are told of.
#pragma once

#include "pipeline/rules/rules.h"

namespace chohyo {

/// Makes every finding that a waiver covers an info, its message naming reason and who allowed it, and adds a
/// waiver.unused for each waiver that begins by the period's end and covers none. `active` tells whether a rule is on.
/// The findings must know their departments. Waivers of rules that only later stages look at are left alone.
void ApplyWaivers(const RuleInput& input, const std::function<bool(std::string_view rule)>& active, Findings* findings);

}  // namespace chohyo
