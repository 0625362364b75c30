// Display formats: one table maps a format's name to the text shown and to Excel's number format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/sheet/value.h"

namespace chohyo {

/// Formats that begin so are Excel's own codes.
constexpr std::string_view kExcelFormatPrefix = "excel:";

/// The text a value shows under a format. Formats: "" (by type: dates as 和暦, times as 8:30, numbers plain), text,
/// integer (1,234), plain (1234), decimal1, percent (12.5%), wareki (令和3年1月13日), wareki_short (R3.1.13), month
/// (令和3年1月), fiscal_year (令和2年度), md (1月13日), md_weekday (1月13日（水）), weekday (水), iso (2021-01-13),
/// time (8:30), hm (7:45 from minutes), zero_blank (0 shown as nothing), and "excel:" with a number format code of
/// Excel's.
std::string FormatValue(const Scalar& value, std::string_view format);

/// How Excel is told to show the same: a number format code, or nothing where the cell is written as text
/// (Excel's own calendar cannot show it, or the value is text).
std::optional<std::string> ExcelNumberFormat(const Scalar& value, std::string_view format);

bool IsFormat(std::string_view name);
const std::vector<std::string>& FormatNames();

}  // namespace chohyo
