#include "pipeline/render/xlsx_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "pipeline/render/xlsx_text.h"
#include "pipeline/render/xlsx_value.h"

namespace chohyo {
namespace {

bool IsDate(const Cell* cell) {
  return cell != nullptr && (std::holds_alternative<Date>(cell->value) || std::holds_alternative<Month>(cell->value));
}

/// A text as a formula writes it: "a""b".
std::string Quoted(const std::string& text) {
  std::string out(1, '"');
  for (const char c : text) out.append(c == '"' ? 2U : 1U, c);
  out.push_back('"');
  return out;
}

/// A reference to the cell, through TEXT() where a number format shows it.
std::string FollowFormula(const std::string& place, const std::string& number_format) {
  const bool formatted = !number_format.empty() && number_format != "@";
  return formatted ? fmt::format("TEXT({},{})", place, Quoted(number_format)) : place;
}

}  // namespace

const Cell* FindCell(const Sheet& sheet, int row, int column) {
  const auto place = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), std::pair(row, column),
                                      [](const Cell& cell, const std::pair<int, int>& at) {
                                        return std::tie(cell.row, cell.column) < std::tie(at.first, at.second);
                                      });
  const bool found = place != sheet.cells.end() && place->row == row && place->column == column;
  return found ? &*place : nullptr;
}

std::string XlsxLabels::RangeFor(const Document& document, const CellRange& range,
                                 const std::string& range_sheet_name) {
  const Sheet& sheet = document.sheets[static_cast<std::size_t>(range.sheet)];
  bool has_date = false;
  std::vector<Label> labels;
  for (int row = range.first_row; row <= range.last_row; ++row) {
    for (int column = range.first_column; column <= range.last_column; ++column) {
      const Cell* cell = FindCell(sheet, row, column);
      has_date = has_date || IsDate(cell);
      Label label;
      if (cell != nullptr) {
        const XlsxValue value = XlsxValueOf(*cell, sheet.styles[static_cast<std::size_t>(cell->style)].format);
        const std::string place = AbsoluteRange(range_sheet_name, {0, row, column, row, column});
        label = {FollowFormula(place, value.number ? value.number_format : ""), XlsxText(cell->text)};
      }
      labels.push_back(std::move(label));
    }
  }
  if (!has_date) return AbsoluteRange(range_sheet_name, range);
  columns_.push_back(std::move(labels));
  const int column = static_cast<int>(columns_.size()) - 1;
  return AbsoluteRange(sheet_name_, {0, 0, column, static_cast<int>(columns_.back().size()) - 1, column});
}

void XlsxLabels::WriteSheet(XlsxBook* book, XlsxFormatId format) const {
  if (columns_.empty()) return;
  XlsxTab tab = book->AddTab(sheet_name_);
  std::size_t longest = 0;
  for (const auto& labels : columns_) longest = std::max(longest, labels.size());
  for (std::size_t row = 0; row < longest; ++row) {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (row >= columns_[column].size() || columns_[column][row].formula.empty()) continue;
      const Label& label = columns_[column][row];
      tab.FormulaText(static_cast<int>(row), static_cast<int>(column), label.formula, label.text, format);
    }
  }
  tab.Hide();
}

}  // namespace chohyo
