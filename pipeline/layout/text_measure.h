// Text → clusters: the smallest pieces of text that are set as one, each with its glyphs and width.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/base/unicode.h"
#include "pipeline/layout/em.h"
#include "pipeline/layout/font.h"
#include "pipeline/layout/glyph_source.h"

namespace chohyo {

/// A character with its selector and combining marks. Lines never break inside one.
struct Cluster {
  std::uint32_t begin = 0;   ///< bytes of the text
  std::uint16_t length = 0;  ///< 0 after a pair of digits' first: it stands beside it
  FontIndex font = 0;
  GlyphId glyph = 0;         ///< or, if shaped, the first of `glyph_count` places in TextStore::shaped
  std::int32_t advance = 0;  ///< EmUnits, along the line
  std::uint8_t glyph_count = 1;
  std::uint8_t flags = 0;

  enum Flag : std::uint8_t {
    kShaped = 1,
    kSpace = 2,
    kNewline = 4,
    kBreakAfter = 8,
    kSquare = 16,
    kRightToLeft = 32,
    kReplaced = 64,  ///< a tab (shown as a space) or a byte that is no UTF-8 (shown as U+FFFD)
    kPaired = 128,   ///< in vertical text: this digit and the next stand side by side
  };
  bool Is(Flag flag) const { return (flags & flag) != 0; }
};

/// A glyph of a shaped cluster, from the cluster's start on the baseline.
struct ShapedGlyph {
  GlyphId glyph = 0;
  std::int32_t x = 0, y = 0;  ///< EmUnits; y down
};

/// A character that could not be drawn as it is.
struct GlyphTrouble {
  char32_t code_point = 0, selector = 0;
  bool selector_lost = false;  ///< else there is no glyph at all
};

/// Where the clusters of many texts live; cleared from document to document, its memory kept.
struct TextStore {
  std::vector<Cluster> clusters;
  std::vector<ShapedGlyph> shaped;
  std::vector<GlyphTrouble> troubles;
  void Clear();
};

/// A text that was measured: its clusters [begin, end) in the store.
struct MeasuredText {
  std::uint32_t begin = 0, end = 0;
  EmUnits width = 0;  ///< of all of it on one line
  bool one_paragraph = true;
  bool breaks_known = false;
  bool empty() const { return begin == end; }
};

/// Measures a text for horizontal lines.
MeasuredText MeasureText(std::string_view text, GlyphSource& source, TextStore* store);

/// The same for vertical columns: every character stands upright on its square, two digits side by side.
MeasuredText MeasureVerticalText(std::string_view text, GlyphSource& source, TextStore* store);

/// Turns the line breaks of a vertical text into spaces, for cells too narrow for a column to each paragraph.
void JoinParagraphs(GlyphSource& source, TextStore* store, MeasuredText* measured);

/// Marks after which clusters a line may end (禁則 by `breaker`). Does nothing the second time.
void MarkBreaks(std::string_view text, LineBreaker& breaker, TextStore* store, MeasuredText* measured);

}  // namespace chohyo
