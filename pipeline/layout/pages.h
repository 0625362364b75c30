// Positioned pages: what is drawn where, in micrometres from the paper's top left corner, y downwards.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/length.h"
#include "pipeline/layout/font.h"
#include "pipeline/layout/image.h"
#include "pipeline/layout/paper_box.h"
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
  int rotation = 0;     ///< degrees counter-clockwise about (x, y), horizontal runs only
  Um x = 0, y = 0;      ///< start of the baseline; in vertical runs the top of the column's centre line
  std::vector<Glyph> glyphs;
  std::string text;  ///< exactly the characters drawn, variation selectors included
  int cell = -1;     ///< index into the sheet's cells, -1 for footers and charts
};

/// A ruled line. Dotted lines are dots of their own width, dashed ones 2 mm strokes; the other patterns are those of
/// Excel's borders.
struct Stroke {
  Um x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  Um width = 0;
  Rgb rgb = kBlack;
  enum class Pattern : std::uint8_t {
    kSolid,
    kDotted,
    kDashed,
    kDashDot,
    kDashDotDot,
    kLongDashed,
    kSlantDashDot
  } pattern = Pattern::kSolid;
};

struct FilledBox {
  Um x = 0, y = 0, width = 0, height = 0;
  Rgb rgb = 0;
};

/// A picture on the page; only what lies in `clip` is seen.
struct PlacedPicture {
  PaperBox box, clip;
  std::shared_ptr<const Image> image;
};

/// A figure of an office's own form, other than a straight line.
struct Figure {
  Shape::Kind kind = Shape::Kind::kRectangle;
  PaperBox box, clip;
  Um line_width = 0;  ///< 0 = none
  Stroke::Pattern pattern = Stroke::Pattern::kSolid;
  Rgb line_rgb = kBlack;
  std::optional<Rgb> fill_rgb;
};

struct Page {
  Um width = 0, height = 0;
  int sheet = 0;                          ///< index into Document::sheets
  int first_row = 0, last_row = 0;        ///< rows of the sheet that stand here, without repeated ones
  int first_column = 0, last_column = 0;  ///< columns likewise
  std::vector<FilledBox> boxes;           ///< drawn first
  std::vector<Stroke> strokes;
  std::vector<PlacedPicture> pictures;
  std::vector<Figure> figures;
  std::vector<TextRun> runs;
};

/// How one sheet was laid out: what XLSX needs to break at the same rows.
struct SheetLayout {
  std::vector<Um> row_heights;  ///< of every row, grown and filled
  /// First row of each page (of those side by side, of the first); a row split over pages comes several times.
  std::vector<int> page_first_rows;
  std::vector<int> page_first_columns;  ///< of the pages that stand side by side; none but the first: empty
  std::vector<CentiPoint> cell_sizes;   ///< size each cell's text was set in, same order as Sheet::cells
  int scale_percent = 100;              ///< at which all of the sheet is printed
  int page_count = 0;
  std::vector<std::shared_ptr<const Image>> images;  ///< of Sheet::pictures; nullptr: bytes that are no picture
  int first_page_number = 1;                         ///< as the sheet's first page says it
  int document_pages = 0;                            ///< of all sheets together
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
    kBadPicture,    ///< a picture's bytes are damaged or of another kind: an empty frame was drawn
    kShapes,        ///< figures and lines stand in the PDF only
    kNotInCp932,    ///< the CSV's encoding lacks the character: 〓 stands there
  } kind = Kind::kNoGlyph;
  Origin origin;
  char32_t code_point = 0, selector = 0;
  std::string text;     ///< of the cell
  CentiPoint size = 0;  ///< for kShrunk
  int sheet = 0, cell = -1;
  int row = -1, column = -1;  ///< for kBadPicture: where it stands; for kShapes the first
};

}  // namespace chohyo
