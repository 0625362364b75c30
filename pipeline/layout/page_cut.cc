#include "pipeline/layout/page_cut.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "pipeline/layout/em.h"
#include "pipeline/layout/print_sheet.h"

namespace chohyo {
namespace {

/// How far lines reach over a grid's edge to fill corners: half of the thickest.
constexpr Um kReach = 400;

/// One strip being cut.
class StripCutter {
 public:
  StripCutter(const Strip& strip, const PaperCut& cut, Page* paper) : strip_(strip), cut_(cut), paper_(*paper) {}

  void Cut(const Page& drawn) {
    for (const FilledBox& box : drawn.boxes) CutBox(box);
    for (const Stroke& stroke : drawn.strokes) CutStroke(stroke);
    for (const PlacedPicture& picture : drawn.pictures) CutClipped(picture, &paper_.pictures);
    for (const Figure& figure : drawn.figures) CutFigure(figure);
    for (const TextRun& run : drawn.runs) CutRun(run);
  }

 private:
  Um X(Um x) const { return strip_.at + Scaled(x - strip_.from, cut_.percent); }
  Um Y(Um y) const { return cut_.at_top + Scaled(y - cut_.top, cut_.percent); }
  Um Size(Um length) const { return Scaled(length, cut_.percent); }
  CentiPoint FontSize(CentiPoint size) const { return std::max(1, Scaled(size, cut_.percent)); }
  bool IsInside(Um x) const { return x >= strip_.from && x < strip_.to; }

  PaperBox Moved(const PaperBox& box) const {
    const Um x = X(box.x), y = Y(box.y);
    return {x, y, X(box.right()) - x, Y(box.bottom()) - y};
  }

  void CutBox(const FilledBox& box) {
    const Um left = std::max(box.x, strip_.from), right = std::min(box.x + box.width, strip_.to);
    if (left >= right) return;
    const PaperBox moved = Moved({left, box.y, right - left, box.height});
    paper_.boxes.push_back({moved.x, moved.y, moved.width, moved.height, box.rgb});
  }

  /// The part of a line between two heights of x; upright lines on a strip's very edge belong to both sides.
  void CutStroke(Stroke stroke) {
    if (stroke.x1 > stroke.x2) {
      std::swap(stroke.x1, stroke.x2);
      std::swap(stroke.y1, stroke.y2);
    }
    const Um left = stroke.x1 >= strip_.from - kReach ? strip_.from - kReach : strip_.from;
    const Um right = stroke.x2 <= strip_.to + kReach ? strip_.to + kReach : strip_.to;
    const bool upright = stroke.x1 == stroke.x2;
    if (stroke.x2 < left || stroke.x1 > right) return;
    if (!upright && (stroke.x2 <= strip_.from || stroke.x1 >= strip_.to)) return;
    if (stroke.x1 < left) {
      stroke.y1 = HeightAt(stroke, left);
      stroke.x1 = left;
    }
    if (stroke.x2 > right) {
      stroke.y2 = HeightAt(stroke, right);
      stroke.x2 = right;
    }
    Append(stroke);
  }

  static Um HeightAt(const Stroke& line, Um x) {
    return line.y1 +
           static_cast<Um>(std::int64_t{line.y2 - line.y1} * (x - line.x1) / std::max(line.x2 - line.x1, Um{1}));
  }

  void Append(Stroke stroke) {
    stroke.x1 = X(stroke.x1);
    stroke.x2 = X(stroke.x2);
    stroke.y1 = Y(stroke.y1);
    stroke.y2 = Y(stroke.y2);
    stroke.width = Size(stroke.width);
    paper_.strokes.push_back(stroke);
  }

  template <typename T>
  bool CutClipped(T drawn, std::vector<T>* to) {
    const Um left = std::max(drawn.clip.x, strip_.from), right = std::min(drawn.clip.right(), strip_.to);
    if (left >= right || drawn.box.x >= right || drawn.box.right() <= left) return false;
    drawn.clip.x = left;
    drawn.clip.width = right - left;
    drawn.clip = Moved(drawn.clip);
    drawn.box = Moved(drawn.box);
    to->push_back(std::move(drawn));
    return true;
  }

  void CutFigure(const Figure& figure) {
    if (CutClipped(figure, &paper_.figures)) {
      paper_.figures.back().line_width = Size(figure.line_width);
    }
  }

  void CutRun(const TextRun& run) {
    const bool whole = run.vertical || run.rotation != 0;
    if (whole && !IsInside(run.x)) return;
    TextRun moved = run;
    moved.x = X(run.x);
    moved.y = Y(run.y);
    moved.size = FontSize(run.size);
    if (!whole) TakeGlyphs(run, &moved);
    if (moved.glyphs.empty()) return;
    for (Glyph& glyph : moved.glyphs) {
      glyph.x = Size(glyph.x);
      glyph.y = Size(glyph.y);
    }
    paper_.runs.push_back(std::move(moved));
  }

  /// Leaves the glyphs whose first quarter em ends in the strip, with their text.
  void TakeGlyphs(const TextRun& run, TextRun* part) const {
    const Um quarter = UmOfSize(run.size) / 4;
    const auto inside = [&](const Glyph& glyph) { return IsInside(run.x + glyph.x + quarter); };
    if (std::all_of(run.glyphs.begin(), run.glyphs.end(), inside)) return;
    part->glyphs.clear();
    part->text.clear();
    bool taken = false;
    for (const Glyph& glyph : run.glyphs) {
      if (glyph.text_length > 0 || &glyph == &run.glyphs.front()) taken = inside(glyph);
      if (!taken) continue;
      Glyph& kept = part->glyphs.emplace_back(glyph);
      kept.text_begin = static_cast<std::uint32_t>(part->text.size());
      part->text.append(run.text, glyph.text_begin, glyph.text_length);
    }
  }

  const Strip& strip_;
  const PaperCut& cut_;
  Page& paper_;
};

}  // namespace

void CutPage(const Page& drawn, const PaperCut& cut, Page* paper) {
  for (const Strip& strip : cut.strips) StripCutter(strip, cut, paper).Cut(drawn);
}

}  // namespace chohyo
