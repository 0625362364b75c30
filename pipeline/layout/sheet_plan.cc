#include "pipeline/layout/sheet_plan.h"

#include <algorithm>

#include "pipeline/layout/row_heights.h"

namespace chohyo {
namespace {

constexpr CentiPoint kStep = 50;
/// Left free on a filled page, so that Excel, which rounds row heights to its pixels, prints it on one page as well.
constexpr Um kFillSlack = 500;
/// Rounds of growing rows for text that page breaks cut; each needs fewer lines than the last.
constexpr int kMostRounds = 8;

bool HasFill(const Sheet& sheet) {
  return std::any_of(sheet.rows.begin(), sheet.rows.end(), [](const Row& row) { return row.fill > 0 && !row.hidden; });
}

bool HasRequestedBreak(const Sheet& sheet) {
  return std::any_of(sheet.rows.begin(), sheet.rows.end(), [](const Row& row) { return row.break_before; });
}

}  // namespace

SheetPlan::SheetPlan(const Sheet& sheet, const std::vector<GlyphSource*>& source_of_style, TextStore* store,
                     LineBreaker* breaker)
    : sheet_(sheet), grid_(sheet), text_(grid_, store, breaker) {
  text_.Measure(source_of_style);
  Settle();
  if (pages_.size() > 1) {
    SavePage();
    TameHighRows();
  }
  FillPages();
  ShareText();
}

void SheetPlan::Settle() {
  heights_ = SettleRowHeights(grid_, &text_);
  pages_ = BreakPages(grid_, heights_);
}

/// The cells of flexible rows that take several lines: those whose size decides how much fits on the page.
std::vector<int> SheetPlan::LongTexts() const {
  std::vector<int> cells;
  for (int i = 0; i < static_cast<int>(sheet_.cells.size()); ++i) {
    const Cell& cell = sheet_.cells[static_cast<std::size_t>(i)];
    if (text_.cell(i).line_count < 2 || text_.cell(i).vertical || text_.cell(i).rotation != 0) continue;
    for (int row = cell.row; row < grid_.RowEnd(cell); ++row) {
      if (!grid_.IsFlexible(row)) continue;
      cells.push_back(i);
      break;
    }
  }
  return cells;
}

void SheetPlan::LimitSizes(const std::vector<int>& cells, CentiPoint less) {
  for (const int i : cells) {
    const CentiPoint style_size = grid_.StyleOf(sheet_.cells[static_cast<std::size_t>(i)]).size;
    text_.cell(i).largest = std::max(style_size - less, text_.SmallestOf(i));
  }
}

/// A one-page form (one with rows that take spare height) stays on one page if smaller text achieves it.
void SheetPlan::SavePage() {
  if (!HasFill(sheet_) || HasRequestedBreak(sheet_)) return;
  const std::vector<int> cells = LongTexts();
  CentiPoint most = 0;
  for (const int i : cells) most = std::max(most, text_.cell(i).largest - text_.SmallestOf(i));
  LimitSizes(cells, most);
  Settle();
  if (pages_.size() > 1) most = 0;
  for (CentiPoint less = 0; less <= most; less += kStep) {
    LimitSizes(cells, less);
    Settle();
    if (pages_.size() == 1) return;
  }
}

/// A row higher than a page is set smaller before it is split, since Excel cannot split one.
void SheetPlan::TameHighRows() {
  for (int row = 0; row < grid_.rows(); ++row) {
    if (TameRow(row)) Settle();
  }
}

bool SheetPlan::TameRow(int row) {
  const Um capacity = PageCapacity(sheet_, heights_, row);
  if (heights_[static_cast<std::size_t>(row)] <= capacity) return false;
  for (const int i : grid_.CellsIn(row)) {
    CellText& set = text_.cell(i);
    if (set.text.empty() || set.vertical || set.rotation != 0) continue;
    while (set.largest > text_.SmallestOf(i) && text_.SetFreely(i) > capacity) {
      set.largest = SmallerSize(set.largest, text_.SmallestOf(i));
    }
  }
  return true;
}

void SheetPlan::FillPages() {
  for (PageSpan& page : pages_) {
    if (!page.ends_free) continue;
    FillPage(page);
    if (page.last_row >= 0) page.last_until = heights_[static_cast<std::size_t>(page.last_row)];
  }
}

void SheetPlan::FillPage(const PageSpan& page) {
  Um spare = PageCapacity(sheet_, heights_, page.first_row) - kFillSlack;
  int shares = 0;
  for (int row = page.first_row; row <= page.last_row; ++row) {
    spare -= HeightOnPage(page, row, heights_);
    if (grid_.IsOpen(row)) shares += std::max(sheet_.rows[static_cast<std::size_t>(row)].fill, 0);
  }
  for (int row = page.first_row; row <= page.last_row && spare > 0; ++row) {
    const int fill = sheet_.rows[static_cast<std::size_t>(row)].fill;
    if (fill <= 0 || !grid_.IsOpen(row)) continue;
    const auto given = static_cast<Um>(std::int64_t{spare} * fill / shares);
    heights_[static_cast<std::size_t>(row)] += given;
    spare -= given;
    shares -= fill;
  }
}

void SheetPlan::ShareText() {
  for (int round = 0; round < kMostRounds; ++round) {
    std::map<int, Um> lacking;
    shares_ = ShareCells(grid_, heights_, pages_, &text_, &lacking);
    if (lacking.empty()) return;
    for (const auto& [row, lack] : lacking) heights_[static_cast<std::size_t>(row)] += lack;
    pages_ = BreakPages(grid_, heights_);
  }
  std::map<int, Um> lacking;
  shares_ = ShareCells(grid_, heights_, pages_, &text_, &lacking);
}

}  // namespace chohyo
