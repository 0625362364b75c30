// Positioned pages: what is drawn where, in micrometres from the paper's top left corner, y downwards.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/base/length.h"
#include "pipeline/layout/font.h"
#include "pipeline/model/finding.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// One glyph of a run and the text it stands for.
struct Glyph {
  GlyphId id = 0;
  Um x = 0;                       ///< from the run's start (downwards in vertical runs)
  Um y = 0;                       ///< away from the baseline, down; nearly always 0
  std::uint32_t text_begin = 0;   ///< bytes of TextRun::text that this glyph draws
  std::uint16_t text_length = 0;  ///< 0 for the later glyphs of a cluster
};

/// A stretch of text on one baseline in one font and size.
struct TextRun {
  FontIndex font = 0;
  CentiPoint size = 1050;
  Rgb rgb = kBlack;
  bool vertical = false;
  bool bold = false;    ///< drawn with a thin outline: the fonts have no bold cut
  bool italic = false;  ///< drawn slanted
  Um x = 0, y = 0;      ///< start of the baseline; in vertical runs the top of the column's centre line
  std::vector<Glyph> glyphs;
  std::string text;  ///< exactly the characters drawn, variation selectors included
  int cell = -1;     ///< index into the sheet's cells, -1 for footers and charts
};

/// A ruled line. Dotted lines are dots of their own width, dashed ones 2 mm strokes.
struct Stroke {
  Um x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  Um width = 0;
  Rgb rgb = kBlack;
  enum class Pattern : std::uint8_t { kSolid, kDotted, kDashed } pattern = Pattern::kSolid;
};

struct FilledBox {
  Um x = 0, y = 0, width = 0, height = 0;
  Rgb rgb = 0;
};

struct Page {
  Um width = 0, height = 0;
  int sheet = 0;                    ///< index into Document::sheets
  int first_row = 0, last_row = 0;  ///< rows of the sheet that stand here, without repeated ones
  std::vector<FilledBox> boxes;     ///< drawn first
  std::vector<Stroke> strokes;
  std::vector<TextRun> runs;
};

/// How one sheet was laid out: what XLSX needs to break at the same rows.
struct SheetLayout {
  std::vector<Um> row_heights;         ///< of every row, grown and filled
  std::vector<int> page_first_rows;    ///< first row of each page; a row split over pages comes several times
  std::vector<CentiPoint> cell_sizes;  ///< size each cell's text was set in, same order as Sheet::cells
};

struct Pages {
  std::vector<Page> pages;
  std::vector<SheetLayout> sheets;
  std::shared_ptr<const FontSet> fonts;
};

/// A layout finding before it knows its document: what happened to the text of a cell.
struct LayoutIssue {
  enum class Kind : std::uint8_t {
    kNoGlyph,       ///< no font has the character: drawn as 〓
    kSelectorLost,  ///< no font has the variant: the base was drawn
    kShrunk,        ///< set smaller than Sheet::reported_size
    kRowTooHigh,    ///< a row is higher than a page: it was split between lines, nothing is lost
  } kind = Kind::kNoGlyph;
  Origin origin;
  char32_t code_point = 0, selector = 0;
  std::string text;     ///< of the cell
  CentiPoint size = 0;  ///< for kShrunk
  int sheet = 0, cell = -1;
};

}  // namespace chohyo
