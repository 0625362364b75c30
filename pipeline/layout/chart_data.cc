#include "pipeline/layout/chart_data.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace chohyo {
namespace {

const Cell* FindCell(const Sheet& sheet, int row, int column) {
  const auto before = [](const Cell& cell, const std::pair<int, int>& place) {
    return std::pair(cell.row, cell.column) < place;
  };
  const auto found = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), std::pair(row, column), before);
  const bool here = found != sheet.cells.end() && found->row == row && found->column == column;
  return here ? &*found : nullptr;
}

std::optional<double> NumberOf(const Cell* cell) {
  if (cell == nullptr) return std::nullopt;
  if (const auto* whole = std::get_if<std::int64_t>(&cell->value)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&cell->value)) {
    return std::isfinite(*number) ? std::optional(*number) : std::nullopt;
  }
  if (const auto* minutes = std::get_if<Minutes>(&cell->value)) return minutes->value;
  return std::nullopt;
}

/// Calls visit(cell or nullptr) for every place of a range, row by row.
template <typename Visit>
void ForEachPlace(const Document& document, const CellRange& range, Visit visit) {
  const auto index = static_cast<std::size_t>(range.sheet);
  if (index >= document.sheets.size()) return;
  for (int row = range.first_row; row <= range.last_row; ++row) {
    for (int column = range.first_column; column <= range.last_column; ++column) {
      visit(FindCell(document.sheets[index], row, column));
    }
  }
}

void Include(double value, ChartData* data) {
  data->lowest = std::min(data->lowest, value);
  data->highest = std::max(data->highest, value);
}

void MeasureSingles(ChartData* data) {
  for (const ChartData::Series& series : data->series) {
    for (const auto& value : series.values) Include(value.value_or(0), data);
  }
}

void MeasureStacks(ChartData* data) {
  for (std::size_t i = 0; i < data->categories.size(); ++i) {
    double up = 0, down = 0;
    for (const ChartData::Series& series : data->series) {
      const double value = series.values[i].value_or(0);
      (value < 0 ? down : up) += value;
    }
    Include(up, data);
    Include(down, data);
  }
}

bool IsWhole(const std::optional<double>& value) { return !value || *value == std::floor(*value); }

}  // namespace

bool IsStacked(ChartKind kind) { return kind == ChartKind::kStackedColumn || kind == ChartKind::kStackedBar; }
bool IsSideways(ChartKind kind) { return kind == ChartKind::kBar || kind == ChartKind::kStackedBar; }

ChartData ReadChart(const Document& document, const Chart& chart) {
  ChartData data;
  ForEachPlace(document, chart.categories,
               [&](const Cell* cell) { data.categories.push_back(cell == nullptr ? "" : cell->text); });
  for (const ChartSeries& from : chart.series) {
    ChartData::Series series{from.name, from.rgb, {}};
    ForEachPlace(document, from.values, [&](const Cell* cell) { series.values.push_back(NumberOf(cell)); });
    data.categories.resize(std::max(data.categories.size(), series.values.size()));
    data.series.push_back(std::move(series));
  }
  for (ChartData::Series& series : data.series) {
    series.values.resize(data.categories.size());
    data.whole_numbers = data.whole_numbers && std::all_of(series.values.begin(), series.values.end(), IsWhole);
  }
  IsStacked(chart.kind) ? MeasureStacks(&data) : MeasureSingles(&data);
  return data;
}

int ValueScale::ticks() const { return static_cast<int>(std::lround((high - low) / step)); }

ValueScale NiceScale(double lowest, double highest, int most_ticks, bool whole_numbers) {
  if (highest <= lowest) return {0, 1, 1};
  const double least_step = (highest - lowest) / std::max(most_ticks, 1);
  double power = 1;
  while (power > least_step) power /= 10;
  while (power * 10 <= least_step) power *= 10;
  if (whole_numbers) power = std::max(power, 1.0);
  ValueScale scale;
  for (const int factor : {1, 2, 5, 10, 20}) {
    scale.step = power * factor;
    scale.low = std::floor(lowest / scale.step) * scale.step;
    scale.high = std::ceil(highest / scale.step) * scale.step;
    if (scale.ticks() <= most_ticks) break;
  }
  return scale;
}

}  // namespace chohyo
