// Sheets made by hand for the tests of layout.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/layout/layout.h"

namespace chohyo {

/// The fonts of an office that configures none.
std::shared_ptr<const FontSet> TestFonts();

/// A sheet under construction: rows and columns first, then cells, then edges.
class SheetBuilder {
 public:
  explicit SheetBuilder(std::vector<Um> columns);

  int Style(const CellStyle& style) {
    sheet_.styles.push_back(style);
    return static_cast<int>(sheet_.styles.size()) - 1;
  }
  int AddRow(Um height = 0) {
    Row row;
    row.height = height;
    sheet_.rows.push_back(row);
    return sheet_.row_count() - 1;
  }
  Row& RowAt(int row) { return sheet_.rows[static_cast<std::size_t>(row)]; }
  /// Cells must come ordered by row, then column.
  Cell& AddCell(int row, int column, const std::string& text, int style = 0, int row_span = 1, int column_span = 1);

  /// All edges of rows [first, last]: frame and inner rules.
  void RuleAll(int first, int last, LineStyle frame, LineStyle inner) {
    SizeEdges();
    const int columns = sheet_.column_count();
    for (int row = first; row <= last + 1; ++row) {
      const bool outer = row == first || row == last + 1;
      for (int c = 0; c < columns; ++c) sheet_.HorizontalEdge(row, c).style = outer ? frame : inner;
    }
    for (int row = first; row <= last; ++row) {
      for (int c = 0; c <= columns; ++c) sheet_.VerticalEdge(row, c).style = c == 0 || c == columns ? frame : inner;
    }
  }

  Sheet& sheet() {
    SizeEdges();
    return sheet_;
  }

  /// A document of this one sheet.
  Document MakeDocument();

 private:
  void SizeEdges() {
    const auto rows = static_cast<std::size_t>(sheet_.row_count());
    const auto columns = static_cast<std::size_t>(sheet_.column_count());
    sheet_.horizontal.resize((rows + 1) * columns);
    sheet_.vertical.resize(rows * (columns + 1));
  }
  Sheet sheet_;
};

/// What Layouter made of a builder's sheet.
struct LaidOut {
  Document document;
  Pages pages;
  std::vector<LayoutIssue> issues;
};

LaidOut LayOut(SheetBuilder& builder);

/// The runs of a cell on all pages, in drawing order.
std::vector<TextRun> RunsOf(const Pages& pages, int cell);

/// The text of each line of a cell: runs on one baseline are one line.
std::vector<std::string> LinesOf(const Pages& pages, int cell);

}  // namespace chohyo
