#include "pipeline/layout/drawings.h"

#include <algorithm>
#include <utility>

#include "pipeline/layout/cell_text.h"
#include "pipeline/layout/edges.h"

namespace chohyo {
namespace {

constexpr Um kFrameWidth = UmOfPoints(0.5);
constexpr Um kTextPad = 1000;
constexpr CentiPoint kAltTextSize = 800, kSmallestText = 500;

bool Meet(const PaperBox& a, const PaperBox& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

}  // namespace

std::vector<RowWindow> WindowsOf(const std::vector<Um>& heights, const PageSpan& page,
                                 const std::vector<PlacedRow>& rows) {
  std::vector<RowWindow> windows;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && rows[end].repeated == rows[begin].repeated) ++end;
    const PlacedRow& first = rows[begin];
    Um top_on_sheet = !first.repeated && first.row == page.first_row ? page.first_from : 0;
    for (int row = 0; row < first.row; ++row) top_on_sheet += heights[static_cast<std::size_t>(row)];
    windows.push_back({first.y, rows[end - 1].bottom(), first.y - top_on_sheet});
    begin = end;
  }
  return windows;
}

DrawingPlacer::DrawingPlacer(const Grid& grid, const std::vector<Um>& heights,
                             std::function<Typesetter(const std::string&)> setter_of, Page* page)
    : grid_(grid), row_tops_{0}, setter_of_(std::move(setter_of)), page_(*page) {
  for (const Um height : heights) row_tops_.push_back(row_tops_.back() + height);
}

PaperBox DrawingPlacer::BoxAt(const GridPlace& place, Um width, Um height, const RowWindow& window) const {
  const auto row = static_cast<std::size_t>(std::clamp(place.row, 0, grid_.rows()));
  const int column = std::clamp(place.column, 0, grid_.columns());
  return {grid_.sheet().page.margin_left + grid_.ColumnX(column) + place.dx, row_tops_[row] + place.dy + window.shift,
          width, height};
}

PaperBox DrawingPlacer::ClipOf(const RowWindow& window) const {
  const Um left = grid_.sheet().page.margin_left;
  return {left - kTextPad, window.top, grid_.ColumnX(grid_.columns()) + 2 * kTextPad, window.bottom - window.top};
}

void DrawingPlacer::Place(const Picture& picture, const std::shared_ptr<const Image>& image, const RowWindow& window) {
  const PaperBox box = BoxAt(picture.place, picture.width, picture.height, window);
  const PaperBox clip = ClipOf(window);
  if (!Meet(box, clip)) return;
  if (image != nullptr) {
    page_.pictures.push_back({box, clip, image});
    return;
  }
  page_.figures.push_back({Shape::Kind::kRectangle, box, clip, kFrameWidth, Stroke::Pattern::kSolid, kBlack, {}});
  FreeText text(picture.alt_text, setter_of_(""));
  if (text.empty()) return;
  const Um width = std::max(box.width - 2 * kTextPad, kTextPad);
  text.Draw(text.SizeFor(width, kAltTextSize, kSmallestText), kBlack, HAlign::kCenter, box.x + (box.width - width) / 2,
            width, box.y + box.height / 2, &page_.runs);
}

void DrawingPlacer::Place(const Shape& shape, const RowWindow& window) {
  const PaperBox box = BoxAt(shape.place, shape.width, shape.height, window);
  const PaperBox clip = ClipOf(window);
  // Straight lines may have no width or no height.
  const PaperBox reach{box.x, box.y, std::max(box.width, 1), std::max(box.height, 1)};
  if (!Meet(reach, clip)) return;
  if (shape.kind == Shape::Kind::kLine) return PlaceLine(shape, box);
  page_.figures.push_back(
      {shape.kind, box, clip, shape.line_width, PatternOf(shape.line_style), shape.line_rgb, shape.fill_rgb});
  const Um middle = box.y + box.height / 2;
  if (!shape.text.empty() && middle >= window.top && middle < window.bottom) PlaceText(shape, box);
}

void DrawingPlacer::PlaceLine(const Shape& shape, const PaperBox& box) {
  if (shape.line_width <= 0) return;
  const Um from = shape.flip ? box.bottom() : box.y, to = shape.flip ? box.y : box.bottom();
  page_.strokes.push_back(
      {box.x, from, box.right(), to, shape.line_width, shape.line_rgb, PatternOf(shape.line_style)});
}

void DrawingPlacer::PlaceText(const Shape& shape, const PaperBox& box) {
  const auto index = static_cast<std::size_t>(shape.style);
  const CellStyle plain;
  const CellStyle& style = index < grid_.sheet().styles.size() ? grid_.sheet().styles[index] : plain;
  FreeText text(shape.text, setter_of_(style.font));
  const Um pad = std::min(kTextPad, box.width / 8);
  const Um width = std::max(box.width - 2 * pad, 1);
  CentiPoint size = style.size;
  if (style.vertical) {
    while (size > kSmallestText && text.ColumnHeightAt(size) > box.height) size = SmallerSize(size, kSmallestText);
    return text.DrawColumn(size, style.text_rgb, box.x + box.width / 2, box.y + box.height / 2, &page_.runs);
  }
  while (size > kSmallestText && text.BlockHeightAt(size, width) > box.height) size = SmallerSize(size, kSmallestText);
  const Um block = text.BlockHeightAt(size, width), pad_y = std::min(kTextPad / 2, (box.height - block) / 2);
  Um middle = box.y + box.height / 2;
  if (style.v_align == VAlign::kTop) middle = box.y + pad_y + block / 2;
  if (style.v_align == VAlign::kBottom) middle = box.bottom() - pad_y - block / 2;
  text.Draw(size, style.text_rgb, style.h_align, box.x + pad, width, middle, &page_.runs);
}

}  // namespace chohyo
