// Can the office's fonts draw every character of its tables?
#pragma once

#include "pipeline/layout/font.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// True if every character (with its variation selector) of every text cell is in the main chain of the fonts.
bool AllDrawable(const Records& records, const FontSet& fonts);

}  // namespace chohyo
