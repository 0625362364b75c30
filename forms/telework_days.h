// The days on which people telework, as attendance tells and plans foretell.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A person's day of telework.
struct TeleworkDay {
  const Staff* person = nullptr;
  Date date;
  const TeleworkPlan* plan = nullptr;  ///< the plan that covers it; nullptr if there is none
};

/// The days of the period, by person in the staff table's order, then by date: those with an attendance row 在宅勤務,
/// and planned working days for which there is no attendance row (yet).
std::vector<TeleworkDay> TeleworkDaysOf(const FormContext& context);

}  // namespace chohyo
