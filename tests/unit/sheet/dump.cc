#include "tests/unit/sheet/dump.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/formula/excel_formula.h"
#include "pipeline/sheet/bind.h"

namespace chohyo {
namespace {

const char* AlignName(HAlign align) {
  constexpr const char* kNames[] = {"left", "center", "right", "justify", "spread", "across"};
  return kNames[static_cast<int>(align)];
}

std::string RowText(const Row& row, int number) {
  std::string text = fmt::format("row {} {:.1f}mm", number, row.height / 1000.0);
  if (row.fill > 0) text += fmt::format(" fill {}", row.fill);
  constexpr const char* kBands[] = {"", " heading", " detail", " subtotal", " footer"};
  text += kBands[static_cast<int>(row.band)];
  if (row.group > 0) text += fmt::format(" group {}", row.group);
  if (row.break_before) text += " break";
  if (row.hidden) text += " hidden";
  return text + "\n";
}

std::string Escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "\\n");
  return text;
}

std::string CellText(const Sheet& sheet, const Cell& cell) {
  std::string text = fmt::format("  {}", CellName(cell.row, cell.column));
  if (cell.row_span > 1 || cell.column_span > 1) {
    text += fmt::format(":{}", CellName(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1));
  }
  const CellStyle& style = sheet.styles[static_cast<std::size_t>(cell.style)];
  text += fmt::format(" {}", AlignName(style.h_align));
  if (!cell.formula.empty()) text += fmt::format(" ={}", cell.formula);
  if (!style.format.empty()) text += fmt::format(" <{}>", style.format);
  if (cell.diagonal) text += " /";
  return text + fmt::format(" \"{}\"\n", Escaped(cell.text));
}

char EdgeChar(const Edge& edge) { return " .'12-+345M*=#"[static_cast<int>(edge.style)]; }

}  // namespace

std::string DumpSheet(const Sheet& sheet) {
  std::string text;
  for (const Um width : sheet.columns) text += fmt::format("{}{:.1f}", text.empty() ? "" : " ", width / 1000.0);
  text += "\n";
  auto cell = sheet.cells.begin();
  for (int row = 0; row < sheet.row_count(); ++row) {
    text += RowText(sheet.rows[static_cast<std::size_t>(row)], row + 1);
    for (; cell != sheet.cells.end() && cell->row == row; ++cell) text += CellText(sheet, *cell);
  }
  return text;
}

std::string DumpEdges(const Sheet& sheet) {
  std::string text;
  for (int row = 0; row <= sheet.row_count(); ++row) {
    for (int c = 0; c < sheet.column_count(); ++c) {
      text += ' ';
      text += EdgeChar(sheet.HorizontalEdge(row, c));
    }
    text += "\n";
    if (row == sheet.row_count()) break;
    for (int c = 0; c <= sheet.column_count(); ++c) {
      text += EdgeChar(sheet.VerticalEdge(row, c));
      if (c < sheet.column_count()) text += ' ';
    }
    text += "\n";
  }
  return text;
}

std::string Filled(std::string_view yaml, const Value& values, const BindOptions& options) {
  return DumpSheet(Bind(Template::Parse(yaml, "form.yaml"), values, options).at(0));
}

std::string FaultOf(std::string_view yaml, const Value& values) {
  try {
    Bind(Template::Parse(yaml, "form.yaml"), values, {});
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return {};
}

std::string Form(const std::string& body) { return "form: test.form\ntitle: 試験\nbody:\n" + body; }

}  // namespace chohyo
