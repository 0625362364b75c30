// Single values as clerks write them in cells: times, durations, numbers, dates, words of closed lists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/schema.h"

namespace chohyo {

/// Reads 8:30, 08:30, 8:30:00, 830, 0830, 8時30分, 8時; full-width too. Seconds are dropped. 24:00 ends a day.
std::optional<TimeOfDay> ReadTimeOfDay(std::string_view text);

/// Reads minutes (90) or hours and minutes (1:30, 1:30:00), up to 9,999 hours; full-width too.
std::optional<Minutes> ReadDuration(std::string_view text);

/// Reads a whole number that is not negative, with or without thousands separators; full-width too.
std::optional<std::int64_t> ReadWholeNumber(std::string_view text);

/// The plain writings 2021-01-13, 2021/1/13 and 20210113, read without detours; everything else is for ReadDate.
std::optional<Date> ReadPlainDate(std::string_view text);

/// The word of a column's closed list that a text is, in either width; data classes also as 1–3 and I–III.
std::optional<ChoiceIndex> ReadChoice(const ColumnInfo& column, std::string_view text);

/// The pieces between `;`, `；` and `、`, trimmed, without empty ones.
std::vector<std::string> ReadList(std::string_view text);

}  // namespace chohyo
