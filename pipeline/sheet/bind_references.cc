// Turns ids in formulas into the cells they name.
#include <algorithm>
#include <map>

#include "pipeline/sheet/bind.h"
#include "pipeline/sheet/cell_address.h"

namespace chohyo {
namespace {

const std::vector<Mark> kNoMarks;

/// Joins cells, given row by row, into as few ranges as adjoin. Merged cells below each other go by their first column,
/// as a clerk would write them.
class RangeJoiner {
 public:
  void Add(const CellRange& cell) {
    if (has_run_ && run_.first_row == cell.first_row && run_.last_row == cell.last_row &&
        run_.last_column + 1 == cell.first_column) {
      run_.last_column = cell.last_column;
      lone_ = false;
      return;
    }
    CloseRun();
    run_ = cell;
    has_run_ = lone_ = true;
  }

  std::vector<CellRange> Finish() {
    CloseRun();
    return std::move(ranges_);
  }

 private:
  void CloseRun() {
    if (!has_run_) return;
    has_run_ = false;
    if (lone_) run_.last_column = run_.first_column;
    const auto [above, is_new] = last_.try_emplace({run_.first_column, run_.last_column}, ranges_.size());
    if (!is_new && ranges_[above->second].last_row + 1 == run_.first_row) {
      ranges_[above->second].last_row = run_.last_row;
      return;
    }
    above->second = ranges_.size();
    ranges_.push_back(run_);
  }

  CellRange run_;
  bool has_run_ = false;
  bool lone_ = false;  ///< the run is one cell
  std::vector<CellRange> ranges_;
  std::map<std::pair<int, int>, std::size_t> last_;
};

auto FirstFrom(const std::vector<Mark>& marks, int cell) {
  return std::lower_bound(marks.begin(), marks.end(), cell,
                          [](const Mark& mark, int wanted) { return mark.cell < wanted; });
}

}  // namespace

CellRange RangeOf(const Cell& cell, std::size_t sheet) {
  return {static_cast<int>(sheet), cell.row, cell.column, cell.row + cell.row_span - 1,
          cell.column + cell.column_span - 1};
}

const SheetDraft* References::DraftOf(const CellReference& reference, std::size_t* index) const {
  *index = own_;
  if (reference.sheet.empty()) return &drafts_[own_];
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    *index = i;
    if (drafts_[i].body->reference_name == reference.sheet) return &drafts_[i];
  }
  return nullptr;
}

const std::vector<Mark>& References::MarksOf(const CellReference& reference, const SheetDraft& draft) const {
  if (reference.index >= 0) return draft.marks[static_cast<std::size_t>(reference.index)];
  const auto& ids = draft.body->ids;
  const auto found = std::find(ids.begin(), ids.end(), reference.id);
  return found == ids.end() ? kNoMarks : draft.marks[static_cast<std::size_t>(found - ids.begin())];
}

std::vector<CellRange> References::Find(const CellReference& reference, const Asking& asking) const {
  std::size_t sheet = 0;
  const SheetDraft* draft = DraftOf(reference, &sheet);
  if (draft == nullptr) return {};
  const std::vector<Mark>& marks = MarksOf(reference, *draft);
  if (reference.all) return All(reference, marks, sheet, asking);
  return sheet == own_ ? Nearest(marks, sheet, asking) : Counterpart(marks, sheet, asking);
}

/// On another sheet: for the n-th cell of its own id the n-th marked cell there; for cells without an id the first.
std::vector<CellRange> References::Counterpart(const std::vector<Mark>& marks, std::size_t sheet,
                                               const Asking& asking) const {
  std::size_t number = 0;
  for (const std::vector<Mark>& own : drafts_[own_].marks) {
    const auto found = FirstFrom(own, asking.cell);
    if (found != own.end() && found->cell == asking.cell) number = static_cast<std::size_t>(found - own.begin());
  }
  if (number >= marks.size()) return {};
  return {RangeOf(drafts_[sheet].sheet.cells[static_cast<std::size_t>(marks[number].cell)], sheet)};
}

std::vector<CellRange> References::FindPoints(const CellReference& reference) const {
  std::size_t sheet = 0;
  const SheetDraft* draft = DraftOf(reference, &sheet);
  if (draft == nullptr) return {};
  RangeJoiner joiner;
  for (const Mark& mark : MarksOf(reference, *draft)) {
    CellRange range = RangeOf(draft->sheet.cells[static_cast<std::size_t>(mark.cell)], sheet);
    range.last_column = range.first_column;
    joiner.Add(range);
  }
  return joiner.Finish();
}

