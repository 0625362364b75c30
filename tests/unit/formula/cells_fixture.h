// A small workbook for the tests of formulas.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/formula/excel_formula.h"

namespace chohyo::formula_test {

/// Cells by sheet and name ("B2"); "表" is where formulas stand.
class FixtureCells : public FormulaCells {
 public:
  void Put(const std::string& sheet, int row, int column, ExcelValue value) {
    cells_[sheet][{row, column}] = std::move(value);
  }
  void Define(const std::string& name, const std::string& formula) { names_[name] = formula; }

  ExcelValue At(const std::string& sheet, int row, int column) const override;
  std::optional<std::pair<int, int>> Extent(const std::string& sheet) const override;
  std::optional<std::string> Name(const std::string& name) const override;
  double Today() const override { return 45383.5; }  // 2024-04-01 12:00

 private:
  std::map<std::string, std::map<std::pair<int, int>, ExcelValue>> cells_;
  std::map<std::string, std::string> names_;
};

/// A duty table: A1:D7 on "表" (names, departments, hours, dates), "１月 表" with two numbers, the name 定数 = 8.
FixtureCells DutyCells();

/// A value for comparing: "3", "\"文\"", "TRUE", "#N/A".
std::string Shown(const ExcelValue& value);

/// What a formula on 表!F3 comes to; "?" and the reason if it cannot be read.
std::string Computed(const std::string& formula, bool array = false);

}  // namespace chohyo::formula_test
