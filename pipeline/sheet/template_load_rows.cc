// Rows of tables: which columns their cells cover, and which of them repeat.
#include <algorithm>
#include <charconv>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr std::string_view kRepetitionKeys[] = {"each", "if", "at_least", "keep", "page_break"};
constexpr std::string_view kRowKeys[] = {"cells",  "height",  "band",     "hidden", "grows",
                                         "freeze", "borders", "style_if", "cond"};
constexpr std::string_view kGroupKeys[] = {"rows", "band"};
constexpr int kMostAtLeast = 10'000;
constexpr int kBlankRows = 5;

BandKind BandOf(const YamlNode& node) {
  constexpr std::string_view kNames[] = {"body", "heading", "detail", "subtotal", "footer"};
  const auto* found = std::find(std::begin(kNames), std::end(kNames), node.Text());
  if (found == std::end(kNames)) {
    node.Fail(Say("band は heading、detail、subtotal、footer、body のどれかです（今は「{}」）。",
                  "band is one of heading, detail, subtotal, footer, body (found \"{}\").", node.Text()));
  }
  return static_cast<BandKind>(found - std::begin(kNames));
}

/// `fill`, `2fill`: shares of spare height; 0 if the word is none.
int FillShares(std::string_view word) {
  if (word == "fill") return 1;
  int shares = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), shares);
  const bool understood = error == std::errc() && std::string_view(end, word.data() + word.size()) == "fill";
  return understood && shares >= 1 && shares <= 100 ? shares : 0;
}

int SpanOf(const YamlNode& node) {
  const YamlNode* span = node.IsMap() ? node.Find("span") : nullptr;
  if (span == nullptr || span->Text() == "*") return 1;
  const int columns = span->AsInt();
  if (columns < 1) span->Fail(Say("span は 1 以上です。", "span is at least 1."));
  return columns;
}

bool CoversRest(const YamlNode& node) {
  const YamlNode* span = node.IsMap() ? node.Find("span") : nullptr;
  return span != nullptr && span->Text() == "*";
}

bool Repeats(const YamlNode& node) { return node.IsMap() && node.Find("each") != nullptr; }

std::size_t NextFree(const std::vector<bool>& blocked, std::size_t from) {
  return static_cast<std::size_t>(std::find(blocked.begin() + static_cast<std::ptrdiff_t>(from), blocked.end(), false) -
                                  blocked.begin());
}

std::size_t NextBlocked(const std::vector<bool>& blocked, std::size_t from) {
  return static_cast<std::size_t>(std::find(blocked.begin() + static_cast<std::ptrdiff_t>(from), blocked.end(), true) -
                                  blocked.begin());
}

/// Columns that `span: "*"` covers: what the cells after it leave, up to the next column taken by a row above.
std::size_t RestOf(const std::vector<YamlNode>& items, std::size_t index, const std::vector<bool>& blocked,
                   std::size_t at) {
  std::size_t after = 0;
  for (std::size_t i = index + 1; i < items.size(); ++i) {
    if (CoversRest(items[i]) || Repeats(items[i])) {
      items[i].Fail(Say("span: \"*\" は一つの行に一度だけで、each とは一緒に使えません。",
                        "a row can have one span: \"*\", and none with each."));
    }
    after += static_cast<std::size_t>(SpanOf(items[i]));
  }
  const std::size_t end = NextBlocked(blocked, at);
  const auto begin = blocked.begin() + static_cast<std::ptrdiff_t>(std::min(at, blocked.size()));
  const auto free = static_cast<std::size_t>(std::count(begin, blocked.end(), false));
  return std::min(std::max(end, at + 1) - at, free > after ? free - after : 1);
}

/// Cells of one repetition: `cell: …` or `cells: […]`.
std::vector<const YamlNode*> RepeatedCells(const YamlNode& node) {
  std::vector<const YamlNode*> cells;
  if (const YamlNode* cell = node.Find("cell")) cells.push_back(cell);
  if (const YamlNode* list = node.Find("cells")) {
    for (const YamlNode& cell : list->Expect(YamlNode::Kind::kList).Items()) cells.push_back(&cell);
  }
  if (cells.empty()) {
    node.Fail(
        Say("each の繰り返す欄を cell か cells に書いてください。", "write the cells to repeat as cell or cells."));
  }
  return cells;
}

