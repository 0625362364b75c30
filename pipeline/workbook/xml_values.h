// Values of XML attributes: whole numbers, numbers, flags.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chohyo {

template <typename Number>
std::optional<Number> ReadXmlWhole(std::string_view text) {
  Number number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// A whole number; nothing for anything else.
inline std::optional<int> ReadXmlInt(std::string_view text) { return ReadXmlWhole<int>(text); }
inline std::optional<std::int64_t> ReadXmlLong(std::string_view text) { return ReadXmlWhole<std::int64_t>(text); }

/// A finite number; nothing for anything else.
inline std::optional<double> ReadXmlNumber(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// A flag as XML Schema spells it, and "on" and "off"; `fallback` for "" and anything else.
inline bool ReadXmlFlag(std::string_view text, bool fallback = false) {
  if (text == "1" || text == "true" || text == "on" || text == "t") return true;
  if (text == "0" || text == "false" || text == "off" || text == "f") return false;
  return fallback;
}

}  // namespace chohyo
