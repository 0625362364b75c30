// security.media-label: labels for portable media that hold personal numbers (情報セキュリティ実施手順 1(3)⑦).
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// One document of sheets of ten: a label for each file of the register of assets and each person who handles its use
/// on the day that stands for now; one without a name where nobody does. The last sheet's other labels are for
/// handwriting. Key: the period. Its rows are `pairs` of a `left` and a `right` label.
std::vector<DocumentPlan> PlanMediaLabels(const FormContext& context);

/// The values of an empty sheet.
ValueMap BlankMediaLabels();

}  // namespace chohyo
