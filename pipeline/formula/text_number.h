// Texts that Excel takes for numbers: "1,234", "５％", "¥1,000", "2024/4/1", "令和6年4月1日", "8:30".
#pragma once

#include <optional>
#include <string_view>

namespace chohyo {

/// The number a text stands for, dates and times as days; nothing for other texts. `today` gives the year to "4/1".
std::optional<double> NumberOfText(std::string_view text, double today);

/// Dates and times only: what DATEVALUE and TIMEVALUE read.
std::optional<double> DayOfText(std::string_view text, double today);

}  // namespace chohyo
