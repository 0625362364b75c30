// How high each row must be for the text that stands in it.
#pragma once

#include <vector>

#include "pipeline/layout/cell_text.h"

namespace chohyo {

/// Sets every cell and gives the height of each row.
///
/// Rows of a fixed height: text is wrapped, then set smaller down to Sheet::smallest_size, and only then the row grows
/// (the last row of a span that may; if none may, the last one all the same, for nothing is ever cut off).
/// Flexible rows (height 0, or taking spare height): the row grows at once and the text keeps its size; Layouter makes
/// it smaller only where that saves a page of a one-page form.
std::vector<Um> SettleRowHeights(const Grid& grid, SheetText* text);

}  // namespace chohyo
