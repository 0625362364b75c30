#include "tests/unit/formula/cells_fixture.h"

#include <algorithm>

#include "pipeline/formula/decimal.h"

namespace chohyo::formula_test {

ExcelValue FixtureCells::At(const std::string& sheet, int row, int column) const {
  const auto cells = cells_.find(sheet);
  if (cells == cells_.end()) return {};
  const auto found = cells->second.find({row, column});
  return found == cells->second.end() ? ExcelValue() : found->second;
}

std::optional<std::pair<int, int>> FixtureCells::Extent(const std::string& sheet) const {
  const auto cells = cells_.find(sheet);
  if (cells == cells_.end()) return std::nullopt;
  std::pair<int, int> extent;
  for (const auto& [place, value] : cells->second) {
    extent.first = std::max(extent.first, place.first + 1);
    extent.second = std::max(extent.second, place.second + 1);
  }
  return extent;
}

std::optional<std::string> FixtureCells::Name(const std::string& name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? std::nullopt : std::optional(found->second);
}

FixtureCells DutyCells() {
  FixtureCells cells;
  const ExcelValue rows[7][4] = {{"氏名", "所属", "時間", "日付"},       {"佐藤 太郎", "総務課", 8.0, 45292.0},
                                 {"鈴木 花子", "総務課", 7.75, 45323.0}, {"高橋 一郎", "税務課", 0.0, 45352.5},
                                 {"Tanaka", "税務課", "8", 45383.0},     {"tanaka*", "", true, {}},
                                 {{}, "市民課", 12.25, 45657.0}};
  for (int row = 0; row < 7; ++row) {
    for (int column = 0; column < 4; ++column) {
      if (!std::holds_alternative<std::monostate>(rows[row][column])) cells.Put("表", row, column, rows[row][column]);
    }
  }
  cells.Put("表", 9, 0, ExcelError::kDiv0);
  cells.Put("１月 表", 0, 0, 10.0);
  cells.Put("１月 表", 1, 0, 20.0);
  cells.Define("定数", "8");
  cells.Define("時間列", "表!$C$2:$C$7");
  return cells;
}

std::string Shown(const ExcelValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return PlainNumberText(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return "\"" + *text + "\"";
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "TRUE" : "FALSE";
  if (const auto* error = std::get_if<ExcelError>(&value)) return ExcelErrorText(*error);
  return "(empty)";
}

std::string Computed(const std::string& formula, bool array) {
  static const FixtureCells cells = DutyCells();
  std::string reason;
  const auto parsed = ExcelFormula::Parse(formula, &reason);
  if (!parsed) return "? " + reason;
  return Shown(parsed->Compute(cells, {"表", 2, 5}, array));
}

}  // namespace chohyo::formula_test
