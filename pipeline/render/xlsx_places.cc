#include "pipeline/render/xlsx_places.h"

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_text.h"
#include "pipeline/sheet/cell_address.h"

namespace chohyo {
namespace {

bool Fits(const Cell& cell, const Sheet& sheet) {
  return cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1 &&
         cell.row + cell.row_span <= sheet.row_count() && cell.column + cell.column_span <= sheet.column_count();
}

[[noreturn]] void RefuseOutside(const Cell& cell, const std::string& sheet) {
  throw OutputFault(Say("シート「{}」のセル {} が表の外にはみ出しています。様式の列数・行数を確かめてください。",
                        "Sheet \"{}\": cell {} leaves the grid. Check the template's columns and rows.", sheet,
                        CellAddress(cell.row, cell.column)));
}

[[noreturn]] void RefuseOverlap(const Cell& first, const Cell& second, const std::string& sheet) {
  throw OutputFault(Say("シート「{}」のセル {} と {} が重なっています。様式の span と rows を確かめてください。",
                        "Sheet \"{}\": cells {} and {} overlap. Check span and rows in the template.", sheet,
                        CellAddress(first.row, first.column), CellAddress(second.row, second.column)));
}

}  // namespace

void RefuseCellsOutside(const Sheet& sheet, const std::string& name) {
  int row = 0;
  for (const Cell& cell : sheet.cells) {
    if (!Fits(cell, sheet) || cell.row < row) RefuseOutside(cell, name);
    row = cell.row;
  }
}

XlsxPlaces::XlsxPlaces(const Sheet& sheet, const std::string& name)
    : sheet_(sheet), name_(name), covering_(sheet.columns.size(), -1) {}

void XlsxPlaces::NextRow() {
  ++row_;
  for (int& cell : covering_) {
    if (cell < 0) continue;
    const Cell& above = sheet_.cells[static_cast<std::size_t>(cell)];
    if (above.row + above.row_span <= row_) cell = -1;
  }
  while (next_cell_ < sheet_.cells.size() && sheet_.cells[next_cell_].row <= row_) {
    Cover(static_cast<int>(next_cell_++));
  }
}

void XlsxPlaces::Cover(int cell) {
  const Cell& added = sheet_.cells[static_cast<std::size_t>(cell)];
  for (int column = added.column; column < added.column + added.column_span; ++column) {
    int& place = covering_[static_cast<std::size_t>(column)];
    if (place >= 0) RefuseOverlap(sheet_.cells[static_cast<std::size_t>(place)], added, name_);
    place = cell;
  }
}

XlsxEdges XlsxPlaces::EdgesAt(int column) const {
  XlsxEdges edges;
  const int index = CellAt(column);
  const CellRange single{0, row_, column, row_, column};
  const CellRange range = index >= 0 ? RangeOf(sheet_.cells[static_cast<std::size_t>(index)]) : single;
  if (!sheet_.horizontal.empty()) {
    if (row_ == range.first_row) edges.top = sheet_.HorizontalEdge(row_, column);
    if (row_ == range.last_row) edges.bottom = sheet_.HorizontalEdge(row_ + 1, column);
  }
  if (!sheet_.vertical.empty()) {
    if (column == range.first_column) edges.left = sheet_.VerticalEdge(row_, column);
    if (column == range.last_column) edges.right = sheet_.VerticalEdge(row_, column + 1);
  }
  return edges;
}

CellRange RangeOf(const Cell& cell) {
  return {0, cell.row, cell.column, cell.row + cell.row_span - 1, cell.column + cell.column_span - 1};
}

}  // namespace chohyo
