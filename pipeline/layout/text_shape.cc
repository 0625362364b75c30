#include "pipeline/layout/text_shape.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr char32_t kNonJoiner = 0x200C, kJoiner = 0x200D;
constexpr std::size_t kMostGlyphs = 255;

bool BelongsToRun(char32_t code_point, CharKind run) {
  const CharKind kind = KindOf(code_point);
  return kind == run || kind == CharKind::kMark || code_point == kNonJoiner || code_point == kJoiner;
}

bool HasAllGlyphs(const std::vector<Font::Shaped>& glyphs) {
  return !glyphs.empty() && std::none_of(glyphs.begin(), glyphs.end(), [](const auto& g) { return g.glyph == 0; });
}

std::int32_t Scaled(int units, int units_per_em) { return static_cast<std::int32_t>(kEm * units / units_per_em); }

/// Appends glyphs[first, last), which belong to one cluster; its length is set when its neighbour is known.
void AppendCluster(const std::vector<Font::Shaped>& glyphs, std::size_t first, std::size_t last, std::size_t begin,
                   int units_per_em, Cluster cluster, TextStore* store) {
  cluster.begin = static_cast<std::uint32_t>(begin + glyphs[first].cluster);
  cluster.glyph = static_cast<GlyphId>(store->shaped.size());
  cluster.glyph_count = static_cast<std::uint8_t>(std::min(last - first, kMostGlyphs));
  int pen = 0;
  for (std::size_t i = first; i < last; ++i) {
    store->shaped.push_back(
        {glyphs[i].glyph, Scaled(pen + glyphs[i].x_offset, units_per_em), Scaled(-glyphs[i].y_offset, units_per_em)});
    pen += glyphs[i].advance;
  }
  cluster.advance = Scaled(pen, units_per_em);
  store->clusters.push_back(cluster);
}

}  // namespace

std::size_t ComplexRunEnd(std::string_view text, std::size_t begin, CharKind kind) {
  std::size_t end = begin;
  while (end < text.size()) {
    std::size_t next = end;
    if (!BelongsToRun(NextCodePoint(text, &next), kind) || next - begin > kLongestRun) break;
    end = next;
  }
  return end;
}

bool AppendShaped(std::string_view text, std::size_t begin, std::size_t end, FontIndex font, bool right_to_left,
                  const FontSet& fonts, TextStore* store) {
  const Font& file = fonts.font(font);
  const std::vector<Font::Shaped> glyphs = file.Shape(text.substr(begin, end - begin));
  if (!HasAllGlyphs(glyphs)) return false;
  Cluster model;
  model.font = font;
  model.flags = static_cast<std::uint8_t>(Cluster::kShaped | (right_to_left ? Cluster::kRightToLeft : 0));
  const std::size_t first_cluster = store->clusters.size();
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t last = i + 1;
    while (last < glyphs.size() && glyphs[last].cluster == glyphs[i].cluster) ++last;
    AppendCluster(glyphs, i, last, begin, file.units_per_em(), model, store);
    i = last;
  }
  const auto added = store->clusters.begin() + static_cast<std::ptrdiff_t>(first_cluster);
  std::stable_sort(added, store->clusters.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  for (auto it = added; it != store->clusters.end(); ++it) {
    const std::size_t limit = it + 1 == store->clusters.end() ? end : (it + 1)->begin;
    it->length = static_cast<std::uint16_t>(limit - it->begin);
  }
  return true;
}

}  // namespace chohyo
