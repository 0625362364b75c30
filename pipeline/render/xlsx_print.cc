#include "pipeline/render/xlsx_print.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "pipeline/layout/page_columns.h"

#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr double kUmPerInch = 25400;
constexpr double kPointsPerStep = 0.75;
constexpr double kHighestRow = 409.5;
constexpr int kWidestColumn = 1785;  // 255 characters

/// What Excel's and LibreOffice's printing may differ from the sizes asked for: printers' metrics are coarse.
constexpr double kWidthTolerance = 0.015;
constexpr double kHeightTolerance = 0.005;
constexpr Um kMostBorrowed = 6000;    // taken from a margin as room for that
constexpr Um kSmallestMargin = 5000;  // printers print no closer to the edge

/// Steps whose running sum is the rounded running sum of the exact sizes.
class RunningSteps {
 public:
  explicit RunningSteps(double unit) : unit_(unit) {}
  int Next(double size) {
    exact_ += size;
    const int before = steps_;
    steps_ = static_cast<int>(std::lround(exact_ / unit_));
    return steps_ - before;
  }

 private:
  double unit_;
  double exact_ = 0;
  int steps_ = 0;
};

Um LineHeight(CentiPoint size) { return UmOfPoints(size / 100.0 * 1.4); }

/// Micrometres that the grid's rows [first, last] take in Excel.
double HeightOf(const XlsxGrid& grid, int first, int last) {
  double points = 0;
  for (int row = std::max(first, 0); row <= last; ++row) points += grid.row_points[static_cast<std::size_t>(row)];
  return points * kUmPerPoint;
}

/// The height of the highest page, repeated rows included.
double HighestPage(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid) {
  const double repeated = sheet.repeat_first >= 0 ? HeightOf(grid, sheet.repeat_first, sheet.repeat_last) : 0;
  double highest = 0;
  for (std::size_t i = 0; i < layout.page_first_rows.size(); ++i) {
    const int first = layout.page_first_rows[i];
    const int last = i + 1 < layout.page_first_rows.size() ? layout.page_first_rows[i + 1] - 1 : sheet.row_count() - 1;
    highest = std::max(highest, HeightOf(grid, first, last) + (first > sheet.repeat_last ? repeated : 0));
  }
  return highest;
}

/// Percent by which what is `size` large at `percent` must be printed to fit `room`; `percent` if it does.
int ScaleFor(double size, double room, int percent) {
  if (size <= room) return percent;
  return std::clamp(static_cast<int>(std::floor(percent * room / size)), 10, percent);
}

/// How much smaller a margin is made so that content that prints a little too large has room all the same.
Um Borrow(Um margin, Um reserved, double missing) {
  const Um most = std::min(kMostBorrowed, margin - std::max(kSmallestMargin, reserved));
  return std::max(0, std::min(most, static_cast<Um>(std::ceil(missing))));
}

/// As many breaks as Excel takes; beyond them it breaks pages itself.
std::vector<int> BreaksOf(const Sheet& sheet, const SheetLayout& layout) {
  constexpr std::size_t kMostBreaks = 1023;
  std::vector<int> firsts = layout.page_first_rows;
  std::sort(firsts.begin(), firsts.end());
  std::vector<int> breaks;
  for (const int row : firsts) {
    const bool begins_area = std::any_of(sheet.print_areas.begin(), sheet.print_areas.end(),
                                         [&](const CellRange& area) { return area.first_row == row; });
    if (begins_area || row <= (breaks.empty() ? 0 : breaks.back())) continue;
    if (breaks.size() < kMostBreaks) breaks.push_back(row);
  }
  return breaks;
}

std::string SizeCode(CentiPoint size) { return fmt::format("&{}", std::max(1, (size + 50) / 100)); }

/// A part of a footer in Excel's codes. After a doubled & the letter G or [ would be taken for a picture by
/// libxlsxwriter, so that the size code, which changes nothing, keeps them apart.
std::string FooterText(const std::string& text, const std::string& size, const std::string& page_count_text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.starts_with("{page}")) {
      out += "&P";
      i += 6;
    } else if (rest.starts_with("{pages}")) {
      out += page_count_text;
      i += 7;
    } else {
      out += rest[0] == '&' ? "&&" : rest.substr(0, 1);
      if (rest[0] == '&' && rest.size() > 1 && (rest[1] == 'G' || rest[1] == '[')) out += size;
      ++i;
    }
  }
  return out;
}

