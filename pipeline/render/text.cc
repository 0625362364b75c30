#include "pipeline/render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>

#include "pipeline/layout/turn.h"
#include "pipeline/render/text_cells.h"

namespace chohyo {
namespace {

/// Runs of one turned line lie on one line but for rounding.
constexpr Um kTurnedRounding = 20;

class TextRenderer {
 public:
  TextRenderer(const Document& document, const Pages& pages) : document_(document), pages_(pages) {}

  std::string Run() {
    Line("document {} {} 「{}」{}", document_.form, document_.key, document_.title,
         document_.department.empty() ? "" : " department " + document_.department);
    for (std::size_t i = 0; i < document_.sheets.size(); ++i) RenderSheet(static_cast<int>(i));
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void Line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    out_ += '\n';
  }

  void RenderSheet(int index) {
    const Sheet& sheet = document_.sheets[static_cast<std::size_t>(index)];
    const PageSetup& page = sheet.page;
    Line("");
    Line("sheet \"{}\" {} {} {} x {} mm, margins {} {} {} {} mm", sheet.name, page.paper,
         page.landscape ? "landscape" : "portrait", Mm(page.width), Mm(page.height), Mm(page.margin_top),
         Mm(page.margin_right), Mm(page.margin_bottom), Mm(page.margin_left));
    std::string columns;
    for (int c = 0; c < sheet.column_count(); ++c) {
      columns += fmt::format(" {} {}", ColumnName(c), Mm(sheet.columns[static_cast<std::size_t>(c)]));
    }
    Line("columns{} mm", columns);
    RenderSettings(sheet);
    RenderCharts(sheet);
    RenderPages(index);
  }

  void RenderSettings(const Sheet& sheet) {
    if (const std::string settings = PrintText(sheet); !settings.empty()) Line("print{}", settings);
    for (const Picture& picture : sheet.pictures) Line("{}", PictureText(picture));
    for (const Shape& shape : sheet.shapes) Line("{}", ShapeText(shape));
    for (const CellRule& rule : sheet.cell_rules) Line("{}", CellRuleText(rule));
    if (sheet.repeat_first >= 0) Line("repeated rows {}-{}", sheet.repeat_first + 1, sheet.repeat_last + 1);
    if (sheet.freeze_row > 0 || sheet.freeze_column > 0) {
      Line("frozen above and left of {}", PlaceName(sheet.freeze_row, sheet.freeze_column));
    }
    for (std::size_t i = 0; i < sheet.choice_lists.size(); ++i) {
      Line("list {}: {}", i, fmt::join(sheet.choice_lists[i], " | "));
    }
    for (const ConditionalFormat& format : sheet.conditional_formats) Line("{}", ConditionText(format));
  }

  void RenderCharts(const Sheet& sheet) {
    for (const Chart& chart : sheet.charts) {
      Line("{}", ChartHeadText(chart));
      Line("  categories {} {}", RangeText(chart.categories), ValuesText(chart.categories));
      for (const ChartSeries& series : chart.series) {
        Line("  series \"{}\" {} {} {}", series.name, ColorText(series.rgb), RangeText(series.values),
             ValuesText(series.values));
      }
    }
  }

  std::string RangeText(const CellRange& range) const {
    const auto index = static_cast<std::size_t>(range.sheet);
    const std::string sheet = index < document_.sheets.size() ? document_.sheets[index].name : "?";
    return fmt::format("{}!{}", sheet, RangeName(range));
  }
  std::string ValuesText(const CellRange& range) const {
    const auto index = static_cast<std::size_t>(range.sheet);
    return index < document_.sheets.size() ? RangeTexts(document_.sheets[index], range) : "";
  }

  void RenderPages(int sheet_index) {
    int number = 0;
    for (const Page& page : pages_.pages) {
      if (page.sheet != sheet_index) continue;
      ++number;
      Line("--- page {} of \"{}\": rows {}-{}{}", number, document_.sheets[static_cast<std::size_t>(sheet_index)].name,
           page.first_row + 1, page.last_row + 1, ColumnsText(page));
      RenderHeader(page);
      RenderRows(page, number);
      RenderFooter(page);
    }
  }

