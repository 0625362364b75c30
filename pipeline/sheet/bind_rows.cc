// Walks the compiled rows: repetitions, conditions, bands and spans over rows.
#include <algorithm>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/sheet/bind.h"

namespace chohyo {
namespace {

constexpr Um kNoteHeight = 8000;
constexpr std::size_t kMostPlaces = 40'000'000;
constexpr std::size_t kMostCells = 3'000'000;
constexpr std::size_t kMostTurns = 2'000'000;

}  // namespace

void RowBinder::Bind() {
  draft_.marks.resize(draft_.body->ids.size());
  if (!options_.note.empty()) BindNote();
  BindList(draft_.body->root.children);
  draft_.scopes[0].end_cell = static_cast<int>(sheet_.cells.size());
  draft_.scopes[0].end_row = row_count();
}

void RowBinder::BindNote() {
  const int row = AddPlainRow(kNoteHeight);
  AddPlainCell(row, 0, sheet_.column_count(), draft_.body->note_style, options_.note, LineStyle::kMedium);
}

void RowBinder::BindList(const std::vector<Node>& nodes) {
  const std::size_t base = open_spans_.size();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    BindNode(nodes[i], i);
    if (open_spans_.size() > base) CloseSpans(base, i);
  }
}

void RowBinder::CloseSpans(std::size_t base, std::size_t done) {
  std::size_t kept = base;
  for (std::size_t i = base; i < open_spans_.size(); ++i) {
    if (open_spans_[i].last_entry > done) {
      open_spans_[kept++] = open_spans_[i];
      continue;
    }
    Cell& cell = sheet_.cells[static_cast<std::size_t>(open_spans_[i].cell)];
    cell.row_span = row_count() - cell.row;
  }
  open_spans_.resize(kept);
}

void RowBinder::BindNode(const Node& node, std::size_t entry) {
  if (node.each) return BindLoop(node, entry);
  if (node.condition && !values_.Holds(*node.condition)) return;
  BindOnce(node, entry);
}

void RowBinder::BindLoop(const Node& node, std::size_t entry) {
  Value scratch;
  const ValueList* list = values_.List(node.each->path, &scratch);
  std::vector<const Value*> shown;
  if (list != nullptr) {
    shown.reserve(list->size());
    for (const Value& element : *list) {
      values_.Push({&element, static_cast<int>(shown.size()) + 1, static_cast<int>(list->size())});
      if (!node.condition || values_.Holds(*node.condition)) shown.push_back(&element);
      values_.Pop();
    }
  }
  int least = node.at_least;
  if (values_.blank() && (list == nullptr || list->empty()) && least == 0) least = node.blank_rows;
  const int turns = std::max(static_cast<int>(shown.size()), least);
  if (node.row != nullptr) ReserveRows(*node.row, turns);
  int previous = -1;
  for (int turn = 0; turn < turns; ++turn) {
    const auto index = static_cast<std::size_t>(turn);
    previous = BindTurn(node, entry, {index < shown.size() ? shown[index] : nullptr, turn + 1, turns}, previous);
  }
}

/// Room for the cells of repeated rows at once: moving them while they grow in number costs as much as filling them.
void RowBinder::ReserveRows(const RowSpec& spec, int turns) {
  const std::size_t added = static_cast<std::size_t>(turns) * static_cast<std::size_t>(spec.cell_count);
  const std::size_t needed = std::min(sheet_.cells.size() + added, kMostCells);
  if (needed <= sheet_.cells.capacity()) return;
  sheet_.cells.reserve(std::max(needed, 2 * sheet_.cells.capacity()));
  draft_.claims.reserve(sheet_.cells.capacity());
}

