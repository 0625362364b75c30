#include "pipeline/protect/base64.h"

#include <cstdint>

namespace chohyo {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kBits = 6;

/// So many digits of a number, from the top.
void AddDigits(std::uint32_t number, std::size_t count, std::string* out) {
  for (std::size_t i = 0; i < 4; ++i) {
    *out += i < count ? kDigits[(number >> (kBits * (3 - i))) & 0x3FU] : '=';
  }
}

}  // namespace

std::string EncodeBase64(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view piece = bytes.substr(at, 3);
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 3; ++i)
      number = number << 8U | (i < piece.size() ? static_cast<std::uint8_t>(piece[i]) : 0U);
    AddDigits(number, piece.size() + 1, &out);
  }
  return out;
}

std::optional<std::string> DecodeBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  std::string out;
  std::uint32_t number = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    number = (number << kBits | static_cast<std::uint32_t>(digit)) & 0xFFFFFFU;
    bits += kBits;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>((number >> bits) & 0xFFU);
  }
  return out;
}

}  // namespace chohyo
