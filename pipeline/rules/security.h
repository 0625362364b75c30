// The family security.*: the registers that the handling of personal numbers 特定個人情報 asks for.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& SecurityRules();

/// A 利用事務 in one of the two personal-number registers that the other, as it stands at the period's end, lacks: one
/// finding a 利用事務, at its first row.
void CheckRegisterGap(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
