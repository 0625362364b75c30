#include "pipeline/layout/page_columns.h"

#include <algorithm>

namespace chohyo {
namespace {

/// A sheet that is wider than the page by less than rounding makes of its columns' widths still fits.
constexpr Um kTolerance = 200;
/// Margins and repeated columns that leave less than this are not obeyed: a page must hold something.
constexpr Um kLeastWidth = 20000;

bool BreaksBefore(const Sheet& sheet, int column) {
  return std::find(sheet.column_breaks.begin(), sheet.column_breaks.end(), column) != sheet.column_breaks.end();
}

}  // namespace

std::vector<CellRange> PrintedAreas(const Sheet& sheet) {
  const CellRange all{0, 0, 0, sheet.row_count() - 1, sheet.column_count() - 1};
  std::vector<CellRange> areas;
  for (CellRange area : sheet.print_areas) {
    area.first_row = std::max(area.first_row, 0);
    area.first_column = std::max(area.first_column, 0);
    area.last_row = std::min(area.last_row, all.last_row);
    area.last_column = std::min(area.last_column, all.last_column);
    if (area.first_row <= area.last_row && area.first_column <= area.last_column) areas.push_back(area);
  }
  if (areas.empty()) areas.push_back(all);
  return areas;
}

Um RepeatWidth(const Grid& grid) {
  const Sheet& sheet = grid.sheet();
  const int first = sheet.repeat_first_column, end = std::min(sheet.repeat_last_column + 1, grid.columns());
  if (first < 0 || first >= end) return 0;
  const Um width = grid.ColumnX(end) - grid.ColumnX(first);
  return width + kLeastWidth <= sheet.page.printable_width() ? width : 0;
}

std::vector<ColumnSpan> BreakColumns(const Grid& grid, int first, int last) {
  const Sheet& sheet = grid.sheet();
  const Um whole = std::max(sheet.page.printable_width() + kTolerance, kLeastWidth);
  const Um repeated = RepeatWidth(grid);
  std::vector<ColumnSpan> spans;
  for (int column = first; column <= last;) {
    ColumnSpan span{column, column, repeated > 0 && column > sheet.repeat_last_column};
    const Um room = whole - (span.repeats ? repeated : 0);
    const Um from = grid.ColumnX(column);
    int end = column + 1;
    while (end <= last && !BreaksBefore(sheet, end) && grid.ColumnX(end + 1) - from <= room) ++end;
    span.last = end - 1;
    spans.push_back(span);
    column = end;
  }
  if (spans.empty()) spans.push_back({first, last, false});
  return spans;
}

}  // namespace chohyo
