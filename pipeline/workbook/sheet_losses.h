// What a worksheet has that is neither cell nor drawing, and is not brought along: comments, controls, objects.
#pragma once

#include <string>

#include "pipeline/workbook/sheet_cells.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// Names comments, form controls, embedded objects, sparklines, tables' own looks and pictures of headers as losses.
/// Throws InputFault for too many.
void ReadSheetLosses(const XmlNode& worksheet, const std::string& part, SheetContext* context, WorkbookSheet* sheet);

}  // namespace chohyo
