// A workbook as text, so that tests compare the whole of what was read.
#pragma once

#include <string>

#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// A value: 12.5, TRUE, "text", #N/A; "" for none.
std::string ValueText(const WorkbookValue& value);

/// The cells of a sheet, one a line: `B7 "text" =formula`.
std::string CellsText(const WorkbookSheet& sheet);

/// "A1:C5"
std::string RangeText(const WorkbookRange& range);

/// The losses of a sheet, one a line.
std::string LossesText(const WorkbookSheet& sheet);

}  // namespace chohyo
