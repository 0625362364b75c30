// What a cell holds, in terms of XLSX.
#pragma once

#include <optional>
#include <string>

#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// A cell's content and the number format that shows it.
struct XlsxValue {
  std::optional<double> number;  ///< numbers, dates as Excel's day count, times as parts of a day
  std::string text;              ///< for what is no number; ready for XML
  std::string number_format;     ///< Excel's code, "" = General, "@" = text that stays text when edited
};

/// The value as Excel shall have it: a number where Excel can show it as the form does, else the displayed text.
XlsxValue XlsxValueOf(const Cell& cell, const std::string& format);

/// The number behind a value as Excel counts, nothing for texts and for numbers that Excel would round (beyond 15
/// digits).
std::optional<double> XlsxNumberOf(const Scalar& value);

}  // namespace chohyo