int RowsCovered(const YamlNode& node, int left_over) {
  const YamlNode* rows = node.IsMap() ? node.Find("rows") : nullptr;
  if (rows == nullptr) return 1;
  if (rows->Text() == "*") return left_over;
  const int count = rows->AsInt();
  if (count < 1) rows->Fail(Say("rows は 1 以上です。", "rows is at least 1."));
  if (count > left_over) {
    rows->Fail(Say("rows: {} は表（またはまとまり）の終わりを越えています。ここからは {} 行です。",
                   "rows: {} reaches beyond the end of the table or group; from here on it has {}.", count, left_over));
  }
  return count;
}

}  // namespace

void ApplyHeight(const YamlNode& node, RowSpec* row) {
  row->height = 0;
  for (const std::string_view word : Split(node.Text(), ' ')) {
    if (const int shares = FillShares(word)) {
      row->fill = shares;
      continue;
    }
    const auto length = ParseLength(word);
    if (!length || *length > 1'200'000) {
      node.Fail(Say("高さ「{}」が読めません。9mm、fill、2fill、「fill 40mm」のように書いてください。",
                    "height \"{}\" is not understood; write 9mm, fill, 2fill or \"fill 40mm\".", node.Text()));
    }
    row->height = *length;
  }
}

std::vector<Node> SheetLoader::LoadRows(const YamlNode& list, const RowsContext& context,
                                        const std::vector<bool>& blocked) {
  const auto& items = list.Expect(YamlNode::Kind::kList).Items();
  std::vector<Node> nodes;
  std::vector<std::size_t> free_from(static_cast<std::size_t>(context.columns), 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::vector<bool> taken = blocked;
    for (std::size_t c = 0; c < taken.size(); ++c) taken[c] = taken[c] || free_from[c] > i;
    nodes.push_back(LoadRowEntry(items[i], context, taken, static_cast<int>(items.size() - i)));
    if (nodes.back().kind != Node::Kind::kRow) continue;
    for (const CellRun& run : nodes.back().row->runs) {
      if (run.each) continue;
      const CellSpec& cell = run.cells[0];
      for (int c = cell.first; c < cell.first + cell.span; ++c) {
        free_from[static_cast<std::size_t>(c)] = i + static_cast<std::size_t>(cell.rows);
      }
    }
  }
  return nodes;
}

Node SheetLoader::LoadRowEntry(const YamlNode& node, RowsContext context, const std::vector<bool>& blocked,
                               int left_over) {
  if (node.IsList()) return LoadRow(node, std::move(context), blocked, left_over);
  if (!node.IsMap()) {
    node.Fail(Say("行は欄の並び [欄, 欄, …] か、{{cells: […]}}、{{rows: […]}} です。",
                  "a row is a list of cells [cell, cell, …], {{cells: […]}} or {{rows: […]}}."));
  }
  Node head;
  LoadRepetition(node, &head);
  const bool looped = head.each.has_value();
  Node out = node.Find("rows") != nullptr ? LoadRowGroup(node, std::move(context), blocked)
                                          : LoadRow(node, std::move(context), blocked, looped ? 1 : left_over);
  if (looped) compiler_.LeaveLoop();
  out.each = std::move(head.each);
  out.condition = std::move(head.condition);
  out.at_least = head.at_least;
  out.keep = head.keep;
  out.break_before = head.break_before;
  out.blank_rows = out.kind == Node::Kind::kRow ? kBlankRows : 1;
  return out;
}

/// `each`, `if`, `at_least`, `keep`, `page_break`. Enters the loop; the caller leaves it.
void SheetLoader::LoadRepetition(const YamlNode& node, Node* out) {
  if (const YamlNode* each = node.Find("each")) out->each = compiler_.EnterLoop(SourceOf(*each));
  if (const YamlNode* condition = node.Find("if")) out->condition = ConditionOf(*condition);
  out->keep = node.BoolOr("keep", false);
  out->break_before = node.BoolOr("page_break", false);
  const YamlNode* at_least = node.Find("at_least");
  if (at_least == nullptr) return;
  out->at_least = at_least->AsInt();
  if (!out->each) {
    at_least->Fail(Say("at_least は each のある行だけに書けます。", "at_least is for rows with each."));
  }
  if (out->at_least < 0 || out->at_least > kMostAtLeast) {
    at_least->Fail(Say("at_least は {} までです。", "at_least is at most {}.", kMostAtLeast));
  }
}

