// Registrations for telework as documents: one a person, whatever the person applied for how often.
#pragma once

#include <string>
#include <vector>

#include "forms/form.h"

namespace chohyo {

/// The form `form` (titled `title`), whose template asks for `registration`: a document for each person with a
/// registration in force on a day of the period or applied for in it; of several the newest. Key: the staff id.
/// In force is the newest approved one, from 承認日 to the day before 取消日.
std::vector<DocumentPlan> PlanRegistrations(const std::string& form, const std::string& title,
                                            const FormContext& context);

}  // namespace chohyo
