// A filled document → XLSX, breaking pages where layout did.
#pragma once

#include <string>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// The workbook. Text is never a formula; formulas carry their computed value; the same document gives the same bytes.
/// Throws OutputFault.
std::string RenderXlsx(const Document& document, const Pages& pages);

}  // namespace chohyo
