// kawasaki.headcount: the daily headcount of each bureau, of the city, and the city's month.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "forms/bureaus.h"
#include "forms/form.h"
#include "forms/headcount_counts.h"

namespace chohyo {

/// Documents for calendar working days: `<bureau>-<YYYY-MM-DD>`, `<YYYY-MM-DD>` for the city, and for a period that is
/// a month `<YYYY-MM>`. Templates: kawasaki.headcount, -city, -month.
std::vector<DocumentPlan> PlanHeadcount(const FormContext& context);

/// A department's own row.
struct HeadcountRow {
  Headcount count;
  std::string note;
  bool missing = false;  ///< nobody has handed it in
};

/// Where the rows come from, by department code and day.
using HeadcountSource = std::function<HeadcountRow(const std::string& department, Date day)>;

/// The rows as the attendance table gives them.
HeadcountSource KnownHeadcount(const FormContext& context);

/// As PlanHeadcount, of other rows than the attendance table gives: a row that is missing says 未提出, a bureau of
/// which rows are missing 未提出 or 一部未提出.
std::vector<DocumentPlan> PlanHeadcountOf(const FormContext& context, HeadcountSource source);

/// The bureaus that report a headcount, in the order of the departments table. Points into the records.
std::vector<Bureau> ReportingBureaus(const FormContext& context);

/// The values of an empty headcount form.
ValueMap BlankHeadcount();

}  // namespace chohyo
