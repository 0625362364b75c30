#include "pipeline/layout/row_heights.h"

#include <algorithm>
#include <numeric>

namespace chohyo {
namespace {

constexpr CentiPoint kPlainSize = 1050;
constexpr std::int64_t kHighestSpan = 1'000'000'000;

class HeightSettler {
 public:
  HeightSettler(const Grid& grid, SheetText* text) : grid_(grid), sheet_(grid.sheet()), text_(*text) {}

  std::vector<Um> Run() {
    for (int row = 0; row < grid_.rows(); ++row) heights_.push_back(InitialHeight(row));
    for (const int index : CellOrder()) SetCell(index);
    for (const auto& [index, height] : shrunk_) {
      const Um now = SpanHeight(index);
      if (now > height && text_.cell(index).rotation == 0) text_.SetAtEase(index, now);
    }
    return std::move(heights_);
  }

 private:
  const Cell& CellAt(int index) const { return sheet_.cells[static_cast<std::size_t>(index)]; }
  bool IsVertical(int index) const { return text_.cell(index).vertical; }
  bool IsTurned(int index) const { return text_.cell(index).vertical || text_.cell(index).rotation != 0; }

  Um InitialHeight(int row) const {
    const Row& line = sheet_.rows[static_cast<std::size_t>(row)];
    if (line.hidden) return 0;
    if (line.height > 0) return line.height;
    Um height = 0;
    for (int i = grid_.FirstCellOf(row); i < grid_.FirstCellOf(row + 1); ++i) {
      const CellStyle& style = grid_.StyleOf(CellAt(i));
      if (CellAt(i).row_span > 1 || style.vertical || style.rotation != 0) continue;
      height = std::max(height, UmOfSize(style.size) * kLinePercent / 100 + 2 * style.pad_y);
    }
    return height > 0 ? height : UmOfSize(kPlainSize) * kLinePercent / 100;
  }

  /// Cells of one row first, then longer spans, each finding what the shorter ones left; vertical text last.
  std::vector<int> CellOrder() const {
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(sheet_.cells.size()); ++i) {
      if (!text_.cell(i).text.empty() && LastOpenRow(i) >= 0) order.push_back(i);
    }
    const auto rank = [&](int i) { return (IsTurned(i) ? grid_.rows() : 0) + CellAt(i).row_span; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return order;
  }

  Um SpanHeight(int index) const {
    const Cell& cell = CellAt(index);
    const auto first = heights_.begin() + cell.row, end = heights_.begin() + grid_.RowEnd(cell);
    return static_cast<Um>(std::min(std::accumulate(first, end, std::int64_t{0}), kHighestSpan));
  }

  template <typename Test>
  int LastRowWhere(int index, Test test) const {
    const Cell& cell = CellAt(index);
    for (int row = grid_.RowEnd(cell) - 1; row >= cell.row; --row) {
      if (grid_.IsOpen(row) && test(row)) return row;
    }
    return -1;
  }
  int LastOpenRow(int index) const {
    return LastRowWhere(index, [](int) { return true; });
  }
  int LastFlexibleRow(int index) const {
    return LastRowWhere(index, [&](int row) { return grid_.IsFlexible(row); });
  }
  int RowToGrow(int index) const {
    if (const int row = LastFlexibleRow(index); row >= 0) return row;
    const auto grows = [&](int row) { return sheet_.rows[static_cast<std::size_t>(row)].grows; };
    if (const int row = LastRowWhere(index, grows); row >= 0) return row;
    return LastOpenRow(index);
  }

  void SetCell(int index) {
    const Um height = SpanHeight(index);
    const Um needed = NeededHeight(index, height);
    if (needed > height) heights_[static_cast<std::size_t>(RowToGrow(index))] += needed - height;
  }

  Um NeededHeight(int index, Um height) {
    if (IsVertical(index)) {
      if (text_.SetWithin(index, height)) return height;
      const Um needed = text_.SetShortestColumns(index);
      if (needed <= sheet_.page.printable_height() / 2) return needed;
      text_.LayDown(index);
    }
    if (text_.cell(index).rotation != 0) {
      if (LastFlexibleRow(index) < 0 && text_.SetTurned(index, height)) return height;
      const bool flexible = LastFlexibleRow(index) >= 0;
      const Um needed = text_.SetTurnedFreely(index, flexible ? text_.cell(index).largest : text_.SmallestOf(index));
      if (needed <= sheet_.page.printable_height() / 2) return needed;
      text_.LayDown(index);
    }
    if (LastFlexibleRow(index) >= 0) return text_.SetFreely(index);
    const bool fits = text_.SetWithin(index, height);
    if (text_.cell(index).size < text_.cell(index).largest) shrunk_.emplace_back(index, height);
    return fits ? height : text_.NaturalHeight(index);
  }

  const Grid& grid_;
  const Sheet& sheet_;
  SheetText& text_;
  std::vector<Um> heights_;
  std::vector<std::pair<int, Um>> shrunk_;  ///< cells set smaller to fit the height that their rows had then
};

}  // namespace

std::vector<Um> SettleRowHeights(const Grid& grid, SheetText* text) { return HeightSettler(grid, text).Run(); }

}  // namespace chohyo
