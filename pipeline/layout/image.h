// Pictures of forms as PDF can hold them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace chohyo {

/// A decoded PNG or a JPEG as it is.
struct Image {
  enum class Kind : std::uint8_t {
    kPixels,  ///< `bytes` are rows of 8-bit samples, transparency laid on white
    kJpeg     ///< `bytes` are the file
  } kind = Kind::kPixels;
  int width = 0, height = 0;
  int components = 3;     ///< 1 grey, 3 RGB, 4 CMYK
  bool inverted = false;  ///< CMYK as Adobe's programs store it, 255 = no ink
  std::string bytes;
};

/// Reads a PNG or JPEG file; nullptr for anything else, damaged files and pictures of more than 40 million pixels.
std::shared_ptr<const Image> ReadImage(std::string_view bytes);

}  // namespace chohyo
