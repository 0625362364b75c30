#include "pipeline/formula/decimal.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace chohyo {
namespace {

constexpr int kDigits = 15;
/// Beyond these a double has no digit to round.
constexpr int kMostPlaces = 127;

enum class Rounding { kHalfAway, kTowardsZero, kAwayFromZero };

bool AllZero(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

/// Cuts digits (0.ddd × 10^point) to `keep`; a carry may add a digit in front and move the point.
void CutDigits(std::string* digits, int* point, int keep, Rounding rounding) {
  if (keep >= static_cast<int>(digits->size())) return;
  const std::string_view rest = std::string_view(*digits).substr(std::max(keep, 0));
  const bool up = rounding == Rounding::kHalfAway ? keep >= 0 && rest.front() >= '5'
                                                  : rounding == Rounding::kAwayFromZero && !AllZero(rest);
  digits->resize(std::max(keep, 0));
  if (!up) return;
  int at = static_cast<int>(digits->size()) - 1;
  while (at >= 0 && (*digits)[at] == '9') (*digits)[at--] = '0';
  if (at >= 0) {
    ++(*digits)[at];
    return;
  }
  digits->insert(0, "1");
  ++*point;
  if (keep < 0) *point = *point - keep;
}

double ValueOf(const std::string& digits, int point, bool negative) {
  if (digits.empty()) return 0;
  const std::string text = fmt::format("0.{}e{}", digits, point);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return negative ? -value : value;
}

double Cut(double value, int places, Rounding rounding) {
  if (!std::isfinite(value)) return value;
  Scientific number = ScientificOf(value);
  int point = number.exponent + 1;
  CutDigits(&number.digits, &point, point + std::clamp(places, -400, 400), rounding);
  return ValueOf(number.digits, point, value < 0);
}

std::string WithoutZeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string FixedText(double value, int places) {
  const DecimalDigits digits = DigitsOf(value, places);
  std::string text = digits.whole.empty() ? "0" : digits.whole;
  if (places > 0) text += "." + digits.fraction;
  return WithoutZeros(text);
}

std::string ExponentText(double value, int digits) {
  Scientific number = ScientificOf(value);
  int point = 1;
  CutDigits(&number.digits, &point, digits, Rounding::kHalfAway);
  const int exponent = number.exponent + point - 1;
  const std::string mantissa = WithoutZeros(number.digits.substr(0, 1) + "." + number.digits.substr(1));
  return fmt::format("{}E{}{:02}", mantissa, exponent < 0 ? '-' : '+', std::abs(exponent));
}

std::string MagnitudeText(double value, int width, int long_digits, int short_digits) {
  const int exponent = value == 0 ? 0 : ScientificOf(value).exponent;
  if (exponent >= width) return ExponentText(value, short_digits);
  if (exponent >= -4)
    return FixedText(value, std::max(0, exponent >= 0 ? long_digits - 1 - exponent : long_digits - 1));
  const std::string fixed = FixedText(value, 20);
  return static_cast<int>(fixed.size()) <= width ? fixed : ExponentText(value, short_digits);
}

}  // namespace

Scientific ScientificOf(double value) {
  if (!std::isfinite(value)) value = 0;
  const std::string text = fmt::format("{:.{}e}", std::abs(value), kDigits - 1);
  Scientific number;
  number.digits = text.substr(0, 1) + text.substr(2, kDigits - 1);
  const char* exponent = text.data() + kDigits + 2;
  if (*exponent == '+') ++exponent;
  std::from_chars(exponent, text.data() + text.size(), number.exponent);
  return number;
}

DecimalDigits DigitsOf(double value, int places) {
  places = std::clamp(places, 0, kMostPlaces);
  if (!std::isfinite(value)) value = 0;
  Scientific number = ScientificOf(value);
  int point = number.exponent + 1;
  CutDigits(&number.digits, &point, point + places, Rounding::kHalfAway);
  DecimalDigits digits;
  for (int i = 0; i < point; ++i) digits.whole += i < static_cast<int>(number.digits.size()) ? number.digits[i] : '0';
  digits.whole.erase(0, std::min(digits.whole.find_first_not_of('0'), digits.whole.size()));
  for (int i = point; i < point + places; ++i) {
    digits.fraction += i >= 0 && i < static_cast<int>(number.digits.size()) ? number.digits[i] : '0';
  }
  return digits;
}

double RoundedTo(double value, int places) { return Cut(value, places, Rounding::kHalfAway); }
double TruncatedTo(double value, int places) { return Cut(value, places, Rounding::kTowardsZero); }
double RaisedTo(double value, int places) { return Cut(value, places, Rounding::kAwayFromZero); }

std::string GeneralText(double value) {
  constexpr int kWidth = 11;
  return (value < 0 ? "-" : "") + MagnitudeText(value, kWidth, kWidth - 1, 6);
}

std::string PlainNumberText(double value) {
  // Text has room for twenty characters, but no more than fifteen digits.
  const int exponent = value == 0 ? 0 : ScientificOf(value).exponent;
  const std::string text = exponent < -4         ? MagnitudeText(value, 20, kDigits, kDigits)
                           : exponent >= kDigits ? ExponentText(value, kDigits)
                                                 : FixedText(value, kDigits - 1 - exponent);
  return (value < 0 ? "-" : "") + text;
}

}  // namespace chohyo
