// Widths of columns: files count digits of the default font, screens show whole pixels, paper is measured in points.
#pragma once

#include <string>

#include "pipeline/base/length.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// How wide a digit of a font is: on a screen of 96 dpi, and printed.
struct DigitWidth {
  int pixels = 8;
  double points = 6.105;
};

DigitWidth DigitWidthOf(const WorkbookFont& font);

/// Pixels of a column whose `width` attribute counts digits, its padding included (ECMA-376 §18.3.1.13).
int PixelsOfColumn(double width, const DigitWidth& digit);

/// Pixels of a column that shows `digits` digits, as default columns are made: the next multiple of eight.
int PixelsOfDefaultColumn(int digits, const DigitWidth& digit);

/// What a column of so many pixels takes on paper: its digits in the printer's width, and the padding. A column too
/// narrow for a digit shrinks with it.
Um PrintedColumn(int pixels, const DigitWidth& digit);

}  // namespace chohyo
