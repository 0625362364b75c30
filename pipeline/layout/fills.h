// Filled backgrounds of cells.
#pragma once

#include <vector>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// Joins boxes of one colour that continue each other to the right or downwards: fewer to draw, and no seams between
/// them on the screen. Boxes must not overlap and be ordered by their top, then left edge.
std::vector<FilledBox> JoinBoxes(const std::vector<FilledBox>& boxes);

}  // namespace chohyo