  /// True if not all columns of the sheet stand on each page.
  bool IsCut(const Page& page) const {
    const auto index = static_cast<std::size_t>(page.sheet);
    return !pages_.sheets[index].page_first_columns.empty() || !document_.sheets[index].print_areas.empty();
  }
  std::string ColumnsText(const Page& page) const {
    if (!IsCut(page)) return {};
    return fmt::format(" columns {}-{}", ColumnName(page.first_column), ColumnName(page.last_column));
  }
  bool StandsOn(const Page& page, const Cell& cell) const {
    return !IsCut(page) || (cell.column <= page.last_column && cell.column + cell.column_span > page.first_column);
  }

  void RenderRows(const Page& page, int number) {
    const Sheet& sheet = document_.sheets[static_cast<std::size_t>(page.sheet)];
    const SheetLayout& layout = pages_.sheets[static_cast<std::size_t>(page.sheet)];
    auto cell = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), page.first_row,
                                 [](const Cell& c, int row) { return c.row < row; });
    for (int row = page.first_row; row <= page.last_row; ++row) {
      Line("{}", RowText(sheet, row, layout.row_heights[static_cast<std::size_t>(row)]));
      const bool goes_on = row == page.first_row && number > 1 && WasBegun(page, number);
      for (; cell != sheet.cells.end() && cell->row == row; ++cell) {
        const auto index = static_cast<std::size_t>(cell - sheet.cells.begin());
        const bool vertical = sheet.styles[static_cast<std::size_t>(cell->style)].vertical;
        if (!StandsOn(page, *cell)) continue;
        if (!goes_on) Line("  {}", CellText(sheet, *cell, layout.cell_sizes[index], LinesOf(page, index, vertical)));
      }
      if (goes_on) Line("  (goes on from the page before)");
    }
  }

  /// True if the page's first row already stood on the sheet's page before.
  bool WasBegun(const Page& page, int number) const {
    int seen = 0;
    for (const Page& other : pages_.pages) {
      if (other.sheet == page.sheet && ++seen == number - 1) return other.last_row == page.first_row;
    }
    return false;
  }

  /// Baselines of a cell on a page; in vertical cells columns, the pairs of digits in them left out.
  static int LinesOf(const Page& page, std::size_t cell, bool vertical) {
    int lines = 0;
    Um last = std::numeric_limits<Um>::min() / 2;
    for (const TextRun& run : page.runs) {
      if (run.cell != static_cast<int>(cell) || run.vertical != vertical) continue;
      const Um place = run.vertical ? run.x : Turn(run.rotation).DepthOf(run.x, run.y);
      const Um rounding = run.rotation == 0 ? 0 : kTurnedRounding;
      if (std::abs(place - last) > rounding) ++lines;
      last = place;
    }
    return lines;
  }

  void RenderHeader(const Page& page) {
    const PageSetup& setup = document_.sheets[static_cast<std::size_t>(page.sheet)].page;
    if (setup.header_left.empty() && setup.header_center.empty() && setup.header_right.empty()) return;
    std::string header;
    for (const TextRun& run : page.runs) {
      if (run.cell < 0 && run.y < setup.margin_top) header += fmt::format(" |{}|", run.text);
    }
    Line("header{}", header);
  }

  void RenderFooter(const Page& page) {
    const Um bottom = page.height - document_.sheets[static_cast<std::size_t>(page.sheet)].page.margin_bottom;
    std::string footer;
    for (const TextRun& run : page.runs) {
      if (run.cell < 0 && run.y > bottom) footer += fmt::format(" |{}|", run.text);
    }
    if (!footer.empty()) Line("footer{}", footer);
  }

  const Document& document_;
  const Pages& pages_;
  std::string out_;
};

}  // namespace

std::string RenderText(const Document& document, const Pages& pages) { return TextRenderer(document, pages).Run(); }

}  // namespace chohyo
