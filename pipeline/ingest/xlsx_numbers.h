// Numbers of XLSX cells as the sheet shows them: dates and times by their format, ids without decimals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/ingest/table.h"

namespace chohyo {

/// What a number format makes of a number.
enum class NumberStyle : std::uint8_t {
  kPlain,
  kDate,      ///< year, month or day
  kTime,      ///< hours, minutes or seconds of a day
  kDateTime,  ///< both
  kElapsed,   ///< [h]:mm: hours beyond 24
};

/// The style of a format built into Excel (ECMA-376 §18.8.30, with the East Asian ids 27–36 and 50–58).
NumberStyle BuiltinNumberStyle(int format_id);

/// The style of a custom format code: by its letters outside quotes, brackets and escapes.
NumberStyle CustomNumberStyle(std::string_view code);

struct CellText {
  std::string text;
  CellKind kind = CellKind::kNumber;
};

/// A stored number ("44209", "1.0E+3", "0.354166666666667") as text under a style. Whole numbers have no decimals;
/// what a style cannot show (negative dates, 29 February 1900 excepted) stays a plain number; `raw` that is no number
/// stays as it is, as text. `since_1904`: the workbook counts days from 1904.
CellText NumberText(std::string_view raw, NumberStyle style, bool since_1904);

}  // namespace chohyo
