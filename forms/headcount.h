// kawasaki.headcount: the daily headcount of each bureau, of the city, and the city's month.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// Documents for calendar working days: `<bureau>-<YYYY-MM-DD>`, `<YYYY-MM-DD>` for the city, and for a period that is
/// a month `<YYYY-MM>`. Templates: kawasaki.headcount, -city, -month.
std::vector<DocumentPlan> PlanHeadcount(const FormContext& context);

/// The values of an empty headcount form.
ValueMap BlankHeadcount();

}  // namespace chohyo
