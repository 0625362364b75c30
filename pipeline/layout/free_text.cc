#include "pipeline/layout/free_text.h"

#include <algorithm>
#include <utility>

#include "pipeline/layout/cell_text.h"

namespace chohyo {

FreeText::FreeText(std::string text, Typesetter setter)
    : text_(std::move(text)), setter_(setter), measured_(MeasureText(text_, setter.source, &setter.store)) {}

CentiPoint FreeText::SizeFor(Um width, CentiPoint size, CentiPoint smallest) const {
  while (size > smallest && WidthAt(size) > width) size = SmallerSize(size, smallest);
  return size;
}

Um FreeText::ColumnHeightAt(CentiPoint size) const {
  return UmOfEm(MeasureVerticalText(text_, setter_.source, &setter_.store).width, size);
}

std::vector<Line> FreeText::LinesIn(CentiPoint size, Um width) {
  std::vector<Line> lines;
  if (!measured_.one_paragraph || WidthAt(size) > width) {
    MarkBreaks(text_, setter_.breaker, &setter_.store, &measured_);
  }
  BreakLines(setter_.store, measured_, EmOfUm(width, size), &lines);
  return lines;
}

Um FreeText::BlockHeight(CentiPoint size, std::size_t lines) {
  return UmOfSize(size) + static_cast<Um>(lines - 1) * (UmOfSize(size) * kTightLeadingPercent / 100);
}

Um FreeText::BlockHeightAt(CentiPoint size, Um width) { return BlockHeight(size, LinesIn(size, width).size()); }

void FreeText::Draw(CentiPoint size, Rgb rgb, HAlign align, Um x, Um width, Um middle, std::vector<TextRun>* runs) {
  const std::vector<Line> lines = LinesIn(size, width);
  const Um pitch = UmOfSize(size) * kTightLeadingPercent / 100;
  const Um top = middle - BlockHeight(size, lines.size()) / 2;
  LineRoom room{x, width, top + UmOfEm(setter_.source.baseline(), size), align};
  const RunLook look{size, rgb};
  for (const Line& line : lines) {
    AppendLine(text_, setter_.store, line, look, room, runs);
    room.baseline += pitch;
  }
}

void FreeText::DrawColumn(CentiPoint size, Rgb rgb, Um x, Um middle, std::vector<TextRun>* runs) {
  const MeasuredText column = MeasureVerticalText(text_, setter_.source, &setter_.store);
  std::vector<Line> lines;
  SetOneLine(setter_.store, column, &lines);
  const Um length = UmOfEm(lines.front().width, size);
  AppendColumn(text_, setter_.store, lines.front(), {size, rgb}, setter_.source, x, middle - length / 2, 0, runs);
}

}  // namespace chohyo
