// The family roster.*: rosters 勤務計画 of rotation ローテーション勤務 and staggered hours 時差出勤, and the time cards
// that should bear them out.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& RosterRules();

/// ローテーション勤務: a sign other than B; work on a national holiday. One finding a person and day.
void CheckRosterMethod(const RuleInput& input, Reporter* reporter);
void CheckRosterHoliday(const RuleInput& input, Reporter* reporter);

/// A week, Monday to Sunday, that has not its two days off. One finding a person and week.
void CheckRosterWeek(const RuleInput& input, Reporter* reporter);

/// A week planned for more than 38:45, one finding a person and week; a day at the office longer than 7:45 without
/// overtime, one finding a person and day.
void CheckRosterHours(const RuleInput& input, Reporter* reporter);

/// 時差出勤: too many people on one shift. One finding a department, about its worst day.
void CheckRosterOverlap(const RuleInput& input, Reporter* reporter);

/// A roster that was not approved before its month began.
void CheckRosterUnapproved(const RuleInput& input, Reporter* reporter);

/// A day on which sign and time card differ. One finding a person and day; none where there is no table of cards.
void CheckTimecard(const RuleInput& input, Reporter* reporter);

/// 時差出勤: staying on after a shift A, C or D. One finding a person and day.
void CheckShiftOvertime(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
