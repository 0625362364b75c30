#include "pipeline/layout/text_measure.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/layout/text_shape.h"

namespace chohyo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kTickedBox = 0x2611, kBox = 0x25A1, kCheckMark = 0x2713, kKatakanaRe = 0x30EC;

/// NextCodePoint, with the three-byte sequences of Japanese text read in place.
char32_t ReadCodePoint(std::string_view text, std::size_t* offset) {
  const auto lead = static_cast<unsigned char>(text[*offset]);
  if (lead < 0x80) return static_cast<unsigned char>(text[(*offset)++]);
  if (lead > 0xE0 && lead < 0xED && *offset + 2 < text.size()) {
    const auto second = static_cast<unsigned char>(text[*offset + 1]);
    const auto third = static_cast<unsigned char>(text[*offset + 2]);
    if ((second & 0xC0U) == 0x80U && (third & 0xC0U) == 0x80U) {
      *offset += 3;
      return (lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU);
    }
  }
  return NextCodePoint(text, offset);
}

class Measurer {
 public:
  Measurer(std::string_view text, GlyphSource& source, TextStore* store)
      : text_(text),
        source_(source),
        store_(*store),
        first_(store->clusters.size()),
        first_trouble_(store->troubles.size()) {}

  void Run() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t code_point = ReadCodePoint(text_, &at_);
      Take(code_point, source_.Find(code_point), start);
    }
  }

 private:
  void Take(char32_t code_point, const PlainGlyph& glyph, std::size_t start) {
    switch (glyph.kind) {
      case CharKind::kPlain: AppendPlain(code_point, glyph, start); return;
      case CharKind::kSpace: AppendSpace(code_point, glyph, start); return;
      case CharKind::kNewline: AppendNewline(code_point, start); return;
      case CharKind::kIgnored: return;
      case CharKind::kSelector: TakeSelector(code_point, start); return;
      case CharKind::kMark: TakeMark(start); return;
      case CharKind::kComplex:
      case CharKind::kRightToLeft: TakeComplexRun(glyph, start); return;
    }
  }

  Cluster& Append(const PlainGlyph& glyph, std::size_t start, std::size_t end, unsigned flags) {
    Cluster& cluster = store_.clusters.emplace_back();
    cluster.begin = static_cast<std::uint32_t>(start);
    cluster.length = static_cast<std::uint16_t>(end - start);
    cluster.font = glyph.font;
    cluster.glyph = glyph.glyph;
    cluster.advance = glyph.advance;
    cluster.flags = static_cast<std::uint8_t>(flags);
    return cluster;
  }

  void AppendPlain(char32_t code_point, const PlainGlyph& glyph, std::size_t start) {
    if (code_point == kTickedBox && glyph.missing && AppendTickedBox(start)) return;
    unsigned flags = glyph.square ? unsigned{Cluster::kSquare} : 0U;
    if (code_point == kReplacement && at_ - start < 3) flags |= Cluster::kReplaced;
    Append(glyph, start, at_, flags);
    if (glyph.missing) Note({code_point, 0, false});
  }

  /// Japanese fonts have no ☑, though every form needs it: □ and ✓ (or the レ that is written by hand) make one.
  bool AppendTickedBox(std::size_t start) {
    const PlainGlyph& check = source_.Find(kCheckMark);
    const PlainGlyph& tick = check.missing ? source_.Find(kKatakanaRe) : check;
    const auto box = source_.fonts().font(tick.font).GlyphOf(kBox);
    if (tick.missing || !box) return false;
    Cluster& cluster = Append(tick, start, at_, unsigned{Cluster::kShaped} | unsigned{Cluster::kSquare});
    cluster.glyph = static_cast<GlyphId>(store_.shaped.size());
    cluster.glyph_count = 2;
    store_.shaped.push_back({*box, 0, 0});
    store_.shaped.push_back({tick.glyph, 0, 0});
    return true;
  }

  void AppendSpace(char32_t code_point, const PlainGlyph& glyph, std::size_t start) {
    Append(glyph, start, at_, Cluster::kSpace | (code_point == U'\t' ? unsigned{Cluster::kReplaced} : 0U));
  }

  void AppendNewline(char32_t code_point, std::size_t start) {
    if (code_point == U'\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    Append(PlainGlyph{}, start, at_, Cluster::kNewline);
  }

  /// The cluster that a mark or selector at `start` belongs to; nullptr if it follows nothing.
  Cluster* BaseBefore(std::size_t start) {
    if (store_.clusters.size() == first_) return nullptr;
    Cluster& last = store_.clusters.back();
    const bool takes = last.begin + last.length == start && !last.Is(Cluster::kNewline) && !last.Is(Cluster::kReplaced);
    return takes && at_ - last.begin <= kLongestRun ? &last : nullptr;
  }

  void TakeSelector(char32_t selector, std::size_t start) {
    Cluster* base = BaseBefore(start);
    if (base == nullptr) return;
    base->length = static_cast<std::uint16_t>(at_ - base->begin);
    if (base->Is(Cluster::kShaped)) return;
    std::size_t offset = base->begin;
    const char32_t code_point = ReadCodePoint(text_, &offset);
    if (offset != start) return;  // a second selector chooses nothing
    const PlainGlyph& glyph = source_.FindRare(code_point, selector);
    if (!glyph.missing) {
      base->font = glyph.font;
      base->glyph = glyph.glyph;
      base->advance = glyph.advance;
    }
    if (glyph.selector_lost && !IsEmojiSelector(selector)) Note({code_point, selector, true});
  }

  void TakeMark(std::size_t start) {
    at_ = ComplexRunEnd(text_, start, CharKind::kMark);
    const Cluster* base = BaseBefore(start);
    if (base == nullptr || !Reshape(*base)) AppendEach(start, at_);
  }

  /// Replaces the last cluster by its shape together with the marks up to the current place.
  bool Reshape(const Cluster& last) {
    const Cluster kept = last;
    store_.clusters.pop_back();
    const bool shaped =
        AppendShaped(text_, kept.begin, at_, kept.font, kept.Is(Cluster::kRightToLeft), source_.fonts(), &store_);
    if (!shaped) store_.clusters.push_back(kept);
    if (shaped && kept.Is(Cluster::kSquare)) store_.clusters.back().flags |= Cluster::kSquare;
    return shaped;
  }

  void TakeComplexRun(const PlainGlyph& first, std::size_t start) {
    const std::size_t end = ComplexRunEnd(text_, start, first.kind);
    const bool right_to_left = first.kind == CharKind::kRightToLeft;
    if (!first.missing && AppendShaped(text_, start, end, first.font, right_to_left, source_.fonts(), &store_)) {
      at_ = end;
    } else {
      AppendEach(start, end);
    }
  }

  /// Each character of [start, end) by itself, where shaping cannot help.
  void AppendEach(std::size_t start, std::size_t end) {
    for (at_ = start; at_ < end;) {
      const std::size_t begin = at_;
      const char32_t code_point = ReadCodePoint(text_, &at_);
      const PlainGlyph& glyph = source_.Find(code_point);
      if (glyph.kind != CharKind::kIgnored) AppendPlain(code_point, glyph, begin);
    }
  }

  /// Once a text for each character.
  void Note(const GlyphTrouble& trouble) {
    const auto same = [&](const GlyphTrouble& t) {
      return t.code_point == trouble.code_point && t.selector == trouble.selector;
    };
    const auto begin = store_.troubles.begin() + static_cast<std::ptrdiff_t>(first_trouble_);
    if (std::none_of(begin, store_.troubles.end(), same)) store_.troubles.push_back(trouble);
  }

  std::string_view text_;
  GlyphSource& source_;
  TextStore& store_;
  std::size_t first_, first_trouble_;
  std::size_t at_ = 0;
};

