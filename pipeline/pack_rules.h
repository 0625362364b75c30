// What the packs of an office mean for its rules: which are on, which articles say so, which limits hold.
#pragma once

#include <vector>

#include "forms/pack.h"
#include "pipeline/model/office.h"
#include "pipeline/rules/check_office.h"

namespace chohyo {

/// The rules that packs switch on, with their articles in the order of the packs. Throws InputFault for a rule that
/// does not exist, with the nearest name.
RuleChoice ChooseRules(const std::vector<Pack>& packs);

/// The defaults, over them what the packs set under `limits:`, an earlier pack over a later one, over all chohyo.yaml.
/// Throws InputFault for limits that do not fit.
Policy PolicyInForce(const Office& office, const std::vector<Pack>& packs);

}  // namespace chohyo
