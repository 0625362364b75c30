#include "pipeline/excel/form_reference.h"

#include <algorithm>
#include <string>

#include "pipeline/formula/excel_formula.h"

namespace chohyo {

std::optional<WorkbookRange> RangeOfReference(std::string_view reference, std::string* sheet) {
  std::string reason;
  const auto formula = ExcelFormula::Parse(reference, &reason);
  if (!formula) return std::nullopt;
  const std::vector<FormulaRange> ranges = formula->Ranges();
  if (ranges.size() != 1 || !formula->Names().empty() || reference.find('(') != std::string_view::npos)
    return std::nullopt;
  *sheet = ranges[0].sheet;
  return WorkbookRange{ranges[0].first_row, ranges[0].first_column, ranges[0].last_row, ranges[0].last_column};
}

}  // namespace chohyo
