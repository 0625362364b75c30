#include "pipeline/render/xlsx_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_chart.h"
#include "pipeline/render/xlsx_fit.h"
#include "pipeline/render/xlsx_names.h"
#include "pipeline/render/xlsx_pictures.h"
#include "pipeline/render/xlsx_places.h"
#include "pipeline/render/xlsx_print.h"
#include "pipeline/render/xlsx_tall_rows.h"
#include "pipeline/render/xlsx_text.h"
#include "pipeline/render/xlsx_value.h"
#include "pipeline/sheet/cell_address.h"

namespace chohyo {
namespace {

std::string FormulaFor(const XlsxContext& context, const std::string& formula) {
  return WithNewNames(XlsxText(formula), context.wanted_names, context.names);
}

/// Writes the cells of a sheet from the top row to the last.
class CellWriter {
 public:
  CellWriter(const XlsxContext& context, const Sheet& sheet, const std::string& name, const SheetLayout& layout,
             const XlsxGrid& grid, XlsxTab* tab)
      : sheet_(sheet),
        name_(name),
        context_(context),
        layout_(layout),
        grid_(grid),
        styles_(context.styles),
        tab_(*tab),
        places_(sheet_, name_),
        memory_(sheet_.columns.size()) {
    for (const CellStyle& style : sheet_.styles) style_numbers_.push_back(styles_.Intern(style));
  }

  void WriteAll() {
    for (int row = 0; row < sheet_.row_count(); ++row) {
      tab_.SetRow(row, grid_.row_points[static_cast<std::size_t>(row)],
                  sheet_.rows[static_cast<std::size_t>(row)].hidden);
      places_.NextRow();
      across_style_ = -1;
      for (int column = 0; column < sheet_.column_count(); ++column) WritePlace(row, column);
    }
  }

 private:
  /// The look last used in a column, and its format: most cells look like the one above them.
  struct Remembered {
    XlsxLook look;
    XlsxFormatId format = -1;
  };

  void WritePlace(int row, int column) {
    const int index = places_.CellAt(column);
    if (index < 0) {
      WriteUncovered(row, column);
      return;
    }
    const Cell& cell = sheet_.cells[static_cast<std::size_t>(index)];
    if (cell.row != row || cell.column != column) {
      WriteCovered(cell, row, column);
      return;
    }
    WriteCell(cell, index);
    if (cell.row_span > 1 || cell.column_span > 1) tab_.Merge(RangeOf(cell));
  }

  /// A place without a cell is written only if it has a line to show or carries on a text centred across.
  void WriteUncovered(int row, int column) {
    XlsxLook look;
    XlsxStyles::SetEdges(places_.EdgesAt(column), &look);
    look.size = 1050;
    look.across = across_style_ >= 0;
    if (look.across) look.style = across_style_;
    if (look.across || look.top != 0 || look.bottom != 0 || look.left != 0 || look.right != 0) {
      tab_.Blank(row, column, FormatOf(look, column));
    }
  }

  /// A place inside a merged cell: it has its part of the cell's borders.
  void WriteCovered(const Cell& cell, int row, int column) {
    XlsxLook look;
    look.style = style_numbers_[static_cast<std::size_t>(cell.style)];
    look.size = StyleOf(cell).size;
    XlsxStyles::SetEdges(places_.EdgesAt(column), &look);
    tab_.Blank(row, column, FormatOf(look, column));
  }

  void WriteCell(const Cell& cell, int index) {
    const CellStyle& style = StyleOf(cell);
    const XlsxValue value = XlsxValueOf(cell, style.format);
    const XlsxFit fit = FitForExcel(cell, style, RoomOf(cell, index), value.number.has_value());
    const bool empty = !value.number && value.text.empty() && cell.formula.empty();
    if (!empty) across_style_ = style.h_align == HAlign::kCenterAcross ? NumberOf(cell) : -1;
    XlsxLook look;
    look.style = NumberOf(cell);
    look.size = fit.size;
    look.shrink = fit.shrink;
    XlsxStyles::SetDiagonals(cell, &look);
    look.apart = !empty && RunsIntoTextBefore(cell);
    look.across = empty && across_style_ >= 0;
    look.number_format = styles_.InternCode(value.number_format);
    XlsxStyles::SetEdges(EdgesOf(cell), &look);
    Write(cell, value, FormatOf(look, cell.column));
  }

