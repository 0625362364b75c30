// An XLSX workbook as it was drawn: every sheet with its cells, looks, sizes, page setup and pictures. It knows nothing
// of placeholders or forms; lengths and codes are Excel's own unless a name says otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/base/length.h"

namespace chohyo {

/// A colour after theme and tint are resolved: 0xRRGGBB; nothing = automatic.
using WorkbookColor = std::optional<std::uint32_t>;

struct WorkbookFont {
  std::string name;        ///< "ＭＳ 明朝", "游ゴシック"; theme fonts are resolved
  CentiPoint size = 1100;  ///< hundredths of a point
  bool bold = false, italic = false, strike = false;
  enum class Underline : std::uint8_t {
    kNone,
    kSingle,
    kDouble
  } underline = Underline::kNone;  ///< accounting as plain
  enum class Script : std::uint8_t { kNone, kSuper, kSub } script = Script::kNone;
  WorkbookColor color;
};

/// One side of a cell's border; `style` is the file's word: thin, medium, dashed, dotted, thick, double, hair,
/// mediumDashed, dashDot, mediumDashDot, dashDotDot, mediumDashDotDot, slantDashDot; "" = none.
struct WorkbookLine {
  std::string style;
  WorkbookColor color;
};

struct WorkbookBorder {
  WorkbookLine left, right, top, bottom, diagonal;
  bool diagonal_up = false, diagonal_down = false;
};

/// A cell format (one entry of cellXfs, its parent style merged in).
struct WorkbookFormat {
  WorkbookFont font;
  WorkbookBorder border;
  std::string fill_pattern;             ///< "", "solid", "gray125", "darkUp" …
  WorkbookColor fill, fill_background;  ///< foreground of the pattern (the colour, of solid ones), background
  std::string number_code;              ///< format code, built-in ones spelled out: "General", `ggge"年"m"月"d"日"`
  std::string horizontal;  ///< "", general, left, center, right, fill, justify, centerContinuous, distributed
  std::string vertical;    ///< "" (bottom), top, center, bottom, justify, distributed
  bool wrap = false, shrink = false, justify_last_line = false;
  int indent = 0;    ///< steps of three spaces
  int rotation = 0;  ///< degrees −90…90, counter-clockwise positive; 255 = 縦書き (stacked)
  bool locked = true, hidden = false;
};

/// A stretch of text with a look of its own.
struct WorkbookRun {
  std::string text;
  std::optional<WorkbookFont> font;  ///< nothing = the cell's
};

struct WorkbookError {
  std::string code;  ///< "#N/A", "#DIV/0!"
};

/// What a cell stores; a formula's is its cached value.
using WorkbookValue = std::variant<std::monostate, double, bool, std::string, WorkbookError>;

struct WorkbookCell {
  int row = 0, column = 0;  ///< 0-based
  int format = 0;           ///< index into Workbook::formats
  WorkbookValue value;
  std::vector<WorkbookRun> runs;  ///< of rich text with more than one look; their texts joined are `value`
  std::string formula;            ///< without '='; shared formulas are spelled out for each cell; "" = none
  bool array_formula = false;
};

struct WorkbookRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct WorkbookColumn {
  Um width = 0;  ///< as Excel prints it (digit width of the workbook's default font, 5 px of padding)
  bool hidden = false;
  int format = 0;  ///< of cells that are not stored
};

struct WorkbookRow {
  Um height = 0;
  bool custom = false;  ///< set by hand; else Excel fits it to the text
  bool stated = false;  ///< the file says the height; else it is the default
  bool hidden = false;
  int format = -1;  ///< of cells that are not stored; -1 = the column's
};

/// Headers and footers as codes ("&L…&C…&R…"); "" = none.
struct WorkbookHeaderFooter {
  std::string odd_header, odd_footer, even_header, even_footer, first_header, first_footer;
  bool different_odd_even = false, different_first = false;
};

struct WorkbookPage {
  int paper_code = 9;  ///< 8 A3, 9 A4, 11 A5, 12 B4 (JIS), 13 B5 (JIS), 1 Letter … (ECMA-376 §18.3.1.63)
  bool landscape = false;
  int scale = 100;           ///< percent
  bool fit_to_page = false;  ///< then fit_width × fit_height pages, 0 = as many as needed
  int fit_width = 1, fit_height = 1;
  Um left = 0, right = 0, top = 0, bottom = 0, header = 0, footer = 0;
  bool center_horizontally = false, center_vertically = false;
  bool over_then_down = false, black_and_white = false, print_gridlines = false, print_headings = false;
  std::optional<int> first_page_number;
  WorkbookHeaderFooter header_footer;
  std::vector<int> row_breaks, column_breaks;  ///< manual; the index of the first row or column after the break
  std::vector<WorkbookRange> print_areas;      ///< none = all that is used
  std::optional<std::pair<int, int>> title_rows, title_columns;  ///< print titles: first, last
};

/// Where a drawing stands: the place of its corner in a cell, and its size.
struct WorkbookAnchor {
  int row = 0, column = 0;
  Um dx = 0, dy = 0;  ///< from the cell's top left corner
  Um width = 0, height = 0;
};

struct WorkbookPicture {
  WorkbookAnchor anchor;
  std::string bytes;  ///< of the file
  std::string kind;   ///< "png", "jpeg", "gif", "emf" …, by content
  std::string alt_text;
};

struct WorkbookShape {
  WorkbookAnchor anchor;
  std::string geometry;  ///< line, rect, roundRect, ellipse, textBox (a rect of text), or another preset's name
  bool flip_horizontal = false, flip_vertical = false;
  WorkbookColor line, fill;
  Um line_width = 0;              ///< 0 = no line
  std::string dash;               ///< "", solid, dash, sysDash, sysDot, dashDot …
  std::vector<WorkbookRun> text;  ///< paragraphs end with "\n"
  std::string text_align;         ///< l, ctr, r, just, dist
  std::string text_anchor;        ///< t, ctr, b
  bool vertical_text = false;
  std::string name;
};

struct WorkbookValidation {
  std::vector<WorkbookRange> ranges;
  std::string type;  ///< list, whole, decimal, date, time, textLength, custom
  std::string op;    ///< between, equal …
  std::string formula1, formula2;
  bool allow_blank = true, show_drop_down = true, show_error = false, show_input = false;
  std::string error_title, error, prompt_title, prompt, error_style;
};

/// One rule of a conditional format.
struct WorkbookConditional {
  std::vector<WorkbookRange> ranges;
  std::string type;  ///< cellIs, expression, containsText, notContainsText, beginsWith, endsWith, containsBlanks …
  std::string op, text;
  std::vector<std::string> formulas;  ///< relative to the first range's first cell
  int priority = 0;
  bool stop_if_true = false;
  std::optional<WorkbookFont> font;  ///< what it changes
  bool sets_bold = false, sets_italic = false, sets_color = false;
  WorkbookColor fill;
  std::optional<WorkbookBorder> border;
  std::string number_code;  ///< "" = the cell's
};

/// Something of a sheet that this reader does not bring along: a chart, a form control, a grouped shape, EMF …
struct WorkbookLoss {
  int row = -1, column = -1;  ///< where; -1 = the whole sheet
  std::string what;           ///< "chart", "group", "ole", "sparkline", "control", "comment", "smartart" …
  std::string name;
};

struct WorkbookSheet {
  std::string name;
  enum class State : std::uint8_t { kVisible, kHidden, kVeryHidden } state = State::kVisible;
  std::vector<WorkbookCell> cells;  ///< stored ones, by row, then column
  std::vector<WorkbookRange> merges;
  std::map<int, WorkbookColumn> columns;  ///< those that differ from the default
  std::map<int, WorkbookRow> rows;        ///< those that are stored
  Um default_column_width = 0, default_row_height = 0;
  int default_format = 0;
  int row_count = 0, column_count = 0;  ///< of what is used: cells with text or look, merges, drawings
  WorkbookPage page;
  std::vector<WorkbookPicture> pictures;
  std::vector<WorkbookShape> shapes;
  std::vector<WorkbookValidation> validations;
  std::vector<WorkbookConditional> conditionals;
  int freeze_row = 0, freeze_column = 0;
  bool right_to_left = false, show_zeros = true, protected_sheet = false;
  std::vector<WorkbookLoss> losses;

  /// Width and height as Excel prints them, hidden ones 0.
  Um ColumnWidth(int column) const;
  Um RowHeight(int row) const;
};

/// A name of the workbook: a range or a formula.
struct WorkbookName {
  std::string name, formula;  ///< "氏名欄", "Sheet1!$A$1:$C$5"
  int sheet = -1;             ///< its sheet, -1 = the whole workbook
};

struct Workbook {
  std::vector<WorkbookSheet> sheets;
  std::vector<WorkbookFormat> formats;  ///< at least one
  std::vector<WorkbookName> names;      ///< without the built-in print areas and titles
  WorkbookFont default_font;
  bool since_1904 = false;
  std::string title, author;
};

/// Reads a workbook. Furigana are left out. `file` is named in messages. Throws InputFault for what is no XLSX, is
/// damaged or protected by a password (it says so), and for parts that grow beyond reason.
Workbook ReadWorkbook(std::string bytes, const std::string& file);

}  // namespace chohyo
