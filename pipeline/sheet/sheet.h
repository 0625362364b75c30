// A filled form: a grid of typed cells with ruled edges, bands and overlays. PDF and XLSX are both made from it.
// Nothing in here is a placeholder any more, and nothing knows yet on which page it will stand.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/length.h"
#include "pipeline/sheet/value.h"

namespace chohyo {

/// 0xRRGGBB
using Rgb = std::uint32_t;
constexpr Rgb kBlack = 0x000000;

/// Styles of ruled lines. The stronger wins where two cells claim one edge: the order here is the order of strength.
/// Widths in PDF: hair 0.25 pt, dotted/dashed/thin 0.5 pt, medium 1 pt, thick 1.5 pt, double two lines of 0.35 pt.
/// Those with dots and dashes mixed come from offices' own Excel forms.
enum class LineStyle : std::uint8_t {
  kNone,
  kDotted,
  kHair,
  kDashDotDot,
  kDashDot,
  kDashed,
  kThin,
  kMediumDashDotDot,
  kSlantDashDot,
  kMediumDashDot,
  kMediumDashed,
  kMedium,
  kDouble,
  kThick
};

struct Edge {
  LineStyle style = LineStyle::kNone;
  Rgb rgb = kBlack;
  friend bool operator==(const Edge&, const Edge&) = default;
};

enum class HAlign : std::uint8_t {
  kLeft,
  kCenter,
  kRight,
  kJustify,
  kDistribute,    ///< 均等割付: the characters of each line spread over the cell's inner width
  kCenterAcross,  ///< centred over this and the following empty cells of the row
};
enum class VAlign : std::uint8_t { kTop, kCenter, kBottom };

/// How a cell's text looks and behaves. Cells share styles by index.
struct CellStyle {
  std::string font = "mincho";  ///< a font chain of the configuration
  CentiPoint size = 1050;
  bool bold = false, italic = false, underline = false, strike = false;
  bool double_underline = false;
  HAlign h_align = HAlign::kLeft;
  VAlign v_align = VAlign::kCenter;
  bool wrap = true;       ///< break into lines; else one line
  bool spill = false;     ///< one line that may run on over empty cells beside it, as Excel prints it
  bool shrink = false;    ///< one line that is set smaller until it fits, without a report
  int rotation = 0;       ///< degrees -90…90, counter-clockwise
  bool vertical = false;  ///< 縦書き, one column of characters from the top (several columns right to left)
  Rgb text_rgb = kBlack;
  std::optional<Rgb> fill_rgb;
  Um pad_x = 1500;  ///< between edge and text, left and right
  Um pad_y = 500;
  Um indent = 0;          ///< more room at the side the text is aligned to (both sides of spread text)
  std::string format;     ///< name of a display format (sheet/format.h), "" = by the value's type
  std::string font_name;  ///< what the XLSX calls the font; "" = by the chain
  friend bool operator==(const CellStyle&, const CellStyle&) = default;
};

struct Cell {
  int row = 0, column = 0;  ///< top left, 0-based
  int row_span = 1, column_span = 1;
  int style = 0;                    ///< index into Sheet::styles
  Scalar value;                     ///< typed; monostate = empty cell
  std::string text;                 ///< what is displayed: the value through its format; the same in PDF and XLSX
  std::string formula;              ///< Excel formula in A1 notation without '='; `value` is its computed value
  int choices = -1;                 ///< index into Sheet::choice_lists (drop-down in XLSX), -1 = none
  bool diagonal = false;            ///< void: a line from top right to bottom left
  Edge diagonal_down, diagonal_up;  ///< of an office's own form: from top left, from bottom left
  Origin origin;                    ///< where the value came from
};

enum class BandKind : std::uint8_t { kBody, kHeading, kDetail, kSubtotal, kFooter };

/// A row of the grid.
struct Row {
  Um height = 0;      ///< at least this high; 0 = as high as one line of its text
  bool grows = true;  ///< may become higher when text does not fit even at the smallest size
  int fill = 0;       ///< shares of the page's spare height that it takes; 0 = none (one-page forms)
  BandKind band = BandKind::kBody;
  int group = 0;              ///< rows with the same nonzero group stay on one page if they fit on one
  bool break_before = false;  ///< starts a page
  bool hidden = false;        ///< in the XLSX only, hidden there
};

struct PageSetup {
  std::string paper = "A4";  ///< A3 A4 A5 B4 B5 (JIS)
  bool landscape = false;
  Um width = 210000, height = 297000;  ///< of the sheet of paper as it lies
  Um margin_top = 20000, margin_right = 20000, margin_bottom = 20000, margin_left = 25000;
  /// Footer texts; {page} and {pages} stand for the page's number and the count of the sheet's pages.
  std::string footer_left, footer_center = "{page}／{pages}", footer_right;
  CentiPoint footer_size = 800;
  std::string header_left, header_center, header_right;  ///< as the footers; lines end with \n
  CentiPoint header_size = 800;
  /// From the paper's edge to the header's top and the footer's bottom; -1 = in the middle of the margin.
  Um header_distance = -1, footer_distance = -1;
  int scale_percent = 100;  ///< of everything between the margins
  /// All columns on so many pages side by side, all rows on so many; 0 = as many as needed. With fit the scale is the
  /// largest whole percent up to 100 that does it.
  bool fit = false;
  int fit_width = 1, fit_height = 1;
  bool center_horizontally = false, center_vertically = false;
  bool over_then_down = false;  ///< pages side by side come before those below
  int first_page_number = 1;
  Um printable_width() const { return width - margin_left - margin_right; }
  Um printable_height() const { return height - margin_top - margin_bottom; }
};

/// A rectangle of cells; `sheet` is an index into Document::sheets.
struct CellRange {
  int sheet = 0;
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// A cell format that Excel switches on by a formula. The PDF shows what the formula says about the computed values, so
/// `applies` tells for each cell of the range (row by row) whether it is on now.
struct ConditionalFormat {
  CellRange range;
  std::string formula;  ///< relative to the range's first cell, without '='
  std::optional<Rgb> fill_rgb, text_rgb;
  bool bold = false;
  std::vector<bool> applies;
};

enum class ChartKind : std::uint8_t { kColumn, kStackedColumn, kBar, kStackedBar, kLine };

struct ChartSeries {
  std::string name;
  CellRange values;
  Rgb rgb = 0x7F7F7F;
};

/// A chart over the area of some cells: native in XLSX, drawn by layout in PDF.
struct Chart {
  ChartKind kind = ChartKind::kColumn;
  std::string title, x_title, y_title;
  std::string alt_text;
  CellRange area;  ///< cells that the chart covers (on its own sheet)
  CellRange categories;
  std::vector<ChartSeries> series;
  std::string number_format;  ///< display format of the value axis
};

/// A place on the grid: a cell's corner and a distance from it.
struct GridPlace {
  int row = 0, column = 0;
  Um dx = 0, dy = 0;
};

/// A picture of an office's own form.
struct Picture {
  GridPlace place;
  Um width = 0, height = 0;
  std::shared_ptr<const std::string> bytes;  ///< a PNG or JPEG file
  std::string alt_text;
};

/// A drawn line or figure of an office's own form.
struct Shape {
  enum class Kind : std::uint8_t { kLine, kRectangle, kRoundedRectangle, kEllipse } kind = Kind::kRectangle;
  GridPlace place;
  Um width = 0, height = 0;
  bool flip = false;                        ///< a line from bottom left to top right
  Um line_width = 0;                        ///< 0 = none
  LineStyle line_style = LineStyle::kThin;  ///< its pattern; the width is line_width
  Rgb line_rgb = kBlack;
  std::optional<Rgb> fill_rgb;
  std::string text;
  int style = 0;  ///< of the text: index into Sheet::styles
};

/// What may be typed into cells (XLSX), other than a choice list. Formulas as Excel writes them.
struct CellRule {
  CellRange range;
  std::string type, op, formula1, formula2;  ///< whole, decimal, date, time, textLength, custom; between, equal …
  bool allow_blank = true;
  std::string error_title, error, prompt_title, prompt;
};

struct Sheet {
  std::string name;  ///< at most 31 characters, as Excel allows
  PageSetup page;
  /// Widths; their sum is at most the printable width, unless the page says how to scale or split.
  std::vector<Um> columns;
  std::vector<int> hidden_columns;  ///< in the XLSX only, and hidden there; on paper they have no width
  std::vector<int> column_breaks;   ///< columns that start a page
  std::vector<Row> rows;
  std::vector<CellStyle> styles;
  std::vector<Cell> cells;  ///< ordered by row, then column; they never overlap; uncovered grid places are empty
  /// horizontal[(row) * columns + column]: the edge above that place; rows + 1 rows of them.
  std::vector<Edge> horizontal;
  /// vertical[row * (columns + 1) + column]: the edge left of that place.
  std::vector<Edge> vertical;
  std::vector<std::vector<std::string>> choice_lists;
  std::vector<ConditionalFormat> conditional_formats;
  std::vector<Chart> charts;
  std::vector<Picture> pictures;
  std::vector<Shape> shapes;
  std::vector<CellRule> cell_rules;
  /// What is printed, each area from a page of its own; none = everything. The XLSX holds all.
  std::vector<CellRange> print_areas;
  int repeat_first_column = -1, repeat_last_column = -1;  ///< columns printed again on pages to the right
  bool hidden = false;                                    ///< in the XLSX only, hidden there
  bool print_gridlines = false;
  int repeat_first = -1, repeat_last = -1;  ///< rows printed again on every later page of the sheet; -1 = none
  int freeze_row = 0, freeze_column = 0;    ///< panes frozen above and left of this place; 0 = not frozen
  /// Smallest size to which text may shrink, and the size below which layout reports it.
  CentiPoint smallest_size = 700, reported_size = 900;

  int column_count() const { return static_cast<int>(columns.size()); }
  int row_count() const { return static_cast<int>(rows.size()); }
  Edge& HorizontalEdge(int row, int column) {
    return horizontal[static_cast<std::size_t>(row * column_count() + column)];
  }
  const Edge& HorizontalEdge(int row, int column) const {
    return horizontal[static_cast<std::size_t>(row * column_count() + column)];
  }
  Edge& VerticalEdge(int row, int column) {
    return vertical[static_cast<std::size_t>(row * (column_count() + 1) + column)];
  }
  const Edge& VerticalEdge(int row, int column) const {
    return vertical[static_cast<std::size_t>(row * (column_count() + 1) + column)];
  }
};

/// A whole filled document. Its files are named by form and key.
struct Document {
  std::string form;  ///< "oyama.device-loan"
  std::string key;   ///< record key, e.g. "L-2021-003"
  std::string title;
  std::string department;  ///< code, "" if none
  std::string author;      ///< the office's name, for the files' properties
  Date created;            ///< "now" of the run: never the clock
  std::vector<Sheet> sheets;
};

}  // namespace chohyo
