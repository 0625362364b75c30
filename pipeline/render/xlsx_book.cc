#include "pipeline/render/xlsx_book.h"

#include <xlsxwriter.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "pipeline/base/document_mark.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_scratch.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr std::time_t kSecondsPerDay = 86400;
constexpr double kPixelsPerInch = 96;

/// The font of the Normal style, by whose digits Excel and LibreOffice measure columns. Courier New is on every machine
/// with Excel, and what LibreOffice puts in its place (Liberation Mono, DejaVu Sans Mono) is as wide: 0.6 em, at 10 pt
/// exactly 8 pixels, on the screen as in print. In place of the MS fonts it puts one whose digits are a quarter wider.
constexpr const char* kNormalFont = "Courier New";
constexpr double kNormalSize = 10;

/// libxlsxwriter reckons with digits of 7 pixels and 5 more for a column's padding, and writes widths in sevenths of a
/// digit: a seventh of the 8 pixels above is the step that it can be made to write.
constexpr int kStepsOfDigit = 7;
constexpr int kStepsOfPadding = 5;
constexpr int kStepsOfOneCharacter = kStepsOfDigit + kStepsOfPadding;

void Check(lxw_error error, const char* what) {
  if (error == LXW_NO_ERROR) return;
  throw OutputFault(Say("XLSX を作れません（{}）: {}", "The XLSX cannot be made ({}): {}", what, lxw_strerror(error)));
}

/// The library takes 0 for "no colour".
lxw_color_t Color(Rgb rgb) { return rgb == kBlack ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : rgb; }

std::uint8_t BorderOf(LineStyle style) {
  switch (style) {
    case LineStyle::kNone: return LXW_BORDER_NONE;
    case LineStyle::kDotted: return LXW_BORDER_DOTTED;
    case LineStyle::kHair: return LXW_BORDER_HAIR;
    case LineStyle::kDashed: return LXW_BORDER_DASHED;
    case LineStyle::kDashDotDot: return LXW_BORDER_DASH_DOT_DOT;
    case LineStyle::kDashDot: return LXW_BORDER_DASH_DOT;
    case LineStyle::kThin: return LXW_BORDER_THIN;
    case LineStyle::kMediumDashDotDot: return LXW_BORDER_MEDIUM_DASH_DOT_DOT;
    case LineStyle::kSlantDashDot: return LXW_BORDER_SLANT_DASH_DOT;
    case LineStyle::kMediumDashDot: return LXW_BORDER_MEDIUM_DASH_DOT;
    case LineStyle::kMediumDashed: return LXW_BORDER_MEDIUM_DASHED;
    case LineStyle::kMedium: return LXW_BORDER_MEDIUM;
    case LineStyle::kDouble: return LXW_BORDER_DOUBLE;
    case LineStyle::kThick: return LXW_BORDER_THICK;
  }
  return LXW_BORDER_NONE;
}

std::uint8_t AlignOf(HAlign align) {
  switch (align) {
    case HAlign::kLeft: return LXW_ALIGN_LEFT;
    case HAlign::kCenter: return LXW_ALIGN_CENTER;
    case HAlign::kRight: return LXW_ALIGN_RIGHT;
    case HAlign::kJustify: return LXW_ALIGN_JUSTIFY;
    case HAlign::kDistribute: return LXW_ALIGN_DISTRIBUTED;
    case HAlign::kCenterAcross: return LXW_ALIGN_CENTER_ACROSS;
  }
  return LXW_ALIGN_NONE;
}

std::uint8_t AlignOf(VAlign align) {
  switch (align) {
    case VAlign::kTop: return LXW_ALIGN_VERTICAL_TOP;
    case VAlign::kCenter: return LXW_ALIGN_VERTICAL_CENTER;
    case VAlign::kBottom: return LXW_ALIGN_VERTICAL_BOTTOM;
  }
  return LXW_ALIGN_NONE;
}

