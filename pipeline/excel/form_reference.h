// References to ranges as names and validations write them: Sheet1!$A$1:$C$5.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// The range of a plain reference; its sheet goes to `sheet` ("" = none named). Nothing for anything else.
std::optional<WorkbookRange> RangeOfReference(std::string_view reference, std::string* sheet);

}  // namespace chohyo
