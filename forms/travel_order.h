// oyama.travel-order: the travel orders 旅行命令 「自宅への出張」 of a department.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A document per department whose people telework in the period, a row per person and day
/// (小山市職員在宅勤務の利用手順 ⑥; no travel expense, 在宅勤務要綱 第11条). Key: the department's code.
std::vector<DocumentPlan> PlanTravelOrders(const FormContext& context);

/// The values of an empty list.
ValueMap BlankTravelOrder();

}  // namespace chohyo
