#include "pipeline/excel/form_grid.h"

#include <algorithm>
#include <variant>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/excel/form_styles.h"

namespace chohyo {
namespace {

constexpr std::int64_t kMostPlaces = 3'000'000;
constexpr int kLastRow = 1'048'575, kLastColumn = 16'383;

bool HasBorder(const WorkbookBorder& border) {
  return !border.left.style.empty() || !border.right.style.empty() || !border.top.style.empty() ||
         !border.bottom.style.empty() || !border.diagonal.style.empty();
}

bool HasValue(const WorkbookCell& cell) {
  return !cell.formula.empty() || !std::holds_alternative<std::monostate>(cell.value);
}

}  // namespace

FormGrid::FormGrid(const Workbook& book, const WorkbookSheet& sheet, const std::string& file)
    : book_(book), sheet_(sheet) {
  MeasureExtent(file);
  cells_.assign(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_), -1);
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const WorkbookCell& cell = sheet.cells[i];
    if (cell.row < rows_ && cell.column < columns_) cells_[Index(cell.row, cell.column)] = static_cast<int>(i);
  }
  PlaceMerges();
}

bool FormGrid::IsVisible(const WorkbookCell& cell) const {
  const WorkbookFormat& look = book_.formats[static_cast<std::size_t>(cell.format)];
  return HasValue(cell) || HasBorder(look.border) || FillOf(look).has_value();
}

void FormGrid::Reach(int row, int column) {
  rows_ = std::max(rows_, std::clamp(row, 0, kLastRow) + 1);
  columns_ = std::max(columns_, std::clamp(column, 0, kLastColumn) + 1);
}

/// As far as anything is seen: looks of whole rows and columns go on for ever and say nothing.
void FormGrid::MeasureExtent(const std::string& file) {
  Reach(0, 0);
  for (const WorkbookCell& cell : sheet_.cells) {
    if (IsVisible(cell)) Reach(cell.row, cell.column);
  }
  for (const WorkbookRange& merge : sheet_.merges) {
    if (merge.first_row < rows_ && merge.first_column < columns_) Reach(merge.last_row, merge.last_column);
  }
  const auto reach_drawing = [this](const WorkbookAnchor& anchor) {
    int row = std::max(0, anchor.row), column = std::max(0, anchor.column);
    for (Um rest = anchor.dx + anchor.width - sheet_.ColumnWidth(column); rest > 0 && column < kLastColumn;) {
      rest -= sheet_.ColumnWidth(++column);
    }
    for (Um rest = anchor.dy + anchor.height - sheet_.RowHeight(row); rest > 0 && row < kLastRow;) {
      rest -= sheet_.RowHeight(++row);
    }
    Reach(row, column);
  };
  for (const WorkbookPicture& picture : sheet_.pictures) reach_drawing(picture.anchor);
  for (const WorkbookShape& shape : sheet_.shapes) reach_drawing(shape.anchor);
  const std::int64_t places = std::int64_t{rows_} * columns_;
  if (places <= kMostPlaces) return;
  throw InputFault(
      Say("{}: {}: エラー: シートが大きすぎます（{} 行 × {} 列）。使っていない行と列の書式を消してください。",
          "{}: {}: error: the sheet is too large ({} rows by {} columns); clear the formats of rows and columns that "
          "are not used.",
          file, sheet_.name, rows_, columns_));
}

void FormGrid::PlaceMerges() {
  merge_of_.assign(cells_.size(), -1);
  for (WorkbookRange merge : sheet_.merges) {
    merge.last_row = std::min(merge.last_row, rows_ - 1);
    merge.last_column = std::min(merge.last_column, columns_ - 1);
    if (merge.first_row > merge.last_row || merge.first_column > merge.last_column) continue;
    if (merge.first_row == merge.last_row && merge.first_column == merge.last_column) continue;
    bool is_free = true;
    for (int r = merge.first_row; r <= merge.last_row; ++r) {
      for (int c = merge.first_column; c <= merge.last_column; ++c) is_free = is_free && merge_of_[Index(r, c)] < 0;
    }
    if (!is_free) continue;
    for (int r = merge.first_row; r <= merge.last_row; ++r) {
      for (int c = merge.first_column; c <= merge.last_column; ++c) {
        merge_of_[Index(r, c)] = static_cast<int>(merges_.size());
      }
    }
    merges_.push_back(merge);
  }
}

const WorkbookCell* FormGrid::At(int row, int column) const {
  const int index = cells_[Index(row, column)];
  return index < 0 ? nullptr : &sheet_.cells[static_cast<std::size_t>(index)];
}

int FormGrid::FormatAt(int row, int column) const {
  if (const WorkbookCell* cell = At(row, column)) return cell->format;
  const auto stored = sheet_.rows.find(row);
  if (stored != sheet_.rows.end() && stored->second.format >= 0) return stored->second.format;
  const auto own = sheet_.columns.find(column);
  return own != sheet_.columns.end() ? own->second.format : sheet_.default_format;
}

const WorkbookRange* FormGrid::MergeAt(int row, int column) const {
  const int index = merge_of_[Index(row, column)];
  return index < 0 ? nullptr : &merges_[static_cast<std::size_t>(index)];
}

std::vector<PlaceEdges> FormGrid::EdgesOf(int row) const {
  std::vector<PlaceEdges> edges;
  for (int column = 0; column < columns_; ++column) {
    const WorkbookBorder& border = LookAt(row, column).border;
    if (!HasBorder(border)) continue;
    const WorkbookRange* merge = MergeAt(row, column);
    PlaceEdges place{column, EdgeOf(border.top), EdgeOf(border.right), EdgeOf(border.bottom), EdgeOf(border.left)};
    if (merge != nullptr) {
      if (row != merge->first_row) place.top = {};
      if (row != merge->last_row) place.bottom = {};
      if (column != merge->first_column) place.left = {};
      if (column != merge->last_column) place.right = {};
    }
    edges.push_back(place);
  }
  return edges;
}

bool FormGrid::IsWorthACell(int row, int column) const {
  if (const WorkbookRange* merge = MergeAt(row, column)) {
    return row == merge->first_row && column == merge->first_column;
  }
  const WorkbookCell* cell = At(row, column);
  if (cell != nullptr && HasValue(*cell)) return true;
  const int format = FormatAt(row, column);
  return format != sheet_.default_format && (cell != nullptr || FillOf(LookAt(row, column)).has_value());
}

}  // namespace chohyo
