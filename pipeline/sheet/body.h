// A template after compiling: rows and groups of rows on the columns of their blocks, styles and boundaries interned,
// texts and conditions parsed. Filling only walks this tree.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/sheet/expression.h"
#include "pipeline/sheet/office_form.h"
#include "pipeline/sheet/sheet.h"
#include "pipeline/sheet/template.h"
#include "pipeline/sheet/tracks.h"

namespace chohyo {

/// Edges a cell asks for itself, against what its table draws.
struct Borders {
  std::optional<LineStyle> top, right, bottom, left;
  friend bool operator==(const Borders&, const Borders&) = default;
};

/// `[id]`, `[id*]`, `Sheet![id*]`
struct CellReference {
  std::string id;
  std::string sheet;  ///< "" = the formula's own
  bool all = false;   ///< `*`
  int index = -1;     ///< of the id on the formula's own sheet
  int depth = 0;      ///< the innermost `each` around the formula that has such cells, counted from outside; 0 = none
  Place place;
};

/// A formula: literals and references by turns.
struct Formula {
  struct Piece {
    std::string literal;  ///< comes first
    std::optional<CellReference> reference;
  };
  std::vector<Piece> pieces;
};

/// `cond`: a conditional format of Excel, and what it means for the data.
struct ConditionalSpec {
  Formula formula;
  Condition when;
  std::optional<Rgb> fill_rgb, text_rgb;
  bool bold = false;
};

/// `checks`
struct Checks {
  std::vector<std::string> choices, labels;  ///< equally many
  Path chosen;
  bool across = false;
};

/// How a cell's alignment is chosen where the template does not say: by the type of its value.
enum class AlignBy : std::uint8_t { kText, kNumber, kDate };
constexpr int kAlignments = 3;

struct CellSpec {
  int first = 0;  ///< column of the block; in repetitions counted from where one begins
  int span = 1;
  int rows = 1;  ///< covered: its own and so many more entries of the list of rows it is in
  Text text;
  std::string format;  ///< of a single placeholder that names none
  /// Index of the style for alignment a and the set m of style cases that apply: [a * 2^cases + m].
  std::vector<int> styles;
  std::vector<Condition> style_cases;
  std::vector<int> conditional;  ///< indices into SheetBody::conditional
  std::unique_ptr<Checks> checks;
  std::unique_ptr<Formula> formula;
  std::optional<Condition> shown_if;
  std::optional<Condition> diagonal_if;
  bool diagonal = false;
  int borders = -1;  ///< index into SheetBody::borders
  LineStyle inner = LineStyle::kNone;
  int choices = -1;
  int id = -1;                     ///< index into SheetBody::ids
  std::unique_ptr<FormCell> form;  ///< of an office's own form
  Place place;
};

/// A cell, or cells repeated over a stretch of the row's columns and filled up with blank ones to its end.
struct CellRun {
  std::optional<Loop> each;
  int first = 0, last = 0;  ///< of repetitions: columns of the stretch, the last not included
  int width = 1;            ///< of repetitions: columns that one takes
  std::vector<CellSpec> cells;
  Place place;
};

struct RowSpec {
  Um height = 0;
  bool grows = true;
  int fill = 0;
  BandKind band = BandKind::kBody;
  bool hidden = false;
  int freeze_columns = -1;  ///< >= 0: panes are frozen below this row, and right of so many of its columns
  int tracks = 0;           ///< index into SheetBody::boundaries
  int source_row = -1;      ///< of an office's own form: the row there
  std::vector<PlaceEdges> edges;
  std::vector<CellRun> runs;
  int cell_count = 0;
  Place place;
};

struct ChartSpec {
  struct Series {
    Text name;
    CellReference values;
    Rgb rgb = 0;
  };
  ChartKind kind = ChartKind::kColumn;
  Text title, x_title, y_title, alt_text;
  CellReference categories;
  std::vector<Series> series;
  std::string number_format;
};

/// 決裁欄: the boxes of the configuration, at the right of their region.
struct ApprovalSpec {
  int tracks = 0;  ///< its boundaries depend on the number of boxes
  Region region;
  Text name, date;  ///< inside the last box
  int head_style = 0, body_style = 0;
  Um head_height = 0, body_height = 0;
};

/// A row, or rows that repeat, vanish or stay together.
struct Node {
  enum class Kind : std::uint8_t { kRow, kGroup, kBeside, kApproval };
  Kind kind = Kind::kGroup;
  std::optional<Loop> each;
  std::optional<Condition> condition;
  int at_least = 0;
  int blank_rows = 1;  ///< repetitions on a blank form where at_least says nothing
  bool keep = false;
  bool break_before = false;
  std::unique_ptr<RowSpec> row;
  std::unique_ptr<ChartSpec> chart;  ///< over the row
  std::unique_ptr<ApprovalSpec> approval;
  std::vector<Node> children;  ///< of kBeside: a group for each column
  // Of tables: the frame around, over the table's region.
  std::optional<LineStyle> outer;
  int tracks = 0;
};

/// One worksheet, or with `each` one for every element of a list, or for so many of them.
struct SheetBody {
  Text name;
  std::string reference_name;  ///< as formulas and charts call it
  std::optional<Condition> condition;
  std::optional<Loop> each;
  int per = 0;     ///< elements for one sheet, which sees them as a list; 0 = one, seen as itself
  PageSetup page;  ///< without its headers and footers
  Text header_left, header_center, header_right;
  Text footer_left, footer_center, footer_right;
  CentiPoint smallest_size = 700, reported_size = 900;
  std::vector<CellStyle> styles;
  int note_style = 0;
  std::vector<Borders> borders;
  std::vector<std::vector<std::string>> choice_lists;
  std::vector<std::string> ids;  ///< of cells, and those that formulas ask for
  std::vector<bool> id_defined;  ///< a cell has it
  std::vector<ConditionalSpec> conditional;
  std::vector<BoundarySet> boundaries;
  std::vector<TrackGrid> grids;  ///< by number of approval boxes; a single one where there are none
  Node root;
  std::unique_ptr<OfficeForm> form;  ///< of an office's own Excel form
  Place place;
};

constexpr int kMostApprovalBoxes = 10;
constexpr int kMostRows = 1'000'000;

struct Template::Body {
  std::string file;
  TemplateHead head;
  std::vector<SheetBody> sheets;
  std::vector<std::string> placeholders;
  std::vector<PathUse> uses;
  int hint_count = 0;
  std::vector<TemplateNote> notes;
  std::vector<std::unique_ptr<const std::string>> sheet_names;  ///< that places of Excel forms point to
};

}  // namespace chohyo
