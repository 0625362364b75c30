// Text of cells that stand on more than one page: which of its lines go where.
#pragma once

#include <map>
#include <vector>

#include "pipeline/layout/cell_text.h"
#include "pipeline/layout/page_breaks.h"

namespace chohyo {

/// The lines of a cell that stand on one page, counted from the cell's first line.
struct CellShare {
  int page = 0;  ///< index into the sheet's pages
  std::uint32_t first_line = 0, line_count = 0;
};

/// Cell index → its shares, for cells that reach over a page break.
using CellShares = std::map<int, std::vector<CellShare>>;

/// Shares out the lines of cells over page breaks. A text that fits on its first page stands there whole.
/// Where the parts are too small for all lines, the row to grow is added to `lacking` with the height it lacks.
CellShares ShareCells(const Grid& grid, const std::vector<Um>& heights, const std::vector<PageSpan>& pages,
                      SheetText* text, std::map<int, Um>* lacking);

}  // namespace chohyo
