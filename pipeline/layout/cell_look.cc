#include "pipeline/layout/cell_look.h"

#include <algorithm>

namespace chohyo {
namespace {

void Apply(const ConditionalFormat& format, CellLook* look) {
  if (format.fill_rgb) look->fill_rgb = format.fill_rgb;
  if (format.text_rgb) look->text_rgb = *format.text_rgb;
  if (format.bold) look->bold = true;
}

void ApplyToRange(const Grid& grid, const ConditionalFormat& format, std::vector<CellLook>* looks) {
  const CellRange& range = format.range;
  const int columns = range.last_column - range.first_column + 1;
  for (int row = range.first_row; row <= std::min(range.last_row, grid.rows() - 1); ++row) {
    for (int column = range.first_column; column <= std::min(range.last_column, grid.columns() - 1); ++column) {
      const auto place = static_cast<std::size_t>((row - range.first_row) * columns + column - range.first_column);
      if (place >= format.applies.size() || !format.applies[place]) continue;
      const int index = grid.CoverAt(row, column);
      if (index < 0) continue;
      const Cell& cell = grid.sheet().cells[static_cast<std::size_t>(index)];
      if (cell.row == row && cell.column == column) Apply(format, &(*looks)[static_cast<std::size_t>(index)]);
    }
  }
}

}  // namespace

std::vector<CellLook> LooksOfCells(const Grid& grid) {
  const Sheet& sheet = grid.sheet();
  std::vector<CellLook> looks;
  looks.reserve(sheet.cells.size());
  for (const Cell& cell : sheet.cells) {
    const CellStyle& style = grid.StyleOf(cell);
    looks.push_back({style.fill_rgb, style.text_rgb, style.bold});
  }
  for (auto it = sheet.conditional_formats.rbegin(); it != sheet.conditional_formats.rend(); ++it) {
    ApplyToRange(grid, *it, &looks);
  }
  return looks;
}

}  // namespace chohyo
