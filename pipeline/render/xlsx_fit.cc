#include "pipeline/render/xlsx_fit.h"

#include <algorithm>
#include <cmath>

#include "pipeline/base/text.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr CentiPoint kHalfPoint = 50;
constexpr CentiPoint kSmallest = 600;
constexpr double kLinePitch = 1.25;     // Excel's line height of the MS fonts, in em
constexpr double kExcelPadding = 1200;  // both sides together, µm
constexpr double kLineLoss = 1.0;       // half-width places lost at a line's end to 禁則
constexpr double kSurelyOneLine = 0.8;  // of the width: fits in any font
constexpr double kUmPerCentiPoint = kUmPerPoint / 100;

double LineWidth(std::string_view line, CentiPoint size) { return HalfWidths(line) * size * kUmPerCentiPoint / 2; }

/// Lines that Excel breaks the text into at a size, rather one too many than one too few.
double LinesAt(std::string_view text, CentiPoint size, double width) {
  const double places = std::max(2.0, std::floor(2 * width / (size * kUmPerCentiPoint)) - kLineLoss);
  double lines = 0;
  for (const std::string_view line : Split(text, '\n')) lines += std::max(1.0, std::ceil(HalfWidths(line) / places));
  return lines;
}

CentiPoint SizeForLines(std::string_view text, const XlsxRoom& room, CentiPoint size) {
  const double width = room.width - kExcelPadding;
  for (; size > kSmallest; size -= kHalfPoint) {
    if (LinesAt(text, size, width) * size * kUmPerCentiPoint * kLinePitch <= room.height) break;
  }
  return size;
}

bool SpreadsOverLines(HAlign align) { return align == HAlign::kJustify || align == HAlign::kDistribute; }

}  // namespace

XlsxFit FitForExcel(const Cell& cell, const CellStyle& style, const XlsxRoom& room, bool is_number) {
  XlsxFit fit{std::max(kHalfPoint, room.size / kHalfPoint * kHalfPoint), false};
  if (style.vertical || style.rotation != 0) return fit;
  if (style.shrink) return {std::max(kHalfPoint, style.size), true};
  // What layout had to set smaller would be cut off by the cell beside it.
  if (style.spill && !is_number) return {fit.size, room.size < style.size};
  if (is_number || !style.wrap) return {fit.size, true};
  if (cell.text.find('\n') == std::string::npos) {
    const double width = LineWidth(cell.text, fit.size);
    const bool room_for_two = room.height >= 2 * fit.size * kUmPerCentiPoint * kLinePitch;
    const bool tight = width > kSurelyOneLine * room.width && width <= room.width;
    fit.shrink = !room_for_two || tight;
    if (fit.shrink && !SpreadsOverLines(style.h_align)) return fit;
    if (width <= kSurelyOneLine * room.width) return fit;
  }
  return {SizeForLines(cell.text, room, fit.size), false};
}

}  // namespace chohyo
