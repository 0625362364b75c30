#include "pipeline/render/xlsx_chart.h"

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_text.h"
#include "pipeline/render/xlsx_value.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr double kPixelsPerPoint = 96.0 / 72.0;

void RefuseOutside(const Document& document, const CellRange& range, const Chart& chart) {
  const bool sheet_exists = range.sheet >= 0 && static_cast<std::size_t>(range.sheet) < document.sheets.size();
  const Sheet* sheet = sheet_exists ? &document.sheets[static_cast<std::size_t>(range.sheet)] : nullptr;
  if (sheet != nullptr && range.first_row >= 0 && range.first_column >= 0 && range.first_row <= range.last_row &&
      range.first_column <= range.last_column && range.last_row < sheet->row_count() &&
      range.last_column < sheet->column_count()) {
    return;
  }
  throw OutputFault(Say("グラフ「{}」が表にないセル範囲を使っています。様式のグラフの範囲を確かめてください。",
                        "Chart \"{}\" uses cells outside its sheet. Check the chart's ranges in the template.",
                        chart.title));
}

/// A text of a chart; libxlsxwriter would take one that begins with = for a reference.
std::string ChartText(const std::string& text) {
  std::string out = XlsxText(text);
  if (out.starts_with('=')) out.insert(out.begin(), ' ');
  return out;
}

std::vector<XlsxChart::Point> PointsOf(const Document& document, const CellRange& range, bool as_text) {
  const Sheet& sheet = document.sheets[static_cast<std::size_t>(range.sheet)];
  std::vector<XlsxChart::Point> points;
  for (int row = range.first_row; row <= range.last_row; ++row) {
    for (int column = range.first_column; column <= range.last_column; ++column) {
      XlsxChart::Point point;
      if (const Cell* cell = FindCell(sheet, row, column)) {
        if (!as_text) point.number = XlsxNumberOf(cell->value);
        if (!point.number) point.text = XlsxText(cell->text);
      }
      points.push_back(std::move(point));
    }
  }
  return points;
}

double Luminance(Rgb rgb) {
  return 0.299 * ((rgb >> 16U) & 0xFFU) + 0.587 * ((rgb >> 8U) & 0xFFU) + 0.114 * (rgb & 0xFFU);
}

/// True if the colour prints as nearly the same grey as one of the series before it.
bool LooksLikeEarlier(const std::vector<ChartSeries>& series, std::size_t index) {
  constexpr double kTellApart = 40;
  return std::any_of(series.begin(), series.begin() + static_cast<std::ptrdiff_t>(index),
                     [&](const ChartSeries& other) {
                       const double difference = Luminance(other.rgb) - Luminance(series[index].rgb);
                       return difference < kTellApart && difference > -kTellApart;
                     });
}

int StepsAcross(const XlsxGrid& grid, const CellRange& area) {
  int steps = 0;
  for (int column = area.first_column; column <= area.last_column; ++column) {
    steps += grid.column_steps[static_cast<std::size_t>(column)];
  }
  return steps;
}

int PixelsDown(const XlsxGrid& grid, const CellRange& area, bool uniform_rows) {
  constexpr int kUniformRow = 20;
  if (uniform_rows) return kUniformRow * (area.last_row - area.first_row + 1);
  double pixels = 0;
  for (int row = area.first_row; row <= area.last_row; ++row) {
    pixels += grid.row_points[static_cast<std::size_t>(row)] * kPixelsPerPoint;
  }
  return static_cast<int>(pixels + 0.5);
}

}  // namespace

XlsxChart MakeXlsxChart(const Document& document, const Chart& chart, const XlsxGrid& grid,
                        const std::vector<std::string>& names, bool uniform_rows, XlsxLabels* labels) {
  RefuseOutside(document, chart.area, chart);
  RefuseOutside(document, chart.categories, chart);
  XlsxChart out;
  out.kind = chart.kind;
  out.title = ChartText(chart.title);
  out.x_title = ChartText(chart.x_title);
  out.y_title = ChartText(chart.y_title);
  out.alt_text = XlsxText(chart.alt_text);
  out.number_format = ExcelNumberFormat(Scalar(0.0), chart.number_format).value_or("");
  out.categories =
      labels->RangeFor(document, chart.categories, names[static_cast<std::size_t>(chart.categories.sheet)]);
  out.category_points = PointsOf(document, chart.categories, true);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const ChartSeries& from = chart.series[i];
    RefuseOutside(document, from.values, chart);
    out.series.push_back({ChartText(from.name),
                          AbsoluteRange(names[static_cast<std::size_t>(from.values.sheet)], from.values),
                          PointsOf(document, from.values, false), from.rgb, LooksLikeEarlier(chart.series, i)});
  }
  out.row = chart.area.first_row;
  out.column = chart.area.first_column;
  out.width = StepsAcross(grid, chart.area);
  out.height = PixelsDown(grid, chart.area, uniform_rows);
  return out;
}

}  // namespace chohyo
