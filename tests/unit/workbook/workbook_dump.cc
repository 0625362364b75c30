#include "tests/unit/workbook/workbook_dump.h"

#include <fmt/format.h>

#include "pipeline/workbook/cell_address.h"

namespace chohyo {
namespace {

std::string Address(int row, int column) { return fmt::format("{}{}", ColumnLetters(column), row + 1); }

}  // namespace

std::string ValueText(const WorkbookValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.10g}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "TRUE" : "FALSE";
  if (const auto* text = std::get_if<std::string>(&value)) return '"' + *text + '"';
  if (const auto* error = std::get_if<WorkbookError>(&value)) return error->code;
  return {};
}

std::string CellsText(const WorkbookSheet& sheet) {
  std::string out;
  for (const WorkbookCell& cell : sheet.cells) {
    out += Address(cell.row, cell.column) + " " + ValueText(cell.value);
    if (!cell.formula.empty()) out += (cell.array_formula ? " {=" : " =") + cell.formula;
    for (const WorkbookRun& run : cell.runs) {
      out += " [" + run.text + (run.font ? fmt::format("|{} {}", run.font->name, run.font->size) : "") + "]";
    }
    out += "\n";
  }
  return out;
}

std::string RangeText(const WorkbookRange& range) {
  return Address(range.first_row, range.first_column) + ":" + Address(range.last_row, range.last_column);
}

std::string LossesText(const WorkbookSheet& sheet) {
  std::string out;
  for (const WorkbookLoss& loss : sheet.losses) {
    out += (loss.row < 0 ? "-" : Address(loss.row, loss.column)) + " " + loss.what + " " + loss.name + "\n";
  }
  return out;
}

}  // namespace chohyo
