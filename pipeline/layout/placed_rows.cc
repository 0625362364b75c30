#include "pipeline/layout/placed_rows.h"

namespace chohyo {

std::vector<PlacedRow> PlaceRows(const Grid& grid, const std::vector<Um>& heights, const PageSpan& page) {
  std::vector<PlacedRow> rows;
  Um y = grid.sheet().page.margin_top;
  const auto place = [&](int row, Um height, bool repeated) {
    if (!grid.IsOpen(row)) return;
    rows.push_back({row, y, height, repeated});
    y += height;
  };
  rows.reserve(static_cast<std::size_t>(page.last_row - page.first_row + 1));
  if (page.repeats) {
    for (int row = grid.sheet().repeat_first; row <= grid.sheet().repeat_last; ++row) {
      place(row, heights[static_cast<std::size_t>(row)], true);
    }
  }
  for (int row = page.first_row; row <= page.last_row; ++row) place(row, HeightOnPage(page, row, heights), false);
  return rows;
}

}  // namespace chohyo
