// Rows on one page, with their places.
#pragma once

#include <vector>

#include "pipeline/layout/page_breaks.h"

namespace chohyo {

/// A row, or what of it stands on this page.
struct PlacedRow {
  int row = 0;
  Um y = 0, height = 0;  ///< on the paper
  bool repeated = false;
  Um bottom() const { return y + height; }
};

/// The rows of a page from top to bottom: the repeated ones first, hidden ones left out.
std::vector<PlacedRow> PlaceRows(const Grid& grid, const std::vector<Um>& heights, const PageSpan& page);

}  // namespace chohyo
