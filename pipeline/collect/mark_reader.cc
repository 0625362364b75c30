#include "pipeline/collect/mark_reader.h"

#include "pipeline/workbook/xml_parser.h"
#include "pipeline/workbook/zip_archive.h"

namespace chohyo {
namespace {

constexpr const char* kPart = "docProps/custom.xml";
constexpr std::size_t kLongest = 1024;

/// Collects the text of the property.
class PropertyHandler : public XmlHandler {
 public:
  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "property") inside_ = attributes.Get("name") == kMarkProperty;
  }
  void OnEnd(std::string_view name) override {
    if (name == "property") inside_ = false;
  }
  void OnText(std::string_view piece) override {
    if (inside_ && text.size() < kLongest) text += piece;
  }

  std::string text;

 private:
  bool inside_ = false;
};

}  // namespace

std::optional<DocumentMark> MarkOfPackage(const std::string& package, const std::string& file) {
  const ZipArchive archive(package, file);
  if (!archive.Has(kPart)) return std::nullopt;
  PropertyHandler handler;
  try {
    XmlParser parser(&handler);
    archive.Read(kPart, [&](std::string_view piece) { parser.Feed(piece); });
    parser.Finish();
  } catch (const XmlError&) {
    return std::nullopt;
  }
  return ReadMark(handler.text);
}

}  // namespace chohyo
