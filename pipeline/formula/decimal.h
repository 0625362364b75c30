// Numbers as Excel sees them: fifteen significant decimal digits, halves rounded away from zero.
#pragma once

#include <string>

namespace chohyo {

/// A magnitude written out: "1234" and "50".
struct DecimalDigits {
  std::string whole;     ///< without leading zeros; "" for 0
  std::string fraction;  ///< exactly as many as asked for
};

/// The digits of |value| rounded to `places` (0–127) after the point.
DecimalDigits DigitsOf(double value, int places);

/// |value| as d.ddd × 10^exponent, d not 0 (except for 0): fifteen digits.
struct Scientific {
  std::string digits;
  int exponent = 0;
};
Scientific ScientificOf(double value);

/// The value rounded half away from zero at `places` after the point (before it if negative), as Excel's ROUND.
double RoundedTo(double value, int places);
/// Towards zero and away from it, with the same fifteen digits: 0.3/0.1 is 3.
double TruncatedTo(double value, int places);
double RaisedTo(double value, int places);

/// As a cell without a format shows it: up to eleven characters.
std::string GeneralText(double value);
/// As text joined by & shows it: up to fifteen digits.
std::string PlainNumberText(double value);

}  // namespace chohyo
