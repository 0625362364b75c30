// Daily reports of telework 業務日報: a document per person and day of telework.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// tokubetsuku.daily-report: a report for each day of telework in the period (forms/telework_days.h), by person in
/// the staff table's order, then date. Key: `<staff>-<date>`.
/// Work begins with the day's first contact 開始 and ends with the last 終了; a 終了 followed by a 開始 is a break
/// 中抜け.
std::vector<DocumentPlan> PlanDailyReports(const FormContext& context);

/// What the empty form needs.
ValueMap BlankDailyReport();

}  // namespace chohyo
