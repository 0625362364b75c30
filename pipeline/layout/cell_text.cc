#include "pipeline/layout/cell_text.h"

#include <algorithm>

namespace chohyo {
namespace {

constexpr CentiPoint kStep = 50;
constexpr CentiPoint kLeastSize = 2 * kStep;
/// Texts of many megabytes, which nobody prints, end here: heights stay within their type.
constexpr std::int64_t kHighest = 1'000'000'000;
/// Texts up to this many clusters are labels and names: they shrink rather than have a word cut or a column broken.
constexpr std::uint32_t kShortText = 40;

/// Excel shows such texts on one line whatever they hold.
bool IsOneLine(const CellStyle& style) { return style.spill || style.shrink; }

Um Stack(std::uint32_t lines, CentiPoint size, int first_percent, int leading_percent) {
  const std::int64_t em = UmOfSize(size);
  const std::int64_t more = lines > 0 ? lines - 1 : 0;
  return static_cast<Um>(std::min((em * first_percent + more * em * leading_percent) / 100, kHighest));
}

}  // namespace

CentiPoint SmallerSize(CentiPoint size, CentiPoint smallest) { return std::max(size - kStep, smallest); }

SheetText::SheetText(const Grid& grid, TextStore* store, LineBreaker* breaker)
    : grid_(grid), store_(store), breaker_(breaker), cells_(grid.sheet().cells.size()) {}

void SheetText::Measure(const std::vector<GlyphSource*>& source_of_style) {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Cell& cell = grid_.sheet().cells[i];
    const CellStyle& style = grid_.StyleOf(cell);
    CellText& set = cells_[i];
    set.size = set.largest = style.size;
    if (cell.text.empty() || grid_.TextWidth(static_cast<int>(i)) == 0) continue;
    const auto style_index = std::min(static_cast<std::size_t>(cell.style), source_of_style.size() - 1);
    set.source = source_of_style[style_index];
    const std::size_t known = store_->troubles.size();
    set.vertical = style.vertical;
    set.text = style.vertical ? MeasureVerticalText(cell.text, *set.source, store_)
                              : MeasureText(cell.text, *set.source, store_);
    set.rotation = style.vertical ? 0 : style.rotation;
    if (IsOneLine(style) && !set.vertical && !set.text.one_paragraph) JoinParagraphs(*set.source, store_, &set.text);
    for (std::size_t t = known; t < store_->troubles.size(); ++t) {
      troubles_.push_back({static_cast<int>(i), store_->troubles[t]});
    }
  }
}

CentiPoint SheetText::SmallestOf(int index) const {
  const CellStyle& style = StyleAt(index);
  return std::min(style.size, style.shrink ? kLeastSize : grid_.sheet().smallest_size);
}

Um SheetText::NaturalHeight(int index) const {
  const CellText& set = cell(index);
  return Stack(set.line_count, set.size, kLinePercent, kLeadingPercent) + 2 * StyleAt(index).pad_y;
}

Um SheetText::SetFreely(int index) {
  SetWidth(index, cell(index).largest);
  return NaturalHeight(index);
}

template <typename Fits>
void SheetText::ShrinkUntil(int index, Fits fits) {
  const CentiPoint smallest = SmallestOf(index);
  CentiPoint size = cell(index).largest;
  SetWidth(index, size);
  while (!fits() && size > smallest) {
    size = std::min(SmallerSize(size, smallest), cell(index).size);
    SetWidth(index, size);
  }
}

bool SheetText::SetWithin(int index, Um height) {
  if (cell(index).vertical) return SetColumns(index, height);
  if (cell(index).rotation != 0) return SetTurned(index, height);
  ShrinkUntil(index, [&] { return FitsHeight(index, height); });
  return FitsHeight(index, height);
}

void SheetText::SetAtEase(int index, Um height) {
  ShrinkUntil(index, [&] { return NaturalHeight(index) <= height; });
}

bool SheetText::FitsHeight(int index, Um height) const {
  const CellText& set = cell(index);
  const Um pad = std::min(StyleAt(index).pad_y, set.line_count > 1 ? kLeastBlockPad : kLeastPad);
  return Stack(set.line_count, set.size, 100, kTightLeadingPercent) + 2 * pad <= height;
}

