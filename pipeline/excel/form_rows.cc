#include "pipeline/excel/form_rows.h"

#include <algorithm>
#include <variant>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/excel/foreign_syntax.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

using Kind = MarkerPiece::Kind;

const std::string* TextOf(const WorkbookCell& cell) { return std::get_if<std::string>(&cell.value); }

bool IsEmpty(const WorkbookCell* cell) {
  if (cell == nullptr || !cell->formula.empty()) return cell == nullptr;
  const std::string* text = TextOf(*cell);
  return text != nullptr ? text->empty() : std::holds_alternative<std::monostate>(cell->value);
}

/// First and last row of the form that a node stands for; first > last for none.
std::pair<int, int> SourceRows(const Node& node) {
  if (node.row != nullptr) return {node.row->source_row, node.row->source_row};
  std::pair<int, int> rows{1, 0};
  for (const Node& child : node.children) {
    const auto [first, last] = SourceRows(child);
    if (first > last) continue;
    rows = rows.first > rows.second ? std::pair(first, last)
                                    : std::pair(std::min(rows.first, first), std::max(rows.second, last));
  }
  return rows;
}

Scalar ScalarOf(const WorkbookValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* error = std::get_if<WorkbookError>(&value)) return error->code;
  return {};
}

Comparison Opposite(Comparison comparison) {
  switch (comparison) {
    case Comparison::kTrue: return Comparison::kFalse;
    case Comparison::kFalse: return Comparison::kTrue;
    case Comparison::kEqual: return Comparison::kUnequal;
    case Comparison::kUnequal: return Comparison::kEqual;
    case Comparison::kLess: return Comparison::kAtLeast;
    case Comparison::kAtLeast: return Comparison::kLess;
    case Comparison::kGreater: return Comparison::kAtMost;
    case Comparison::kAtMost: return Comparison::kGreater;
  }
  return comparison;
}

}  // namespace

Text ConstantText(Scalar value) {
  Text text;
  text.pieces.emplace_back();
  text.pieces.back().expression.emplace();
  text.pieces.back().expression->kind = Expression::Kind::kConstant;
  text.pieces.back().expression->constant = std::move(value);
  return text;
}

void FormRows::Read() {
  for (int row = 0; row < grid_.rows(); ++row) ReadRow(row);
  if (!open_.empty()) {
    FailAt(parts_.file, open_.back().place,
           open_.back().kind == Kind::kEach
               ? Say("{{{{#each}}}} に対する {{{{/each}}}} がありません。",
                     "{{{{#each}}}} is never closed by {{{{/each}}}}.")
               : Say("{{{{#if}}}} に対する {{{{/if}}}} がありません。", "{{{{#if}}}} is never closed by {{{{/if}}}}."));
  }
  CloseSpans(&body_.root.children);
}

void FormRows::ReadCellMarks(int row, int column, const std::string& text, RowMarks* marks) const {
  const std::vector<MarkerPiece> pieces = SplitMarkers(text);
  std::string rest;
  std::vector<Marker> own;
  for (const MarkerPiece& piece : pieces) {
    if (piece.kind == Kind::kText)
      rest += piece.text;
    else
      own.push_back({piece, PlaceAt(row, column)});
  }
  const bool whole_cell = own.size() == 2 && own[0].piece.kind == Kind::kIf && own[1].piece.kind == Kind::kEndIf;
  if (whole_cell) {
    marks->shown_if[column] = own[0].piece.text;
  } else {
    marks->markers.insert(marks->markers.end(), own.begin(), own.end());
  }
  marks->texts[column] = std::string(Trim(rest));
}

FormRows::RowMarks FormRows::MarksOf(int row) const {
  RowMarks marks;
  bool has_content = false;
  for (int column = 0; column < grid_.columns(); ++column) {
    const WorkbookCell* cell = grid_.At(row, column);
    if (IsEmpty(cell)) continue;
    const std::string* text = TextOf(*cell);
    const std::string plain = text != nullptr && cell->formula.empty() ? WithPlainBraces(*text) : std::string();
    if (!HasMarkers(plain)) {
      has_content = true;
      continue;
    }
    ReadCellMarks(row, column, plain, &marks);
    has_content = has_content || !marks.texts[column].empty() || marks.shown_if.count(column) != 0;
  }
  marks.vanishes = !marks.markers.empty() && !has_content;
  return marks;
}

