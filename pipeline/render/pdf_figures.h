// Rectangles, rounded ones and ellipses as PDF operators.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"

namespace chohyo {

void AppendFigures(const std::vector<Figure>& figures, Um page_height, std::string* out);

}  // namespace chohyo
