#include "pipeline/render/pdf_metadata.h"

#include <fmt/format.h>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/render/pdf_deflate.h"

namespace chohyo {
namespace {

constexpr const char* kProfileFile = "/usr/share/color/icc/sRGB.icc";
constexpr const char* kProfileName = "sRGB IEC61966-2.1";
constexpr int kSmallest = 12;  ///< compression level of what is compressed once a process

/// What XML 1.0 can hold: PDF could hold more, but both must be equal.
std::string Cleaned(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
    AppendUtf8(control ? U' ' : c, &clean);
  }
  return clean;
}

std::string Escaped(std::string_view text) {
  std::string xml;
  for (const char c : text) {
    switch (c) {
      case '&': xml += "&amp;"; break;
      case '<': xml += "&lt;"; break;
      case '>': xml += "&gt;"; break;
      default: xml.push_back(c);
    }
  }
  return xml;
}

/// Midnight in Japan: the day is all that a document knows of its making.
std::string PdfDate(Date date) {
  return fmt::format("D:{:04}{:02}{:02}000000+09'00'", date.year(), date.month(), date.day());
}

std::string XmpDate(Date date) { return date.Iso() + "T00:00:00+09:00"; }

std::string XmpPacket(const PdfProperties& properties) {
  std::string xml =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
      "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">";
  if (!properties.title.empty()) {
    xml += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + Escaped(properties.title) +
           "</rdf:li></rdf:Alt></dc:title>";
  }
  if (!properties.author.empty()) {
    xml += "<dc:creator><rdf:Seq><rdf:li>" + Escaped(properties.author) + "</rdf:li></rdf:Seq></dc:creator>";
  }
  xml += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">";
  if (!properties.producer.empty()) xml += "<xmp:CreatorTool>" + Escaped(properties.producer) + "</xmp:CreatorTool>";
  const std::string date = XmpDate(properties.created);
  xml += "<xmp:CreateDate>" + date + "</xmp:CreateDate><xmp:ModifyDate>" + date + "</xmp:ModifyDate>";
  xml += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">";
  if (!properties.producer.empty()) xml += "<pdf:Producer>" + Escaped(properties.producer) + "</pdf:Producer>";
  return xml + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

/// The profile as the file holds it, read and compressed once a process.
const std::string& DeflatedProfile() {
  static const std::string profile = [] {
    try {
      return Deflate(ReadWholeFile(kProfileFile), kSmallest);
    } catch (const InputFault&) {
      throw OutputFault(
          Say("{}: エラー: PDF/A に要る色の定義がありません。Debian パッケージ icc-profiles-free を"
              "入れてください（apt install icc-profiles-free）。",
              "{}: error: the colour profile that PDF/A needs is missing. Install the Debian package "
              "icc-profiles-free (apt install icc-profiles-free).",
              kProfileFile));
    }
  }();
  return profile;
}

std::string BytesOfHex(std::string_view hex) {
  std::string bytes;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1])));
  }
  return bytes;
}

}  // namespace

PdfProperties PdfProperties::Of(const Document& document, const std::string& producer) {
  return {Cleaned(document.title), Cleaned(document.author), Cleaned(producer), document.created};
}

PdfDict AddInfo(const PdfProperties& properties, PdfFile* file) {
  PdfDict info = file->Object();
  if (!properties.title.empty()) info.Text("Title", properties.title);
  if (!properties.author.empty()) info.Text("Author", properties.author);
  if (!properties.producer.empty()) info.Text("Creator", properties.producer).Text("Producer", properties.producer);
  const std::string date = PdfDate(properties.created);
  info.Ascii("CreationDate", date).Ascii("ModDate", date);
  return info;
}

PdfDict AddXmp(const PdfProperties& properties, PdfFile* file) {
  return file->Stream(XmpPacket(properties), false).Name("Type", "Metadata").Name("Subtype", "XML");
}

void PutOutputIntent(PdfFile* file, PdfDict* catalog) {
  PdfDict profile = file->Stream(DeflatedProfile(), true);
  profile.Number("N", 3);
  PdfDict intent = file->Direct();
  intent.Name("Type", "OutputIntent").Name("S", "GTS_PDFA1").Ascii("OutputConditionIdentifier", kProfileName);
  intent.Ascii("RegistryName", "http://www.color.org").Ascii("Info", kProfileName).Put("DestOutputProfile", profile);
  catalog->Array("OutputIntents").Put(intent);
}

void PutIdentifier(std::string_view description, PdfFile* file) {
  const std::string id = BytesOfHex(Sha256Hex(description).substr(0, 32));
  file->Trailer().Array("ID").Bytes(id).Bytes(id);
}

}  // namespace chohyo
