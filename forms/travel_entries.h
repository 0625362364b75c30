// kawasaki.travel-entries: the days on standby that are keyed into the staff system as 出張.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// One list for the period, if anybody was on a standby order: a row per person and day (職員の勤務体制について（通知）
/// 別紙1 1(2)ア). Key: the period.
std::vector<DocumentPlan> PlanTravelEntries(const FormContext& context);

/// The values of an empty list.
ValueMap BlankTravelEntries();

}  // namespace chohyo
