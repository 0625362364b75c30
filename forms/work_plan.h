// tarumizu.work-plan-half and -all: a department's tasks when half or all of its people cannot come (様式1, 様式2).
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A document per department that has tasks. Key: the department's code. People count who are in office on the
/// period's first day.
std::vector<DocumentPlan> PlanWorkPlansHalf(const FormContext& context);
std::vector<DocumentPlan> PlanWorkPlansAll(const FormContext& context);

/// The values of an empty form.
ValueMap BlankWorkPlan();

/// What is over or short: a number from 0 on, △ before the number of people that are missing.
Value BalanceValue(std::int64_t balance);

}  // namespace chohyo
