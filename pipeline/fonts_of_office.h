// The fonts an office's forms are drawn with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/layout/font.h"
#include "pipeline/model/office.h"

namespace chohyo {

/// Opens the office's font chains. A font that is missing is left out of its chain and said in `problems`, so that the
/// other fonts still serve; a chain without any font is left out whole. Null if no chain is left.
std::shared_ptr<const FontSet> OpenFonts(const Office& office, std::vector<std::string>* problems);

}  // namespace chohyo
