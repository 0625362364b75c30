// The family telework.*: who may work at home, on which days, with which plan and which results.
// Days that a standby case covers are standby by order and none of these rules' concern.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& TeleworkRules();

/// A day of 在宅勤務 without a registration in force.
void CheckNotRegistered(const RuleInput& input, Reporter* reporter);

/// A registration, in force or applied for in the period, of someone whose appointment the policy leaves out.
void CheckNotEligible(const RuleInput& input, Reporter* reporter);

/// A registration, in force or applied for in the period, by the head's leave (所属長認定) without a reason.
void CheckReason(const RuleInput& input, Reporter* reporter);

/// More days of 在宅勤務 in a week from Monday to Sunday than the policy allows: at the first day too many.
void CheckDaysPerWeek(const RuleInput& input, Reporter* reporter);

/// A plan of days in the period that was not approved before its first day.
void CheckPlanLate(const RuleInput& input, Reporter* reporter);

/// A day of 在宅勤務 that no plan covers.
void CheckPlanMissing(const RuleInput& input, Reporter* reporter);

/// A planned day up to now whose results are not all there.
void CheckNoResult(const RuleInput& input, Reporter* reporter);

/// A break 中抜け in a day of 在宅勤務 without leave by the hour.
void CheckGap(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
