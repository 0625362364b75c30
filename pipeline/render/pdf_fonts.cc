#include "pipeline/render/pdf_fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/pdf_deflate.h"
#include "pipeline/render/pdf_numbers.h"

namespace chohyo {
namespace {

constexpr std::size_t kMostCodes = 0xFFFF;
constexpr int kUsualWidth = 1000;
constexpr int kSymbolic = 4;  ///< font descriptor flag: codes have no standard meaning
constexpr int kStemV = 80;    ///< the fonts do not say; used by viewers only when they replace a font
constexpr std::size_t kMappingsPerBlock = 100;

constexpr std::string_view kCMapHead =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr std::string_view kCMapTail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/// "<0A1B>"
void AppendHex(std::string_view bytes, std::string* out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out->push_back('<');
  for (const char c : bytes) {
    out->push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    out->push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  out->push_back('>');
}

/// Six capitals that differ between subsets, as ISO 32000 wants before the name of one.
std::string TagOf(const std::string& description) {
  const std::string digest = Sha256Hex(description);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i) {
    const int digit = digest[i] <= '9' ? digest[i] - '0' : digest[i] - 'a' + 10;
    tag.push_back(static_cast<char>('A' + digit));
  }
  return tag;
}

/// One bit for every CID that the subset has, the highest bit of the first byte being CID 0.
std::string CidSet(std::size_t count) {
  std::string bits((count + 7) / 8, '\xFF');
  if (count % 8 != 0) bits.back() = static_cast<char>(0xFF << (8 - count % 8));
  return bits;
}

[[noreturn]] void TooManyCodes(const std::string& font) {
  throw OutputFault(Say("エラー: フォント {} の字種が一つの PDF に多すぎます（65,535 まで）。文書を分けてください。",
                        "error: too many different characters of font {} for one PDF (65,535 at most). Split the "
                        "document.",
                        font));
}

}  // namespace

PdfCode PdfFont::CodeOf(GlyphId glyph, std::string_view text) {
  std::uint16_t& first = first_[glyph];
  for (std::uint16_t cid = first; cid != 0; cid = meanings_[cid - 1U].next) {
    if (meanings_[cid - 1U].text == text) return {cid, meanings_[cid - 1U].width};
  }
  first = Add(glyph, text, first);
  return {first, meanings_.back().width};
}

std::uint16_t PdfFont::Add(GlyphId glyph, std::string_view text, std::uint16_t next) {
  if (glyphs_.size() == kMostCodes) TooManyCodes(font_.postscript_name());
  glyphs_.push_back(glyph);
  meanings_.push_back({std::string(text), Thousandths(font_.Advance(glyph)), next});
  return static_cast<std::uint16_t>(glyphs_.size());
}

int PdfFont::Thousandths(int font_units) const {
  const int em = font_.units_per_em();
  return (font_units * 1000 + (font_units < 0 ? -em : em) / 2) / em;
}

std::string PdfFont::Description() const {
  std::string description = font_.postscript_name();
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    description += ',';
    AppendInteger(glyphs_[i], &description);
    description += '=';
    description += meanings_[i].text;
  }
  return description;
}

std::string PdfFont::ToUnicode() const {
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < meanings_.size(); ++i) {
    if (!meanings_[i].text.empty()) told.push_back(i);
  }
  std::string cmap(kCMapHead);
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (i % kMappingsPerBlock == 0) {
      fmt::format_to(std::back_inserter(cmap), "{} beginbfchar\n", std::min(kMappingsPerBlock, told.size() - i));
    }
    const std::size_t cid = told[i] + 1;
    const std::array code{static_cast<char>(cid >> 8), static_cast<char>(cid)};
    AppendHex({code.data(), code.size()}, &cmap);
    std::string utf16;
    AppendUtf16(meanings_[told[i]].text, &utf16);
    AppendHex(utf16, &cmap);
    cmap += '\n';
    if ((i + 1) % kMappingsPerBlock == 0 || i + 1 == told.size()) cmap += "endbfchar\n";
  }
  return cmap.append(kCMapTail);
}

PdfDict PdfFont::AddDescriptor(PdfFile* file, const std::string& name, int deflate_level) const {
  const Font::Subset subset = font_.MakeSubset(glyphs_);
  PdfDict program = file->Stream(Deflate(subset.bytes, deflate_level), true);
  program.Number("Length1", static_cast<int>(subset.bytes.size()));
  const Font::Box box = font_.bounding_box();
  PdfDict descriptor = file->Object();
  descriptor.Name("Type", "FontDescriptor").Name("FontName", name).Number("Flags", kSymbolic);
  PdfArray corners = descriptor.Array("FontBBox");
  for (const int corner : {box.x_min, box.y_min, box.x_max, box.y_max}) corners.Number(Thousandths(corner));
  descriptor.Number("ItalicAngle", 0).Number("StemV", kStemV).Number("CapHeight", Thousandths(font_.cap_height()));
  descriptor.Number("Ascent", Thousandths(font_.ascent())).Number("Descent", -Thousandths(font_.descent()));
  descriptor.Put("FontFile2", program);
  const auto count = static_cast<std::size_t>(subset.glyph_count);
  descriptor.Put("CIDSet", file->Stream(Deflate(CidSet(count), deflate_level), true));
  return descriptor;
}

void PdfFont::PutWidths(PdfDict* cid_font) const {
  cid_font->Number("DW", kUsualWidth);
  PdfArray widths = cid_font->Array("W");
  widths.Number(0).Array().Number(Thousandths(font_.Advance(0)));
  for (std::size_t i = 0; i < meanings_.size();) {
    if (meanings_[i].width == kUsualWidth) {
      ++i;
      continue;
    }
    PdfArray stretch = widths.Number(static_cast<int>(i + 1)).Array();
    for (; i < meanings_.size() && meanings_[i].width != kUsualWidth; ++i) stretch.Number(meanings_[i].width);
  }
}

PdfDict PdfFont::AddTo(PdfFile* file, int deflate_level) const {
  const std::string name = TagOf(Description()) + "+" + font_.postscript_name();
  PdfDict cid_font = file->Object();
  cid_font.Name("Type", "Font").Name("Subtype", "CIDFontType2").Name("BaseFont", name);
  PdfDict system = file->Direct();
  system.Ascii("Registry", "Adobe").Ascii("Ordering", "Identity").Number("Supplement", 0);
  cid_font.Put("CIDSystemInfo", system).Name("CIDToGIDMap", "Identity");
  PutWidths(&cid_font);
  cid_font.Put("FontDescriptor", AddDescriptor(file, name, deflate_level));
  PdfDict font = file->Object();
  font.Name("Type", "Font").Name("Subtype", "Type0").Name("BaseFont", name).Name("Encoding", "Identity-H");
  font.Array("DescendantFonts").Put(cid_font);
  font.Put("ToUnicode", file->Stream(Deflate(ToUnicode(), deflate_level), true));
  return font;
}

std::string PdfFonts::KeyOf(FontIndex index) { return fmt::format("F{}", index); }

std::string PdfFonts::Description() const {
  std::string description;
  for (const auto& [index, font] : fonts_) description += font.Description() + "\n";
  return description;
}

void PdfFonts::AddTo(PdfFile* file, int deflate_level, PdfDict* resources) const {
  PdfDict fonts = file->Direct();
  for (const auto& [index, font] : fonts_) fonts.Put(KeyOf(index).c_str(), font.AddTo(file, deflate_level));
  resources->Put("Font", fonts);
}

}  // namespace chohyo
