// The rows of a document's table as CSV, for keying into other systems.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// The table of the first sheet that has a heading band: its heading and the rows below, one column for each heading
/// cell, as displayed; rows of one cell over the whole width (captions of groups) are left out. Without a heading band
/// every row of the first sheet. CP932, lines end with CRLF, quoted as Excel writes it. ☐ and ☑ become □ and ■; a
/// character that CP932 lacks becomes 〓 and an issue.
std::string RenderCsv(const Document& document, std::vector<LayoutIssue>* issues);

}  // namespace chohyo