std::uint8_t PaperOf(const std::string& paper) {
  if (paper == "A3") return 8;
  if (paper == "A5") return 11;
  if (paper == "B4") return 12;  // JIS, as Excel's own number 12 is in Japan
  if (paper == "B5") return 13;
  if (paper == "Letter") return 1;
  if (paper == "Legal") return 5;
  if (paper == "Postcard") return 43;
  if (paper == "A2") return 66;
  if (paper == "A6") return 70;
  if (paper == "B6") return 88;
  return 9;
}

void SetFont(lxw_format* to, const XlsxFormat& from) {
  format_set_font_name(to, from.font.c_str());
  format_set_font_size(to, from.size / 100.0);
  if (from.bold) format_set_bold(to);
  if (from.italic) format_set_italic(to);
  if (from.underline) format_set_underline(to, LXW_UNDERLINE_SINGLE);
  if (from.double_underline) format_set_underline(to, LXW_UNDERLINE_DOUBLE);
  if (from.strike) format_set_font_strikeout(to);
  if (from.text_rgb != kBlack) format_set_font_color(to, Color(from.text_rgb));
}

void SetAlignment(lxw_format* to, const XlsxFormat& from) {
  constexpr int kStacked = 270;
  format_set_align(to, AlignOf(from.h_align));
  format_set_align(to, AlignOf(from.v_align));
  if (from.wrap) format_set_text_wrap(to);
  if (from.shrink) format_set_shrink(to);
  if (from.vertical) format_set_rotation(to, kStacked);
  if (from.rotation != 0) format_set_rotation(to, static_cast<std::int16_t>(from.rotation));
  if (from.indent > 0) format_set_indent(to, static_cast<std::uint8_t>(from.indent));
}

void SetBorders(lxw_format* to, const XlsxFormat& from) {
  format_set_top(to, BorderOf(from.top.style));
  format_set_bottom(to, BorderOf(from.bottom.style));
  format_set_left(to, BorderOf(from.left.style));
  format_set_right(to, BorderOf(from.right.style));
  if (from.top.rgb != kBlack) format_set_top_color(to, from.top.rgb);
  if (from.bottom.rgb != kBlack) format_set_bottom_color(to, from.bottom.rgb);
  if (from.left.rgb != kBlack) format_set_left_color(to, from.left.rgb);
  if (from.right.rgb != kBlack) format_set_right_color(to, from.right.rgb);
  if (!from.diagonal_down && !from.diagonal_up) return;
  const auto type = from.diagonal_down ? LXW_DIAGONAL_BORDER_DOWN : LXW_DIAGONAL_BORDER_UP;
  format_set_diag_type(to, from.diagonal_down && from.diagonal_up ? LXW_DIAGONAL_BORDER_UP_DOWN : type);
  format_set_diag_border(to, BorderOf(from.diagonal.style));
  if (from.diagonal.rgb != kBlack) format_set_diag_color(to, from.diagonal.rgb);
}

/// The library's kinds that take formulas as they are.
std::uint8_t ValidationOf(const std::string& type) {
  if (type == "whole") return LXW_VALIDATION_TYPE_INTEGER_FORMULA;
  if (type == "decimal") return LXW_VALIDATION_TYPE_DECIMAL_FORMULA;
  if (type == "date") return LXW_VALIDATION_TYPE_DATE_FORMULA;
  if (type == "time") return LXW_VALIDATION_TYPE_TIME_FORMULA;
  if (type == "textLength") return LXW_VALIDATION_TYPE_LENGTH_FORMULA;
  return LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
}

std::uint8_t CriterionOf(const std::string& op) {
  if (op == "notBetween") return LXW_VALIDATION_CRITERIA_NOT_BETWEEN;
  if (op == "equal") return LXW_VALIDATION_CRITERIA_EQUAL_TO;
  if (op == "notEqual") return LXW_VALIDATION_CRITERIA_NOT_EQUAL_TO;
  if (op == "greaterThan") return LXW_VALIDATION_CRITERIA_GREATER_THAN;
  if (op == "lessThan") return LXW_VALIDATION_CRITERIA_LESS_THAN;
  if (op == "greaterThanOrEqual") return LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  if (op == "lessThanOrEqual") return LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
  return LXW_VALIDATION_CRITERIA_BETWEEN;
}

