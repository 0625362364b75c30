#include "pipeline/layout/text_run.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

TextRun& StartRun(const RunLook& look, FontIndex font, Um x, Um y, std::vector<TextRun>* runs) {
  TextRun& run = runs->emplace_back();
  run.font = font;
  run.size = look.size;
  run.rgb = look.rgb;
  run.bold = look.bold;
  run.italic = look.italic;
  run.cell = look.cell;
  run.x = x;
  run.y = y;
  return run;
}

/// Appends what the cluster stands for to the run's text.
void AppendText(std::string_view text, const Cluster& cluster, TextRun* run) {
  if (!cluster.Is(Cluster::kReplaced)) {
    run->text.append(text.data() + cluster.begin, cluster.length);
  } else {
    AppendUtf8(cluster.Is(Cluster::kSpace) ? U' ' : kReplacement, &run->text);
  }
}

/// Appends a cluster's glyphs and text at `x` from the run's start.
void AppendCluster(std::string_view text, const TextStore& store, const Cluster& cluster, Um x, TextRun* run) {
  const auto begin = static_cast<std::uint32_t>(run->text.size());
  AppendText(text, cluster, run);
  const auto length = static_cast<std::uint16_t>(run->text.size() - begin);
  if (!cluster.Is(Cluster::kShaped)) {
    run->glyphs.push_back({cluster.glyph, x, 0, begin, length});
    return;
  }
  for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
    const ShapedGlyph& shaped = store.shaped[cluster.glyph + i];
    run->glyphs.push_back({shaped.glyph, x + UmOfEm(shaped.x, run->size), UmOfEm(shaped.y, run->size), begin,
                           i == 0 ? length : std::uint16_t{0}});
  }
}

/// True if extra width may go between two neighbours of a justified line: next to kanji, kana and spaces, not inside
/// Latin words.
bool IsGap(const Cluster& left, const Cluster& right) {
  constexpr unsigned kLoose = Cluster::kSquare | Cluster::kSpace;
  return ((left.flags | right.flags) & kLoose) != 0;
}

/// One line being drawn.
class LineDrawer {
 public:
  LineDrawer(std::string_view text, const TextStore& store, const Line& line, const RunLook& look, const LineRoom& room,
             std::vector<TextRun>* runs)
      : text_(text), store_(store), line_(line), look_(look), room_(room), runs_(runs) {
    const Um width = UmOfEm(line.width, look.size);
    spare_ = std::max(room.width - width, 0);
    gaps_ = CountGaps();
    extent_.begin = room.x + LeadingSpace();
    extent_.end = extent_.begin + width + (gaps_ > 0 ? spare_ : 0);
  }

  LineExtent Run() {
    for (std::uint32_t i = line_.begin; i < line_.end;) {
      const std::uint32_t end = EndOfDirection(i);
      const bool reversed = end > i + 1 || At(i).Is(Cluster::kRightToLeft);
      for (std::uint32_t k = 0; k < end - i; ++k) Draw(reversed ? end - 1 - k : i + k);
      i = end;
    }
    return extent_;
  }

 private:
  const Cluster& At(std::uint32_t i) const { return store_.clusters[i]; }

  bool Spreads() const {
    return room_.align == HAlign::kDistribute || (room_.align == HAlign::kJustify && !line_.ends_paragraph);
  }
  bool IsGapAfter(std::uint32_t i) const {
    return i + 1 < line_.end && (room_.align == HAlign::kDistribute || IsGap(At(i), At(i + 1)));
  }
  int CountGaps() const {
    int gaps = 0;
    if (!Spreads()) return gaps;
    for (std::uint32_t i = line_.begin; i < line_.end; ++i) gaps += IsGapAfter(i) ? 1 : 0;
    return gaps;
  }
  Um LeadingSpace() const {
    switch (room_.align) {
      case HAlign::kLeft:
      case HAlign::kJustify: return 0;
      case HAlign::kRight: return spare_;
      case HAlign::kCenter:
      case HAlign::kCenterAcross: return spare_ / 2;
      case HAlign::kDistribute: return gaps_ > 0 ? 0 : spare_ / 2;
    }
    return 0;
  }

  /// One past the stretch that begins at `i` and is written right to left, spaces inside it included; i + 1 for others.
  std::uint32_t EndOfDirection(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    if (!At(i).Is(Cluster::kRightToLeft)) return end;
    for (std::uint32_t k = end; k < line_.end; ++k) {
      if (At(k).Is(Cluster::kRightToLeft)) end = k + 1;
      if ((At(k).flags & (Cluster::kRightToLeft | Cluster::kSpace)) == 0) break;
    }
    return end;
  }