/// Breaks the text into lines of `length` at `size`. False if a word had to be cut.
bool SheetText::SetLines(int index, CentiPoint size, Um length) {
  CellText& set = cell(index);
  set.size = size;
  set.first_line = static_cast<std::uint32_t>(lines_.size());
  bool whole = true;
  const EmUnits width = EmOfUm(length, size);
  if (set.text.one_paragraph && set.text.width <= width) {
    SetOneLine(*store_, set.text, &lines_);
  } else {
    MarkBreaks(CellAt(index).text, *breaker_, store_, &set.text);
    whole = BreakLines(*store_, set.text, width, &lines_);
  }
  set.line_count = static_cast<std::uint32_t>(lines_.size()) - set.first_line;
  return whole;
}

void SheetText::SetWidth(int index, CentiPoint size) {
  const CellStyle& style = StyleAt(index);
  if (!style.wrap || IsOneLine(style)) return SetUnwrapped(index, size);
  const Um width = grid_.RoomOf(index).width;
  if (SetLines(index, size, width)) return;
  const CentiPoint smallest = SmallestOf(index);
  if (cell(index).text.end - cell(index).text.begin <= kShortText) {
    for (CentiPoint less = size; less > smallest;) {
      less = SmallerSize(less, smallest);
      if (SetLines(index, less, width)) return;
    }
  }
  SetLines(index, size, width);
  SqueezeIntoWidth(index);
}

Um SheetText::WidestLine(int index) const {
  EmUnits widest = 0;
  const CellText& set = cell(index);
  for (std::uint32_t i = 0; i < set.line_count; ++i) widest = std::max(widest, lines_[set.first_line + i].width);
  return UmOfEm(widest, set.size);
}

/// In a column narrower than a character even the smallest size gives way: characters never run into the next cell.
void SheetText::SqueezeIntoWidth(int index) {
  const Um width = std::max(grid_.TextWidth(index), grid_.RoomOf(index).width);
  while (WidestLine(index) > width && cell(index).size > kLeastSize) SetLines(index, cell(index).size - kStep, width);
}

void SheetText::SetUnwrapped(int index, CentiPoint size) {
  const Um width = grid_.RoomOf(index).width;
  const CentiPoint smallest = SmallestOf(index);
  const CellText& set = cell(index);
  const auto ends = [&](const Line& line) { return line.ends_paragraph; };
  for (;; size = SmallerSize(size, smallest)) {
    SetLines(index, size, width);
    const auto first = lines_.begin() + set.first_line;
    if (size <= smallest || std::all_of(first, first + set.line_count, ends)) break;
  }
  SqueezeIntoWidth(index);
}

void SheetText::LayDown(int index) {
  CellText& set = cell(index);
  set.vertical = false;
  set.rotation = 0;
  set.text = MeasureText(CellAt(index).text, *set.source, store_);
}

bool SheetText::SetColumns(int index, Um height) {
  const CellText& set = cell(index);
  const CentiPoint smallest = SmallestOf(index);
  const bool is_short = set.text.one_paragraph && set.text.end - set.text.begin <= kShortText;
  for (const bool one_column : {true, false}) {
    if (one_column && !is_short) continue;
    for (CentiPoint size = set.largest;; size = SmallerSize(size, smallest)) {
      if (TryColumns(index, size, height, one_column)) return true;
      if (size <= smallest) break;
    }
  }
  return false;
}

Um SheetText::SetShortestColumns(int index) {
  CellText& set = cell(index);
  const CentiPoint size = SmallestOf(index);
  const Um em = UmOfSize(size);
  const Um pads = 2 * std::min(StyleAt(index).pad_y, kLeastPad);
  const Um columns = std::max(1, grid_.TextWidth(index) * 100 / (em * kTightLeadingPercent));
  for (;;) {
    Um height = std::max(em, UmOfEm(set.text.width, size) / columns) + pads;
    const Um longest = UmOfEm(set.text.width, size) + em + pads;
    while (!TryColumns(index, size, height, false) && height < longest) height += em;
    if (height < longest || set.text.one_paragraph) return height;
    JoinParagraphs(*set.source, store_, &set.text);
  }
}

bool SheetText::TryColumns(int index, CentiPoint size, Um height, bool one_column) {
  const CellStyle& style = StyleAt(index);
  SetLines(index, size, height - 2 * std::min(style.pad_y, kLeastPad));
  const CellText& set = cell(index);
  const Um width = grid_.TextWidth(index) - 2 * std::min(style.pad_x, kLeastPad);
  const Um length = height - 2 * std::min(style.pad_y, kLeastPad);
  if (Stack(set.line_count, size, 100, kTightLeadingPercent) > width || length < UmOfSize(size)) return false;
  return !one_column || set.line_count == 1;
}

}  // namespace chohyo
