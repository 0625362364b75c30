// The part of SheetText that sets text turned by some degrees.
#include <algorithm>
#include <cmath>

#include "pipeline/layout/cell_text.h"
#include "pipeline/layout/turn.h"

namespace chohyo {
namespace {

constexpr int kQuarter = 90;
constexpr Um kUnbounded = 1'000'000'000;

}  // namespace

PaperBox SheetText::BlockOf(int index) const {
  const CellText& set = cell(index);
  const Um em = UmOfSize(set.size);
  const auto more = static_cast<Um>(set.line_count > 0 ? set.line_count - 1 : 0);
  return {0, 0, WidestLine(index), em + more * em * kTightLeadingPercent / 100};
}

PaperBox SheetText::TurnedExtent(int index) const {
  const PaperBox block = BlockOf(index);
  const Turn turn(cell(index).rotation);
  return {0, 0, turn.WidthOf(block), turn.HeightOf(block)};
}

bool SheetText::TryTurned(int index, CentiPoint size, Um height) {
  const bool upright = std::abs(cell(index).rotation) == kQuarter;
  const Um room = height - 2 * std::min(StyleAt(index).pad_y, kLeastPad);
  const bool wraps = upright && StyleAt(index).wrap && !StyleAt(index).shrink;
  const bool whole = SetLines(index, size, wraps ? room : kUnbounded);
  const PaperBox extent = TurnedExtent(index);
  return whole && extent.height <= room && (!upright || extent.width <= grid_.TextWidth(index));
}

bool SheetText::SetTurned(int index, Um height) {
  const CentiPoint smallest = SmallestOf(index);
  for (CentiPoint size = cell(index).largest;; size = SmallerSize(size, smallest)) {
    if (TryTurned(index, size, height)) return true;
    if (size <= smallest) return false;
  }
}

Um SheetText::SetTurnedFreely(int index, CentiPoint size) {
  SetLines(index, size, kUnbounded);
  return TurnedExtent(index).height + 2 * StyleAt(index).pad_y;
}

}  // namespace chohyo
