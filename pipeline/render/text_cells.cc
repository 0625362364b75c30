#include "pipeline/render/text_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

/// A number with its trailing zeros cut: 10500 / 1000 → "10.5".
std::string Fraction(std::int64_t value, std::int64_t divisor, int digits) {
  std::string text =
      fmt::format("{}{}.{:0{}}", value < 0 ? "-" : "", std::abs(value) / divisor, std::abs(value) % divisor, digits);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string_view NameOf(BandKind band) {
  switch (band) {
    case BandKind::kBody: return "";
    case BandKind::kHeading: return " heading";
    case BandKind::kDetail: return " detail";
    case BandKind::kSubtotal: return " subtotal";
    case BandKind::kFooter: return " footer";
  }
  return "";
}

std::string_view NameOf(HAlign align) {
  switch (align) {
    case HAlign::kLeft: return "";
    case HAlign::kCenter: return " center";
    case HAlign::kRight: return " right";
    case HAlign::kJustify: return " justify";
    case HAlign::kDistribute: return " distribute";
    case HAlign::kCenterAcross: return " across";
  }
  return "";
}

std::string_view NameOf(VAlign align) {
  switch (align) {
    case VAlign::kTop: return " top";
    case VAlign::kCenter: return "";
    case VAlign::kBottom: return " bottom";
  }
  return "";
}

std::string_view NameOf(ChartKind kind) {
  switch (kind) {
    case ChartKind::kColumn: return "column";
    case ChartKind::kStackedColumn: return "stacked-column";
    case ChartKind::kBar: return "bar";
    case ChartKind::kStackedBar: return "stacked-bar";
    case ChartKind::kLine: return "line";
  }
  return "";
}

/// Small letters for thin lines and medium ones, capitals for double and thick; those with dots among dashes as 1 to 5.
char LetterOf(LineStyle style) { return ".oh12dt345MmDT"[static_cast<std::size_t>(style)]; }

/// The letter of a side of a cell: of `count` edges, the i-th given by `at`.
template <typename At>
char SideLetter(int count, At at) {
  const char first = LetterOf(at(0).style);
  for (int i = 1; i < count; ++i) {
    if (LetterOf(at(i).style) != first) return '~';
  }
  return first;
}

std::string EdgeLetters(const Sheet& sheet, const Cell& cell) {
  const int bottom = std::min(cell.row + cell.row_span, sheet.row_count());
  const int right = std::min(cell.column + cell.column_span, sheet.column_count());
  const int height = bottom - cell.row, width = right - cell.column;
  return {SideLetter(width, [&](int i) { return sheet.HorizontalEdge(cell.row, cell.column + i); }),
          SideLetter(height, [&](int i) { return sheet.VerticalEdge(cell.row + i, right); }),
          SideLetter(width, [&](int i) { return sheet.HorizontalEdge(bottom, cell.column + i); }),
          SideLetter(height, [&](int i) { return sheet.VerticalEdge(cell.row + i, cell.column); })};
}

/// The typed value behind the text; "" for texts and empty cells.
std::string ValueText(const Scalar& value) {
  return std::visit(
      [](const auto& held) -> std::string {
        using Held = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<Held, std::int64_t> || std::is_same_v<Held, double>) {
          return fmt::format(" number={}", held);
        } else if constexpr (std::is_same_v<Held, bool>) {
          return held ? " bool=true" : " bool=false";
        } else if constexpr (std::is_same_v<Held, Date>) {
          return " date=" + held.Iso();
        } else if constexpr (std::is_same_v<Held, Month>) {
          return " month=" + held.Iso();
        } else if constexpr (std::is_same_v<Held, TimeOfDay>) {
          return " time=" + held.Text();
        } else if constexpr (std::is_same_v<Held, Minutes>) {
          return fmt::format(" minutes={}", held.value);
        } else {
          return "";
        }
      },
      value);
}

/// On one line, controls shown as their code points, so that a golden hides nothing.
std::string Visible(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    const bool hidden = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
                        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || IsVariationSelector(c);
    if (c == U'\n') {
      out += "\\n";
    } else if (hidden) {
      out.append("<").append(CodePointName(c)).append(">");
    } else {
      AppendUtf8(c, &out);
    }
  }
  return out;
}

std::string StyleText(const CellStyle& style) {
  std::string text;
  text += fmt::format(" {}pt{}{}", Fraction(style.size, 100, 2), NameOf(style.h_align), NameOf(style.v_align));
  if (style.font != "mincho") text.append(" ").append(style.font);
  if (style.bold) text += " bold";
  if (style.italic) text += " italic";
  if (style.underline) text += " underline";
  if (style.strike) text += " strike";
  if (style.double_underline) text += " double-underline";
  if (!style.wrap) text += " nowrap";
  if (style.spill) text += " spill";
  if (style.shrink) text += " shrink";
  if (style.rotation != 0) text += fmt::format(" turned {}", style.rotation);
  if (style.indent != 0) text += fmt::format(" indent {}", Mm(style.indent));
  if (style.vertical) text += " vertical";
  if (style.text_rgb != kBlack) text += " text " + ColorText(style.text_rgb);
  if (style.fill_rgb) text += " fill " + ColorText(*style.fill_rgb);
  if (!style.format.empty()) text.append(" format ").append(style.format);
  return text;
}

}  // namespace

