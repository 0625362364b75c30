// Excel formulas: read, moved with their rows, and computed for the common functions.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/formula/excel_value.h"

namespace chohyo {

struct FormulaNode;

/// A cell or a range of cells in a formula. Single cells have last = first. Whole columns (A:A) reach from row 0 to
/// row 1,048,575, whole rows (3:5) from column 0 to column 16,383.
struct FormulaRange {
  std::string sheet;  ///< "" = the formula's own
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  bool first_row_absolute = false, first_column_absolute = false;
  bool last_row_absolute = false, last_column_absolute = false;
  bool is_range = false;  ///< written with ':'
};

/// What a formula sees of its workbook.
class FormulaCells {
 public:
  virtual ~FormulaCells() = default;
  virtual ExcelValue At(const std::string& sheet, int row, int column) const = 0;
  /// One past the last used row and column of a sheet: where whole columns and rows end. Nothing for unknown sheets.
  virtual std::optional<std::pair<int, int>> Extent(const std::string& sheet) const = 0;
  /// What a defined name stands for, as a formula; nothing if unknown.
  virtual std::optional<std::string> Name(const std::string& name) const = 0;
  /// Days since 1899-12-30 for TODAY and NOW: the run's "now", never the clock.
  virtual double Today() const = 0;
};

/// Where a formula stands.
struct FormulaPlace {
  std::string sheet;
  int row = 0, column = 0;
};

class ExcelFormula {
 public:
  ~ExcelFormula();
  ExcelFormula(ExcelFormula&&) noexcept;
  ExcelFormula& operator=(ExcelFormula&&) noexcept;

  /// Reads a formula without its '='; nothing for what cannot be read (`reason` then says why, in the user's language).
  static std::optional<ExcelFormula> Parse(std::string_view text, std::string* reason);

  /// The formula as text again, without '='.
  std::string Text() const;

  /// Every range of the formula, in order of writing.
  std::vector<FormulaRange> Ranges() const;

  /// The ranges whose cells' values count: not those of which only the place is asked (ROW, COLUMNS …).
  std::vector<FormulaRange> RangesRead() const;

  /// The same formula with each range replaced: by one, by several (a union, in parentheses where a function takes one
  /// argument), or by none (#REF!).
  ExcelFormula Moved(const std::function<std::vector<FormulaRange>(const FormulaRange&)>& move) const;

  /// Names of functions that Compute does not know, in capitals, each once; names of defined names it uses.
  std::vector<std::string> UnknownFunctions() const;
  std::vector<std::string> Names() const;

  /// The value; errors as Excel has them. Unknown functions give #NAME?. References to cells are read through `cells`.
  /// An array formula ({=…}) computes with whole ranges where another takes the cell of its own row or column; its
  /// first value comes back.
  ExcelValue Compute(const FormulaCells& cells, const FormulaPlace& here, bool array_formula = false) const;

 private:
  explicit ExcelFormula(std::unique_ptr<FormulaNode> root);
  std::unique_ptr<FormulaNode> root_;
};

/// "B7", "AA12": for messages.
std::string CellName(int row, int column);

}  // namespace chohyo
