// Excel's page setup, headers and footers.
#pragma once

#include <string>

#include "pipeline/excel/notes.h"
#include "pipeline/sheet/sheet.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// The paper, margins, scale and fit of a sheet, without its headers and footers.
PageSetup PageSetupOf(const WorkbookPage& page, FormNotes* notes);

/// A header or footer as three texts: {page}, {pages} and {today} stand for what Excel counts, lines end with \n.
struct HeaderTexts {
  std::string left, center, right;
  CentiPoint size = 1000;
};
/// Reads Excel's codes. `sheet` and `file` are what &A and &F print.
HeaderTexts HeaderTextsOf(const std::string& codes, const std::string& sheet, const std::string& file,
                          FormNotes* notes);

}  // namespace chohyo
