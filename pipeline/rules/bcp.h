// The family bcp.*: whether the tasks 業務 of each department can go on when half or all of its people are away.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& BcpRules();

/// A department whose tasks of priority A and B need more people than are left when half of its own are away, or, when
/// all are, than stand by as substitutes in other departments. One finding a department, with who could lend people.
void CheckShortage(const RuleInput& input, Reporter* reporter);

/// A task of priority A that nobody else is named for.
void CheckNoSubstitute(const RuleInput& input, Reporter* reporter);

/// A task of priority A or B of which is not said whether it can be done at home.
void CheckTeleworkUnknown(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
