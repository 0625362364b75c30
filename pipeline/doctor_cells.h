// Cells that could mean more than one thing. Nothing is guessed: every reading is named, and the clerk chooses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/date.h"

namespace chohyo {

/// The days that a text without a clear year may mean (3.1.13, 01/02/03, 1/2/2021, 030113), ascending. Fewer than two:
/// it is no date that could be read in two ways. Texts that tables read as a date have no other reading.
std::vector<Date> DateReadingsOf(std::string_view text);

/// The lengths or times that a decimal such as 1.15 may mean: 1:15 and 1.15 h = 1:09, in this order; equal ones once.
/// Empty for other texts.
std::vector<Minutes> TimeReadingsOf(std::string_view text);

/// The day that Excel numbers so (44209 is 2021-01-13): a text of five digits from 1954 to 2064. Workbooks of old Macs
/// count from 1904, four years and a day later.
std::optional<Date> SerialDateOf(std::string_view text);

/// Between the two countings of Excel.
constexpr int kDaysOf1904Counting = 1462;

}  // namespace chohyo