lxw_chart_type TypeOf(ChartKind kind) {
  switch (kind) {
    case ChartKind::kColumn: return LXW_CHART_COLUMN;
    case ChartKind::kStackedColumn: return LXW_CHART_COLUMN_STACKED;
    case ChartKind::kBar: return LXW_CHART_BAR;
    case ChartKind::kStackedBar: return LXW_CHART_BAR_STACKED;
    case ChartKind::kLine: return LXW_CHART_LINE;
  }
  return LXW_CHART_COLUMN;
}

/// Gives a chart the values that its cells show, so that programs that do not calculate draw it right. The library
/// itself would note 0 for formulas, and nothing at all when streaming.
void FillCache(lxw_series_range* range, const std::vector<XlsxChart::Point>& points) {
  for (const XlsxChart::Point& point : points) {
    auto* entry = static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    if (entry == nullptr) throw std::bad_alloc();
    entry->no_data = !point.number && point.text.empty() ? 1 : 0;
    if (point.number) {
      entry->number = *point.number;
    } else {
      entry->is_string = 1;
      entry->string = strdup(point.text.c_str());
      range->has_string_cache = 1;
    }
    STAILQ_INSERT_TAIL(range->data_cache, entry, list_pointers);
  }
  range->num_data_points = static_cast<std::uint16_t>(points.size());
  range->sheetname = strdup("");  // it would look for the sheet, and warn on stderr where a name has an apostrophe
  range->ignore_cache = 1;
}

/// Series differ in black and white too: by hatches, and lines by marks and dashes.
void SetSeriesLook(lxw_chart_series* series, const XlsxChart::Series& look, bool is_line, std::size_t index) {
  constexpr std::uint8_t kMarks[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE,
                                     LXW_CHART_MARKER_DIAMOND};
  constexpr std::uint8_t kDashes[] = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                      LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_LONG_DASH};
  lxw_chart_line line = {};
  line.color = is_line ? Color(look.rgb) : static_cast<lxw_color_t>(LXW_COLOR_BLACK);
  line.width = is_line ? 1.5F : 0.5F;
  if (is_line) line.dash_type = kDashes[index % 4];
  chart_series_set_line(series, &line);
  lxw_chart_fill fill = {};
  fill.color = Color(look.rgb);
  if (is_line) {
    chart_series_set_marker_type(series, kMarks[index % 4]);
    chart_series_set_marker_fill(series, &fill);
  } else if (look.hatched) {
    lxw_chart_pattern pattern = {};
    pattern.fg_color = Color(look.rgb);
    pattern.bg_color = LXW_COLOR_WHITE;
    pattern.type = index % 2 == 0 ? LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL : LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
    chart_series_set_pattern(series, &pattern);
  } else {
    chart_series_set_fill(series, &fill);
  }
}

void SetAxis(lxw_chart_axis* axis, const std::string& title) {
  lxw_chart_font font = {};
  font.size = 9;
  font.bold = LXW_EXPLICIT_FALSE;
  chart_axis_set_num_font(axis, &font);
  if (title.empty()) return;
  chart_axis_set_name(axis, title.c_str());
  chart_axis_set_name_font(axis, &font);
}

lxw_chart_line ThinLine(Rgb rgb) {
  lxw_chart_line line = {};
  line.color = rgb;
  line.width = 0.5F;
  return line;
}

struct Axes {
  lxw_chart_axis* categories;
  lxw_chart_axis* values;
};

