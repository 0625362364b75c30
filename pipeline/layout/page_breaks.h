// Where a sheet's pages begin.
#pragma once

#include <vector>

#include "pipeline/layout/grid.h"

namespace chohyo {

/// The rows of a sheet that stand on one page.
struct PageSpan {
  int first_row = 0, last_row = -1;
  Um first_from = 0;  ///< how much of the first row stood on earlier pages (only where a row is higher than a page)
  Um last_until = 0;  ///< how far down the last row this page goes
  bool last_goes_on = false;  ///< the last row is split here
  bool repeats = false;       ///< the repeated rows stand on top
  bool ends_free = false;     ///< the next page begins by request, or there is none: rows may take what is left
  int area = 0;               ///< which of the printed areas
  bool begins_area = false, ends_area = false;
};

/// Height of the rows that stand on top of later pages, 0 if none or if they leave no room.
Um RepeatHeight(const Sheet& sheet, const std::vector<Um>& heights);

/// Height that a page has for rows beginning with `first_row`.
Um PageCapacity(const Sheet& sheet, const std::vector<Um>& heights, int first_row);

/// How much of a row stands on a page.
Um HeightOnPage(const PageSpan& page, int row, const std::vector<Um>& heights);

/// Breaks the rows into pages. Groups and vertically merged cells stay together where they fit on a page, headings stay
/// with what follows, subtotals with what precedes. A row higher than a page is split. Each printed area begins a page.
std::vector<PageSpan> BreakPages(const Grid& grid, const std::vector<Um>& heights);

}  // namespace chohyo
