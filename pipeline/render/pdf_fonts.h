// The fonts of one PDF: a code for every glyph in every meaning it is drawn with, and the embedded subsets.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/layout/font.h"
#include "pipeline/render/pdf_file.h"

namespace chohyo {

/// How a glyph is named in a content stream.
struct PdfCode {
  std::uint16_t cid = 0;
  int width = 0;  ///< thousandths of the size, as the file says it
};

/// The glyphs of one font that a document draws. CIDs are the glyph ids of the embedded subset; a glyph that stands for
/// two texts (自 and the radical ⾃ in IPAex) has two, so that each is extracted as what it was.
class PdfFont {
 public:
  explicit PdfFont(const Font& font) : font_(font) {}

  /// Throws OutputFault when a font has to draw more than 65,535 different things.
  PdfCode CodeOf(GlyphId glyph, std::string_view text);

  const Font& font() const { return font_; }
  /// The glyphs in the order of their CIDs, 1, 2, 3 …
  const std::vector<GlyphId>& glyphs() const { return glyphs_; }
  /// A text that differs where anything about the font's use differs.
  std::string Description() const;
  /// Adds the font and all that belongs to it to the file. Returns the Type0 dictionary.
  PdfDict AddTo(PdfFile* file, int deflate_level) const;

 private:
  struct Meaning {
    std::string text;
    int width = 0;
    std::uint16_t next = 0;  ///< CID of the same glyph with another meaning
  };
  std::uint16_t Add(GlyphId glyph, std::string_view text, std::uint16_t next);
  PdfDict AddDescriptor(PdfFile* file, const std::string& name, int deflate_level) const;
  void PutWidths(PdfDict* cid_font) const;
  std::string ToUnicode() const;
  int Thousandths(int font_units) const;

  const Font& font_;
  std::vector<GlyphId> glyphs_;
  std::vector<Meaning> meanings_;  ///< same order as glyphs_
  std::unordered_map<GlyphId, std::uint16_t> first_;
};

/// All fonts of a document, by their place in the font set.
class PdfFonts {
 public:
  explicit PdfFonts(const FontSet& fonts) : set_(fonts) {}
  PdfFont& Use(FontIndex index) { return fonts_.try_emplace(index, set_.font(index)).first->second; }
  /// The key of a font in the page's resources: "F0".
  static std::string KeyOf(FontIndex index);
  std::string Description() const;
  /// Puts every font that was used into a resource dictionary.
  void AddTo(PdfFile* file, int deflate_level, PdfDict* resources) const;

 private:
  const FontSet& set_;
  std::map<FontIndex, PdfFont> fonts_;
};

}  // namespace chohyo
