#include "pipeline/render/xlsx_tall_rows.h"

#include <algorithm>

namespace chohyo {
namespace {

bool IsTall(Um height) { return height > kHighestXlsxRow; }

bool RefersToRows(const Sheet& sheet) {
  const bool drawn_on = !sheet.charts.empty() || !sheet.pictures.empty() || !sheet.shapes.empty();
  return drawn_on || !sheet.conditional_formats.empty() || !sheet.cell_rules.empty() || !sheet.print_areas.empty() ||
         std::any_of(sheet.cells.begin(), sheet.cells.end(), [](const Cell& cell) { return !cell.formula.empty(); });
}

/// For each row its first new row, and the count of new rows at the end.
std::vector<int> NewFirstRows(const SheetLayout& layout) {
  std::vector<int> first{0};
  for (const Um height : layout.row_heights) {
    first.push_back(first.back() + std::max(1, (height + kHighestXlsxRow - 1) / kHighestXlsxRow));
  }
  return first;
}

template <typename T>
void AppendRow(const std::vector<T>& from, std::size_t row, std::size_t width, std::vector<T>* to) {
  const auto begin = from.begin() + static_cast<std::ptrdiff_t>(row * width);
  to->insert(to->end(), begin, begin + static_cast<std::ptrdiff_t>(width));
}

/// The edges of the new grid: those at the sides go on, and none lie between the parts of a row.
void SplitEdges(const Sheet& from, const std::vector<int>& first, Sheet* to) {
  const std::size_t columns = from.columns.size();
  to->horizontal.clear();
  to->vertical.clear();
  for (std::size_t row = 0; row < from.rows.size(); ++row) {
    for (int part = first[row]; part < first[row + 1]; ++part) {
      if (part == first[row]) {
        AppendRow(from.horizontal, row, columns, &to->horizontal);
      } else {
        to->horizontal.resize(to->horizontal.size() + columns);
      }
      AppendRow(from.vertical, row, columns + 1, &to->vertical);
    }
  }
  AppendRow(from.horizontal, from.rows.size(), columns, &to->horizontal);
}

void SplitHeights(const Sheet& from, const std::vector<int>& first, SplitSheet* to) {
  const std::vector<Um> heights = std::move(to->layout.row_heights);
  to->sheet.rows.clear();
  to->layout.row_heights.clear();
  for (std::size_t row = 0; row < heights.size(); ++row) {
    const int parts = first[row + 1] - first[row];
    for (int part = 0; part < parts; ++part) {
      to->sheet.rows.push_back(from.rows[row]);
      to->layout.row_heights.push_back(heights[row] * (part + 1) / parts - heights[row] * part / parts);
    }
  }
}

}  // namespace

bool MaySplitTallRows(const Document& document, const Pages& pages) {
  const bool tall = std::any_of(pages.sheets.begin(), pages.sheets.end(), [](const SheetLayout& layout) {
    return std::any_of(layout.row_heights.begin(), layout.row_heights.end(), IsTall);
  });
  return tall && std::none_of(document.sheets.begin(), document.sheets.end(), RefersToRows);
}

SplitSheet SplitTallRows(const Sheet& sheet, const SheetLayout& layout) {
  SplitSheet out{sheet, layout};
  const std::vector<int> first = NewFirstRows(layout);
  const auto moved = [&first](int row) { return first[static_cast<std::size_t>(row)]; };
  for (Cell& cell : out.sheet.cells) {
    const int end = moved(cell.row + cell.row_span);
    cell.row = moved(cell.row);
    cell.row_span = end - cell.row;
  }
  for (int& row : out.layout.page_first_rows) row = moved(row);
  if (sheet.repeat_first >= 0) {
    out.sheet.repeat_first = moved(sheet.repeat_first);
    out.sheet.repeat_last = moved(sheet.repeat_last + 1) - 1;
  }
  out.sheet.freeze_row = moved(sheet.freeze_row);
  SplitHeights(sheet, first, &out);
  if (!sheet.horizontal.empty() && !sheet.vertical.empty()) SplitEdges(sheet, first, &out.sheet);
  return out;
}

}  // namespace chohyo
