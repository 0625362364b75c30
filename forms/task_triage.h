// Tasks sorted for a crisis 業務の仕分け: which go on, are new, are cut down or rest, and which of them can be done at
// home.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// tokubetsuku.task-triage: a table for each department with tasks, in the order of the table of tasks. Key: the
/// department code. Columns by 業務区分 (継続, 新規, 縮小, 停止), groups by 在宅可否, in both by 優先度, then as in the
/// table. Tasks without 業務区分 are listed apart.
std::vector<DocumentPlan> PlanTaskTriages(const FormContext& context);

/// What the empty form needs.
ValueMap BlankTaskTriage();

}  // namespace chohyo