/// The library names axes by where they lie.
Axes AxesOf(lxw_chart* chart, ChartKind kind) {
  const bool lying = kind == ChartKind::kBar || kind == ChartKind::kStackedBar;
  return lying ? Axes{chart->y_axis, chart->x_axis} : Axes{chart->x_axis, chart->y_axis};
}

/// The greys of the PDF's charts.
void SetLines(lxw_chart* chart, const Axes& axes) {
  lxw_chart_line frame = ThinLine(0xA6A6A6);
  lxw_chart_line grid = ThinLine(0xD9D9D9);
  lxw_chart_line axis = ThinLine(0x595959);
  chart_chartarea_set_line(chart, &frame);
  chart_axis_set_line(axes.categories, &axis);
  chart_axis_set_line(axes.values, &axis);
  chart_axis_major_gridlines_set_line(axes.values, &grid);
}

void SetTitle(lxw_chart* chart, const std::string& title) {
  lxw_chart_font font = {};
  font.size = 11;
  font.bold = LXW_EXPLICIT_FALSE;
  if (title.empty()) return chart_title_off(chart);
  chart_title_set_name(chart, title.c_str());
  chart_title_set_name_font(chart, &font);
}

void SetLook(lxw_chart* to, const XlsxChart& from) {
  const Axes axes = AxesOf(to, from.kind);
  if (axes.categories == to->y_axis) {
    chart_axis_set_reverse(axes.categories);  // the first category on top, and the values' axis below all the same
    chart_axis_set_crossing_max(axes.categories);
  }
  SetTitle(to, from.title);
  SetAxis(axes.categories, from.x_title);
  SetAxis(axes.values, from.y_title);
  if (!from.number_format.empty()) chart_axis_set_num_format(axes.values, from.number_format.c_str());
  SetLines(to, axes);
  chart_legend_set_position(to, from.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_show_hidden_data(to);
}

}  // namespace

struct XlsxBook::Impl {
  explicit Impl(bool in_row_order)
      : scratch(in_row_order ? XlsxScratch::Size::kHuge : XlsxScratch::Size::kSmall), streaming(in_row_order) {}

  XlsxScratch scratch;
  std::filesystem::path file = scratch.folder() / "book.xlsx";
  std::string folder_name = scratch.folder().string();
  bool streaming;
  lxw_workbook* book = nullptr;
  std::vector<lxw_format*> formats;
  std::uint64_t bytes = 0;    ///< about what the sheets take as XML
  std::uint64_t checked = 0;  ///< bytes for which there was room on the disk when last asked

  ~Impl() {
    if (book != nullptr) lxw_workbook_free(book);
  }
  lxw_format* At(XlsxFormatId format) const { return formats[static_cast<std::size_t>(format)]; }
  /// Asks for the next few megabytes before they are written.
  void RequireRoom() {
    constexpr std::uint64_t kStep = 8000000;
    checked = bytes + kStep;
    scratch.Require(2 * kStep);
  }
  void Count(std::size_t text_bytes) {
    constexpr std::uint64_t kCellBytes = 80;
    bytes += kCellBytes + text_bytes;
    if (streaming && bytes >= checked) RequireRoom();
  }
};

XlsxBook::XlsxBook(const XlsxProperties& properties, bool streaming) : impl_(std::make_unique<Impl>(streaming)) {
  lxw_workbook_options options = {};
  options.constant_memory = streaming ? 1 : 0;
  options.tmpdir = impl_->folder_name.data();
  impl_->book = workbook_new_opt(impl_->file.c_str(), &options);
  if (impl_->book == nullptr) throw std::bad_alloc();
  lxw_format* normal = STAILQ_FIRST(impl_->book->formats);
  format_set_font_name(normal, kNormalFont);
  format_set_font_size(normal, kNormalSize);
  std::string title = properties.title;
  std::string author = properties.author;
  lxw_doc_properties says = {};
  says.title = title.data();
  says.author = author.data();
  says.created = properties.created.days() * kSecondsPerDay;
  Check(workbook_set_properties(impl_->book, &says), "properties");
  if (properties.mark.empty()) return;
  Check(workbook_set_custom_property_string(impl_->book, kMarkProperty, properties.mark.c_str()), "properties");
}

