// oyama.statistics: how much the office teleworks, by month, by year against the targets, and by department.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// One document; key: the period. Months are those of the fiscal year of the period's last day.
std::vector<DocumentPlan> PlanTeleworkStatistics(const FormContext& context);

/// The values of an empty sheet: months and targets without figures.
ValueMap BlankTeleworkStatistics();

}  // namespace chohyo
