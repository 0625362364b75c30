// What an office's own Excel form has beyond rows of filled cells. Rows are counted as in the form's own file, before
// anything is repeated; filling moves all of it to where its rows came to stand.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/sheet/expression.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// What one place of a row asks for on its four sides.
struct PlaceEdges {
  int column = 0;
  Edge top, right, bottom, left;
};

/// What a cell of such a form has of its own.
struct FormCell {
  std::string formula;  ///< as Excel writes it, without '='; the cell's text is its cached value
  Edge diagonal_down, diagonal_up;
};

/// A figure with text in it.
struct FormShape {
  Shape shape;
  Text text;
};

/// A rule of a conditional format: switched on where the formula, written for the first cell of its first range, is
/// true.
struct FormConditional {
  std::vector<CellRange> ranges;
  std::string formula;
  std::optional<Rgb> fill_rgb, text_rgb;
  bool bold = false;
};

/// A worksheet of such a form.
struct OfficeForm {
  std::vector<Um> columns;
  std::vector<int> hidden_columns, column_breaks;
  std::vector<Picture> pictures;
  std::vector<FormShape> shapes;
  std::vector<CellRule> cell_rules;
  std::vector<FormConditional> conditionals;  ///< the first that applies to a cell wins
  std::vector<CellRange> print_areas;
  std::optional<std::pair<int, int>> title_rows, title_columns;
  std::vector<std::pair<std::string, std::string>> names;  ///< defined names and their formulas
  int freeze_row = 0, freeze_column = 0;
  bool hidden = false;
  bool print_gridlines = false;
};

}  // namespace chohyo
