#include "pipeline/render/xlsx_pictures.h"

#include <algorithm>
#include <cmath>

#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

/// A place across the sheet: a column and pixels from its left edge.
struct Across {
  int column = 0, pixels = 0;
};

/// The library takes a column's steps for its pixels, of which there are an eighth more (see kXlsxColumnStep), but
/// writes distances from a column's edge as they are. So both ends of a picture are found in real pixels; only one in
/// the last eighth of a column moves there to where that begins.
class AcrossFinder {
 public:
  AcrossFinder(const Sheet& sheet, const XlsxGrid& grid) : sheet_(sheet), grid_(grid) {}

  int StepsOf(int column) const {
    return IsHiddenColumn(sheet_, column) ? 0 : grid_.column_steps[static_cast<std::size_t>(column)];
  }

  Across From(int column, double distance) const {
    const int last = sheet_.column_count() - 1;
    while (column < last && distance >= StepsOf(column) * kXlsxColumnStep) {
      distance -= StepsOf(column++) * kXlsxColumnStep;
    }
    const auto pixels = static_cast<int>(std::lround(distance / kXlsxPixel));
    return {column, column == last ? pixels : std::clamp(pixels, 0, std::max(StepsOf(column) - 1, 0))};
  }

  /// What the library takes for the pixels between two places.
  int Between(const Across& from, const Across& to) const {
    int width = to.pixels - from.pixels;
    for (int column = from.column; column < to.column; ++column) width += StepsOf(column);
    return width;
  }

 private:
  const Sheet& sheet_;
  const XlsxGrid& grid_;
};

XlsxPicture Placed(const Sheet& sheet, const XlsxGrid& grid, const Picture& from) {
  const AcrossFinder finder(sheet, grid);
  const int column = std::max(from.place.column, 0);
  const Across begin = finder.From(column, std::max(from.place.dx, 0));
  const Across end = finder.From(column, double{1} * std::max(from.place.dx, 0) + from.width);
  XlsxPicture picture;
  picture.row = std::max(from.place.row, 0);
  picture.column = begin.column;
  picture.dx = begin.pixels;
  picture.dy = static_cast<int>(std::lround(from.place.dy / kXlsxPixel));
  picture.width = std::max(finder.Between(begin, end), 1);
  picture.height = from.height / kXlsxPixel;
  picture.bytes = *from.bytes;
  picture.alt_text = XlsxText(from.alt_text);
  return picture;
}

}  // namespace

bool IsHiddenColumn(const Sheet& sheet, int column) {
  return std::find(sheet.hidden_columns.begin(), sheet.hidden_columns.end(), column) != sheet.hidden_columns.end();
}

void WritePictures(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid, XlsxTab* tab) {
  for (std::size_t i = 0; i < sheet.pictures.size() && i < layout.images.size(); ++i) {
    const Picture& from = sheet.pictures[i];
    const bool inside = from.place.row < sheet.row_count() && from.place.column < sheet.column_count();
    if (layout.images[i] == nullptr || !inside || from.width <= 0 || from.height <= 0) continue;
    tab->Insert(Placed(sheet, grid, from));
  }
}

}  // namespace chohyo