Node SheetLoader::LoadRowGroup(const YamlNode& node, RowsContext context, const std::vector<bool>& blocked) {
  RefuseKeys(node, {kRepetitionKeys, kGroupKeys, kLookKeys});
  ApplyLook(node, &context.look);
  if (const YamlNode* band = node.Find("band")) context.band = BandOf(*band);
  Node out;
  out.children = LoadRows(*node.Find("rows"), context, blocked);
  return out;
}

Node SheetLoader::LoadRow(const YamlNode& node, RowsContext context, const std::vector<bool>& blocked, int left_over) {
  Node out;
  out.kind = Node::Kind::kRow;
  out.row = std::make_unique<RowSpec>();
  out.row->place = PlaceOf(node);
  out.row->tracks = context.tracks;
  out.row->height = context.height;
  out.row->band = context.band;
  const YamlNode* cells = &node;
  if (node.IsMap()) {
    RefuseKeys(node, {kRepetitionKeys, kRowKeys, kLookKeys});
    ApplyRowKeys(node, &context, out.row.get());
    cells = node.Find("cells");
    if (cells == nullptr) node.Fail(Say("行には cells か rows が必要です。", "a row needs cells or rows."));
  }
  const bool alone = out.row->band == BandKind::kHeading || out.row->hidden || out.row->freeze_columns >= 0;
  if (alone && beside_depth_ > 0) {
    node.Fail(Say("beside の中の行には band: heading、hidden、freeze を書けません（隣のブロックと行を分け合うため）。",
                  "rows inside of beside cannot have band: heading, hidden or freeze (they share rows with their "
                  "neighbours)."));
  }
  LoadCells(cells->Expect(YamlNode::Kind::kList), context, blocked, left_over, out.row.get());
  for (const CellRun& run : out.row->runs) {
    const int turns = run.each ? (run.last - run.first) / run.width : 1;
    out.row->cell_count += turns * static_cast<int>(run.cells.size());
  }
  return out;
}

void SheetLoader::ApplyRowKeys(const YamlNode& node, RowsContext* context, RowSpec* row) {
  ApplyLook(node, &context->look);
  if (const YamlNode* height = node.Find("height")) ApplyHeight(*height, row);
  if (const YamlNode* band = node.Find("band")) row->band = BandOf(*band);
  row->hidden = node.BoolOr("hidden", false);
  row->grows = node.BoolOr("grows", true);
  if (const YamlNode* borders = node.Find("borders")) context->borders = BordersOf(*borders);
  if (const YamlNode* style_if = node.Find("style_if")) context->style_if.push_back(style_if);
  if (const YamlNode* cond = node.Find("cond")) context->cond.push_back(cond);
  const YamlNode* freeze = node.Find("freeze");
  if (freeze == nullptr || freeze->Text() == "false") return;
  row->freeze_columns = freeze->Text() == "true" ? 0 : freeze->AsInt();
  if (row->freeze_columns < 0 || row->freeze_columns >= context->columns) {
    freeze->Fail(Say("freeze は true か、固定する列の数（{} 未満）です。",
                     "freeze is true or the number of columns to freeze (below {}).", context->columns));
  }
  UseBoundary(context->tracks, row->freeze_columns);
}

