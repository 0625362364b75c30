// The inside of a chart: gridlines, axes, columns, bars, lines, and the labels of the value axis.
#pragma once

#include <vector>

#include "pipeline/layout/chart.h"

namespace chohyo {

/// Draws gridlines, axes and all series. Categories share the plot evenly.
void DrawPlot(ChartKind kind, const ChartData& data, const ValueScale& scale, const PaperBox& plot, Page* page);

/// A series' mark in the legend: a square, or a piece of its line.
void DrawSwatch(ChartKind kind, Rgb rgb, int series, const PaperBox& box, Page* page);

/// The numbers along the value axis.
class ValueLabels {
 public:
  ValueLabels(const ValueScale& scale, const std::string& format, Typesetter setter);
  Um width() const { return width_; }
  void DrawLeftOf(const PaperBox& plot, std::vector<TextRun>* runs);
  void DrawBelow(const PaperBox& plot, std::vector<TextRun>* runs);

 private:
  std::vector<FreeText> labels_;  ///< from low to high
  Um width_ = 0;
};

}  // namespace chohyo
