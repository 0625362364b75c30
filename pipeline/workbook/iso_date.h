// Dates of the strict variant of XLSX.
#pragma once

#include <optional>
#include <string_view>

namespace chohyo {

/// "2021-01-13T08:30:00", or either half, as the number of days that Excel counts; nothing for what is none.
std::optional<double> SerialOfIsoDate(std::string_view text, bool since_1904);

}  // namespace chohyo