XlsxBook::~XlsxBook() = default;

bool XlsxBook::streaming() const { return impl_->streaming; }

XlsxFormatId XlsxBook::AddFormat(const XlsxFormat& format) {
  lxw_format* added = workbook_add_format(impl_->book);
  if (added == nullptr) throw std::bad_alloc();
  SetFont(added, format);
  SetAlignment(added, format);
  SetBorders(added, format);
  if (format.fill_rgb) {
    format_set_pattern(added, LXW_PATTERN_SOLID);
    format_set_fg_color(added, Color(*format.fill_rgb));
  }
  if (!format.number_format.empty()) format_set_num_format(added, format.number_format.c_str());
  impl_->formats.push_back(added);
  return static_cast<XlsxFormatId>(impl_->formats.size()) - 1;
}

XlsxTab XlsxBook::AddTab(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(impl_->book, name.c_str());
  if (sheet == nullptr) {
    throw OutputFault(Say("シート名「{}」は Excel で使えません。", "Excel refuses the sheet name \"{}\".", name));
  }
  std::free(sheet->quoted_name);
  sheet->quoted_name = strdup(QuotedSheetName(name).c_str());
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  // Codes such as 001016 are texts on purpose, and totals of a form need not look like their neighbours.
  for (const auto warning : {LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS, LXW_IGNORE_FORMULA_RANGE}) {
    Check(worksheet_ignore_errors(sheet, static_cast<std::uint8_t>(warning), "A1:XFD1048576"), "warnings");
  }
  return XlsxTab(this, sheet);
}

std::string XlsxBook::Finish() {
  impl_->scratch.Require(2 * impl_->bytes);
  lxw_workbook* book = impl_->book;
  impl_->book = nullptr;
  Check(workbook_close(book), "close");
  return ReadWholeFile(impl_->file);
}

void XlsxTab::SetColumn(int column, int steps, bool hidden) {
  const double width = steps >= kStepsOfOneCharacter ? static_cast<double>(steps - kStepsOfPadding) / kStepsOfDigit
                                                     : static_cast<double>(steps) / kStepsOfOneCharacter;
  const auto at = static_cast<lxw_col_t>(column);
  lxw_row_col_options options = {};
  options.hidden = hidden ? 1 : 0;
  Check(worksheet_set_column_opt(sheet_, at, at, width, nullptr, &options), "column");
}

void XlsxTab::SetRow(int row, double points, bool hidden) {
  lxw_row_col_options options = {};
  options.hidden = hidden ? 1 : 0;
  Check(worksheet_set_row_opt(sheet_, static_cast<lxw_row_t>(row), points, nullptr, &options), "row");
}

void XlsxTab::Blank(int row, int column, XlsxFormatId format) {
  book_->impl_->Count(0);
  Check(worksheet_write_blank(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                              book_->impl_->At(format)),
        "cell");
}

void XlsxTab::Text(int row, int column, const std::string& text, XlsxFormatId format) {
  book_->impl_->Count(text.size());
  Check(worksheet_write_string(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), text.c_str(),
                               book_->impl_->At(format)),
        "cell");
}

void XlsxTab::Number(int row, int column, double number, XlsxFormatId format) {
  book_->impl_->Count(0);
  Check(worksheet_write_number(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number,
                               book_->impl_->At(format)),
        "cell");
}

void XlsxTab::FormulaNumber(int row, int column, const std::string& formula, double number, XlsxFormatId format) {
  book_->impl_->Count(formula.size());
  Check(worksheet_write_formula_num(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                    formula.c_str(), book_->impl_->At(format), number),
        "formula");
}

