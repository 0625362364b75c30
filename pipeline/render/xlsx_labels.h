// Labels of chart categories that are dates.
#pragma once

#include <string>
#include <vector>

#include "pipeline/render/xlsx_book.h"

namespace chohyo {

/// Excel gives a chart whose categories are date cells an axis of time, with gaps for the days that the form leaves out
/// (weekends, say). So a hidden sheet holds the dates as text, each by a formula that follows its cell.
class XlsxLabels {
 public:
  /// `sheet_name`: the name that the hidden sheet has if one is needed.
  explicit XlsxLabels(std::string sheet_name) : sheet_name_(std::move(sheet_name)) {}

  /// The range to take categories from: `range` itself (by its sheet's name) unless a cell in it is a date or a month.
  std::string RangeFor(const Document& document, const CellRange& range, const std::string& range_sheet_name);

  /// Adds the hidden sheet, if any label needs it.
  void WriteSheet(XlsxBook* book, XlsxFormatId format) const;

 private:
  struct Label {
    std::string formula;
    std::string text;
  };
  std::string sheet_name_;
  std::vector<std::vector<Label>> columns_;
};

/// The cell that begins at a place, nullptr if none does.
const Cell* FindCell(const Sheet& sheet, int row, int column);

}  // namespace chohyo
