// Addresses of cells as files write them: "B7", "A1:C5", "$A:$C", "'表 1'!$1:$3".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// Row and column of "B7", both 0-based; `$` may stand before either. Nothing for what is none.
std::optional<std::pair<int, int>> ReadCellAddress(std::string_view text);

/// "A1", "A1:C5", whole columns "A:C", whole rows "1:3", each with or without `$`. Nothing for what is none.
std::optional<WorkbookRange> ReadRange(std::string_view text);

/// Ranges between spaces, as validations and conditional formats have them; those that are none are left out.
std::vector<WorkbookRange> ReadRanges(std::string_view text);

/// The areas of a name, between commas, without their sheets; nothing if one of them is no range.
std::optional<std::vector<WorkbookRange>> ReadAreas(std::string_view formula);

/// 0-based column of letters, "AB" → 27; nothing beyond Excel's last.
std::optional<int> ReadColumnLetters(std::string_view letters);

/// 27 → "AB".
std::string ColumnLetters(int column);

}  // namespace chohyo
