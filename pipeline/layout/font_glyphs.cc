#include "pipeline/layout/font_glyphs.h"

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::size_t kHeadSize = 54, kHheaSize = 36, kMaxpSize = 32;
constexpr std::size_t kLongMetric = 4, kShortMetric = 2;  ///< bytes of an entry of `hmtx`, with and without advance

}  // namespace

void GlyphTables::Damaged() const {
  throw InputFault(Say("{}: エラー: フォントファイルが壊れています。正しいファイルに置き換えてください。",
                       "{}: error: the font file is damaged. Replace it with a sound one.", file));
}

void GlyphTables::Check() const {
  const bool sizes = head.size() >= kHeadSize && hhea.size() >= kHheaSize && maxp.size() >= kMaxpSize;
  if (!sizes || units_per_em() < 16 || glyph_count() == 0 || metrics_count() == 0) Damaged();
  const std::size_t entry = head.U16(50) == 0 ? 2 : 4;
  if (loca.size() < (glyph_count() + 1) * entry || hmtx.size() < metrics_count() * kLongMetric) Damaged();
  for (GlyphId glyph = 0; glyph < glyph_count(); ++glyph) {
    if (OutlineBegin(glyph) > OutlineBegin(glyph + 1)) Damaged();
  }
  if (OutlineBegin(glyph_count()) > glyf.size()) Damaged();
}

std::size_t GlyphTables::OutlineBegin(GlyphId glyph) const {
  return head.U16(50) == 0 ? std::size_t{loca.U16(std::size_t{glyph} * 2)} * 2 : loca.U32(std::size_t{glyph} * 4);
}

std::string_view GlyphTables::Outline(GlyphId glyph) const {
  if (glyph >= glyph_count()) return {};
  const std::size_t begin = OutlineBegin(glyph);
  return glyf.bytes().substr(begin, OutlineBegin(glyph + 1) - begin);
}

int GlyphTables::Advance(GlyphId glyph) const { return hmtx.U16(std::min(glyph, metrics_count() - 1) * kLongMetric); }

int GlyphTables::SideBearing(GlyphId glyph) const {
  const std::uint32_t count = metrics_count();
  if (glyph < count) return hmtx.I16(glyph * kLongMetric + 2);
  return hmtx.I16(count * kLongMetric + (glyph - count) * kShortMetric);
}

}  // namespace chohyo
