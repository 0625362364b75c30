// Numbers and texts as Office's binary structures hold them: little-endian, UTF-16LE.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/base/text.h"

namespace chohyo {

/// A number in so many bytes.
inline std::string LittleEndian(std::uint64_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
  return bytes;
}

/// The number in the first `size` bytes at an offset; nothing if they are not all there.
inline std::optional<std::uint64_t> ReadLittleEndian(std::string_view bytes, std::size_t offset, std::size_t size) {
  if (offset > bytes.size() || bytes.size() - offset < size) return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t i = size; i > 0; --i) {
    number = (number << 8U) | static_cast<unsigned char>(bytes[offset + i - 1]);
  }
  return number;
}

/// UTF-8 as UTF-16LE.
inline std::string Utf16Le(std::string_view utf8) {
  constexpr char32_t kPlane1 = 0x10000;
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, &at);
    if (c < kPlane1) {
      out += LittleEndian(c, 2);
    } else {
      out += LittleEndian(0xD800U + ((c - kPlane1) >> 10U), 2) + LittleEndian(0xDC00U + ((c - kPlane1) & 0x3FFU), 2);
    }
  }
  return out;
}

}  // namespace chohyo
