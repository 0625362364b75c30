// The family attendance.*: days without a row, and days on which a row says what other tables rule out.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& AttendanceRules();

/// A working day in office without a row: one finding a person and day, of no line. A row that could not be read is
/// its own finding and no missing row.
void CheckAttendanceMissing(const RuleInput& input, Reporter* reporter);

/// At the office on a day that a standby case or a telework plan covers, or any work on a day off by the roster
/// (without a roster: Saturday, Sunday): one finding a person and day.
void CheckAttendanceConflict(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
