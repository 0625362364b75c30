// Workbooks as literals, for tests of Excel forms.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline/excel/excel_template.h"
#include "pipeline/sheet/cell_address.h"
#include "pipeline/sheet/template.h"

namespace chohyo {

/// A workbook of one empty sheet "様式" with one plain format.
inline Workbook PlainWorkbook() {
  Workbook book;
  book.default_font.name = "ＭＳ 明朝";
  book.formats.emplace_back().font = book.default_font;
  WorkbookSheet& sheet = book.sheets.emplace_back();
  sheet.name = "様式";
  sheet.default_column_width = 16000;
  sheet.default_row_height = 4763;
  sheet.page.left = sheet.page.right = 18000;
  sheet.page.top = sheet.page.bottom = 19000;
  return book;
}

inline WorkbookCell& Put(WorkbookSheet* sheet, int row, int column, WorkbookValue value) {
  WorkbookCell& cell = sheet->cells.emplace_back();
  cell.row = row;
  cell.column = column;
  cell.value = std::move(value);
  return cell;
}

inline WorkbookCell& PutFormula(WorkbookSheet* sheet, int row, int column, std::string formula) {
  WorkbookCell& cell = Put(sheet, row, column, {});
  cell.formula = std::move(formula);
  return cell;
}

inline Template FormOf(const Workbook& book, const std::string& file = "templates/own.form.xlsx") {
  return TemplateFromWorkbook(book, file, {});
}

/// Every cell that holds something, as "A1=text", formulas as "B2=text (SUM(B1))", one a line.
inline std::string TextsOf(const Sheet& sheet) {
  std::string texts;
  for (const Cell& cell : sheet.cells) {
    if (cell.text.empty() && cell.formula.empty()) continue;
    texts += CellAddress(cell.row, cell.column) + "=" + cell.text;
    if (!cell.formula.empty()) texts += " (" + cell.formula + ")";
    texts += "\n";
  }
  return texts;
}

/// People with names and points, as a list.
inline Value People(const std::vector<std::string>& names) {
  ValueList list;
  for (const std::string& name : names) {
    list.emplace_back(
        ValueMap{{"id", Value("1")}, {"name", Value(name)}, {"title", Value("主事")}, {"row", Value(ValueMap{})}});
  }
  return Value(std::move(list));
}

}  // namespace chohyo