void FormRows::ReadRow(int row) {
  const auto& breaks = grid_.sheet().page.row_breaks;
  break_next_ = break_next_ || (row > 0 && std::find(breaks.begin(), breaks.end(), row) != breaks.end());
  for (const NamedRegion& region : parts_.regions) {
    if (region.first_row == row) OpenMarker({{Kind::kEach, region.each}, PlaceAt(row, 0)});
  }
  const RowMarks marks = MarksOf(row);
  const auto opens = [](const Marker& marker) {
    return marker.piece.kind == Kind::kEach || marker.piece.kind == Kind::kIf || marker.piece.kind == Kind::kElse;
  };
  for (const Marker& marker : marks.markers) {
    if (marks.vanishes || opens(marker)) TakeMarker(marker);
  }
  if (!marks.vanishes) AddRow(row, marks);
  for (const Marker& marker : marks.markers) {
    if (!marks.vanishes && !opens(marker)) TakeMarker(marker);
  }
  for (const NamedRegion& region : parts_.regions) {
    if (region.last_row == row) CloseMarker({{Kind::kEndEach, {}}, PlaceAt(row, 0)});
  }
}

void FormRows::TakeMarker(const Marker& marker) {
  switch (marker.piece.kind) {
    case Kind::kEach:
    case Kind::kIf: return OpenMarker(marker);
    case Kind::kElse: return Negate(marker);
    case Kind::kEndEach:
    case Kind::kEndIf: return CloseMarker(marker);
    case Kind::kText: return;
  }
}

void FormRows::OpenMarker(const Marker& marker) {
  Open open;
  open.kind = marker.piece.kind;
  open.place = marker.place;
  open.condition = marker.piece.text;
  if (open.kind == Kind::kEach) {
    open.node.each = language_.EnterLoop(marker.piece.text, marker.place, &open.node.condition);
  } else {
    open.node.condition = language_.CompileCondition(marker.piece.text, marker.place);
  }
  open_.push_back(std::move(open));
}

void FormRows::CloseMarker(const Marker& marker) {
  const bool each = marker.piece.kind == Kind::kEndEach;
  const bool fits = !open_.empty() && (open_.back().kind == Kind::kEach) == each;
  if (!fits) {
    FailAt(parts_.file, marker.place,
           each ? Say("ここで閉じる {{{{#each}}}} がありません（{{{{#if}}}} と互い違いになっていませんか）。",
                      "there is no {{{{#each}}}} to be closed here (does it cross an {{{{#if}}}}?).")
                : Say("ここで閉じる {{{{#if}}}} がありません（{{{{#each}}}} と互い違いになっていませんか）。",
                      "there is no {{{{#if}}}} to be closed here (does it cross an {{{{#each}}}}?)."));
  }
  Open open = std::move(open_.back());
  open_.pop_back();
  if (each) language_.LeaveLoop();
  Nodes().push_back(std::move(open.node));
}

/// {{else}}: what was open ends, and its opposite begins.
void FormRows::Negate(const Marker& marker) {
  const std::string condition = open_.empty() ? std::string() : open_.back().condition;
  CloseMarker({{Kind::kEndIf, {}}, marker.place});
  OpenMarker({{Kind::kIf, condition}, marker.place});
  Condition& own = *open_.back().node.condition;
  if (own.alternatives.size() == 1 && own.alternatives[0].size() == 1) {
    Test& test = own.alternatives[0][0];
    test.comparison = Opposite(test.comparison);
    return;
  }
  FailAt(parts_.file, marker.place,
         Say("and や or のある条件には {{{{else}}}} を書けません。反対の条件の {{{{#if}}}} を書いてください。",
             "a condition with and / or cannot have {{{{else}}}}; write an {{{{#if}}}} of the opposite."));
}

