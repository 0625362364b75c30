#include "pipeline/render/pdf_numbers.h"

#include <array>
#include <charconv>

namespace chohyo {
namespace {

/// A colour part 0–255 as 0–1 in thousandths: two neighbours never fall together.
void AppendColourPart(Rgb part, std::string* out) {
  const auto thousandths = static_cast<int>(RoundedQuotient(std::int64_t{part} * 1000, 255));
  if (thousandths == 0 || thousandths == 1000) {
    out->append(thousandths == 0 ? "0 " : "1 ");
    return;
  }
  const std::array digits{'.', static_cast<char>('0' + thousandths / 100),
                          static_cast<char>('0' + thousandths / 10 % 10), static_cast<char>('0' + thousandths % 10)};
  out->append(digits.data(), digits.size());
  out->push_back(' ');
}

}  // namespace

void AppendInteger(std::int64_t number, std::string* out) {
  std::array<char, 24> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out->append(digits.data(), end);
}

void AppendHundredths(std::int32_t hundredths, std::string* out) {
  std::int64_t rest = hundredths;
  if (rest < 0) {
    out->push_back('-');
    rest = -rest;
  }
  if (rest >= 100 || rest == 0) AppendInteger(rest / 100, out);
  if (rest % 100 == 0) return;
  out->push_back('.');
  out->push_back(static_cast<char>('0' + rest % 100 / 10));
  if (rest % 10 != 0) out->push_back(static_cast<char>('0' + rest % 10));
}

void AppendOperand(std::int32_t hundredths, std::string* out) {
  AppendHundredths(hundredths, out);
  out->push_back(' ');
}

void AppendColour(Rgb rgb, bool stroke, std::string* out) {
  const Rgb red = rgb >> 16 & 0xFF, green = rgb >> 8 & 0xFF, blue = rgb & 0xFF;
  AppendColourPart(red, out);
  if (red == green && green == blue) {
    out->append(stroke ? "G\n" : "g\n");
    return;
  }
  AppendColourPart(green, out);
  AppendColourPart(blue, out);
  out->append(stroke ? "RG\n" : "rg\n");
}

}  // namespace chohyo
