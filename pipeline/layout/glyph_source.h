// The glyphs of one font chain, remembered after the first look-up. One thread only.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <unordered_map>

#include "pipeline/layout/characters.h"
#include "pipeline/layout/em.h"
#include "pipeline/layout/font.h"

namespace chohyo {

/// How one character is drawn.
struct PlainGlyph {
  GlyphId glyph = 0;
  std::int32_t advance = 0;  ///< EmUnits
  FontIndex font = 0;
  CharKind kind = CharKind::kPlain;
  bool known = false;    ///< looked up before
  bool missing = false;  ///< no font has it: the glyph is 〓
  bool square = false;
  bool selector_lost = false;
};

class GlyphSource {
 public:
  /// `chain` must be one that `fonts` has.
  GlyphSource(const FontSet& fonts, std::string chain);

  const PlainGlyph& Find(char32_t code_point) {
    if (code_point >= kBlockEnd) return FindRare(code_point, 0);
    auto& block = blocks_[code_point >> 8U];
    if (!block) block = std::make_unique<Block>();
    PlainGlyph& entry = (*block)[code_point & 0xFFU];
    if (!entry.known) LookUp(code_point, 0, &entry);
    return entry;
  }
  /// A character with its variation selector, or beyond the first plane.
  const PlainGlyph& FindRare(char32_t code_point, char32_t selector);

  const FontSet& fonts() const { return fonts_; }
  FontIndex main_font() const { return main_font_; }
  /// From the top of the em square down to the baseline, by the main font's metrics.
  EmUnits baseline() const { return baseline_; }

 private:
  static constexpr char32_t kBlockEnd = 0x10000;
  static constexpr std::size_t kBlockCount = kBlockEnd >> 8U;
  using Block = std::array<PlainGlyph, 256>;

  void LookUp(char32_t code_point, char32_t selector, PlainGlyph* entry) const;
  void UseGeta(PlainGlyph* entry) const;
  void UseSpace(char32_t code_point, PlainGlyph* entry) const;
  std::int32_t AdvanceOf(FontIndex font, GlyphId glyph) const;

  const FontSet& fonts_;
  std::string chain_;
  FontIndex main_font_;
  EmUnits baseline_ = 0;
  std::array<std::unique_ptr<Block>, kBlockCount> blocks_;
  std::unordered_map<std::uint64_t, PlainGlyph> rare_;
};

}  // namespace chohyo
