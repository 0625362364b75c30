#include "pipeline/layout/png_reader.h"

#include <png.h>

namespace chohyo {
namespace {

/// libpng's simple reader, which never jumps out of our functions.
struct PngFile {
  png_image image = {};
  PngFile() { image.version = PNG_IMAGE_VERSION; }
  ~PngFile() { png_image_free(&image); }
  PngFile(const PngFile&) = delete;
  PngFile& operator=(const PngFile&) = delete;
};

}  // namespace

std::optional<PngPixels> ReadPng(std::string_view bytes, std::int64_t most_pixels) {
  PngFile png;
  if (png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size()) == 0) return std::nullopt;
  if (std::int64_t{png.image.width} * png.image.height > most_pixels) return std::nullopt;
  PngPixels pixels;
  pixels.width = static_cast<int>(png.image.width);
  pixels.height = static_cast<int>(png.image.height);
  pixels.grey = (png.image.format & PNG_FORMAT_FLAG_COLOR) == 0;
  png.image.format = pixels.grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
  pixels.samples.resize(PNG_IMAGE_SIZE(png.image));
  const png_color white = {255, 255, 255};
  if (png_image_finish_read(&png.image, &white, pixels.samples.data(), 0, nullptr) == 0) return std::nullopt;
  return pixels;
}

}  // namespace chohyo
