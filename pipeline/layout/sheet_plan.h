// A sheet whose text is set, whose rows have their heights and whose pages are broken: all that drawing needs.
#pragma once

#include <vector>

#include "pipeline/layout/cell_shares.h"

namespace chohyo {

class SheetPlan {
 public:
  /// Makes the plan: sets the text, settles heights, breaks pages, gives spare height to the rows that take it.
  /// `sheet`, `store` and `breaker` must outlive it.
  SheetPlan(const Sheet& sheet, const std::vector<GlyphSource*>& source_of_style, TextStore* store,
            LineBreaker* breaker);
  SheetPlan(const SheetPlan&) = delete;
  SheetPlan& operator=(const SheetPlan&) = delete;

  const Grid& grid() const { return grid_; }
  const SheetText& text() const { return text_; }
  const std::vector<Um>& heights() const { return heights_; }
  const std::vector<PageSpan>& pages() const { return pages_; }
  const CellShares& shares() const { return shares_; }

 private:
  void Settle();
  void SavePage();
  void TameHighRows();
  bool TameRow(int row);
  void FillPages();
  void FillPage(const PageSpan& page);
  void ShareText();
  void LimitSizes(const std::vector<int>& cells, CentiPoint less);
  std::vector<int> LongTexts() const;

  const Sheet& sheet_;
  Grid grid_;
  SheetText text_;
  std::vector<Um> heights_;
  std::vector<PageSpan> pages_;
  CellShares shares_;
};

}  // namespace chohyo
