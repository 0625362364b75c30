#include "pipeline/layout/image.h"

#include <optional>

#include "pipeline/layout/png_reader.h"

namespace chohyo {
namespace {

constexpr std::int64_t kMostPixels = 40'000'000;

/// Walks the segments of a JPEG file up to its frame header.
class JpegReader {
 public:
  explicit JpegReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<Image> Read() {
    if (!bytes_.starts_with("\xFF\xD8") || bytes_.rfind("\xFF\xD9") == std::string_view::npos) return std::nullopt;
    at_ = 2;
    while (at_ + 4 <= bytes_.size()) {
      if (Byte(at_) != 0xFF) return std::nullopt;
      const int marker = Byte(at_ + 1);
      if (marker == 0xFF) {
        ++at_;
        continue;
      }
      const std::size_t length = Word(at_ + 2);
      if (length < 2 || at_ + 2 + length > bytes_.size() || marker == kScan) return std::nullopt;
      if (marker == kBaseline || marker == kExtended || marker == kProgressive) return ReadFrame(length);
      if (marker == kAdobe && bytes_.substr(at_ + 4, 5) == "Adobe") adobe_ = true;
      at_ += 2 + length;
    }
    return std::nullopt;
  }

 private:
  enum Marker : int { kBaseline = 0xC0, kExtended = 0xC1, kProgressive = 0xC2, kScan = 0xDA, kAdobe = 0xEE };
  static constexpr std::size_t kFrameHead = 8;

  int Byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
  std::size_t Word(std::size_t at) const { return static_cast<std::size_t>(Byte(at) * 256 + Byte(at + 1)); }

  std::optional<Image> ReadFrame(std::size_t length) const {
    if (length < kFrameHead || Byte(at_ + 4) != 8) return std::nullopt;
    Image image;
    image.kind = Image::Kind::kJpeg;
    image.height = static_cast<int>(Word(at_ + 5));
    image.width = static_cast<int>(Word(at_ + 7));
    image.components = Byte(at_ + 9);
    image.inverted = adobe_ && image.components == 4;
    const bool known = image.components == 1 || image.components == 3 || image.components == 4;
    if (!known || image.width == 0 || image.height == 0) return std::nullopt;
    return image;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool adobe_ = false;
};

std::shared_ptr<const Image> ReadJpeg(std::string_view bytes) {
  std::optional<Image> image = JpegReader(bytes).Read();
  if (!image || std::int64_t{image->width} * image->height > kMostPixels) return nullptr;
  image->bytes = bytes;
  return std::make_shared<const Image>(*std::move(image));
}

std::shared_ptr<const Image> ReadPngImage(std::string_view bytes) {
  std::optional<PngPixels> png = ReadPng(bytes, kMostPixels);
  if (!png) return nullptr;
  Image image;
  image.width = png->width;
  image.height = png->height;
  image.components = png->grey ? 1 : 3;
  image.bytes = std::move(png->samples);
  return std::make_shared<const Image>(std::move(image));
}

}  // namespace

std::shared_ptr<const Image> ReadImage(std::string_view bytes) {
  return bytes.starts_with("\x89PNG") ? ReadPngImage(bytes) : ReadJpeg(bytes);
}

}  // namespace chohyo
