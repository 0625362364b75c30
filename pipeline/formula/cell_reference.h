// References to cells as they are written: $A$1, B2:C5, A:A, 3:5.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/formula/excel_formula.h"

namespace chohyo {

inline constexpr int kExcelRows = 1'048'576;
inline constexpr int kExcelColumns = 16'384;

struct RangeReading {
  FormulaRange range;
  std::size_t size = 0;  ///< bytes read
};

/// The range at the start of a text, if one stands there and no longer word goes on from it.
std::optional<RangeReading> ReadFormulaRange(std::string_view text);

/// A range as written, with its sheet ('１月'!A1 is quoted where Excel quotes).
std::string RangeText(const FormulaRange& range);

/// "AA" for 26.
std::string FormulaColumnName(int column);

/// A sheet's name with its "!", in quotes unless it is a plain word.
std::string SheetPrefix(const std::string& sheet);

/// True if first and last reach over all rows or all columns.
bool IsWholeColumns(const FormulaRange& range);
bool IsWholeRows(const FormulaRange& range);

}  // namespace chohyo
