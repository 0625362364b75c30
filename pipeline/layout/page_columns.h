// Where the columns of wide sheets go on on a page to the right.
#pragma once

#include <vector>

#include "pipeline/layout/grid.h"

namespace chohyo {

/// Columns that stand on one page, from `first` to `last`, and whether the repeated columns stand before them.
struct ColumnSpan {
  int first = 0, last = 0;
  bool repeats = false;
};

/// What is printed of a sheet: its print areas, clamped to the grid, or all of it.
std::vector<CellRange> PrintedAreas(const Sheet& sheet);

/// Breaks the columns [first, last]: at the sheet's column breaks and where the next does not fit any more. A column
/// wider than the page has one of its own.
std::vector<ColumnSpan> BreakColumns(const Grid& grid, int first, int last);

/// Width of the repeated columns, 0 if none or if they leave no room.
Um RepeatWidth(const Grid& grid);

}  // namespace chohyo
