#include "pipeline/layout/page_scale.h"

#include <algorithm>

#include "pipeline/layout/page_breaks.h"
#include "pipeline/layout/page_columns.h"
#include "pipeline/layout/row_heights.h"

namespace chohyo {
namespace {

bool Fits(const Grid& grid, const std::vector<Um>& heights) {
  const PageSetup& page = grid.sheet().page;
  const auto most = [](int wanted, std::size_t pages) { return wanted <= 0 || pages <= std::size_t(wanted); };
  for (const CellRange& area : PrintedAreas(grid.sheet())) {
    if (!most(page.fit_width, BreakColumns(grid, area.first_column, area.last_column).size())) return false;
  }
  return page.fit_height <= 0 || most(page.fit_height, BreakPages(grid, heights).size());
}

}  // namespace

void FitOnPages(const std::vector<GlyphSource*>& source_of_style, TextStore* store, LineBreaker* breaker,
                PrintSheet* print) {
  constexpr int kLeast = 10, kFull = 100;
  print->SetPercent(kFull);
  store->Clear();
  const Grid grid(print->sheet());
  SheetText text(grid, store, breaker);
  text.Measure(source_of_style);
  const std::vector<Um> heights = SettleRowHeights(grid, &text);
  int best = kLeast;
  for (int low = kLeast, high = kFull; low <= high;) {
    const int middle = (low + high + 1) / 2;
    print->SetPercent(middle);
    if (Fits(grid, heights)) {
      best = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  print->SetPercent(best);
}

}  // namespace chohyo
