// Fonts: which font of a chain draws a character, how wide it is, and a font's subset for a document.
// Everything here may be used from many threads at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/length.h"

namespace chohyo {

using GlyphId = std::uint32_t;

/// One open font file.
class Font {
 public:
  /// Opens a TrueType font (`glyf` outlines), or face `index` of a collection. Throws InputFault.
  static std::shared_ptr<const Font> Open(const std::filesystem::path& file, int index = 0);
  ~Font();

  const std::string& postscript_name() const;
  int units_per_em() const;
  int ascent() const;   ///< font units above the baseline
  int descent() const;  ///< font units below the baseline, positive
  struct Box {
    int x_min, y_min, x_max, y_max;
  };
  Box bounding_box() const;
  int cap_height() const;

  /// The glyph of a character; with a selector only the glyph of exactly that pair. Nothing if the font has none.
  std::optional<GlyphId> GlyphOf(char32_t code_point, char32_t selector = 0) const;
  int Advance(GlyphId glyph) const;          ///< font units, horizontal
  int VerticalAdvance(GlyphId glyph) const;  ///< font units
  int VerticalOrigin(GlyphId glyph) const;   ///< font units from the baseline up to the top of its vertical cell
  /// The glyph to use in vertical text (feature `vert`), else the same glyph.
  GlyphId VerticalGlyph(GlyphId glyph) const;

  struct Shaped {
    GlyphId glyph;
    std::uint32_t cluster;            ///< byte offset in the text
    int advance, x_offset, y_offset;  ///< font units
  };
  /// HarfBuzz shaping, for text whose characters combine (dakuten, diacritics, right-to-left).
  std::vector<Shaped> Shape(std::string_view utf8) const;

  struct Subset {
    std::string bytes;  ///< a TrueType font with `glyf`, without hints and layout tables
    /// For each glyph asked for, in the same order, its id in the subset: 1, 2, 3 …; asked for twice, it gets two.
    std::vector<GlyphId> new_ids;
    int glyph_count = 0;
  };
  /// A font with just these glyphs, .notdef and the parts of composite ones. Throws InputFault for damaged outlines.
  Subset MakeSubset(const std::vector<GlyphId>& glyphs) const;

 private:
  Font();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A place in a FontSet.
using FontIndex = std::uint16_t;

/// All fonts of a run: chains by name ("mincho", "gothic"), each tried in order for every character.
class FontSet {
 public:
  /// `chains`: name → fonts, each a known name (IPAexMincho, IPAmjMincho, BIZUDMincho, IPAexGothic …) or a file path,
  /// relative to `folder`. Fonts are looked for in the system's font folders. Throws InputFault naming the font, the
  /// package or path that would help, and where it was looked for.
  static std::shared_ptr<const FontSet> Open(
      const std::vector<std::pair<std::string, std::vector<std::string>>>& chains, const std::string& gaiji_font,
      const std::filesystem::path& folder);
  ~FontSet();

  const Font& font(FontIndex index) const;
  std::size_t size() const;

  struct Found {
    FontIndex font;
    GlyphId glyph;
    bool selector_lost;  ///< the base is drawn without its variation selector: no font has the pair
  };
  /// The first font of the chain that has the (base, selector) pair; else the base alone; else nothing.
  std::optional<Found> Find(const std::string& chain, char32_t code_point, char32_t selector) const;
  /// Main font of a chain, for metrics and for 〓.
  FontIndex MainFont(const std::string& chain) const;
  bool HasChain(const std::string& chain) const;

 private:
  FontSet();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