void XlsxTab::FormulaText(int row, int column, const std::string& formula, const std::string& text,
                          XlsxFormatId format) {
  book_->impl_->Count(formula.size() + text.size());
  Check(worksheet_write_formula_str(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                    formula.c_str(), book_->impl_->At(format), text.c_str()),
        "formula");
}

void XlsxTab::Merge(const CellRange& range) {
  // worksheet_merge_range() would write all cells at once, in one format and, when streaming, too early.
  auto* merged = static_cast<lxw_merged_range*>(std::calloc(1, sizeof(lxw_merged_range)));
  if (merged == nullptr) throw std::bad_alloc();
  merged->first_row = static_cast<lxw_row_t>(range.first_row);
  merged->first_col = static_cast<lxw_col_t>(range.first_column);
  merged->last_row = static_cast<lxw_row_t>(range.last_row);
  merged->last_col = static_cast<lxw_col_t>(range.last_column);
  STAILQ_INSERT_TAIL(sheet_->merged_ranges, merged, list_pointers);
  sheet_->merged_range_count++;
}

void XlsxTab::DropDown(const CellRange& range, const std::string& source) {
  // worksheet_data_validation_range() reserves one byte a character for lists, too few for Japanese, and loses the
  // memory of formulas; so the rule is entered here as it would have entered it.
  auto* rule = static_cast<lxw_data_val_obj*>(std::calloc(1, sizeof(lxw_data_val_obj)));
  if (rule == nullptr) throw std::bad_alloc();
  rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule->ignore_blank = rule->show_input = rule->show_error = 1;
  rule->value_formula = strdup(source.c_str());
  lxw_rowcol_to_range(rule->sqref, static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.first_column),
                      static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.last_column));
  STAILQ_INSERT_TAIL(sheet_->data_validations, rule, list_pointers);
  sheet_->num_validations++;
}

void XlsxTab::Restrict(const CellRule& rule) {
  // Entered by hand for the same reasons, and because the library writes numbers and dates only as numbers.
  auto* entry = static_cast<lxw_data_val_obj*>(std::calloc(1, sizeof(lxw_data_val_obj)));
  if (entry == nullptr) throw std::bad_alloc();
  const auto copy = [](const std::string& text) { return text.empty() ? nullptr : strdup(text.c_str()); };
  entry->validate = ValidationOf(rule.type);
  entry->criteria = CriterionOf(rule.op);
  entry->ignore_blank = rule.allow_blank ? 1 : 0;
  entry->show_input = entry->show_error = 1;
  const bool between =
      entry->criteria == LXW_VALIDATION_CRITERIA_BETWEEN || entry->criteria == LXW_VALIDATION_CRITERIA_NOT_BETWEEN;
  entry->value_formula = strdup(rule.formula1.c_str());  // of ranges too: the first bound is written from here
  if (between) entry->maximum_formula = strdup(rule.formula2.c_str());
  entry->error_title = copy(rule.error_title);
  entry->error_message = copy(rule.error);
  entry->input_title = copy(rule.prompt_title);
  entry->input_message = copy(rule.prompt);
  lxw_rowcol_to_range(entry->sqref, static_cast<lxw_row_t>(rule.range.first_row),
                      static_cast<lxw_col_t>(rule.range.first_column), static_cast<lxw_row_t>(rule.range.last_row),
                      static_cast<lxw_col_t>(rule.range.last_column));
  STAILQ_INSERT_TAIL(sheet_->data_validations, entry, list_pointers);
  sheet_->num_validations++;
}

void XlsxTab::Condition(const ConditionalFormat& condition, const std::string& formula) {
  lxw_format* format = workbook_add_format(book_->impl_->book);
  if (format == nullptr) throw std::bad_alloc();
  if (condition.fill_rgb) format_set_bg_color(format, Color(*condition.fill_rgb));
  if (condition.text_rgb) format_set_font_color(format, Color(*condition.text_rgb));
  if (condition.bold) format_set_bold(format);
  std::string text = formula;
  lxw_conditional_format rule = {};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = text.data();
  rule.format = format;
  const CellRange& range = condition.range;
  Check(worksheet_conditional_format_range(
            sheet_, static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.first_column),
            static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.last_column), &rule),
        "conditional format");
}

