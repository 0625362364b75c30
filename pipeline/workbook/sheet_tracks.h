// Columns and rows of a sheet: their sizes on a screen and on paper.
#pragma once

#include "pipeline/workbook/axis.h"
#include "pipeline/workbook/digit_width.h"
#include "pipeline/workbook/sheet_cells.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// EMU (ECMA-376 §20.1.2.1): 914,400 an inch, by which drawings are placed.
constexpr std::int64_t kEmuPerPixel = 9'525;
constexpr std::int64_t kEmuPerUm = 36;

/// Where columns and rows begin: on the screen in EMU, where drawings were placed; on paper in Um, where they print.
struct SheetTracks {
  Axis screen_columns, screen_rows, printed_columns, printed_rows;
};

/// Reads the widths of columns and the default sizes of a worksheet into `sheet`, whose rows are read already, and
/// gives rows without a height the default. Throws InputFault for too many.
SheetTracks ReadTracks(const XmlNode& worksheet, SheetContext* context, WorkbookSheet* sheet);

}  // namespace chohyo
