// tarumizu.roster: the work schedule 勤務計画表 of a unit for a month.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A document per row of `rosters` whose month touches the period. Key: the unit's code, with the month where the
/// period touches several. Shown are the people of that month's roster whose nearest department with a roster is the
/// unit.
std::vector<DocumentPlan> PlanRosters(const FormContext& context);

/// The values of an empty roster: thirty-one days without weekday.
ValueMap BlankRoster();

}  // namespace chohyo