int RowBinder::BindTurn(const Node& node, std::size_t entry, const LoopFrame& frame, int previous) {
  if (draft_.scopes.size() > kMostTurns) {
    FailAt(values_.file(), node.each->path.place,
           Say("繰り返しが多すぎます（{} 回）。", "there are too many repetitions ({}).", kMostTurns));
  }
  const int outer = scope_;
  scope_ = static_cast<int>(draft_.scopes.size());
  const int depth = draft_.scopes[static_cast<std::size_t>(outer)].depth + 1;
  draft_.scopes.push_back(
      {outer, depth, static_cast<int>(sheet_.cells.size()), 0, &node, previous, row_count(), row_count()});
  values_.Push(frame);
  BindOnce(node, entry);
  values_.Pop();
  Scope& scope = draft_.scopes[static_cast<std::size_t>(scope_)];
  scope.end_cell = static_cast<int>(sheet_.cells.size());
  scope.end_row = row_count();
  return std::exchange(scope_, outer);
}

void RowBinder::BindOnce(const Node& node, std::size_t entry) {
  const int first_row = row_count();
  switch (node.kind) {
    case Node::Kind::kRow: BindRow(node, entry); break;
    case Node::Kind::kGroup: BindGroup(node); break;
    case Node::Kind::kBeside: BindBeside(node); break;
    case Node::Kind::kApproval: BindApproval(*node.approval); break;
  }
  if (node.keep) KeepTogether(first_row);
  if (!node.break_before) return;
  if (first_row == row_count()) {
    break_next_ = true;
  } else {
    sheet_.rows[static_cast<std::size_t>(first_row)].break_before = first_row > 0;
  }
}

void RowBinder::KeepTogether(int first_row) {
  for (int row = first_row; row < row_count(); ++row) sheet_.rows[static_cast<std::size_t>(row)].group = next_group_;
  ++next_group_;
}

void RowBinder::BindGroup(const Node& node) {
  const int first_row = row_count();
  BindList(node.children);
  if (!node.outer || first_row == row_count()) return;
  const std::vector<int>& map = draft_.grid->maps[static_cast<std::size_t>(node.tracks)];
  if (map.front() < 0 || map.back() < 0) return;
  draft_.frames.push_back({first_row, row_count() - 1, map.front(), map.back() - 1, *node.outer});
}

int RowBinder::AddPlainRow(Um height) {
  Row& row = sheet_.rows.emplace_back();
  row.height = height;
  row.break_before = break_next_ && row_count() > 1;
  break_next_ = false;
  draft_.source_rows.push_back(-1);
  draft_.row_specs.push_back(nullptr);
  return row_count() - 1;
}

int RowBinder::AddRow(const RowSpec& spec) {
  const std::size_t places = sheet_.rows.size() * sheet_.columns.size();
  if (row_count() >= kMostRows || places >= kMostPlaces || sheet_.cells.size() >= kMostCells) {
    FailAt(values_.file(), spec.place,
           Say("シートが大きすぎます（{} 行）。対象を絞ってください。",
               "the sheet grows too large ({} rows); narrow the data down.", row_count()));
  }
  const int index = AddPlainRow(spec.height);
  draft_.source_rows.back() = spec.source_row;
  draft_.row_specs.back() = &spec;
  Row& row = sheet_.rows.back();
  row.grows = spec.grows;
  row.fill = spec.fill;
  row.band = spec.band;
  row.hidden = spec.hidden;
  if (spec.band == BandKind::kHeading) TrackHeading(spec, index);
  return index;
}

void RowBinder::TrackHeading(const RowSpec& spec, int row) {
  if (sheet_.repeat_first < 0) sheet_.repeat_first = row;
  const bool adjoins = sheet_.repeat_last < 0 || sheet_.repeat_last == row - 1;
  if (!adjoins && draft_.second_heading.line == 0) draft_.second_heading = spec.place;
  sheet_.repeat_last = row;
}

