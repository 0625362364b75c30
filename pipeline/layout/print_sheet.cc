#include "pipeline/layout/print_sheet.h"

#include <algorithm>

namespace chohyo {
namespace {

constexpr int kLeastPercent = 10, kMostPercent = 400;  // as Excel allows
constexpr Edge kGridline = {LineStyle::kHair, 0x808080};

bool IsColumn(const Sheet& sheet, int column) { return column >= 0 && column < sheet.column_count(); }

void DrawWhereNone(std::vector<Edge>* edges) {
  for (Edge& edge : *edges) {
    if (edge.style == LineStyle::kNone) edge = kGridline;
  }
}

}  // namespace

Um Unscaled(Um length, int percent) { return static_cast<Um>(std::int64_t{length} * 100 / percent); }

Um Scaled(Um length, int percent) {
  const std::int64_t product = std::int64_t{length} * percent;
  return static_cast<Um>((product + (product < 0 ? -50 : 50)) / 100);
}

PrintSheet::PrintSheet(const Sheet& sheet) : original_(sheet) {
  if (!sheet.hidden_columns.empty()) HideColumns();
  if (sheet.print_gridlines) DrawGridlines();
  if (sheet.page.fit) {
    DropBreaks();
  } else if (sheet.page.scale_percent != 100) {
    SetPercent(sheet.page.scale_percent);
  }
}

Sheet& PrintSheet::Copy() {
  if (!copy_) copy_ = original_;
  return *copy_;
}

void PrintSheet::HideColumns() {
  for (const int column : original_.hidden_columns) {
    if (IsColumn(original_, column)) Copy().columns[static_cast<std::size_t>(column)] = 0;
  }
}

void PrintSheet::DrawGridlines() {
  DrawWhereNone(&Copy().horizontal);
  DrawWhereNone(&Copy().vertical);
}

/// A sheet that is fitted on so many pages breaks where they are full, as in Excel.
void PrintSheet::DropBreaks() {
  if (original_.page.fit_width > 0) Copy().column_breaks.clear();
  if (original_.page.fit_height <= 0) return;
  for (Row& row : Copy().rows) row.break_before = false;
}

void PrintSheet::SetPercent(int percent) {
  percent_ = std::clamp(percent, kLeastPercent, kMostPercent);
  const PageSetup& paper = original_.page;
  PageSetup& page = Copy().page;
  page.width = paper.margin_left + paper.margin_right + Unscaled(paper.printable_width(), percent_);
  page.height = paper.margin_top + paper.margin_bottom + Unscaled(paper.printable_height(), percent_);
}

}  // namespace chohyo