  void Write(const Cell& cell, const XlsxValue& value, XlsxFormatId format) {
    if (!cell.formula.empty()) {
      WriteFormula(cell, value, format);
    } else if (value.number) {
      tab_.Number(cell.row, cell.column, *value.number, format);
    } else if (value.text.empty()) {
      tab_.Blank(cell.row, cell.column, format);
    } else {
      if (value.text.size() > kXlsxCellText) RefuseLongText(cell, cell.text, kXlsxCellText);
      tab_.Text(cell.row, cell.column, value.text, format);
    }
  }

  void WriteFormula(const Cell& cell, const XlsxValue& value, XlsxFormatId format) {
    RefuseLongText(cell, cell.formula, kXlsxFormula);
    RefuseLongText(cell, cell.text, kXlsxCellText);
    const std::string formula = FormulaFor(context_, cell.formula);
    if (value.number) {
      tab_.FormulaNumber(cell.row, cell.column, formula, *value.number, format);
    } else {
      tab_.FormulaText(cell.row, cell.column, formula, value.text, format);
    }
  }

  void RefuseLongText(const Cell& cell, const std::string& text, std::size_t limit) const {
    const std::size_t length = Utf16Length(text);
    if (length <= limit) return;
    const std::string source =
        cell.origin.file != nullptr ? fmt::format("{}:{}: ", *cell.origin.file, cell.origin.line) : std::string();
    throw OutputFault(
        Say("{}シート「{}」のセル {} は {} 文字あり、Excel の上限 {} 文字を超えます。文を短くしてください。",
            "{}Sheet \"{}\", cell {}: {} characters, more than Excel's {}. Shorten the text.", source, name_,
            CellAddress(cell.row, cell.column), length, limit));
  }

  /// True for text at the left of its cell, without a line there, right behind a text that ends at that very place: the
  /// PDF keeps them apart by padding, which cells of Excel don't have.
  bool RunsIntoTextBefore(const Cell& cell) const {
    if (cell.column == 0 || StyleOf(cell).h_align != HAlign::kLeft) return false;
    const int before = places_.CellAt(cell.column - 1);
    if (before < 0 || places_.EdgesAt(cell.column).left.style != LineStyle::kNone) return false;
    const Cell& left = sheet_.cells[static_cast<std::size_t>(before)];
    const HAlign align = StyleOf(left).h_align;
    return !left.text.empty() && (align == HAlign::kDistribute || align == HAlign::kRight || align == HAlign::kJustify);
  }

  /// The edges of a cell's first place; the other places have theirs written on their own.
  XlsxEdges EdgesOf(const Cell& cell) const { return places_.EdgesAt(cell.column); }

  XlsxRoom RoomOf(const Cell& cell, int index) const {
    XlsxRoom room;
    for (int i = 0; i < cell.column_span; ++i) room.width += sheet_.columns[static_cast<std::size_t>(cell.column + i)];
    for (int i = 0; i < cell.row_span; ++i) {
      room.height += layout_.row_heights[static_cast<std::size_t>(cell.row + i)];
    }
    const CentiPoint set = layout_.cell_sizes[static_cast<std::size_t>(index)];
    room.size = set > 0 ? set : StyleOf(cell).size;
    return room;
  }

  const CellStyle& StyleOf(const Cell& cell) const { return sheet_.styles[static_cast<std::size_t>(cell.style)]; }
  int NumberOf(const Cell& cell) const { return style_numbers_[static_cast<std::size_t>(cell.style)]; }

  XlsxFormatId FormatOf(const XlsxLook& look, int column) {
    Remembered& last = memory_[static_cast<std::size_t>(column)];
    if (last.format < 0 || last.look != look) last = {look, styles_.FormatOf(look)};
    return last.format;
  }