/// Places cells from the left, skipping columns that cells of rows above cover. Repeated cells take the stretch that
/// the cells after them leave.
void SheetLoader::LoadCells(const YamlNode& cells, const RowsContext& context, std::vector<bool> blocked, int left_over,
                            RowSpec* row) {
  const auto& items = cells.Items();
  const auto columns = static_cast<std::size_t>(context.columns);
  std::size_t at = NextFree(blocked, 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const YamlNode& item = items[i];
    if (item.IsList()) item.Fail(Say("欄の中に並びは書けません。", "a cell cannot be a list."));
    if (Repeats(item)) {
      int after = 0;
      for (std::size_t j = i + 1; j < items.size(); ++j) {
        if (Repeats(items[j])) {
          items[j].Fail(Say("繰り返す欄は一つの行に一か所だけです。", "a row can have one stretch of repeated cells."));
        }
        after += SpanOf(items[j]);
      }
      row->runs.push_back(LoadRepeatedCells(item, context, blocked, static_cast<int>(at), after));
      at = NextFree(blocked, static_cast<std::size_t>(row->runs.back().last));
      continue;
    }
    const std::size_t end = NextBlocked(blocked, at);
    const std::size_t span = CoversRest(item) ? RestOf(items, i, blocked, at) : static_cast<std::size_t>(SpanOf(item));
    if (at + span > columns) {
      item.Fail(Say("この欄は表の右端を越えます。表は {} 列、ここまでで {} 列を使っています。",
                    "this cell reaches beyond the table's right edge: it has {} columns, and {} are used so far.",
                    columns, std::min(at, columns)));
    }
    if (at + span > end) {
      item.Fail(Say("この欄は上の行から下りてきた欄（rows）と重なります。",
                    "this cell overlaps one that reaches down from a row above (rows)."));
    }
    CellRun run;
    run.place = PlaceOf(item);
    run.cells.push_back(LoadCell(item, context, static_cast<int>(at), static_cast<int>(span)));
    run.cells[0].rows = RowsCovered(item, left_over);
    UseBoundary(context.tracks, static_cast<int>(at));
    UseBoundary(context.tracks, static_cast<int>(at + span));
    row->runs.push_back(std::move(run));
    at = NextFree(blocked, at + span);
  }
  if (context.complete && at < columns) {
    cells.Fail(
        Say("この行は {} 列分しかありません（表は {} 列）。span を直すか、最後の欄に span: \"*\" を書いてください。",
            "this row fills {} columns of the table's {}; correct a span, or give the last cell span: \"*\".", at,
            columns));
  }
}

CellRun SheetLoader::LoadRepeatedCells(const YamlNode& node, const RowsContext& context,
                                       const std::vector<bool>& blocked, int begin, int after) {
  constexpr std::string_view kKeys[] = {"each", "cell", "cells"};
  RefuseKeys(node, {kKeys});
  CellRun run;
  run.place = PlaceOf(node);
  run.first = begin;
  const auto cells = RepeatedCells(node);
  run.width = 0;
  for (const YamlNode* cell : cells) run.width += SpanOf(*cell);
  run.last = context.columns;
  for (int left = after; run.last > begin && left > 0; --run.last) {
    left -= blocked[static_cast<std::size_t>(run.last - 1)] ? 0 : 1;
  }
  while (run.last > begin && blocked[static_cast<std::size_t>(run.last - 1)]) --run.last;
  const int room = run.last - run.first;
  if (room < run.width || room % run.width != 0 ||
      NextBlocked(blocked, static_cast<std::size_t>(begin)) < static_cast<std::size_t>(run.last)) {
    node.Fail(Say("繰り返す欄に残る列は {} 列で、一回に {} 列使います。割り切れるようにしてください。",
                  "the repeated cells have {} columns left and take {} each time; make them fit.", room, run.width));
  }
  run.each = compiler_.EnterLoop(SourceOf(*node.Find("each")));
  for (int at = 0; const YamlNode* cell : cells) {
    const int span = SpanOf(*cell);
    RowsCovered(*cell, 1);
    run.cells.push_back(LoadCell(*cell, context, at, span));
    at += span;
  }
  // Widths are checked on the first repetition; the cells themselves count from where theirs begins.
  compiler_.LeaveLoop();
  for (int c = run.first; c <= run.last; ++c) {
    const int within = (c - run.first) % run.width;
    for (const CellSpec& cell : run.cells) {
      if (cell.first == within) UseBoundary(context.tracks, c);
    }
  }
  UseBoundary(context.tracks, run.last);
  return run;
}

}  // namespace chohyo
