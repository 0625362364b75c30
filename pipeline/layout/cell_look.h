// Colours and weight of each cell, conditional formats applied.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/layout/grid.h"

namespace chohyo {

struct CellLook {
  std::optional<Rgb> fill_rgb;
  Rgb text_rgb = kBlack;
  bool bold = false;
};

/// The look of every cell, same order as Sheet::cells. As in Excel the first conditional format that is on decides.
std::vector<CellLook> LooksOfCells(const Grid& grid);

}  // namespace chohyo
