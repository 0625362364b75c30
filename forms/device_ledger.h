// oyama.device-ledger: the ledger of lent terminals 在宅勤務用端末機等管理簿 of a department.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A document per department whose people have something on loan on a day of the period (小山市職員在宅勤務の利用手順
/// ④: the head keeps the ledger). Key: the department's code. It lists the loans of the fiscal year up to the period's
/// end, and earlier ones that have not come back before it.
std::vector<DocumentPlan> PlanDeviceLedgers(const FormContext& context);

/// The values of an empty ledger.
ValueMap BlankDeviceLedger();

}  // namespace chohyo
