// A worksheet of an Excel form as a grid of places: how far it reaches, what stands where, and the edges between.
#pragma once

#include <string>
#include <vector>

#include "pipeline/sheet/office_form.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

class FormGrid {
 public:
  /// Throws InputFault naming `file` for a sheet that is larger than any form.
  FormGrid(const Workbook& book, const WorkbookSheet& sheet, const std::string& file);

  int rows() const { return rows_; }
  int columns() const { return columns_; }
  const WorkbookSheet& sheet() const { return sheet_; }
  /// The stored cell at a place; nullptr if there is none.
  const WorkbookCell* At(int row, int column) const;
  /// The format of a place, stored or not.
  int FormatAt(int row, int column) const;
  const WorkbookFormat& LookAt(int row, int column) const {
    return book_.formats[static_cast<std::size_t>(FormatAt(row, column))];
  }
  /// The merge that a place belongs to; nullptr if none. Merges that overlap an earlier one are left out.
  const WorkbookRange* MergeAt(int row, int column) const;
  const std::vector<WorkbookRange>& merges() const { return merges_; }
  /// What the places of a row ask for at their sides; nothing inside of merges.
  std::vector<PlaceEdges> EdgesOf(int row) const;
  /// Whether anything is to be kept of a place: a value, a merge, or a look.
  bool IsWorthACell(int row, int column) const;

 private:
  void MeasureExtent(const std::string& file);
  void Reach(int row, int column);
  bool IsVisible(const WorkbookCell& cell) const;
  void PlaceMerges();
  std::size_t Index(int row, int column) const { return static_cast<std::size_t>(row) * columns_ + column; }

  const Workbook& book_;
  const WorkbookSheet& sheet_;
  int rows_ = 0, columns_ = 0;
  std::vector<WorkbookRange> merges_;
  std::vector<int> cells_;     ///< of each place: index of the stored cell, −1 = none
  std::vector<int> merge_of_;  ///< of each place: index into merges_, −1 = none
};

}  // namespace chohyo