  const Sheet& sheet_;
  const std::string& name_;
  const XlsxContext& context_;
  const SheetLayout& layout_;
  const XlsxGrid& grid_;
  XlsxStyles& styles_;
  XlsxTab& tab_;
  XlsxPlaces places_;
  std::vector<int> style_numbers_;
  std::vector<Remembered> memory_;
  int across_style_ = -1;  ///< style of the text that the row's empty places are centred with, -1 = none
};

void RefuseWrongLayout(const Sheet& sheet, const SheetLayout& layout, const std::string& name) {
  if (layout.row_heights.size() == sheet.rows.size() && layout.cell_sizes.size() == sheet.cells.size()) return;
  throw OutputFault(Say("シート「{}」の組版結果が表と合いません（プログラムの誤りです）。",
                        "Sheet \"{}\": the layout does not belong to the grid (an error of this program).", name));
}

void WriteAround(const XlsxContext& context, const Sheet& sheet, const XlsxGrid& grid, XlsxTab* tab) {
  WriteDropDowns(sheet, &context.choices, tab);
  for (const ConditionalFormat& condition : sheet.conditional_formats) {
    tab->Condition(condition, FormulaFor(context, condition.formula));
  }
  for (const Chart& chart : sheet.charts) {
    tab->Insert(MakeXlsxChart(context.document, chart, grid, context.names, context.book.streaming(), &context.labels));
  }
  if (sheet.freeze_row > 0 || sheet.freeze_column > 0) tab->Freeze(sheet.freeze_row, sheet.freeze_column);
}

/// Excel counts the pages of what is printed at once; a sheet among several says the numbers of the whole document, so
/// that it reads the same printed alone.
void SetPrint(const XlsxContext& context, const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid,
              bool laid_out, XlsxTab* tab) {
  const bool counted = context.document.sheets.size() > 1 && laid_out && layout.document_pages > 0;
  XlsxPrint print =
      MakeXlsxPrint(sheet, layout, grid, laid_out, counted ? std::to_string(layout.document_pages) : "&N");
  if (counted || sheet.page.first_page_number != 1) {
    print.first_page_number = counted ? layout.first_page_number : sheet.page.first_page_number;
  }
  tab->Print(print);
}

/// The sheet to open the workbook with where the first is hidden; else none needs to be named.
bool IsFirstShown(const Document& document, std::size_t index) {
  if (index == 0 || document.sheets[index].hidden) return false;
  return std::all_of(document.sheets.begin(), document.sheets.begin() + static_cast<std::ptrdiff_t>(index),
                     [](const Sheet& sheet) { return sheet.hidden; });
}

void WriteCellRules(const XlsxContext& context, const Sheet& sheet, XlsxTab* tab) {
  constexpr std::size_t kLongestTitle = 32, kLongestMessage = 255;
  const auto text = [](const std::string& from, std::size_t most) {
    return std::string(Utf16Prefix(XlsxText(from), most));
  };
  for (CellRule rule : sheet.cell_rules) {
    rule.formula1 = FormulaFor(context, rule.formula1);
    rule.formula2 = FormulaFor(context, rule.formula2);
    rule.error_title = text(rule.error_title, kLongestTitle);
    rule.prompt_title = text(rule.prompt_title, kLongestTitle);
    rule.error = text(rule.error, kLongestMessage);
    rule.prompt = text(rule.prompt, kLongestMessage);
    tab->Restrict(rule);
  }
}

void WriteSheet(const XlsxContext& context, const Sheet& sheet, const std::string& name, const SheetLayout& layout,
                bool laid_out, bool open_here) {
  const XlsxGrid grid = MakeXlsxGrid(sheet, layout);
  XlsxTab tab = context.book.AddTab(name);
  for (int column = 0; column < sheet.column_count(); ++column) {
    tab.SetColumn(column, grid.column_steps[static_cast<std::size_t>(column)], IsHiddenColumn(sheet, column));
  }
  CellWriter(context, sheet, name, layout, grid, &tab).WriteAll();
  WriteAround(context, sheet, grid, &tab);
  WritePictures(sheet, layout, grid, &tab);
  WriteCellRules(context, sheet, &tab);
  if (sheet.hidden) tab.Hide();
  SetPrint(context, sheet, layout, grid, laid_out, &tab);
  if (open_here) tab.Activate();
}

}  // namespace

void WriteXlsxSheet(const XlsxContext& context, std::size_t index, const SheetLayout* layout) {
  const Sheet& sheet = context.document.sheets[index];
  const std::string& name = context.names[index];
  RefuseCellsOutside(sheet, name);
  const SheetLayout plain = layout != nullptr ? SheetLayout{} : PlainLayout(sheet);
  const SheetLayout& measures = layout != nullptr ? *layout : plain;
  RefuseWrongLayout(sheet, measures, name);
  const bool open_here = IsFirstShown(context.document, index);
  if (context.split_tall_rows) {
    const SplitSheet split = SplitTallRows(sheet, measures);
    WriteSheet(context, split.sheet, name, split.layout, layout != nullptr, open_here);
  } else {
    WriteSheet(context, sheet, name, measures, layout != nullptr, open_here);
  }
}

}  // namespace chohyo
