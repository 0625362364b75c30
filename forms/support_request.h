// tarumizu.support-request: what help a department asks for, and the city's table of shortage and help 応援調整表.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A request per department that is short of people, with who can lend them: inside the section, between sections, and
/// what is left for HR. HR's own department also gets the city's table, whether it is short itself or not; where no
/// department is called as `office.hr` says, the first of the departments table does. Key: the department's code.
std::vector<DocumentPlan> PlanSupportRequests(const FormContext& context);

/// The values of an empty form.
ValueMap BlankSupportRequest();

}  // namespace chohyo
