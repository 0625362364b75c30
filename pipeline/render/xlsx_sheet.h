// Writes one filled sheet into a workbook.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/render/xlsx_book.h"
#include "pipeline/render/xlsx_choices.h"
#include "pipeline/render/xlsx_labels.h"
#include "pipeline/render/xlsx_styles.h"

namespace chohyo {

/// What the sheets of one workbook share.
struct XlsxContext {
  const Document& document;
  const std::vector<std::string>& wanted_names;  ///< of the sheets, as formulas refer to them
  const std::vector<std::string>& names;         ///< of the sheets, as Excel allows them
  XlsxBook& book;
  XlsxStyles& styles;
  XlsxChoices& choices;
  XlsxLabels& labels;
  bool split_tall_rows;  ///< nothing refers to rows by number
};

/// Adds sheet `index` of the document. `layout` may be null: then PlainLayout() is used. Throws OutputFault.
void WriteXlsxSheet(const XlsxContext& context, std::size_t index, const SheetLayout* layout);

}  // namespace chohyo
