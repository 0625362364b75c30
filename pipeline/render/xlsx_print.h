// From layout's measures to Excel's: column pixels, row points, margins and page breaks.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/render/xlsx_book.h"

namespace chohyo {

/// Sizes in the steps in which Excel keeps them.
struct XlsxGrid {
  std::vector<int> column_steps;   ///< see kXlsxColumnStep
  std::vector<double> row_points;  ///< multiples of 0.75, at most 409.5; 0 for hidden rows
};

/// Sizes whose sums stay within half a step of layout's at every column and row, so that nothing drifts.
XlsxGrid MakeXlsxGrid(const Sheet& sheet, const SheetLayout& layout);

/// How layout would have it without having been asked: rows as high as they say or as their largest line, one stretch
/// of pages that breaks where Excel breaks it.
SheetLayout PlainLayout(const Sheet& sheet);

/// Print settings with which every page holds exactly the rows that layout put on it. `page_count_text` replaces
/// {pages} in footers ("&N" = Excel's own count); `laid_out` is false for a PlainLayout.
XlsxPrint MakeXlsxPrint(const Sheet& sheet, const SheetLayout& layout, const XlsxGrid& grid, bool laid_out,
                        const std::string& page_count_text);

/// The footer in Excel's codes: & doubled, {page} and {pages} replaced, every part in the form's font and size. A
/// footer longer than Excel's 255 characters loses the font, then its end.
std::string XlsxFooter(const PageSetup& page, const std::string& page_count_text);
/// The header likewise.
std::string XlsxHeader(const PageSetup& page, const std::string& page_count_text);

}  // namespace chohyo
