// From a page drawn as wide as its sheet to the sheets of paper side by side, at their scale.
#pragma once

#include <vector>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// A strip of the drawn page, [from, to), and where its left edge comes to stand on the paper.
struct Strip {
  Um from = 0, to = 0, at = 0;
};

/// How a drawn page becomes one of paper: heights count from `top` on the drawn page, which comes to stand at `at_top`.
struct PaperCut {
  std::vector<Strip> strips;
  Um top = 0, at_top = 0;
  int percent = 100;
};

/// Appends to `paper` what of `drawn` lies in the strips. Lines and boxes are cut at the strips' edges; text is cut
/// between characters, each of which comes to stand on exactly one paper.
void CutPage(const Page& drawn, const PaperCut& cut, Page* paper);

}  // namespace chohyo
