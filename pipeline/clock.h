// The only place that looks at the clock.
#pragma once

#include <optional>

#include "pipeline/base/date.h"

namespace chohyo {

/// The day SOURCE_DATE_EPOCH stands for in Japan (UTC+9, where the offices are); nothing if it is unset.
/// Throws UsageFault if it is set to something that is no count of seconds.
std::optional<Date> SourceDateEpochDay();

/// SOURCE_DATE_EPOCH's day, else today's date in Japan.
Date Today();

}  // namespace chohyo
