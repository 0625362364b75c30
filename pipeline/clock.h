// The only place that looks at the clock.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/base/date.h"

namespace chohyo {

/// The day SOURCE_DATE_EPOCH stands for in Japan (UTC+9, where the offices are); nothing if it is unset.
/// Throws UsageFault if it is set to something that is no count of seconds.
std::optional<Date> SourceDateEpochDay();

/// Seconds since 1970: SOURCE_DATE_EPOCH, else the clock.
std::int64_t NowSeconds();

/// The second at which a time of day of a date begins in Japan.
std::int64_t SecondsOf(Date date, TimeOfDay time);

/// "2021-01-13 17:05:09", in Japan.
std::string LocalTime(std::int64_t seconds);

/// The day of a second in Japan.
Date DayOf(std::int64_t seconds);

/// SOURCE_DATE_EPOCH's day, else today's date in Japan.
Date Today();

}  // namespace chohyo
