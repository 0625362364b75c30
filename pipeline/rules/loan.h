// The family loan.*: how devices 端末機 are borrowed for work at home, by whom, with what data, and brought back.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& LoanRules();

/// A day of 在宅勤務 outside of standby cases for which no approved loan of a 端末機 is running: one finding a day.
void CheckLoanMissing(const RuleInput& input, Reporter* reporter);

/// A device in two loans on one day of the period, or under repair or disposed of while lent: one finding a loan.
void CheckLoanDouble(const RuleInput& input, Reporter* reporter);

/// A loan of the period whose data is of class Ⅰ or names personal information.
void CheckLoanDataClass(const RuleInput& input, Reporter* reporter);

/// A loan past its end that is not back, however long ago it ended.
void CheckLoanOverdue(const RuleInput& input, Reporter* reporter);

/// A loan that came back, however long ago, without its data erased.
void CheckLoanNotErased(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