MeasuredText SumUp(const TextStore& store, std::size_t first) {
  MeasuredText measured;
  measured.begin = static_cast<std::uint32_t>(first);
  measured.end = static_cast<std::uint32_t>(store.clusters.size());
  for (std::size_t i = first; i < store.clusters.size(); ++i) {
    measured.width += store.clusters[i].advance;
    if (store.clusters[i].Is(Cluster::kNewline)) measured.one_paragraph = false;
  }
  return measured;
}

bool IsDigit(std::string_view text, const Cluster& cluster) {
  return cluster.length == 1 && text[cluster.begin] >= '0' && text[cluster.begin] <= '9';
}

}  // namespace

void TextStore::Clear() {
  clusters.clear();
  shaped.clear();
  troubles.clear();
}

MeasuredText MeasureText(std::string_view text, GlyphSource& source, TextStore* store) {
  const std::size_t first = store->clusters.size();
  Measurer(text, source, store).Run();
  return SumUp(*store, first);
}

MeasuredText MeasureVerticalText(std::string_view text, GlyphSource& source, TextStore* store) {
  const std::size_t first = store->clusters.size();
  Measurer(text, source, store).Run();
  auto& clusters = store->clusters;
  for (std::size_t i = first; i < clusters.size(); ++i) {
    if (clusters[i].Is(Cluster::kNewline)) continue;
    const bool narrow_space = clusters[i].Is(Cluster::kSpace) && clusters[i].advance < kEm;
    clusters[i].advance = static_cast<std::int32_t>(narrow_space ? kEm / 2 : kEm);
  }
  for (std::size_t i = first; i < clusters.size();) {
    std::size_t end = i;
    while (end < clusters.size() && IsDigit(text, clusters[end])) ++end;
    if (end - i == 2) {
      clusters[i].flags |= Cluster::kPaired;
      clusters[i + 1].advance = 0;
    }
    i = std::max(end, i + 1);
  }
  return SumUp(*store, first);
}

void JoinParagraphs(GlyphSource& source, TextStore* store, MeasuredText* measured) {
  const PlainGlyph& space = source.Find(U' ');
  for (std::uint32_t i = measured->begin; i < measured->end; ++i) {
    Cluster& cluster = store->clusters[i];
    if (!cluster.Is(Cluster::kNewline)) continue;
    cluster.font = space.font;
    cluster.glyph = space.glyph;
    cluster.advance = static_cast<std::int32_t>(kEm / 2);
    cluster.flags = Cluster::kSpace | Cluster::kReplaced | Cluster::kBreakAfter;
    measured->width += cluster.advance;
  }
  measured->one_paragraph = true;
}

void MarkBreaks(std::string_view text, LineBreaker& breaker, TextStore* store, MeasuredText* measured) {
  if (measured->breaks_known) return;
  measured->breaks_known = true;
  const std::vector<std::size_t>& breaks = breaker.BreaksOf(text);
  std::size_t next = 0;
  for (std::uint32_t i = measured->begin; i < measured->end; ++i) {
    Cluster& cluster = store->clusters[i];
    const std::size_t limit = i + 1 < measured->end ? store->clusters[i + 1].begin : text.size();
    while (next < breaks.size() && breaks[next] < cluster.begin + cluster.length) ++next;
    const bool breaks_here = next < breaks.size() && breaks[next] <= limit;
    if (breaks_here && !cluster.Is(Cluster::kPaired)) cluster.flags |= Cluster::kBreakAfter;
  }
}

}  // namespace chohyo
