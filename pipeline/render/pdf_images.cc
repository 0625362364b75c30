#include "pipeline/render/pdf_images.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/render/pdf_deflate.h"
#include "pipeline/render/pdf_numbers.h"

namespace chohyo {
namespace {

constexpr int kBits = 8;

/// From cyan, magenta, yellow and black to red, green and blue: PDF/A with an RGB output intent has no DeviceCMYK.
constexpr const char* kInkToLight =
    "{1 exch sub dup 3 -1 roll 1 exch sub mul exch dup 4 -1 roll 1 exch sub mul exch 4 -1 roll 1 exch sub mul exch 3 "
    "-1 roll}";

void AppendBox(const PaperBox& box, Um page_height, std::string* out) {
  const PageUnit left = PageUnitsOf(box.x), right = PageUnitsOf(box.right());
  const PageUnit top = PageUnitsOf(page_height - box.y), bottom = PageUnitsOf(page_height - box.bottom());
  for (const PageUnit operand : {left, bottom, right - left, top - bottom}) AppendOperand(operand, out);
}

void PutRange(const char* key, int pairs, PdfDict* dict) {
  PdfArray range = dict->Array(key);
  for (int i = 0; i < pairs; ++i) range.Number(0).Number(1);
}

void PutInkSpace(PdfFile* file, PdfDict* image) {
  PdfDict function = file->Stream(kInkToLight, false);
  function.Number("FunctionType", 4);
  PutRange("Domain", 4, &function);
  PutRange("Range", 3, &function);
  PdfArray space = image->Array("ColorSpace").Name("DeviceN");
  space.Array().Name("Cyan").Name("Magenta").Name("Yellow").Name("Black");
  space.Name("DeviceRGB").Put(function);
}

PdfDict AddImage(const Image& image, int deflate_level, PdfFile* file) {
  PdfDict dict = image.kind == Image::Kind::kJpeg ? file->JpegStream(image.bytes)
                                                  : file->Stream(Deflate(image.bytes, deflate_level), true);
  dict.Name("Type", "XObject").Name("Subtype", "Image");
  dict.Number("Width", image.width).Number("Height", image.height).Number("BitsPerComponent", kBits);
  if (image.components == 4) {
    PutInkSpace(file, &dict);
  } else {
    dict.Name("ColorSpace", image.components == 1 ? "DeviceGray" : "DeviceRGB");
  }
  if (image.inverted) {
    PdfArray decode = dict.Array("Decode");
    for (int i = 0; i < image.components; ++i) decode.Number(1).Number(0);
  }
  return dict;
}

}  // namespace

bool IsClipped(const PaperBox& box, const PaperBox& clip) {
  return box.x < clip.x || box.y < clip.y || box.right() > clip.right() || box.bottom() > clip.bottom();
}

void AppendClip(const PaperBox& clip, Um page_height, std::string* out) {
  AppendBox(clip, page_height, out);
  out->append("re W n\n");
}

void PdfImages::Append(const std::vector<PlacedPicture>& pictures, Um page_height, std::string* out) {
  for (const PlacedPicture& picture : pictures) {
    out->append("q\n");
    if (IsClipped(picture.box, picture.clip)) AppendClip(picture.clip, page_height, out);
    AppendOperand(PageUnitsOf(picture.box.width), out);
    out->append("0 0 ");
    AppendOperand(PageUnitsOf(picture.box.height), out);
    AppendOperand(PageUnitsOf(picture.box.x), out);
    AppendOperand(PageUnitsOf(page_height - picture.box.bottom()), out);
    out->append(fmt::format("cm\n/{} Do\nQ\n", KeyOf(picture.image)));
  }
}

std::string PdfImages::KeyOf(const std::shared_ptr<const Image>& image) {
  const auto [place, added] = numbers_.try_emplace(image.get(), images_.size());
  if (added) images_.push_back(image);
  return fmt::format("I{}", place->second);
}

void PdfImages::AddTo(PdfFile* file, int deflate_level, PdfDict* resources) {
  if (images_.empty()) return;
  PdfDict names = file->Direct();
  for (std::size_t i = 0; i < images_.size(); ++i) {
    names.Put(fmt::format("I{}", i).c_str(), AddImage(*images_[i], deflate_level, file));
  }
  resources->Put("XObject", names);
}

std::string PdfImages::Description() const {
  std::string description;
  for (const auto& image : images_) description += Sha256Hex(image->bytes);
  return description;
}

}  // namespace chohyo
