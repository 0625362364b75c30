// One section of a number format code at work on a number.
#pragma once

#include <optional>
#include <string>

#include "pipeline/formula/number_section.h"

namespace chohyo {

/// A number under a section of digits: `#,##0.0`, `# ?/?`, `0.00E+00`, General. The magnitude only; the sign is the
/// caller's.
std::string ShowMagnitude(double magnitude, const CodeSection& section);

/// `# ?/?`, `?/8`.
bool IsFraction(const CodeSection& section);
std::string ShowFraction(double magnitude, const CodeSection& section);

/// A number under a section of dates and times; nothing if it is no day.
std::optional<std::string> ShowDate(double number, const CodeSection& section, bool since_1904);

}  // namespace chohyo
