// Lines → positioned runs of glyphs.
#pragma once

#include <string_view>
#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/layout/text_line.h"

namespace chohyo {

/// How runs look, whatever line they belong to.
struct RunLook {
  CentiPoint size = 0;
  Rgb rgb = kBlack;
  bool bold = false, italic = false;
  int cell = -1;
};

/// Where a line stands: the room it is aligned in and its baseline.
struct LineRoom {
  Um x = 0, width = 0;
  Um baseline = 0;
  HAlign align = HAlign::kLeft;
};

/// From where to where a line was drawn.
struct LineExtent {
  Um begin = 0, end = 0;
};

/// Appends the runs of a horizontal line, one for each change of font. `text` is what the clusters were measured of.
LineExtent AppendLine(std::string_view text, const TextStore& store, const Line& line, const RunLook& look,
                      const LineRoom& room, std::vector<TextRun>* runs);

/// Appends the runs of a column of vertical text whose centre line is `x`, from `top` down, `spread` over that much
/// additional height between its characters.
void AppendColumn(std::string_view text, const TextStore& store, const Line& line, const RunLook& look,
                  const GlyphSource& source, Um x, Um top, Um spread, std::vector<TextRun>* runs);

}  // namespace chohyo
