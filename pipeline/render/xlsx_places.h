// Walks a sheet's grid row by row: which cell covers each place, and which edges surround it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/render/xlsx_styles.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// Throws OutputFault, naming the cell, if a cell leaves the sheet's grid or stands before the one before it.
void RefuseCellsOutside(const Sheet& sheet, const std::string& name);

/// The cells that cover one row after another, for a sheet that passed RefuseCellsOutside().
class XlsxPlaces {
 public:
  /// `name` is the sheet's, for messages.
  XlsxPlaces(const Sheet& sheet, const std::string& name);

  /// Moves to the next row (the first call: row 0). Throws OutputFault naming both cells if two claim one place:
  /// Excel takes such a file for damaged.
  void NextRow();

  /// The index of the cell that covers a column of the current row, -1 for none.
  int CellAt(int column) const { return covering_[static_cast<std::size_t>(column)]; }

  /// The edges of a place of the current row; inside a cell that covers several places there are none.
  XlsxEdges EdgesAt(int column) const;

 private:
  void Cover(int cell);

  const Sheet& sheet_;
  const std::string& name_;
  int row_ = -1;
  std::size_t next_cell_ = 0;
  std::vector<int> covering_;
};

/// The rectangle of places that a cell covers.
CellRange RangeOf(const Cell& cell);

}  // namespace chohyo
