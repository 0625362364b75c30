// The family data.*: what is wrong in the tables whatever the office's rules say.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& DataRules();

/// An id in a column that refers to another table, which that table does not have: one finding per id and cell.
void CheckUnknownStaff(const RuleInput& input, Reporter* reporter);
void CheckUnknownDepartment(const RuleInput& input, Reporter* reporter);
void CheckUnknownDevice(const RuleInput& input, Reporter* reporter);
void CheckUnknownCase(const RuleInput& input, Reporter* reporter);

/// The same key twice: one finding at each later line, naming the first.
void CheckDuplicate(const RuleInput& input, Reporter* reporter);

/// Departments that are each other's ancestors: one finding a ring, at its first row.
void CheckCycle(const RuleInput& input, Reporter* reporter);

/// A record of a day on which its person was not in office.
void CheckLeftOffice(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
