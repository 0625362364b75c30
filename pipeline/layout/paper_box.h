// A rectangle on the paper.
#pragma once

#include "pipeline/base/length.h"

namespace chohyo {

/// In micrometres from the paper's top left corner, y downwards.
struct PaperBox {
  Um x = 0, y = 0, width = 0, height = 0;
  Um right() const { return x + width; }
  Um bottom() const { return y + height; }
};

}  // namespace chohyo
