#include "pipeline/render/pdf_strokes.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

#include "pipeline/render/pdf_numbers.h"

namespace chohyo {
namespace {

constexpr Um kDashLength = 2000, kDashGap = 1000;

enum class Axis { kHorizontal, kVertical, kSlanted };

Axis AxisOf(const Stroke& stroke) {
  if (stroke.y1 == stroke.y2) return Axis::kHorizontal;
  return stroke.x1 == stroke.x2 ? Axis::kVertical : Axis::kSlanted;
}

auto LookOf(const Stroke& stroke) { return std::tuple(stroke.width, stroke.pattern, stroke.rgb); }

auto OrderOf(const Stroke& stroke) {
  const Axis axis = AxisOf(stroke);
  const Um line = axis == Axis::kVertical ? stroke.x1 : stroke.y1;
  const Um begin = axis == Axis::kVertical ? stroke.y1 : stroke.x1;
  return std::tuple(LookOf(stroke), axis, line, begin, stroke.x2, stroke.y2);
}

/// From left to right, or from top to bottom.
void PutInOrder(Stroke* stroke) {
  if (std::pair(stroke->x1, stroke->y1) <= std::pair(stroke->x2, stroke->y2)) return;
  std::swap(stroke->x1, stroke->x2);
  std::swap(stroke->y1, stroke->y2);
}

bool IsSame(const Stroke& a, const Stroke& b) { return OrderOf(a) == OrderOf(b); }

/// Lengthens `last` by `next` if the two are one line; `next` begins where `last` does or after it.
bool Joined(const Stroke& next, Stroke* last) {
  if (LookOf(next) != LookOf(*last) || AxisOf(next) != AxisOf(*last)) return false;
  switch (AxisOf(next)) {
    case Axis::kHorizontal:
      if (next.y1 != last->y1 || next.x1 > last->x2) return false;
      last->x2 = std::max(last->x2, next.x2);
      return true;
    case Axis::kVertical:
      if (next.x1 != last->x1 || next.y1 > last->y2) return false;
      last->y2 = std::max(last->y2, next.y2);
      return true;
    case Axis::kSlanted: break;
  }
  return IsSame(next, *last);
}

void AppendDash(std::initializer_list<PageUnit> lengths, std::string* out) {
  out->push_back('[');
  for (const PageUnit length : lengths) AppendOperand(length, out);
  out->back() = ']';
  out->append(" 0 d ");
}

/// Excel's dashes, dots and gaps in hundredths of a point: 9, 3 and 3 pixels of 1/96 inch.
constexpr PageUnit kLong = 675, kShort = 225, kSpace = 225;
constexpr PageUnit kSlantLong = 825, kSlantShort = 375, kSlantSpace = 75;

void AppendPattern(Stroke::Pattern pattern, PageUnit width, std::string* out) {
  switch (pattern) {
    case Stroke::Pattern::kSolid: out->append("0 J [] 0 d\n"); return;
    case Stroke::Pattern::kDotted:
      AppendDash({0, 2 * width}, out);
      out->append("1 J\n");
      return;
    case Stroke::Pattern::kDashed: AppendDash({PageUnitsOf(kDashLength), PageUnitsOf(kDashGap)}, out); break;
    case Stroke::Pattern::kDashDot: AppendDash({kLong, kSpace, kShort, kSpace}, out); break;
    case Stroke::Pattern::kDashDotDot: AppendDash({kLong, kSpace, kShort, kSpace, kShort, kSpace}, out); break;
    case Stroke::Pattern::kLongDashed: AppendDash({kLong, kSpace}, out); break;
    case Stroke::Pattern::kSlantDashDot: AppendDash({kSlantLong, kSlantSpace, kSlantShort, kSlantSpace}, out); break;
  }
  out->append("0 J\n");
}

void AppendLook(const Stroke& stroke, std::string* out) {
  AppendStrokeLook(stroke.width, stroke.rgb, stroke.pattern, out);
}

void AppendPoint(Um x, Um y, Um page_height, const char* op, std::string* out) {
  AppendOperand(PageUnitsOf(x), out);
  AppendOperand(PageUnitsOf(page_height - y), out);
  out->append(op);
}

/// Closes the corners where a horizontal and a vertical line end at one point: each goes on to the other's far side.
/// Lines that merely end on another one stay as they are.
class Corners {
 public:
  explicit Corners(const std::vector<Stroke>& strokes) {
    for (const Stroke& stroke : strokes) {
      if (AxisOf(stroke) == Axis::kSlanted || stroke.pattern != Stroke::Pattern::kSolid) continue;
      ends_.push_back({AxisOf(stroke), stroke.x1, stroke.y1, stroke.width});
      ends_.push_back({AxisOf(stroke), stroke.x2, stroke.y2, stroke.width});
    }
    std::sort(ends_.begin(), ends_.end());
  }