void XlsxTab::Insert(const XlsxChart& chart) {
  constexpr double kChartWidth = 480;
  constexpr double kChartHeight = 288;
  lxw_chart* added = workbook_add_chart(book_->impl_->book, TypeOf(chart.kind));
  if (added == nullptr) throw std::bad_alloc();
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const XlsxChart::Series& from = chart.series[i];
    const char* categories = chart.categories.empty() ? nullptr : chart.categories.c_str();
    lxw_chart_series* series = chart_add_series(added, categories, from.values.c_str());
    if (series == nullptr) throw std::bad_alloc();
    chart_series_set_name(series, from.name.c_str());
    FillCache(series->values, from.value_points);
    FillCache(series->categories, chart.category_points);
    SetSeriesLook(series, from, chart.kind == ChartKind::kLine, i);
  }
  SetLook(added, chart);
  chart_show_hidden_data(added);
  std::string alt_text = chart.alt_text;
  lxw_chart_options options = {};
  options.x_scale = chart.width / kChartWidth;
  options.y_scale = chart.height / kChartHeight;
  options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
  options.description = alt_text.data();
  Check(worksheet_insert_chart_opt(sheet_, static_cast<lxw_row_t>(chart.row), static_cast<lxw_col_t>(chart.column),
                                   added, &options),
        "chart");
}

void XlsxTab::Freeze(int row, int column) {
  worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column));
}

void XlsxTab::Link(int row, int column, const std::string& target, const std::string& text, XlsxFormatId format) {
  book_->impl_->Count(text.size() + target.size());
  Check(worksheet_write_url_opt(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                ("external:" + target).c_str(), book_->impl_->At(format), nullptr, nullptr),
        "link");
  Text(row, column, text, format);  // the library would show slashes turned round
}

void XlsxTab::Filter(const CellRange& range) {
  Check(
      worksheet_autofilter(sheet_, static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.first_column),
                           static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.last_column)),
      "filter");
}

void XlsxTab::Print(const XlsxPrint& print) {
  worksheet_set_paper(sheet_, PaperOf(print.paper));
  print.landscape ? worksheet_set_landscape(sheet_) : worksheet_set_portrait(sheet_);
  worksheet_set_margins(sheet_, print.left, print.right, print.top, print.bottom);
  SetMarginTexts(print);
  if (print.fit) {
    worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(print.fit_width),
                           static_cast<std::uint16_t>(print.fit_height));
  } else {
    worksheet_set_print_scale(sheet_, static_cast<std::uint16_t>(print.scale));
  }
  if (print.first_page_number > 0)
    worksheet_set_start_page(sheet_, static_cast<std::uint16_t>(print.first_page_number));
  if (print.center_horizontally) worksheet_center_horizontally(sheet_);
  if (print.center_vertically) worksheet_center_vertically(sheet_);
  if (print.over_then_down) worksheet_print_across(sheet_);
  if (print.gridlines) worksheet_gridlines(sheet_, LXW_SHOW_PRINT_GRIDLINES);
  SetPrinted(print);
  SetBreaks(print);
}

void XlsxTab::SetMarginTexts(const XlsxPrint& print) {
  lxw_header_footer_options options = {};
  options.margin = print.footer_margin;
  if (!print.footer.empty()) Check(worksheet_set_footer_opt(sheet_, print.footer.c_str(), &options), "footer");
  options.margin = print.header_margin;
  if (!print.header.empty()) Check(worksheet_set_header_opt(sheet_, print.header.c_str(), &options), "header");
}