/// The height as stored; rows that Excel fits to their text are at least as high as their largest font needs.
Um FormRows::HeightOf(int row, bool* grows) const {
  const WorkbookSheet& sheet = grid_.sheet();
  const auto stored = sheet.rows.find(row);
  const Um height =
      stored != sheet.rows.end() && stored->second.height > 0 ? stored->second.height : sheet.default_row_height;
  *grows = false;
  if (stored != sheet.rows.end() && stored->second.custom) return height;
  const bool fitted = stored != sheet.rows.end() && stored->second.stated;
  CentiPoint largest = 0;
  for (int column = 0; column < grid_.columns(); ++column) {
    const WorkbookCell* cell = grid_.At(row, column);
    if (IsEmpty(cell) || grid_.MergeAt(row, column) != nullptr) continue;
    const WorkbookFormat& look = grid_.LookAt(row, column);
    largest = std::max(largest, look.font.size);
    const std::string* text = TextOf(*cell);
    const bool filled = text != nullptr && text->find("{{") != std::string::npos;
    *grows = *grows || (look.wrap && (filled || !fitted));
  }
  if (fitted || largest <= parts_.book.default_font.size) return height;
  const double ratio = static_cast<double>(sheet.default_row_height) / std::max(parts_.book.default_font.size, 100);
  return std::max(height, static_cast<Um>(largest * ratio));
}

void FormRows::AddRow(int row, const RowMarks& marks) {
  const WorkbookSheet& sheet = grid_.sheet();
  Node node;
  node.kind = Node::Kind::kRow;
  node.break_before = std::exchange(break_next_, false);
  node.row = std::make_unique<RowSpec>();
  RowSpec& spec = *node.row;
  spec.height = HeightOf(row, &spec.grows);
  const auto stored = sheet.rows.find(row);
  spec.hidden = stored != sheet.rows.end() && stored->second.hidden;
  spec.source_row = row;
  spec.place = PlaceAt(row, 0);
  spec.edges = grid_.EdgesOf(row);
  for (int column = 0; column < grid_.columns(); ++column) {
    const bool has_choices = parts_.choices.count({row, column}) != 0;
    const WorkbookRange* merge = grid_.MergeAt(row, column);
    const bool covered = merge != nullptr && (merge->first_row != row || merge->first_column != column);
    if (covered || (!grid_.IsWorthACell(row, column) && !has_choices)) continue;
    CellRun run;
    run.place = PlaceAt(row, column);
    run.cells.push_back(MakeCell(row, column, marks));
    spec.runs.push_back(std::move(run));
  }
  spec.cell_count = static_cast<int>(spec.runs.size());
  Nodes().push_back(std::move(node));
}

CellSpec FormRows::MakeCell(int row, int column, const RowMarks& marks) {
  CellSpec spec;
  spec.first = column;
  spec.place = PlaceAt(row, column);
  CellUse use;
  if (const WorkbookRange* merge = grid_.MergeAt(row, column)) {
    spec.span = merge->last_column - merge->first_column + 1;
    spec.rows = merge->last_row;  // until CloseSpans knows how many entries of the list that is
    use.merged = true;
  } else {
    spec.rows = row;
  }
  const WorkbookCell* cell = grid_.At(row, column);
  if (cell != nullptr) FillContent(*cell, marks, &use, &spec);
  SetFormCell(cell, row, column, &spec);
  const auto choices = parts_.choices.find({row, column});
  if (choices != parts_.choices.end()) spec.choices = choices->second;
  const WorkbookFont* font = cell != nullptr && !cell->runs.empty() ? FontOfRuns(*cell) : nullptr;
  spec.styles = styles_.StylesOf(grid_.FormatAt(row, column), use, font, row, column);
  spec.format = body_.styles[static_cast<std::size_t>(spec.styles[0])].format;
  return spec;
}

void FormRows::SetFormCell(const WorkbookCell* cell, int row, int column, CellSpec* spec) {
  const WorkbookBorder& border = grid_.LookAt(row, column).border;
  const Edge diagonal = EdgeOf(border.diagonal);
  const bool crossed = diagonal.style != LineStyle::kNone && (border.diagonal_down || border.diagonal_up);
  const bool computed = cell != nullptr && !cell->formula.empty();
  if (!crossed && !computed) return;
  spec->form = std::make_unique<FormCell>();
  if (computed) spec->form->formula = cell->formula;
  if (crossed && border.diagonal_down) spec->form->diagonal_down = diagonal;
  if (crossed && border.diagonal_up) spec->form->diagonal_up = diagonal;
}

