// What Excel's cells hold and its formulas compute.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chohyo {

enum class ExcelError : std::uint8_t { kNull, kDiv0, kValue, kRef, kName, kNum, kNa };

/// "#DIV/0!", "#N/A" …
const char* ExcelErrorText(ExcelError error);
/// The error that is written so, in capitals; nothing for other texts.
std::optional<ExcelError> ExcelErrorOf(std::string_view text);

/// monostate = an empty cell. Dates and times are numbers of days since 1899-12-30, as Excel counts from March 1900 on.
using ExcelValue = std::variant<std::monostate, double, bool, std::string, ExcelError>;

}  // namespace chohyo
