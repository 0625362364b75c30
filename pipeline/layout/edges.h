// Edges of the grid → ruled strokes of a page.
#pragma once

#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/layout/placed_rows.h"

namespace chohyo {

/// Appends the ruled lines of a page: collinear equal edges as one stroke, none inside merged cells, double lines as
/// two. Where a table goes on over the page's end it is closed there by its outer edge, and opened so on the next.
void DrawEdges(const Grid& grid, const PageSpan& page, const std::vector<PlacedRow>& rows,
               std::vector<Stroke>* strokes);

/// How the line of a style is interrupted.
Stroke::Pattern PatternOf(LineStyle style);

/// Appends one line in the style of an edge.
void AppendEdge(const Edge& edge, Um x1, Um y1, Um x2, Um y2, std::vector<Stroke>* strokes);

}  // namespace chohyo