void FormRows::FillContent(const WorkbookCell& cell, const RowMarks& marks, CellUse* use, CellSpec* spec) {
  if (!cell.formula.empty()) {
    use->content = CellUse::Content::kFormula;
    spec->text = ConstantText(ScalarOf(cell.value));
    if (cell.formula.find("{{") != std::string::npos) {
      notes_.Warn(
          cell.row, cell.column,
          Say("式の中の {{{{ }}}} は埋めません。値を入れるセルを別に設けて、式からそのセルを参照してください。",
              "placeholders inside a formula are not filled; put the value into a cell of its own and refer to it."));
    }
    return;
  }
  const std::string* text = TextOf(cell);
  if (text == nullptr) {
    if (!std::holds_alternative<std::monostate>(cell.value)) {
      use->content = CellUse::Content::kConstant;
      FillConstant(cell, spec);
    }
    return;
  }
  const auto marked = marks.texts.find(cell.column);
  const auto shown_if = marks.shown_if.find(cell.column);
  if (shown_if != marks.shown_if.end()) spec->shown_if = language_.CompileCondition(shown_if->second, spec->place);
  FillText(cell, marked != marks.texts.end() ? marked->second : WithPlainBraces(*text), use, spec);
}

void FormRows::FillConstant(const WorkbookCell& cell, CellSpec* spec) {
  const auto* number = std::get_if<double>(&cell.value);
  if (number != nullptr && *number == 0 && !grid_.sheet().show_zeros) {
    notes_.Add(cell.row, cell.column,
               Say("ゼロを表示しない設定なので、この 0 は印字しません。",
                   "zeros are not shown on this sheet, so this 0 is left out."));
    return;
  }
  spec->text = ConstantText(ScalarOf(cell.value));
}

void FormRows::FillText(const WorkbookCell& cell, std::string text, CellUse* use, CellSpec* spec) {
  if (text.empty()) return;
  NoteRuns(cell);
  const WorkbookFormat& look = grid_.LookAt(cell.row, cell.column);
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  if (text.find("{{") != std::string::npos) {
    use->content = CellUse::Content::kPlaceholder;
    spec->text = language_.CompileText(text, spec->place);
    if (spec->text.IsSingle()) use->format = spec->text.pieces[0].expression->format;
    return;
  }
  if (const auto warning = ForeignSyntaxIn(text)) notes_.Warn(cell.row, cell.column, *warning);
  use->content = CellUse::Content::kConstant;
  const bool dressed = look.number_code.find('@') != std::string::npos && look.number_code != "@";
  if (dressed) {
    spec->text = ConstantText(text);
  } else {
    spec->text.pieces.push_back({std::move(text), std::nullopt});
  }
}

void FormRows::NoteRuns(const WorkbookCell& cell) {
  if (cell.runs.size() < 2) return;
  notes_.Add(cell.row, cell.column,
             Say("文字ごとに違う書体・大きさ・色は、いちばん長い部分のものにそろえます。",
                 "looks that change inside the text become that of its longest part."));
}

/// Turns the last rows of merges into counts of entries of their lists.
void FormRows::CloseSpans(std::vector<Node>* nodes) {
  for (std::size_t i = 0; i < nodes->size(); ++i) {
    Node& node = (*nodes)[i];
    CloseSpans(&node.children);
    if (node.row == nullptr) continue;
    for (CellRun& run : node.row->runs) {
      CellSpec& spec = run.cells[0];
      const int last_row = spec.rows;
      spec.rows = 1;
      int reached = node.row->source_row;
      for (std::size_t next = i + 1; next < nodes->size() && reached < last_row; ++next) {
        const auto [first, last] = SourceRows((*nodes)[next]);
        if (first <= last && first > last_row) break;
        ++spec.rows;
        reached = std::max(reached, last);
      }
      const bool cut = reached < last_row && i + static_cast<std::size_t>(spec.rows) == nodes->size() &&
                       nodes != &body_.root.children;
      if (!cut) continue;
      notes_.Add(node.row->source_row, spec.first,
                 Say("結合が繰り返しの外へ出ているので、繰り返す行の中だけを結合します。",
                     "the merge reaches out of the repeated rows; it is cut at their end."));
    }
  }
}

}  // namespace chohyo
