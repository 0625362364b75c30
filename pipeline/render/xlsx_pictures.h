// Pictures of a sheet → pictures of the workbook.
#pragma once

#include "pipeline/layout/pages.h"
#include "pipeline/render/xlsx_book.h"
#include "pipeline/render/xlsx_print.h"

namespace chohyo {

/// Inserts the pictures, which move with their cells. Those that were damaged are left out; the PDF shows their frames.
void WritePictures(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid, XlsxTab* tab);

/// True for a column that the workbook hides.
bool IsHiddenColumn(const Sheet& sheet, int column);

}  // namespace chohyo