/// Every marked cell of the turn of an `each` that the reference looks at; a repeated cell asks for its own column.
std::vector<CellRange> References::All(const CellReference& reference, const std::vector<Mark>& marks,
                                       std::size_t sheet, const Asking& asking) const {
  const SheetDraft& draft = drafts_[sheet];
  const auto scope_at = [&draft](int index) -> const Scope& { return draft.scopes[static_cast<std::size_t>(index)]; };
  int scope = sheet == own_ ? asking.scope : 0;
  while (scope_at(scope).depth > reference.depth) scope = scope_at(scope).parent;
  const auto first = FirstFrom(marks, scope_at(scope).first_cell);
  const auto end = FirstFrom(marks, scope_at(scope).end_cell);
  const auto cell_of = [&draft](const Mark& mark) -> const Cell& {
    return draft.sheet.cells[static_cast<std::size_t>(mark.cell)];
  };
  const int column = asking.repeated && sheet == own_ ? cell_of({asking.cell, true}).column : -1;
  const auto in_column = [&](const Mark& mark) { return mark.repeated && cell_of(mark).column == column; };
  const bool by_column = column >= 0 && std::any_of(first, end, in_column);
  RangeJoiner joiner;
  for (auto mark = first; mark != end; ++mark) {
    if (!by_column || in_column(*mark)) joiner.Add(RangeOf(cell_of(*mark), sheet));
  }
  return joiner.Finish();
}

/// The marked cell of the same row, nearest to the left, else to the right; else of the nearest row above. A repeated
/// cell asks for the one of its own column there.
std::vector<CellRange> References::Nearest(const std::vector<Mark>& marks, std::size_t sheet,
                                           const Asking& asking) const {
  const auto& cells = drafts_[sheet].sheet.cells;
  const Cell& own = cells[static_cast<std::size_t>(asking.cell)];
  const Cell* best = nullptr;
  const auto fits = [&] { return best != nullptr && (!asking.repeated || best->column == own.column); };
  const auto before = FirstFrom(marks, asking.cell);
  const bool marked = before != marks.end() && before->cell == asking.cell;
  if (marked && asking.sees_itself) return {RangeOf(own, sheet)};
  for (auto mark = before; mark != marks.begin() && !fits();) {
    const Cell& cell = cells[static_cast<std::size_t>((--mark)->cell)];
    if (cell.row > own.row) continue;
    if (best != nullptr && cell.row < best->row) break;
    if (best == nullptr || cell.column == own.column) best = &cell;
  }
  if (best != nullptr && best->row == own.row && fits()) return {RangeOf(*best, sheet)};
  for (auto mark = before; mark != marks.end(); ++mark) {
    const Cell& cell = cells[static_cast<std::size_t>(mark->cell)];
    if (cell.row != own.row) break;
    if (mark->cell == asking.cell) continue;
    if (best == nullptr || best->row < own.row || (asking.repeated && cell.column == own.column)) best = &cell;
  }
  if (best == nullptr) return {};
  return {RangeOf(*best, sheet)};
}

std::string References::Text(const std::vector<CellRange>& ranges) const {
  std::string text;
  for (const CellRange& range : ranges) {
    if (!text.empty()) text += ',';
    const Sheet& sheet = drafts_[static_cast<std::size_t>(range.sheet)].sheet;
    if (static_cast<std::size_t>(range.sheet) != own_) {
      text += '\'';
      for (const char c : sheet.name) text += c == '\'' ? "''" : std::string(1, c);
      text += "'!";
    }
    text += CellAddress(range.first_row, range.first_column);
    if (range.first_row != range.last_row || range.first_column != range.last_column) {
      text += ':' + CellAddress(range.last_row, range.last_column);
    }
  }
  return text;
}

std::string References::FormulaText(const Formula& formula, const Asking& asking) const {
  std::string text;
  for (const Formula::Piece& piece : formula.pieces) {
    text += piece.literal;
    if (!piece.reference) continue;
    std::vector<CellRange> ranges = Find(*piece.reference, asking);
    if (ranges.empty()) return {};
    if (!piece.reference->all) {  // a merged cell is named by its first place
      ranges.resize(1);
      ranges[0].last_row = ranges[0].first_row;
      ranges[0].last_column = ranges[0].first_column;
    }
    text += Text(ranges);
  }
  return text;
}

}  // namespace chohyo
