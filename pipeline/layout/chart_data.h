// The numbers and names behind a chart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/sheet/sheet.h"

namespace chohyo {

struct ChartData {
  struct Series {
    std::string name;
    Rgb rgb = kBlack;
    std::vector<std::optional<double>> values;  ///< one a category; nothing where the cell holds no number
  };
  std::vector<std::string> categories;
  std::vector<Series> series;
  bool whole_numbers = true;       ///< all values are: the axis shows no fractions
  double lowest = 0, highest = 0;  ///< of what is drawn, stacks summed; 0 is always inside
};

/// Reads the ranges of a chart, which may lie on other sheets of the document.
ChartData ReadChart(const Document& document, const Chart& chart);

bool IsStacked(ChartKind kind);
/// True if values run to the right and categories downwards.
bool IsSideways(ChartKind kind);

/// An axis from `low` to `high` with a tick every `step`.
struct ValueScale {
  double low = 0, high = 1, step = 1;
  int ticks() const;  ///< how many steps
};

/// The axis that holds [lowest, highest] with at most `most_ticks` steps of 1, 2 or 5 times a power of ten.
ValueScale NiceScale(double lowest, double highest, int most_ticks, bool whole_numbers);

}  // namespace chohyo
