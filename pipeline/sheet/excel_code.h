// Values under Excel's own number format codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/formula/excel_value.h"
#include "pipeline/sheet/value.h"

namespace chohyo {

/// A value as Excel would hold it: dates and times as numbers of days.
ExcelValue ToExcelValue(const Scalar& value);
/// A computed value as a cell holds it; errors as their texts.
Scalar FromExcelValue(const ExcelValue& value);

/// The text a value shows under a code. Dates under a code for plain numbers are shown as they are usually.
std::string ShowByExcelCode(const Scalar& value, std::string_view code);

/// The code under which Excel shows the same; nothing for what is written as text.
std::optional<std::string> ExcelCodeFor(const Scalar& value, std::string_view code);

}  // namespace chohyo
