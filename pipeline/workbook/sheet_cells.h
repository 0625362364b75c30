// The rows and cells of a worksheet, read as they come; everything else of it is handed on as a tree.
#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/workbook/package.h"
#include "pipeline/workbook/shared_strings.h"
#include "pipeline/workbook/styles.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// What every sheet of a workbook is read with.
struct SheetContext {
  const WorkbookPackage& package;
  const WorkbookParts& parts;
  const WorkbookStyles& styles;
  std::vector<RichString> shared;
  /// So far, of all sheets.
  std::size_t cells = 0, tracks = 0, text_bytes = 0, ranges = 0, drawings = 0, picture_bytes = 0;
};

/// Reads a worksheet's cells and rows into `sheet`. Rows without a height have 0 and are not `stated`. Returns the
/// worksheet's element without its rows. Throws InputFault for what is damaged or too much.
XmlNode ReadSheetCells(const std::string& part, SheetContext* context, WorkbookSheet* sheet);

}  // namespace chohyo
