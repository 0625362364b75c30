#include "pipeline/workbook/digit_width.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace chohyo {
namespace {

constexpr double kPixelsPerPoint = 96.0 / 72.0;

/// Digits of a font in em: as designed, and as Excel prints them.
struct DigitEm {
  double screen = 0.555, printed = 0.555;
  bool bitmap = false;  ///< drawn on whole pixels: size and width are rounded up
};

DigitEm EmOf(const std::string& font) {
  const auto begins = [&](std::string_view with) { return font.starts_with(with); };
  if (begins("ＭＳ") || begins("MS ")) return {0.5, 0.505, true};
  static const std::array<std::pair<std::string_view, double>, 25> known = {{
      {"游", 0.555},           {"Yu ", 0.555},
      {"メイリオ", 0.618},     {"Meiryo", 0.618},
      {"Calibri", 0.507},      {"Arial", 0.556},
      {"Times", 0.5},          {"Century", 0.556},
      {"Verdana", 0.636},      {"Tahoma", 0.546},
      {"Segoe UI", 0.539},     {"Courier", 0.6},
      {"Cambria", 0.554},      {"Liberation Serif", 0.5},
      {"BIZ UDゴシック", 0.5}, {"BIZ UDGothic", 0.5},
      {"BIZ UD明朝", 0.5},     {"BIZ UDMincho", 0.5},
      {"DejaVu Sans", 0.636},  {"Liberation Sans", 0.556},
      {"Aptos Narrow", 0.507}, {"HG", 0.5},
      {"UD デジタル", 0.5},    {"IPA", 0.5},
      {"Noto S", 0.555},
  }};
  for (const auto& [name, em] : known) {
    if (begins(name)) return {em, em, false};
  }
  return {};
}

/// Pixels beside the digits: two at each side and one for the gridline in usual sizes.
int PaddingPixels(int digit) { return 2 * ((digit + 3) / 4) + 1; }

}  // namespace

DigitWidth DigitWidthOf(const WorkbookFont& font) {
  const DigitEm em = EmOf(font.name);
  const double points = font.size / 100.0;
  const double size = points * kPixelsPerPoint;
  const int pixels =
      em.bitmap ? (static_cast<int>(std::lround(size)) + 1) / 2 : static_cast<int>(std::lround(size * em.screen));
  return {std::max(pixels, 1), std::max(points * em.printed, 0.1)};
}

int PixelsOfColumn(double width, const DigitWidth& digit) {
  constexpr double kWidest = 255;  // Excel's own limit
  const double mdw = digit.pixels;
  const double whole = std::trunc(256 * std::clamp(width, 0.0, kWidest) + std::trunc(128 / mdw));
  return static_cast<int>(std::trunc(whole / 256 * mdw));
}

int PixelsOfDefaultColumn(int digits, const DigitWidth& digit) {
  constexpr int kMostDigits = 255;
  const int pixels = std::clamp(digits, 0, kMostDigits) * digit.pixels + PaddingPixels(digit.pixels);
  return (pixels + 7) / 8 * 8;
}

Um PrintedColumn(int pixels, const DigitWidth& digit) {
  const int padding = PaddingPixels(digit.pixels);
  const double padding_points = padding / kPixelsPerPoint;
  const int one = digit.pixels + padding;
  if (pixels < one) return UmOfPoints(pixels * (digit.points + padding_points) / one);
  return UmOfPoints((pixels - padding) * digit.points / digit.pixels + padding_points);
}

}  // namespace chohyo
