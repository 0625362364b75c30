// Text that stands in no cell: footers and charts.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/text_run.h"

namespace chohyo {

/// What setting text needs besides the text.
struct Typesetter {
  GlyphSource& source;
  TextStore& store;
  LineBreaker& breaker;
};

class FreeText {
 public:
  FreeText(std::string text, Typesetter setter);

  bool empty() const { return measured_.empty(); }
  /// Width on one line.
  Um WidthAt(CentiPoint size) const { return UmOfEm(measured_.width, size); }
  /// Height as one column of vertical text.
  Um ColumnHeightAt(CentiPoint size) const;
  /// The largest size from `size` down to `smallest`, by half points, at which one line fits `width`; else `smallest`.
  CentiPoint SizeFor(Um width, CentiPoint size, CentiPoint smallest) const;

  /// Height of the lines that a room of this width takes.
  Um BlockHeightAt(CentiPoint size, Um width);

  /// Draws the text in the room from `x` on, `width` wide, its em squares centred on the height `middle`; on several
  /// lines around it where one is not enough.
  void Draw(CentiPoint size, Rgb rgb, HAlign align, Um x, Um width, Um middle, std::vector<TextRun>* runs);
  /// Draws the text as one column of vertical text around `x`, centred on the height `middle`.
  void DrawColumn(CentiPoint size, Rgb rgb, Um x, Um middle, std::vector<TextRun>* runs);

 private:
  std::vector<Line> LinesIn(CentiPoint size, Um width);
  static Um BlockHeight(CentiPoint size, std::size_t lines);

  std::string text_;
  Typesetter setter_;
  MeasuredText measured_;
};

}  // namespace chohyo
