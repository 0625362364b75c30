// kawasaki.standby-log: a person's days on standby or at telework, with the contacts at their start and end and the
// report on the next working day.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A document per person who was at home in the period, a row per day. Key: the staff id.
std::vector<DocumentPlan> PlanStandbyLogs(const FormContext& context);

/// The values of an empty log.
ValueMap BlankStandbyLog();

}  // namespace chohyo