std::string Mm(Um length) { return Fraction(length, 1000, 3); }

std::string ColumnName(int column) {
  std::string name;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

std::string PlaceName(int row, int column) { return fmt::format("{}{}", ColumnName(column), row + 1); }

std::string RangeName(const CellRange& range) {
  const std::string first = PlaceName(range.first_row, range.first_column);
  const std::string last = PlaceName(range.last_row, range.last_column);
  return first == last ? first : fmt::format("{}:{}", first, last);
}

std::string ColorText(Rgb rgb) { return fmt::format("#{:06X}", rgb); }

std::string RowText(const Sheet& sheet, int row, Um height) {
  const Row& line = sheet.rows[static_cast<std::size_t>(row)];
  std::string text = fmt::format("row {} {} mm{}", row + 1, Mm(height), NameOf(line.band));
  if (line.group != 0) text += fmt::format(" group {}", line.group);
  if (line.fill > 0) text += fmt::format(" fill {}", line.fill);
  if (line.break_before) text += " break-before";
  if (line.hidden) text += " hidden";
  return text;
}

std::string CellText(const Sheet& sheet, const Cell& cell, CentiPoint size, int lines) {
  const CellStyle& style = sheet.styles[static_cast<std::size_t>(cell.style)];
  const CellRange range{0, cell.row, cell.column, cell.row + cell.row_span - 1, cell.column + cell.column_span - 1};
  std::string text = fmt::format("{} |{}|{}", RangeName(range), Visible(cell.text), StyleText(style));
  if (size != style.size) text += fmt::format(" set {}pt", Fraction(size, 100, 2));
  if (lines > 1) text += fmt::format(" lines {}", lines);
  text += ValueText(cell.value);
  if (!cell.formula.empty()) text.append(" =").append(cell.formula);
  if (cell.choices >= 0) text += fmt::format(" list {}", cell.choices);
  if (cell.diagonal) text += " void";
  if (cell.diagonal_down.style != LineStyle::kNone) text.append(" down ").append(1, LetterOf(cell.diagonal_down.style));
  if (cell.diagonal_up.style != LineStyle::kNone) text.append(" up ").append(1, LetterOf(cell.diagonal_up.style));
  const std::string edges = EdgeLetters(sheet, cell);
  return edges == "...." ? text : text.append(" edges ").append(edges);
}

std::string ConditionText(const ConditionalFormat& format) {
  std::string text = fmt::format("conditional {} ={}", RangeName(format.range), format.formula);
  if (format.fill_rgb) text += " fill " + ColorText(*format.fill_rgb);
  if (format.text_rgb) text += " text " + ColorText(*format.text_rgb);
  if (format.bold) text += " bold";
  const int columns = format.range.last_column - format.range.first_column + 1;
  std::string on;
  for (std::size_t i = 0; i < format.applies.size(); ++i) {
    if (!format.applies[i]) continue;
    const auto place = static_cast<int>(i);
    on.append(" ").append(
        PlaceName(format.range.first_row + place / columns, format.range.first_column + place % columns));
  }
  return on.empty() ? text + ", off" : text.append(", on at").append(on);
}

std::string ChartHeadText(const Chart& chart) {
  std::string text = fmt::format("chart {} \"{}\" at {}", NameOf(chart.kind), chart.title, RangeName(chart.area));
  if (!chart.x_title.empty()) text += fmt::format(" x \"{}\"", chart.x_title);
  if (!chart.y_title.empty()) text += fmt::format(" y \"{}\"", chart.y_title);
  if (!chart.number_format.empty()) text += " format " + chart.number_format;
  return text;
}

std::string RangeTexts(const Sheet& sheet, const CellRange& range) {
  std::string texts;
  for (int row = range.first_row; row <= range.last_row; ++row) {
    for (int column = range.first_column; column <= range.last_column; ++column) {
      const auto before = [](const Cell& cell, const std::pair<int, int>& place) {
        return std::pair(cell.row, cell.column) < place;
      };
      const auto found = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), std::pair(row, column), before);
      const bool here = found != sheet.cells.end() && found->row == row && found->column == column;
      if (row != range.first_row || column != range.first_column) texts += ", ";
      if (here) texts += Visible(found->text);
    }
  }
  return fmt::format("[{}]", texts);
}

}  // namespace chohyo
