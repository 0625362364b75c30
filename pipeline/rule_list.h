// The rule book as an office has it: which rules are on, with which limits, from where.
#pragma once

#include <vector>

#include "forms/pack.h"
#include "pipeline/model/office.h"
#include "pipeline/results.h"

namespace chohyo {

/// Every rule. `packs` are the office's; `others` further packs, which say what would switch a rule on. Without an
/// office `packs` is empty and all limits are the defaults.
std::vector<RuleLine> RuleLines(const Office& office, const std::vector<Pack>& packs, const std::vector<Pack>& others);

}  // namespace chohyo
