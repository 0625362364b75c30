#include "pipeline/layout/page_breaks.h"

#include <algorithm>
#include <numeric>

#include "pipeline/layout/page_columns.h"

namespace chohyo {
namespace {

/// What is lost by breaking before a row; of the places that fit, the last of the least bad is taken.
enum Cost : std::uint8_t { kFree, kBeforeSubtotal, kInGroup, kInMergedCell, kAfterHeading };

/// A row higher than a page begins below other rows only if this much of it can stand there.
constexpr Um kLeastPart = 40000;
/// Margins and repeated rows that leave less than this are not obeyed: a page must hold something.
constexpr Um kLeastCapacity = 20000;

class PageBreaker {
 public:
  PageBreaker(const Grid& grid, const std::vector<Um>& heights)
      : grid_(grid), sheet_(grid.sheet()), heights_(heights), costs_(heights.size() + 1, kFree) {
    CostKinds();
    CostGroups();
    CostMergedCells();
  }

  std::vector<PageSpan> Run() {
    if (grid_.rows() == 0) return {PageSpan{}};
    const std::vector<CellRange> areas = PrintedAreas(sheet_);
    for (std::size_t i = 0; i < areas.size(); ++i) BreakArea(areas[i], static_cast<int>(i));
    return std::move(pages_);
  }

 private:
  void BreakArea(const CellRange& area, int number) {
    end_ = area.last_row + 1;
    int row = area.first_row;
    Um from = 0;
    while (row < end_) {
      PageSpan page = FillPage(row, from);
      page.area = number;
      page.begins_area = row == area.first_row && from == 0;
      pages_.push_back(page);
      row = page.last_row + (page.last_goes_on ? 0 : 1);
      from = page.last_goes_on ? page.last_until : 0;
    }
    pages_.back().ends_area = true;
  }

  static std::size_t Index(int row) { return static_cast<std::size_t>(row); }
  Um Height(int row) const { return heights_[Index(row)]; }
  std::int64_t SumOf(int first, int end) const {
    return std::accumulate(heights_.begin() + first, heights_.begin() + end, std::int64_t{0});
  }
  void Raise(int row, Cost cost) { costs_[Index(row)] = std::max(costs_[Index(row)], cost); }
  bool FitsOnePage(int first, int end) const { return SumOf(first, end) <= PageCapacity(sheet_, heights_, first); }

  void KeepTogether(int first, int end, Cost cost) {
    if (!FitsOnePage(first, end)) return;
    for (int row = first + 1; row < end; ++row) Raise(row, cost);
  }

  void CostKinds() {
    for (int row = 0; row < grid_.rows(); ++row) {
      const Row& line = sheet_.rows[Index(row)];
      const bool repeated = row >= sheet_.repeat_first && row <= sheet_.repeat_last;
      if (line.band == BandKind::kHeading || repeated) Raise(row + 1, kAfterHeading);
      if (line.band == BandKind::kSubtotal) Raise(row, kBeforeSubtotal);
      if (line.hidden) Raise(row + 1, costs_[Index(row)]);
    }
  }

  void CostGroups() {
    for (int row = 0; row < grid_.rows();) {
      int end = row + 1;
      const int group = sheet_.rows[Index(row)].group;
      while (group != 0 && end < grid_.rows() && sheet_.rows[Index(end)].group == group) ++end;
      KeepTogether(row, end, kInGroup);
      row = end;
    }
  }

  void CostMergedCells() {
    for (const Cell& cell : sheet_.cells) {
      if (cell.row_span > 1) KeepTogether(cell.row, grid_.RowEnd(cell), kInMergedCell);
    }
    for (const Chart& chart : sheet_.charts) {
      KeepTogether(chart.area.first_row, std::min(chart.area.last_row + 1, grid_.rows()), kInMergedCell);
    }
  }

  PageSpan FillPage(int first, Um from) const {
    PageSpan page;
    page.first_row = first;
    page.first_from = from;
    page.repeats = first > sheet_.repeat_last && RepeatHeight(sheet_, heights_) > 0;
    const Um capacity = PageCapacity(sheet_, heights_, first);
    Um left = capacity - (Height(first) - from);
    if (left < 0) return EndInside(page, first, from + capacity);
    int row = first + 1;
    while (row < end_ && !sheet_.rows[Index(row)].break_before && Height(row) <= left) left -= Height(row++);
    if (row == end_ || sheet_.rows[Index(row)].break_before) {
      page.ends_free = true;
      return EndBefore(page, row);
    }
    const bool too_high = Height(row) > PageCapacity(sheet_, heights_, row);
    if (too_high && left >= kLeastPart) return EndInside(page, row, left);
    return EndBefore(page, BestBreak(first, row));
  }

  /// The best row in (first, limit] to begin the next page with.
  int BestBreak(int first, int limit) const {
    int best = limit;
    for (int row = limit; row > first; --row) {
      if (costs_[Index(row)] < costs_[Index(best)]) best = row;
    }
    return best;
  }

  PageSpan EndBefore(PageSpan page, int row) const {
    page.last_row = row - 1;
    page.last_until = Height(page.last_row);
    return page;
  }
  static PageSpan EndInside(PageSpan page, int row, Um until) {
    page.last_row = row;
    page.last_until = until;
    page.last_goes_on = true;
    return page;
  }

  const Grid& grid_;
  const Sheet& sheet_;
  const std::vector<Um>& heights_;
  std::vector<Cost> costs_;
  std::vector<PageSpan> pages_;
  int end_ = 0;  ///< one past the last row of the area being broken
};

}  // namespace

Um RepeatHeight(const Sheet& sheet, const std::vector<Um>& heights) {
  if (sheet.repeat_first < 0) return 0;
  const int end = std::min(sheet.repeat_last + 1, sheet.row_count());
  Um height = 0;
  for (int row = sheet.repeat_first; row < end; ++row) height += heights[static_cast<std::size_t>(row)];
  return height + kLeastCapacity <= sheet.page.printable_height() ? height : 0;
}

Um PageCapacity(const Sheet& sheet, const std::vector<Um>& heights, int first_row) {
  const Um whole = std::max(sheet.page.printable_height(), kLeastCapacity);
  return first_row > sheet.repeat_last ? whole - RepeatHeight(sheet, heights) : whole;
}

Um HeightOnPage(const PageSpan& page, int row, const std::vector<Um>& heights) {
  const Um end = row == page.last_row ? page.last_until : heights[static_cast<std::size_t>(row)];
  return end - (row == page.first_row ? page.first_from : 0);
}

std::vector<PageSpan> BreakPages(const Grid& grid, const std::vector<Um>& heights) {
  return PageBreaker(grid, heights).Run();
}

}  // namespace chohyo