/// The three texts of a header or footer.
struct MarginTexts {
  const std::string &left, &center, &right;
  CentiPoint size;
};

std::string MarginCodes(const MarginTexts& texts, const std::string& page_count_text, const std::string& font) {
  const std::string size = SizeCode(texts.size);
  std::string out;
  const auto add = [&](const char* code, const std::string& text) {
    if (text.empty()) return;
    // The size stands before the quoted font: right before the text its digits would run into the text's.
    out += code + size + font + FooterText(text, size, page_count_text);
  };
  add("&L", texts.left);
  add("&C", texts.center);
  add("&R", texts.right);
  return out;
}

std::string MarginText(const MarginTexts& texts, const std::string& page_count_text) {
  constexpr std::size_t kLongest = 255;
  std::string codes = MarginCodes(texts, page_count_text, "&\"ＭＳ 明朝,Regular\"");
  if (Utf16Length(codes) > kLongest) codes = MarginCodes(texts, page_count_text, "");
  return std::string(Utf16Prefix(codes, kLongest));
}

/// How far the text of a margin stands from the paper's edge.
Um MarginDistance(Um asked, Um margin, CentiPoint size) {
  if (asked >= 0) return asked;
  return std::max(kSmallestMargin, (margin - UmOfPoints(size / 100.0 * 1.5)) / 2);
}

std::vector<CellRange> AreasOf(const Sheet& sheet) {
  if (sheet.row_count() == 0 || sheet.column_count() == 0) return {};
  return PrintedAreas(sheet);
}

/// Micrometres that the grid's columns [first, last] take in Excel.
double WidthOf(const Sheet& sheet, const XlsxGrid& grid, int first, int last) {
  double width = 0;
  for (int column = std::max(first, 0); column <= last; ++column) {
    const auto& hidden = sheet.hidden_columns;
    if (std::find(hidden.begin(), hidden.end(), column) != hidden.end()) continue;
    width += grid.column_steps[static_cast<std::size_t>(column)] * kXlsxColumnStep;
  }
  return width;
}

/// The width of the widest page, repeated columns included.
double WidestPage(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid) {
  const double repeated =
      sheet.repeat_first_column < 0 ? 0 : WidthOf(sheet, grid, sheet.repeat_first_column, sheet.repeat_last_column);
  double widest = 0;
  for (const CellRange& area : AreasOf(sheet)) {
    for (int first = area.first_column; first <= area.last_column;) {
      const auto& firsts = layout.page_first_columns;
      const auto next = std::upper_bound(firsts.begin(), firsts.end(), first);
      const int end = next == firsts.end() ? area.last_column + 1 : std::min(*next, area.last_column + 1);
      const double width = WidthOf(sheet, grid, first, end - 1);
      widest = std::max(widest, width + (first > sheet.repeat_last_column ? repeated : 0));
      first = end;
    }
  }
  return widest;
}

/// Right and bottom margins and the scale. A sheet fitted on its page shrinks if need be; a little room keeps rounding
/// from shrinking it. The footer stands by the right margin, which is lent no more than that.
void SetRoom(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid, Um footer_top, XlsxPrint* print) {
  constexpr double kFittedWidthRoom = 1500;
  constexpr double kFittedHeightRoom = 3000;
  const PageSetup& page = sheet.page;
  const double scale = layout.scale_percent / 100.0;
  const double width = WidestPage(sheet, layout, grid) * (1 + kWidthTolerance) * scale;
  const double height = HighestPage(sheet, layout, grid) * (1 + kHeightTolerance) * scale;
  const Um right = Borrow(page.margin_right, 0, print->fit ? kFittedWidthRoom : width - page.printable_width());
  const Um bottom =
      Borrow(page.margin_bottom, footer_top, print->fit ? kFittedHeightRoom : height - page.printable_height());
  print->right = (page.margin_right - right) / kUmPerInch;
  print->bottom = (page.margin_bottom - bottom) / kUmPerInch;
  print->scale = std::min(ScaleFor(width, page.printable_width() + right, layout.scale_percent),
                          ScaleFor(height, page.printable_height() + bottom, layout.scale_percent));
}

