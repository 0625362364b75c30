// All formulas of a workbook computed, each after those it reads.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/formula/excel_formula.h"
#include "pipeline/formula/excel_value.h"

namespace chohyo {

/// A formula cell as the file has it.
struct GridFormula {
  std::string text;            ///< without '='
  ExcelValue cached;           ///< what the file last had for it
  bool array_formula = false;  ///< {=…}
};

/// A formula that keeps its cached value.
struct NotComputed {
  FormulaPlace place;
  std::string reason;  ///< in the user's language: "関数 FOO は計算できません"
};

/// Sheets of values and formulas. Fill it, call ComputeAll once, read values. References to sheets that are not there
/// give #REF!.
class FormulaGrid {
 public:
  /// `today`: days since 1899-12-30, for TODAY and NOW.
  explicit FormulaGrid(double today);
  ~FormulaGrid();
  FormulaGrid(const FormulaGrid&) = delete;
  FormulaGrid& operator=(const FormulaGrid&) = delete;

  /// A sheet, also one without cells. Sheet names are compared without regard to case, as Excel does.
  void AddSheet(const std::string& sheet);
  /// The sheet is added if it is not there.
  void PutValue(const std::string& sheet, int row, int column, ExcelValue value);
  void PutFormula(const std::string& sheet, int row, int column, GridFormula formula);
  /// A defined name and the formula it stands for; names are compared without regard to case.
  void DefineName(const std::string& name, const std::string& formula);

  /// Computes every formula. What was not computed is listed by sheet in order of adding, then row, then column.
  std::vector<NotComputed> ComputeAll();

  /// A cell's value, after ComputeAll also a formula's; empty for cells that are not there.
  ExcelValue ValueAt(const std::string& sheet, int row, int column) const;

  /// The cells as formulas see them, for formulas that stand in no cell (conditional formats).
  const FormulaCells& cells() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
