// Charts, drawn as Excel draws them by default, in black and grey.
#pragma once

#include "pipeline/layout/chart_data.h"
#include "pipeline/layout/free_text.h"
#include "pipeline/layout/pages.h"
#include "pipeline/layout/paper_box.h"

namespace chohyo {

/// Draws a chart into an area: title, legend below, axes with titles, ticks and labels, and the series.
void DrawChart(const Chart& chart, const ChartData& data, const PaperBox& area, Typesetter setter, Page* page);

}  // namespace chohyo
