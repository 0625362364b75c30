// A workbook being written: libxlsxwriter behind plain types. What it must not be given (overlapping merges, texts that
// are too long, names that are taken) is checked by its callers; whatever it still refuses is an OutputFault.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/sheet/sheet.h"

struct lxw_worksheet;

namespace chohyo {

/// A cell's look in terms of XLSX.
struct XlsxFormat {
  std::string font;  ///< a family name as Excel's font list shows it
  CentiPoint size = 1050;
  bool bold = false, italic = false, underline = false, strike = false;
  bool double_underline = false;
  HAlign h_align = HAlign::kLeft;
  VAlign v_align = VAlign::kCenter;
  bool wrap = false, shrink = false;
  bool vertical = false;  ///< letters stacked from the top
  int rotation = 0;       ///< degrees counter-clockwise
  int indent = 0;         ///< in Excel's steps, from the side that h_align leans to
  Rgb text_rgb = kBlack;
  std::optional<Rgb> fill_rgb;
  std::string number_format;  ///< "" = General
  Edge top, bottom, left, right;
  Edge diagonal;  ///< Excel has one look for both
  bool diagonal_down = false, diagonal_up = false;
};

/// The step in which column widths are given, in micrometres: 8/7 of a pixel of 1/96 inch (see xlsx_book.cc).
constexpr double kXlsxColumnStep = 25400.0 / 96 * 8 / 7;

/// A pixel of 1/96 inch in micrometres: the unit of heights.
constexpr double kXlsxPixel = 25400.0 / 96;

/// Excel reads no more links of one sheet.
constexpr std::size_t kMostLinks = 65'530;

/// A place in the workbook's list of formats.
using XlsxFormatId = int;

/// How a sheet is printed.
struct XlsxPrint {
  std::string paper = "A4";
  bool landscape = false;
  double left = 0, right = 0, top = 0, bottom = 0;  ///< inches
  double header_margin = 0, footer_margin = 0;      ///< inches; 0 = the library's
  std::string header, footer;                       ///< with Excel's & codes
  int scale = 100;                                  ///< percent; not used if a fit is set
  bool fit = false;
  int fit_width = 0, fit_height = 0;  ///< pages; 0 = as many as needed
  int first_page_number = 0;          ///< 0 = goes on from the sheet before
  bool center_horizontally = false, center_vertically = false, over_then_down = false, gridlines = false;
  std::vector<CellRange> areas;  ///< what is printed; none = all
  int repeat_first = -1, repeat_last = -1;
  int repeat_first_column = -1, repeat_last_column = -1;
  std::vector<int> breaks;         ///< rows that begin a page, ascending, without the first
  std::vector<int> column_breaks;  ///< columns likewise
};

/// A chart in terms of XLSX.
struct XlsxChart {
  struct Point {
    std::optional<double> number;
    std::string text;
  };
  struct Series {
    std::string name;
    std::string values;  ///< absolute range
    std::vector<Point> value_points;
    Rgb rgb = 0;
    bool hatched = false;  ///< told apart from the series before it by a hatch: their greys are close
  };
  ChartKind kind = ChartKind::kColumn;
  std::string title, alt_text;
  std::string x_title;        ///< of the axis of categories, whichever way it lies
  std::string y_title;        ///< of the axis of values
  std::string number_format;  ///< of the axis of values
  std::string categories;     ///< absolute range, "" = none
  std::vector<Point> category_points;
  std::vector<Series> series;
  int row = 0, column = 0;  ///< top left cell
  int width = 0;            ///< column steps
  int height = 0;           ///< pixels of 1/96 inch
};

/// A picture in terms of XLSX: lengths in what the library takes for pixels of 1/96 inch.
struct XlsxPicture {
  int row = 0, column = 0;
  int dx = 0, dy = 0;
  double width = 0, height = 0;
  std::string bytes;
  std::string alt_text;
};

/// One worksheet. Cells must be written row by row from the top; texts must have gone
/// through XlsxText(). Formulas are written without '='.
class XlsxTab {
 public:
  void SetColumn(int column, int steps, bool hidden);
  void SetRow(int row, double points, bool hidden);
  void Blank(int row, int column, XlsxFormatId format);
  void Text(int row, int column, const std::string& text, XlsxFormatId format);
  void Number(int row, int column, double number, XlsxFormatId format);
  void FormulaNumber(int row, int column, const std::string& formula, double number, XlsxFormatId format);
  void FormulaText(int row, int column, const std::string& formula, const std::string& text, XlsxFormatId format);
  /// Merges cells; each of them is written on its own, so that each has its own borders.
  void Merge(const CellRange& range);
  /// A drop-down; `source` is a quoted list ("A,B") or an absolute range.
  void DropDown(const CellRange& range, const std::string& source);
  /// What may be typed; texts must have gone through XlsxText().
  void Restrict(const CellRule& rule);
  /// `formula` stands for the condition's own.
  void Condition(const ConditionalFormat& condition, const std::string& formula);
  void Insert(const XlsxChart& chart);
  void Insert(const XlsxPicture& picture);
  void Freeze(int row, int column);
  /// A text that opens a file or a place in it; `target` is a path relative to the workbook, with `#'sheet'!A17` for a
  /// place. At most kMostLinks a sheet.
  void Link(int row, int column, const std::string& target, const std::string& text, XlsxFormatId format);
  /// Arrows on the range's first row by which its rows can be filtered.
  void Filter(const CellRange& range);
  void Print(const XlsxPrint& print);
  void Hide();
  /// Shows this sheet when the workbook is opened.
  void Activate();

 private:
  friend class XlsxBook;
  void SetMarginTexts(const XlsxPrint& print);
  void SetPrinted(const XlsxPrint& print);
  void DefinePrintAreas(const std::vector<CellRange>& areas);
  void SetBreaks(const XlsxPrint& print);
  XlsxTab(class XlsxBook* book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}
  XlsxBook* book_;
  lxw_worksheet* sheet_;
};

/// What the file says of itself.
struct XlsxProperties {
  std::string title, author;
  Date created;
  std::string mark = {};  ///< text of the custom property by which the document is known again
};

class XlsxBook {
 public:
  /// `streaming`: rows go to disk as they are written, so that memory stays small; texts are then stored cell by cell.
  XlsxBook(const XlsxProperties& properties, bool streaming);
  ~XlsxBook();

  bool streaming() const;
  XlsxFormatId AddFormat(const XlsxFormat& format);
  XlsxTab AddTab(const std::string& name);
  /// Ends the workbook and gives its bytes. Nothing may be written afterwards.
  std::string Finish();

 private:
  friend class XlsxTab;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