void XlsxTab::SetPrinted(const XlsxPrint& print) {
  if (print.areas.size() == 1) {
    const CellRange& area = print.areas.front();
    Check(
        worksheet_print_area(sheet_, static_cast<lxw_row_t>(area.first_row), static_cast<lxw_col_t>(area.first_column),
                             static_cast<lxw_row_t>(area.last_row), static_cast<lxw_col_t>(area.last_column)),
        "print area");
  } else if (!print.areas.empty()) {
    DefinePrintAreas(print.areas);
  }
  if (print.repeat_first >= 0) {
    Check(worksheet_repeat_rows(sheet_, static_cast<lxw_row_t>(print.repeat_first),
                                static_cast<lxw_row_t>(print.repeat_last)),
          "repeated rows");
  }
  if (print.repeat_first_column >= 0) {
    Check(worksheet_repeat_columns(sheet_, static_cast<lxw_col_t>(print.repeat_first_column),
                                   static_cast<lxw_col_t>(print.repeat_last_column)),
          "repeated columns");
  }
}

/// The library knows one area a sheet. Several are a defined name, which it would write under the name it is given; so
/// the name that Excel keeps for print areas is put in its place afterwards.
void XlsxTab::DefinePrintAreas(const std::vector<CellRange>& areas) {
  const std::string name = sheet_->name;
  std::string formula;
  for (const CellRange& area : areas) formula += (formula.empty() ? "=" : ",") + AbsoluteRange(name, area);
  if (formula.size() >= LXW_DEFINED_NAME_LENGTH) {
    throw OutputFault(Say("シート「{}」の印刷範囲が多すぎます（{} か所）。",
                          "Sheet \"{}\" has too many print areas ({}).", name, areas.size()));
  }
  lxw_workbook* book = book_->impl_->book;
  const std::string own = QuotedSheetName(name) + "!chohyo_print_area";
  Check(workbook_define_name(book, own.c_str(), formula.c_str()), "print areas");
  lxw_defined_name* entry = nullptr;
  TAILQ_FOREACH(entry, book->defined_names, list_pointers) {
    if (std::strcmp(entry->name, "chohyo_print_area") == 0) std::strcpy(entry->name, "_xlnm.Print_Area");
  }
}

void XlsxTab::SetBreaks(const XlsxPrint& print) {
  if (!print.breaks.empty()) {
    std::vector<lxw_row_t> breaks(print.breaks.begin(), print.breaks.end());
    breaks.push_back(0);
    Check(worksheet_set_h_pagebreaks(sheet_, breaks.data()), "page breaks");
  }
  if (!print.column_breaks.empty()) {
    std::vector<lxw_col_t> breaks;
    for (const int column : print.column_breaks) breaks.push_back(static_cast<lxw_col_t>(column));
    breaks.push_back(0);
    Check(worksheet_set_v_pagebreaks(sheet_, breaks.data()), "page breaks");
  }
}

void XlsxTab::Insert(const XlsxPicture& picture) {
  std::string alt_text = picture.alt_text;
  lxw_image_options options = {};
  options.x_offset = picture.dx;
  options.y_offset = picture.dy;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = alt_text.data();
  Check(worksheet_insert_image_buffer_opt(
            sheet_, static_cast<lxw_row_t>(picture.row), static_cast<lxw_col_t>(picture.column),
            reinterpret_cast<const unsigned char*>(picture.bytes.data()), picture.bytes.size(), &options),
        "picture");
  // Only now is it known how large the library takes the picture to be.
  lxw_object_properties* added = STAILQ_FIRST(sheet_->image_props);
  while (STAILQ_NEXT(added, list_pointers) != nullptr) added = STAILQ_NEXT(added, list_pointers);
  added->x_scale = picture.width / (added->width * kPixelsPerInch / added->x_dpi);
  added->y_scale = picture.height / (added->height * kPixelsPerInch / added->y_dpi);
}

void XlsxTab::Hide() { worksheet_hide(sheet_); }

void XlsxTab::Activate() {
  worksheet_activate(sheet_);
  worksheet_set_first_sheet(sheet_);
}

}  // namespace chohyo
