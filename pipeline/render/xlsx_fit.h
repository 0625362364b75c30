// How Excel is kept from cutting text off that layout made fit: its fonts and its line breaking are not the PDF's.
#pragma once

#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// A cell's room and the size that layout set its text in.
struct XlsxRoom {
  Um width = 0, height = 0;
  CentiPoint size = 0;
};

/// What Excel is told about a cell's text.
struct XlsxFit {
  CentiPoint size = 0;
  bool shrink = false;  ///< one line that Excel may shrink, instead of lines that it breaks
};

/// Numbers and texts that layout set on one line shrink rather than break or show as ####. Broken text gets a size at
/// which Excel's higher and shorter lines fit too, down to 6 pt. Sizes are rounded down to Excel's half points.
XlsxFit FitForExcel(const Cell& cell, const CellStyle& style, const XlsxRoom& room, bool is_number);

}  // namespace chohyo
