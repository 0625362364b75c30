#include "pipeline/layout/glyph_source.h"

#include <utility>

namespace chohyo {
namespace {

constexpr char32_t kGeta = 0x3013;
constexpr char32_t kIdeographicSpace = 0x3000;
constexpr char32_t kBallotBox = 0x2610, kWhiteSquare = 0x25A1;

}  // namespace

GlyphSource::GlyphSource(const FontSet& fonts, std::string chain)
    : fonts_(fonts), chain_(std::move(chain)), main_font_(fonts.MainFont(chain_)) {
  const Font& font = fonts_.font(main_font_);
  const EmUnits em = font.units_per_em();
  baseline_ = kEm * (font.ascent() + (em - font.ascent() - font.descent()) / 2) / em;
}

const PlainGlyph& GlyphSource::FindRare(char32_t code_point, char32_t selector) {
  PlainGlyph& entry = rare_[(std::uint64_t{code_point} << 32U) | selector];
  if (!entry.known) LookUp(code_point, selector, &entry);
  return entry;
}

void GlyphSource::LookUp(char32_t code_point, char32_t selector, PlainGlyph* entry) const {
  entry->known = true;
  entry->kind = KindOf(code_point);
  entry->square = IsSquare(code_point);
  if (entry->kind == CharKind::kIgnored || entry->kind == CharKind::kNewline) return;
  auto found = fonts_.Find(chain_, code_point, selector);
  if (!found && code_point == kBallotBox) found = fonts_.Find(chain_, kWhiteSquare, 0);
  if (found) {
    entry->font = found->font;
    entry->glyph = found->glyph;
    entry->selector_lost = found->selector_lost;
    entry->advance = AdvanceOf(entry->font, entry->glyph);
  } else if (entry->kind == CharKind::kSpace) {
    UseSpace(code_point, entry);
  } else {
    entry->missing = true;
    UseGeta(entry);
  }
}

void GlyphSource::UseGeta(PlainGlyph* entry) const {
  const auto geta = fonts_.Find(chain_, kGeta, 0);
  entry->font = geta ? geta->font : main_font_;
  entry->glyph = geta ? geta->glyph : 0;
  entry->advance = AdvanceOf(entry->font, entry->glyph);
}

void GlyphSource::UseSpace(char32_t code_point, PlainGlyph* entry) const {
  const auto space = fonts_.Find(chain_, U' ', 0);
  entry->font = space ? space->font : main_font_;
  entry->glyph = space ? space->glyph : 0;
  entry->advance =
      code_point == kIdeographicSpace ? static_cast<std::int32_t>(kEm) : AdvanceOf(entry->font, entry->glyph);
}

std::int32_t GlyphSource::AdvanceOf(FontIndex font, GlyphId glyph) const {
  const Font& file = fonts_.font(font);
  return static_cast<std::int32_t>(kEm * file.Advance(glyph) / file.units_per_em());
}

}  // namespace chohyo
