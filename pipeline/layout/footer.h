// The footer texts of a page.
#pragma once

#include "pipeline/layout/free_text.h"
#include "pipeline/layout/pages.h"

namespace chohyo {

/// Draws the footer into the bottom margin: {page} is `number`, {pages} is `count`. Long texts are set smaller and on
/// several lines; the three never meet.
void DrawFooter(const PageSetup& setup, int number, int count, Typesetter setter, std::vector<TextRun>* runs);

}  // namespace chohyo