  Stroke Closed(Stroke stroke) const {
    if (stroke.pattern != Stroke::Pattern::kSolid) return stroke;
    const Um before = HalfWidthAcross(AxisOf(stroke), stroke.x1, stroke.y1);
    const Um after = HalfWidthAcross(AxisOf(stroke), stroke.x2, stroke.y2);
    switch (AxisOf(stroke)) {
      case Axis::kHorizontal:
        stroke.x1 -= before;
        stroke.x2 += after;
        break;
      case Axis::kVertical:
        stroke.y1 -= before;
        stroke.y2 += after;
        break;
      case Axis::kSlanted: break;
    }
    return stroke;
  }

 private:
  using End = std::tuple<Axis, Um, Um, Um>;  ///< axis of the line, place, width of the line

  /// Half the width of the thickest line on the other axis that ends here; 0 if none does.
  Um HalfWidthAcross(Axis axis, Um x, Um y) const {
    if (axis == Axis::kSlanted) return 0;
    const Axis other = axis == Axis::kHorizontal ? Axis::kVertical : Axis::kHorizontal;
    const auto after = std::upper_bound(ends_.begin(), ends_.end(), End(other, x, y, std::numeric_limits<Um>::max()));
    if (after == ends_.begin()) return 0;
    const auto& [found_axis, found_x, found_y, width] = *std::prev(after);
    return std::tuple(found_axis, found_x, found_y) == std::tuple(other, x, y) ? width / 2 : 0;
  }

  std::vector<End> ends_;
};

}  // namespace

void AppendStrokeLook(Um stroke_width, Rgb rgb, Stroke::Pattern pattern, std::string* out) {
  const PageUnit width = std::max(PageUnitsOf(stroke_width), 1);
  AppendOperand(width, out);
  out->append("w ");
  AppendColour(rgb, true, out);
  AppendPattern(pattern, width, out);
}

std::vector<Stroke> MergedStrokes(std::vector<Stroke> strokes) {
  std::for_each(strokes.begin(), strokes.end(), [](Stroke& stroke) { PutInOrder(&stroke); });
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) { return OrderOf(a) < OrderOf(b); });
  std::vector<Stroke> merged;
  merged.reserve(strokes.size());
  for (const Stroke& stroke : strokes) {
    if (merged.empty() || !Joined(stroke, &merged.back())) merged.push_back(stroke);
  }
  return merged;
}

/// Between q and Q: the outlines of bold text must not inherit dashes and caps.
void AppendStrokes(const std::vector<Stroke>& strokes, Um page_height, std::string* out) {
  if (strokes.empty()) return;
  out->append("q\n");
  const Stroke* last = nullptr;
  const std::vector<Stroke> merged = MergedStrokes(strokes);
  const Corners corners(merged);
  for (const Stroke& stroke : merged) {
    if (last == nullptr || LookOf(*last) != LookOf(stroke)) {
      if (last != nullptr) out->append("S\n");
      AppendLook(stroke, out);
    }
    const Stroke closed = corners.Closed(stroke);
    AppendPoint(closed.x1, closed.y1, page_height, "m ", out);
    AppendPoint(closed.x2, closed.y2, page_height, "l\n", out);
    last = &stroke;
  }
  out->append("S\nQ\n");
}

}  // namespace chohyo