void RowBinder::BindRow(const Node& node, std::size_t entry) {
  const RowSpec& spec = *node.row;
  const int row = AddRow(spec);
  const std::vector<int>& map = draft_.grid->maps[static_cast<std::size_t>(spec.tracks)];
  for (const CellRun& run : spec.runs) {
    if (run.each) {
      BindRun(run, map);
      continue;
    }
    const CellSpec& cell = run.cells[0];
    if (cell.rows > 1) {
      open_spans_.push_back({static_cast<int>(sheet_.cells.size()), entry + static_cast<std::size_t>(cell.rows) - 1});
    }
    AddCell(cell, map[static_cast<std::size_t>(cell.first)], map[static_cast<std::size_t>(cell.first + cell.span)],
            Turn::kPlain);
  }
  if (spec.freeze_columns >= 0) {
    sheet_.freeze_row = row + 1;
    sheet_.freeze_column = spec.freeze_columns == 0 ? 0 : map[static_cast<std::size_t>(spec.freeze_columns)];
  }
  if (node.chart != nullptr) BindChart(*node.chart, row, map);
}

/// Repeated cells, filled up with blank ones to the end of their stretch.
void RowBinder::BindRun(const CellRun& run, const std::vector<int>& map) {
  Value scratch;
  const ValueList* list = values_.List(run.each->path, &scratch);
  const int room = (run.last - run.first) / run.width;
  const int count = list != nullptr ? static_cast<int>(list->size()) : room;
  if (count > room) {
    FailAt(values_.file(), run.place,
           Say("「{}」は {} 件ありますが、欄は {} 回分しかありません。columns を広げてください。",
               "\"{}\" has {} entries, but there are columns for {}; add columns.", run.each->path.text, count, room));
  }
  for (int turn = 0; turn < room; ++turn) {
    const Value* element = list != nullptr && turn < count ? &(*list)[static_cast<std::size_t>(turn)] : nullptr;
    values_.Push({element, turn + 1, count});
    const int base = run.first + turn * run.width;
    for (const CellSpec& cell : run.cells) {
      const auto first = static_cast<std::size_t>(base + cell.first);
      AddCell(cell, map[first], map[first + static_cast<std::size_t>(cell.span)],
              turn < count ? Turn::kRepeated : Turn::kPadding);
    }
    values_.Pop();
  }
}

void RowBinder::BindApproval(const ApprovalSpec& approval) {
  const auto boxes = std::min<std::size_t>(options_.approval.size(), kMostApprovalBoxes);
  if (boxes == 0) return;
  const std::vector<int>& map = draft_.grid->maps[static_cast<std::size_t>(approval.tracks)];
  const int head = AddPlainRow(approval.head_height);
  for (std::size_t i = 0; i < boxes; ++i) {
    AddPlainCell(head, map[i], map[i + 1], approval.head_style, options_.approval[i], LineStyle::kThin);
  }
  const int body = AddPlainRow(approval.body_height);
  for (std::size_t i = 0; i < boxes; ++i) {
    std::string text;
    if (i + 1 == boxes) {
      text = values_.FillToText(approval.name);
      const std::string date = values_.FillToText(approval.date);
      if (!text.empty() && !date.empty()) text += '\n';
      text += date;
    }
    AddPlainCell(body, map[i], map[i + 1], approval.body_style, std::move(text), LineStyle::kThin);
  }
  draft_.frames.push_back({head, body, map.front(), map.back() - 1, LineStyle::kMedium});
  KeepTogether(head);
}

void RowBinder::BindChart(const ChartSpec& spec, int row, const std::vector<int>& map) {
  PendingChart pending;
  pending.first_row = pending.last_row = row;
  pending.first_column = map.front();
  pending.last_column = map.back() - 1;
  pending.spec = &spec;
  pending.chart.kind = spec.kind;
  pending.chart.title = values_.FillToText(spec.title);
  pending.chart.x_title = values_.FillToText(spec.x_title);
  pending.chart.y_title = values_.FillToText(spec.y_title);
  pending.chart.alt_text = values_.FillToText(spec.alt_text);
  pending.chart.number_format = spec.number_format;
  for (const ChartSpec::Series& series : spec.series) {
    pending.chart.series.push_back({values_.FillToText(series.name), {}, series.rgb});
  }
  draft_.charts.push_back(std::move(pending));
}

}  // namespace chohyo
