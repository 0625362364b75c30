// Charts of a sheet → native charts of the workbook.
#pragma once

#include <string>
#include <vector>

#include "pipeline/render/xlsx_book.h"
#include "pipeline/render/xlsx_labels.h"
#include "pipeline/render/xlsx_print.h"

namespace chohyo {

/// The chart with its ranges as names, the values those cells show, and its place. `names`: of the sheets; `labels`
/// takes categories that are dates. `uniform_rows`: row heights count 20 pixels each, which is what libxlsxwriter
/// assumes when streaming. Throws OutputFault if a range lies outside its sheet.
XlsxChart MakeXlsxChart(const Document& document, const Chart& chart, const XlsxGrid& grid,
                        const std::vector<std::string>& names, bool uniform_rows, XlsxLabels* labels);

}  // namespace chohyo
