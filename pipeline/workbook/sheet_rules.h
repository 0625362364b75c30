// What a worksheet says about ranges of cells: merges, input rules, conditional formats.
#pragma once

#include "pipeline/workbook/package.h"
#include "pipeline/workbook/styles.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// Reads merges, validations and conditional formats into `sheet`, those of Excel 2010's extension too. Throws
/// InputFault for too many.
void ReadSheetRules(const XmlNode& worksheet, const WorkbookPackage& package, const WorkbookStyles& styles,
                    WorkbookSheet* sheet);

}  // namespace chohyo
