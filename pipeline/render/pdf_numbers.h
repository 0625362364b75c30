// Numbers as PDF writes them: hundredths of a point (3.5 µm, finer than any printer), without needless digits.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/base/length.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// A place on the page in hundredths of a point.
using PageUnit = std::int32_t;

/// Rounds to the nearest, halves away from zero.
constexpr std::int64_t RoundedQuotient(std::int64_t dividend, std::int64_t divisor) {
  return (dividend + (dividend < 0 ? -divisor : divisor) / 2) / divisor;
}

constexpr PageUnit PageUnitsOf(Um um) { return static_cast<PageUnit>(RoundedQuotient(std::int64_t{um} * 36, 127)); }

/// "12", "-0.5", "3.07"
void AppendHundredths(std::int32_t hundredths, std::string* out);
/// The same with a space behind it.
void AppendOperand(std::int32_t hundredths, std::string* out);
void AppendInteger(std::int64_t number, std::string* out);

/// "0 g\n" for greys, "1 0 0 rg\n" for colours; `stroke` makes them G and RG.
void AppendColour(Rgb rgb, bool stroke, std::string* out);

}  // namespace chohyo
