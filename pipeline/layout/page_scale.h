// The scale of sheets that are to fit on so many pages.
#pragma once

#include <vector>

#include "pipeline/layout/cell_text.h"
#include "pipeline/layout/print_sheet.h"

namespace chohyo {

/// Sets the largest whole percent up to 100 at which the sheet's columns take no more than PageSetup::fit_width pages
/// side by side and its rows no more than fit_height; 10 if none does.
void FitOnPages(const std::vector<GlyphSource*>& source_of_style, TextStore* store, LineBreaker* breaker,
                PrintSheet* print);

}  // namespace chohyo
