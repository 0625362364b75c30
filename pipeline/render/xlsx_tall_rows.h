// Rows higher than Excel allows, as a form's long-text box is that fills the page.
#pragma once

#include "pipeline/layout/pages.h"

namespace chohyo {

/// The highest row that Excel knows (409.5 pt), rounded down.
constexpr Um kHighestXlsxRow = 144000;

/// True if a sheet has a row that is too high and nothing in the document refers to rows by number: no formulas,
/// conditions or charts. Otherwise such a row has to be cut to Excel's limit, which costs blank space only.
bool MaySplitTallRows(const Document& document, const Pages& pages);

/// A copy of a sheet and its layout in which every row that is too high is several rows, across which its cells are
/// merged.
struct SplitSheet {
  Sheet sheet;
  SheetLayout layout;
};
SplitSheet SplitTallRows(const Sheet& sheet, const SheetLayout& layout);

}  // namespace chohyo
