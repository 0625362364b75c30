// The family incident.*: accidents 事故 and how soon they are reported.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& IncidentRules();

/// An incident of the period that was not reported on the day it happened.
void CheckReportLate(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
