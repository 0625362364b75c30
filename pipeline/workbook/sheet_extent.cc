#include "pipeline/workbook/sheet_extent.h"

#include <algorithm>

#include "pipeline/workbook/limits.h"

namespace chohyo {
namespace {

bool IsSeen(const WorkbookFormat& format) {
  const WorkbookBorder& border = format.border;
  const bool diagonal = (border.diagonal_up || border.diagonal_down) && !border.diagonal.style.empty();
  return diagonal || !format.fill_pattern.empty() || !border.left.style.empty() || !border.right.style.empty() ||
         !border.top.style.empty() || !border.bottom.style.empty();
}

void Include(int row, int column, WorkbookSheet* sheet) {
  sheet->row_count = std::max(sheet->row_count, std::min(row, kWorkbookRows - 1) + 1);
  sheet->column_count = std::max(sheet->column_count, std::min(column, kWorkbookColumns - 1) + 1);
}

/// The last track that something touches which begins `inset` inside of one and has a size.
int LastTouched(const Axis& axis, int first, Um inset, Um size) {
  const std::int64_t reach = std::max<std::int64_t>(std::int64_t{inset} + size, 1);
  return axis.Find(axis.Start(first) + reach - 1);
}

void IncludeDrawing(const WorkbookAnchor& anchor, const SheetTracks& tracks, WorkbookSheet* sheet) {
  Include(LastTouched(tracks.printed_rows, anchor.row, anchor.dy, anchor.height),
          LastTouched(tracks.printed_columns, anchor.column, anchor.dx, anchor.width), sheet);
}

}  // namespace

void SetExtent(const std::vector<WorkbookFormat>& formats, const SheetTracks& tracks, WorkbookSheet* sheet) {
  std::vector<bool> seen;
  for (const WorkbookFormat& format : formats) seen.push_back(IsSeen(format));
  for (const WorkbookCell& cell : sheet->cells) {
    const bool empty = std::holds_alternative<std::monostate>(cell.value) && cell.formula.empty();
    if (!empty || seen[cell.format]) Include(cell.row, cell.column, sheet);
  }
  for (const WorkbookRange& merge : sheet->merges) {
    if (merge.last_row < kWorkbookRows - 1 && merge.last_column < kWorkbookColumns - 1) {
      Include(merge.last_row, merge.last_column, sheet);
    }
  }
  for (const WorkbookPicture& picture : sheet->pictures) IncludeDrawing(picture.anchor, tracks, sheet);
  for (const WorkbookShape& shape : sheet->shapes) IncludeDrawing(shape.anchor, tracks, sheet);
}

}  // namespace chohyo
