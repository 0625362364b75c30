// A filled document → plain text, the oracle of tests: every page, row and cell with its place, edges summarised.
#pragma once

#include <string>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// One text for the whole document; deterministic, made to be read in a diff.
std::string RenderText(const Document& document, const Pages& pages);

}  // namespace chohyo
