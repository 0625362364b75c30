#include "pipeline/workbook/sheet_tracks.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/base/lang.h"
#include "pipeline/workbook/limits.h"

namespace chohyo {
namespace {

constexpr double kTallestRow = 409.5;

/// Height in points of a row of the default font, where a file says none: lines of East Asian fonts are taller.
double UsualHeight(const WorkbookFont& font) {
  const double points = font.size / 100.0;
  const bool tall = font.name.starts_with("游") || font.name.starts_with("Yu ") || font.name.starts_with("メイリオ") ||
                    font.name.starts_with("Meiryo");
  const bool flat = font.name.starts_with("ＭＳ") || font.name.starts_with("MS ");
  const double height = points * (tall ? 18.75 / 11 : flat ? 13.5 / 11 : 15.0 / 11);
  return std::round(height / 0.75) * 0.75;  // whole pixels
}

struct ColumnReader {
  const DigitWidth& digit;
  SheetContext* context;
  WorkbookSheet* sheet;
  std::map<int, std::int64_t> pixels;  ///< as shown, hidden ones 0
  int default_pixels = 0;

  void ReadDefault(const XmlNode* format) {
    default_pixels = PixelsOfDefaultColumn(format == nullptr ? 8 : format->Int("baseColWidth", 8), digit);
    const auto width = format == nullptr ? std::nullopt : format->Number("defaultColWidth");
    if (width) default_pixels = PixelsOfColumn(*width, digit);
    sheet->default_column_width = PrintedColumn(default_pixels, digit);
  }

  int FormatOf(const XmlNode& node) const {
    const int format = node.Int("style");
    return format >= 0 && static_cast<std::size_t>(format) < context->styles.formats.size() ? format : 0;
  }

  void Read(const XmlNode& node) {
    const int first = std::max(node.Int("min"), 0) - 1, last = std::clamp(node.Int("max"), 0, kWorkbookColumns) - 1;
    if (first < 0) return;
    const auto width = node.Number("width");
    const int shown = width ? PixelsOfColumn(*width, digit) : default_pixels;
    WorkbookColumn column{PrintedColumn(shown, digit), node.Flag("hidden") || shown == 0, FormatOf(node)};
    context->tracks += last >= first ? last - first + 1 : 1;
    if (context->tracks > kMostWorkbookTracks) context->package.TooMuch(Say("行と列", "rows and columns"));
    for (int at = first; at <= last; ++at) {
      sheet->columns[at] = column;
      pixels[at] = column.hidden ? 0 : shown;
    }
  }
};

void ReadRows(const XmlNode* format, const WorkbookFont& font, WorkbookSheet* sheet) {
  const auto stated = format == nullptr ? std::nullopt : format->Number("defaultRowHeight");
  const Um usual = UmOfPoints(stated ? std::clamp(*stated, 0.0, kTallestRow) : UsualHeight(font));
  for (auto& [index, row] : sheet->rows) {
    if (!row.stated) row.height = usual;
    if (row.height == 0) row.hidden = true;
  }
  const bool hidden = format != nullptr && format->Flag("zeroHeight");
  sheet->default_row_height = hidden ? 0 : usual;
}

Axis PrintedColumns(const WorkbookSheet& sheet) {
  std::map<int, std::int64_t> sizes;
  for (const auto& [index, column] : sheet.columns) sizes[index] = column.hidden ? 0 : column.width;
  return {sheet.default_column_width, sizes, kWorkbookColumns};
}

Axis Rows(const WorkbookSheet& sheet, std::int64_t unit) {
  std::map<int, std::int64_t> sizes;
  for (const auto& [index, row] : sheet.rows) sizes[index] = row.hidden ? 0 : row.height * unit;
  return {sheet.default_row_height * unit, sizes, kWorkbookRows};
}

Axis ScreenColumns(const ColumnReader& columns) {
  std::map<int, std::int64_t> sizes;
  for (const auto& [index, pixels] : columns.pixels) sizes[index] = pixels * kEmuPerPixel;
  return {columns.default_pixels * kEmuPerPixel, sizes, kWorkbookColumns};
}

}  // namespace

SheetTracks ReadTracks(const XmlNode& worksheet, SheetContext* context, WorkbookSheet* sheet) {
  const WorkbookFont& default_font = context->styles.default_font;
  const XmlNode* format = worksheet.Child("sheetFormatPr");
  const DigitWidth digit = DigitWidthOf(default_font);
  ColumnReader columns{digit, context, sheet, {}, 0};
  columns.ReadDefault(format);
  if (const XmlNode* list = worksheet.Child("cols")) {
    for (const XmlNode& column : list->children) columns.Read(column);
  }
  ReadRows(format, default_font, sheet);
  return {ScreenColumns(columns), Rows(*sheet, kEmuPerUm), PrintedColumns(*sheet), Rows(*sheet, 1)};
}

}  // namespace chohyo
