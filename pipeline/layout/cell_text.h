// How the text of each cell of a sheet is set: its size and its lines.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/layout/grid.h"
#include "pipeline/layout/paper_box.h"
#include "pipeline/layout/text_line.h"

namespace chohyo {

/// The text of one cell.
struct CellText {
  MeasuredText text;
  std::uint32_t first_line = 0, line_count = 0;  ///< places in SheetText::lines()
  CentiPoint size = 0;
  CentiPoint largest = 0;  ///< where fitting starts: the style's size, or less where a page must be saved
  GlyphSource* source = nullptr;
  bool vertical = false;  ///< set in columns; may be laid down though the style is vertical
  int rotation = 0;       ///< degrees counter-clockwise; may be laid down likewise
};

/// Distances between lines, in hundredths of the size: as set where there is room, and the least that is read well.
constexpr int kLeadingPercent = 135, kTightLeadingPercent = 125;
/// Height of a line that stands alone.
constexpr int kLinePercent = 125;
/// The least room between an edge and a line that stands alone, and between an edge and several lines.
constexpr Um kLeastPad = 250, kLeastBlockPad = 500;

/// The next smaller size to try: half a point less, at least `smallest`.
CentiPoint SmallerSize(CentiPoint size, CentiPoint smallest);

/// Glyph sources of all chains, by name.
using GlyphSources = std::map<std::string, std::unique_ptr<GlyphSource>, std::less<>>;

/// Sets the cells of a sheet. Sizes never leave [smallest, style's size].
class SheetText {
 public:
  SheetText(const Grid& grid, TextStore* store, LineBreaker* breaker);

  /// Measures all cells; `source_of` gives the glyphs for each style.
  void Measure(const std::vector<GlyphSource*>& source_of_style);

  CellText& cell(int index) { return cells_[static_cast<std::size_t>(index)]; }
  const CellText& cell(int index) const { return cells_[static_cast<std::size_t>(index)]; }
  const std::vector<Line>& lines() const { return lines_; }
  const TextStore& store() const { return *store_; }
  CentiPoint SmallestOf(int index) const;
  /// What could not be drawn, with the cell it stands in.
  struct Trouble {
    int cell;
    GlyphTrouble glyph;
  };
  const std::vector<Trouble>& troubles() const { return troubles_; }

  /// Sets a cell at its largest size without regard to height (but rather smaller than cutting a word).
  /// The height it takes with its padding.
  Um SetFreely(int index);
  /// Sets a cell as large as fits `height`; if even the smallest size does not, at that. True if it fits.
  bool SetWithin(int index, Um height);
  /// Sets a cell as large as fits `height` with the usual distances; one that does not fit is set at the smallest size.
  void SetAtEase(int index, Um height);
  /// The least height in which the columns of a vertical text fit at its smallest size; it is set so.
  Um SetShortestColumns(int index);
  /// Sets a turned text as large as fits `height` (and, turned by 90°, its width). True if it fits.
  bool SetTurned(int index, Um height);
  /// Sets a turned text at `size` on one line a paragraph. The height it takes with its padding.
  Um SetTurnedFreely(int index, CentiPoint size);
  /// The rectangle that the lines of a text take before they are turned.
  PaperBox BlockOf(int index) const;
  /// The upright rectangle around them when turned.
  PaperBox TurnedExtent(int index) const;
  /// Sets a vertical or turned text horizontally from now on: one that would need more than a page's height.
  void LayDown(int index);
  /// What the lines of a cell take at their size with its padding, well set.
  Um NaturalHeight(int index) const;

 private:
  const Cell& CellAt(int index) const { return grid_.sheet().cells[static_cast<std::size_t>(index)]; }
  const CellStyle& StyleAt(int index) const { return grid_.StyleOf(CellAt(index)); }
  void SetWidth(int index, CentiPoint size);
  void SetUnwrapped(int index, CentiPoint size);
  bool SetLines(int index, CentiPoint size, Um length);
  void SqueezeIntoWidth(int index);
  Um WidestLine(int index) const;
  bool FitsHeight(int index, Um height) const;
  template <typename Fits>
  void ShrinkUntil(int index, Fits fits);
  bool SetColumns(int index, Um height);
  bool TryTurned(int index, CentiPoint size, Um height);
  bool TryColumns(int index, CentiPoint size, Um height, bool one_column);

  const Grid& grid_;
  TextStore* store_;
  LineBreaker* breaker_;
  std::vector<CellText> cells_;
  std::vector<Line> lines_;
  std::vector<Trouble> troubles_;
};

}  // namespace chohyo
