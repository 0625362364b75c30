#include "pipeline/layout/grid.h"

#include <algorithm>
#include <string>
#include <variant>

namespace chohyo {

Grid::Grid(const Sheet& sheet)
    : sheet_(sheet),
      cover_(static_cast<std::size_t>(sheet.row_count() * sheet.column_count()), -1),
      first_cell_(static_cast<std::size_t>(sheet.row_count() + 1), static_cast<int>(sheet.cells.size())) {
  column_x_.reserve(sheet.columns.size() + 1);
  column_x_.push_back(0);
  for (const Um width : sheet.columns) column_x_.push_back(column_x_.back() + width);
  for (int i = static_cast<int>(sheet.cells.size()) - 1; i >= 0; --i) {
    const Cell& cell = sheet.cells[static_cast<std::size_t>(i)];
    first_cell_[static_cast<std::size_t>(cell.row)] = i;
    for (int row = cell.row; row < RowEnd(cell); ++row) {
      const auto begin = cover_.begin() + row * columns();
      std::fill(begin + cell.column, begin + ColumnEnd(cell), i);
    }
  }
  for (std::size_t row = first_cell_.size() - 1; row-- > 0;) {
    first_cell_[row] = std::min(first_cell_[row], first_cell_[row + 1]);
  }
}

const CellStyle& Grid::StyleOf(const Cell& cell) const {
  const auto index = static_cast<std::size_t>(cell.style);
  return index < sheet_.styles.size() ? sheet_.styles[index] : plain_;
}

std::vector<int> Grid::CellsIn(int row) const {
  std::vector<int> cells;
  for (int column = 0; column < columns(); ++column) {
    const int cell = CoverAt(row, column);
    if (cell >= 0 && (cells.empty() || cells.back() != cell)) cells.push_back(cell);
  }
  return cells;
}

int Grid::RowEnd(const Cell& cell) const { return std::min(rows(), cell.row + std::max(1, cell.row_span)); }

int Grid::ColumnEnd(const Cell& cell) const { return std::min(columns(), cell.column + std::max(1, cell.column_span)); }

bool Grid::IsEmptyPlace(int row, int column) const {
  const int cover = CoverAt(row, column);
  if (cover < 0) return true;
  const Cell& cell = sheet_.cells[static_cast<std::size_t>(cover)];
  return cell.text.empty() && StyleOf(cell).h_align == HAlign::kCenterAcross;
}

int Grid::TextColumnEnd(int index) const {
  const Cell& cell = sheet_.cells[static_cast<std::size_t>(index)];
  int end = ColumnEnd(cell);
  if (StyleOf(cell).h_align != HAlign::kCenterAcross) return end;
  while (end < columns() && IsEmptyPlace(cell.row, end)) ++end;
  return end;
}

Um Grid::TextWidth(int index) const {
  return ColumnX(TextColumnEnd(index)) - ColumnX(sheet_.cells[static_cast<std::size_t>(index)].column);
}

Um Grid::PadX(int index) const {
  const Cell& cell = sheet_.cells[static_cast<std::size_t>(index)];
  return std::min(StyleOf(cell).pad_x, TextWidth(index) / 12);
}

Grid::TextRoom Grid::OwnRoom(int index) const {
  const Cell& cell = sheet_.cells[static_cast<std::size_t>(index)];
  const CellStyle& style = StyleOf(cell);
  const Um pad = PadX(index);
  TextRoom room{ColumnX(cell.column) + pad, TextWidth(index) - 2 * pad};
  if (style.indent <= 0) return room;
  const bool both = style.h_align == HAlign::kDistribute;
  const Um indent = std::min(style.indent, room.width / (both ? 3 : 2));
  if (both || style.h_align == HAlign::kLeft || style.h_align == HAlign::kJustify) room.left += indent;
  if (style.h_align != HAlign::kCenter && style.h_align != HAlign::kCenterAcross) {
    room.width -= both ? 2 * indent : indent;
  }
  return room;
}

/// Numbers never run over; they would be taken for others.
bool Grid::Spills(const Cell& cell) const {
  const bool is_text =
      std::holds_alternative<std::string>(cell.value) || std::holds_alternative<std::monostate>(cell.value);
  return StyleOf(cell).spill && is_text && cell.row_span <= 1 && cell.column_span <= 1;
}

bool Grid::IsFreePlace(int row, int column) const {
  const int cover = CoverAt(row, column);
  if (cover < 0) return true;
  const Cell& cell = sheet_.cells[static_cast<std::size_t>(cover)];
  return cell.text.empty() && cell.formula.empty() && cell.row_span <= 1 && cell.column_span <= 1;
}

Um Grid::FreeBefore(const Cell& cell) const {
  int column = cell.column;
  while (column > 0 && IsFreePlace(cell.row, column - 1)) --column;
  return ColumnX(cell.column) - ColumnX(column);
}

Um Grid::FreeAfter(const Cell& cell) const {
  int end = ColumnEnd(cell);
  while (end < columns() && IsFreePlace(cell.row, end)) ++end;
  return ColumnX(end) - ColumnX(ColumnEnd(cell));
}

Grid::TextRoom Grid::RoomOf(int index) const {
  const Cell& cell = sheet_.cells[static_cast<std::size_t>(index)];
  TextRoom room = OwnRoom(index);
  if (!Spills(cell)) return room;
  const HAlign align = StyleOf(cell).h_align;
  if (align == HAlign::kCenter) {
    const Um free = std::min(FreeBefore(cell), FreeAfter(cell));
    return {room.left - free, room.width + 2 * free};
  }
  const Um free = align == HAlign::kRight ? FreeBefore(cell) : FreeAfter(cell);
  if (align == HAlign::kRight) room.left -= free;
  room.width += free;
  return room;
}

bool Grid::IsFlexible(int row) const {
  const Row& line = sheet_.rows[static_cast<std::size_t>(row)];
  return line.fill > 0 || (line.height == 0 && line.grows);
}

}  // namespace chohyo
