// Excel's number format codes (ECMA-376 §18.8.31 with the East Asian additions): a value as the cell shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/formula/excel_value.h"

namespace chohyo {

struct ShownValue {
  std::string text;
  std::optional<std::uint32_t> rgb;  ///< [Red] and its like
};

/// A value under a format code: `#,##0`, `0.0%`, `ggge"年"m"月"d"日"`, `[$-411]aaa`, `[h]:mm`, `@"様"`, `[<100]0;0.0`,
/// `[DBNum1]`. "General" and "" show numbers plain, up to eleven digits. Room that Excel fills (`*`) shows nothing,
/// `_x` a space. What cannot be shown so (a negative date) comes as `########`.
ShownValue ShowByCode(const ExcelValue& value, std::string_view code, bool since_1904 = false);

/// True if the code shows a number as a date or a time.
bool IsDateCode(std::string_view code);

}  // namespace chohyo
