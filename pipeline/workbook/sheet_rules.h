// What a worksheet says about ranges of cells: merges, input rules, conditional formats.
#pragma once

#include "pipeline/workbook/sheet_cells.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// Reads merges, validations and conditional formats into `sheet`, those of Excel 2010's extension too. Throws
/// InputFault for too many.
void ReadSheetRules(const XmlNode& worksheet, SheetContext* context, WorkbookSheet* sheet);

}  // namespace chohyo
