// The header and footer texts of a page.
#pragma once

#include "pipeline/layout/free_text.h"
#include "pipeline/layout/pages.h"

namespace chohyo {

/// What {page} and {pages} stand for, and the scale at which the sheet, headers included, is printed.
struct MarginFields {
  int page = 1, pages = 1;
  int percent = 100;
};

/// Draws the footer into the bottom margin and the header into the top one. Long texts are set smaller and on several
/// lines; the three of a line never meet.
void DrawMargins(const PageSetup& setup, const MarginFields& fields, Typesetter setter, std::vector<TextRun>* runs);

}  // namespace chohyo
