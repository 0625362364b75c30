// oyama.plan: the telework plan and report 在宅勤務計画書（報告書） of a person.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A document per row of `telework_plans` that touches the period, key `<staff>-<from>`, with `days`: each day of the
/// plan that has slots or is a working day (of a plan without either, all), each with its `slots`: those of the form
/// (8:30, 9:00 … 16:00, 17:00～17:15) and the person's others, in the order of the day.
std::vector<DocumentPlan> PlanTeleworkPlans(const FormContext& context);

/// The values of an empty plan: one day with the form's slots.
ValueMap BlankTeleworkPlan();

}  // namespace chohyo
