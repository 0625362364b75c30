// A sheet's grid as layout walks it: which cell covers a place, where columns begin, which cells begin in a row.
#pragma once

#include <vector>

#include "pipeline/sheet/sheet.h"

namespace chohyo {

class Grid {
 public:
  explicit Grid(const Sheet& sheet);

  const Sheet& sheet() const { return sheet_; }
  int rows() const { return sheet_.row_count(); }
  int columns() const { return sheet_.column_count(); }
  const CellStyle& StyleOf(const Cell& cell) const;

  /// The cell that covers a place, -1 if none.
  int CoverAt(int row, int column) const { return cover_[static_cast<std::size_t>(row * columns() + column)]; }
  /// Left edge of a column, from the left margin; columns() gives the right edge of the last.
  Um ColumnX(int column) const { return column_x_[static_cast<std::size_t>(column)]; }
  /// The cells that begin in a row are [FirstCellOf(row), FirstCellOf(row + 1)).
  int FirstCellOf(int row) const { return first_cell_[static_cast<std::size_t>(row)]; }
  /// The cells that stand in a row, from left to right, those from rows above included.
  std::vector<int> CellsIn(int row) const;
  /// One past the last row and column of a cell, within the sheet.
  int RowEnd(const Cell& cell) const;
  int ColumnEnd(const Cell& cell) const;
  /// ColumnEnd, or for text centred across, the end of the empty places after the cell.
  int TextColumnEnd(int cell) const;
  Um TextWidth(int cell) const;
  /// Where the lines of a cell's text are aligned, from the left margin.
  struct TextRoom {
    Um left = 0, width = 0;
  };
  /// The cell without padding (the style's, but no more than a twelfth of a narrow cell) and indent, with the empty
  /// places over which its text may run on.
  TextRoom RoomOf(int cell) const;

  /// True if a row is as high as its text wants or takes spare height: text there is not shrunk to fit.
  bool IsFlexible(int row) const;
  bool IsOpen(int row) const { return !sheet_.rows[static_cast<std::size_t>(row)].hidden; }

 private:
  bool IsEmptyPlace(int row, int column) const;
  bool IsFreePlace(int row, int column) const;
  bool Spills(const Cell& cell) const;
  Um FreeBefore(const Cell& cell) const;
  Um FreeAfter(const Cell& cell) const;
  Um PadX(int cell) const;
  TextRoom OwnRoom(int cell) const;

  const Sheet& sheet_;
  std::vector<int> cover_;
  std::vector<Um> column_x_;
  std::vector<int> first_cell_;
  CellStyle plain_;
};

}  // namespace chohyo