  void Draw(std::uint32_t i) {
    const Cluster& cluster = At(i);
    const Um x = extent_.begin + UmOfEm(pen_, look_.size) + Spread();
    if (run_ == nullptr || run_->font != cluster.font) {
      run_ = &StartRun(look_, cluster.font, x, room_.baseline, runs_);
      run_->glyphs.reserve(line_.end - line_.begin);
    }
    AppendCluster(text_, store_, cluster, x - run_->x, run_);
    pen_ += cluster.advance;
    if (gaps_ > 0 && IsGapAfter(i)) ++gaps_passed_;
  }
  Um Spread() const { return gaps_ > 0 ? static_cast<Um>(std::int64_t{spare_} * gaps_passed_ / gaps_) : 0; }

  std::string_view text_;
  const TextStore& store_;
  const Line& line_;
  const RunLook& look_;
  const LineRoom& room_;
  std::vector<TextRun>* runs_;
  LineExtent extent_;
  Um spare_ = 0;
  int gaps_ = 0, gaps_passed_ = 0;
  EmUnits pen_ = 0;
  TextRun* run_ = nullptr;
};

/// One column of vertical text being drawn.
class ColumnDrawer {
 public:
  ColumnDrawer(std::string_view text, const TextStore& store, const RunLook& look, const GlyphSource& source, Um x,
               std::vector<TextRun>* runs)
      : text_(text), store_(store), look_(look), source_(source), x_(x), runs_(runs) {}

  void DrawUpright(const Cluster& cluster, Um y) {
    if (run_ == nullptr || run_->font != cluster.font) {
      run_ = &StartRun(look_, cluster.font, x_, y, runs_);
      run_->vertical = true;
    }
    Cluster turned = cluster;
    if (!cluster.Is(Cluster::kShaped)) turned.glyph = source_.fonts().font(cluster.font).VerticalGlyph(cluster.glyph);
    AppendCluster(text_, store_, turned, y - run_->y, run_);
  }

  /// Two digits side by side, as a horizontal run on the column's square; smaller where they are wider than it.
  void DrawPair(const Cluster& first, const Cluster& second, Um y) {
    const EmUnits left = AdvanceOf(first), width = left + AdvanceOf(second);
    RunLook look = look_;
    if (width > kEm) look.size = static_cast<CentiPoint>(look.size * kEm / width);
    const Um spare = UmOfSize(look_.size) - UmOfSize(look.size);
    const Um baseline = y + spare / 2 + UmOfEm(source_.baseline(), look.size);
    TextRun& pair = StartRun(look, first.font, x_ - UmOfEm(width, look.size) / 2, baseline, runs_);
    AppendCluster(text_, store_, first, 0, &pair);
    AppendCluster(text_, store_, second, UmOfEm(left, look.size), &pair);
    run_ = nullptr;
  }

 private:
  /// The digit's own width: its cluster has the column's advance.
  EmUnits AdvanceOf(const Cluster& digit) const {
    const Font& font = source_.fonts().font(digit.font);
    return kEm * font.Advance(digit.glyph) / font.units_per_em();
  }

  std::string_view text_;
  const TextStore& store_;
  const RunLook& look_;
  const GlyphSource& source_;
  Um x_;
  std::vector<TextRun>* runs_;
  TextRun* run_ = nullptr;
};

}  // namespace

LineExtent AppendLine(std::string_view text, const TextStore& store, const Line& line, const RunLook& look,
                      const LineRoom& room, std::vector<TextRun>* runs) {
  return LineDrawer(text, store, line, look, room, runs).Run();
}

void AppendColumn(std::string_view text, const TextStore& store, const Line& line, const RunLook& look,
                  const GlyphSource& source, Um x, Um top, Um spread, std::vector<TextRun>* runs) {
  ColumnDrawer drawer(text, store, look, source, x, runs);
  const auto steps = static_cast<Um>(line.end - line.begin) - 1;
  EmUnits pen = 0;
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    const Cluster& cluster = store.clusters[i];
    const auto passed = static_cast<Um>(i - line.begin);
    const Um y =
        top + UmOfEm(pen, look.size) + (steps > 0 ? static_cast<Um>(std::int64_t{spread} * passed / steps) : 0);
    pen += cluster.advance;
    if (cluster.Is(Cluster::kPaired) && i + 1 < line.end) {
      drawer.DrawPair(cluster, store.clusters[++i], y);
    } else {
      drawer.DrawUpright(cluster, y);
    }
  }
}

}  // namespace chohyo
