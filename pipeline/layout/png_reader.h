// Reads PNG files; png_reader.cc alone knows libpng.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chohyo {

/// Samples of 8 bits, row by row, transparency laid on white.
struct PngPixels {
  int width = 0, height = 0;
  bool grey = false;  ///< one sample a pixel, else red, green and blue
  std::string samples;
};

/// Nothing if the file is damaged or has more than `most_pixels`.
std::optional<PngPixels> ReadPng(std::string_view bytes, std::int64_t most_pixels);

}  // namespace chohyo
