// How a worksheet is printed, and how it is viewed.
#pragma once

#include "pipeline/workbook/package.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// Reads paper, margins, scale, breaks, headers and footers, and the view (frozen panes, direction) of a worksheet.
void ReadSheetPage(const XmlNode& worksheet, WorkbookSheet* sheet);

/// Print areas and print titles, which are names of the workbook. What is no plain range is a loss of the sheet.
/// `index` is the sheet's place in the workbook.
void ReadPrintNames(const WorkbookParts& parts, int index, WorkbookSheet* sheet);

}  // namespace chohyo