/// Of a fitted sheet the office's own numbers of pages, if Excel breaks pages with them where layout did: it breaks
/// where pages are full in a direction that is fitted on several, and as it is told in one that is free. Else the scale
/// that layout found.
void SetFit(const Sheet& sheet, bool laid_out, XlsxPrint* print) {
  if (print->areas.size() > 1) return;  // Excel fits them all together
  const bool one_page = print->breaks.empty() && print->column_breaks.empty();
  if (!sheet.page.fit) {
    print->fit = one_page && sheet.page.scale_percent == 100;
    print->fit_width = 1;
    print->fit_height = laid_out ? 1 : 0;
    return;
  }
  const bool rows_agree = print->breaks.empty() || sheet.page.fit_height <= 0;
  const bool columns_agree = print->column_breaks.empty() || sheet.page.fit_width <= 0;
  print->fit = rows_agree && columns_agree && (sheet.page.fit_width > 0 || sheet.page.fit_height > 0);
  print->fit_width = std::max(sheet.page.fit_width, 0);
  print->fit_height = std::max(sheet.page.fit_height, 0);
}

}  // namespace

XlsxGrid MakeXlsxGrid(const Sheet& sheet, const SheetLayout& layout) {
  XlsxGrid grid;
  RunningSteps across(kXlsxColumnStep);
  for (const Um width : sheet.columns) grid.column_steps.push_back(std::clamp(across.Next(width), 1, kWidestColumn));
  RunningSteps down(kPointsPerStep * kUmPerPoint);
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    if (sheet.rows[row].hidden) {
      grid.row_points.push_back(0);
      continue;
    }
    const double points = down.Next(layout.row_heights[row]) * kPointsPerStep;
    grid.row_points.push_back(std::clamp(points, kPointsPerStep, kHighestRow));
  }
  return grid;
}

SheetLayout PlainLayout(const Sheet& sheet) {
  SheetLayout layout;
  layout.page_first_rows = {0};
  layout.cell_sizes.reserve(sheet.cells.size());
  for (const Row& row : sheet.rows) layout.row_heights.push_back(row.height);
  for (const Cell& cell : sheet.cells) {
    const CellStyle& style = sheet.styles[static_cast<std::size_t>(cell.style)];
    layout.cell_sizes.push_back(style.size);
    const auto row = static_cast<std::size_t>(cell.row);
    if (sheet.rows[row].height > 0 || cell.row_span > 1) continue;
    layout.row_heights[row] = std::max(layout.row_heights[row], LineHeight(style.size) + 2 * style.pad_y);
  }
  for (Um& height : layout.row_heights) height = height > 0 ? height : LineHeight(1050);
  return layout;
}

std::string XlsxFooter(const PageSetup& page, const std::string& page_count_text) {
  return MarginText({page.footer_left, page.footer_center, page.footer_right, page.footer_size}, page_count_text);
}

std::string XlsxHeader(const PageSetup& page, const std::string& page_count_text) {
  return MarginText({page.header_left, page.header_center, page.header_right, page.header_size}, page_count_text);
}

XlsxPrint MakeXlsxPrint(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid, bool laid_out,
                        const std::string& page_count_text) {
  const PageSetup& page = sheet.page;
  const Um footer_height = UmOfPoints(page.footer_size / 100.0 * 1.5);
  const Um footer_margin = MarginDistance(page.footer_distance, page.margin_bottom, page.footer_size);
  XlsxPrint print;
  print.paper = page.paper;
  print.landscape = page.landscape;
  print.left = page.margin_left / kUmPerInch;
  print.top = page.margin_top / kUmPerInch;
  print.footer_margin = footer_margin / kUmPerInch;
  print.header_margin = MarginDistance(page.header_distance, page.margin_top, page.header_size) / kUmPerInch;
  print.footer = XlsxFooter(page, page_count_text);
  print.header = XlsxHeader(page, page_count_text);
  print.areas = AreasOf(sheet);
  print.repeat_first = sheet.repeat_first;
  print.repeat_last = sheet.repeat_last;
  print.repeat_first_column = sheet.repeat_first_column;
  print.repeat_last_column = sheet.repeat_last_column;
  print.center_horizontally = page.center_horizontally;
  print.center_vertically = page.center_vertically;
  print.over_then_down = page.over_then_down;
  print.gridlines = sheet.print_gridlines;
  print.breaks = BreaksOf(sheet, layout);
  print.column_breaks = layout.page_first_columns;
  SetFit(sheet, laid_out, &print);
  SetRoom(sheet, layout, grid, footer_margin + footer_height, &print);
  return print;
}

}  // namespace chohyo
