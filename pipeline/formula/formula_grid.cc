#include "pipeline/formula/formula_grid.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/formula/cell_reference.h"
#include "pipeline/formula/operand.h"

namespace chohyo {
namespace {

/// Cells read by all formulas together, after which the rest keep their cached values: a second or two.
constexpr std::int64_t kMostReads = 40'000'000;
/// Formulas found only while computing (INDIRECT, OFFSET) one inside the other.
constexpr int kDeepest = 40;
constexpr int kDeepestName = 8;

/// Thrown out of a formula that goes beyond.
struct TooMuchWork {};

enum class FormulaState : std::uint8_t { kWaiting, kRunning, kDone };

struct FormulaCell {
  std::size_t sheet = 0;
  int row = 0, column = 0;
  GridFormula formula;
  std::optional<ExcelFormula> parsed;
  std::string reason;  ///< why it is not computed; "" if it is
  FormulaState state = FormulaState::kWaiting;
};

struct GridSheet {
  std::string name;
  std::unordered_map<std::int64_t, ExcelValue> values;
  std::unordered_map<std::int64_t, std::size_t> formulas;
  std::map<std::pair<int, int>, std::size_t> by_column;  ///< (column, row) → formula
  int rows = 0, columns = 0;

  static std::int64_t Key(int row, int column) { return std::int64_t{row} * kExcelColumns + column; }
  void Reach(int row, int column) {
    rows = std::max(rows, row + 1);
    columns = std::max(columns, column + 1);
  }
};

/// A formula being computed and the formulas it waits for.
struct Frame {
  std::size_t formula = 0;
  std::vector<std::size_t> needed;
  std::size_t next = 0;
};

}  // namespace

struct FormulaGrid::Impl : FormulaCells {
  explicit Impl(double today) : today_(today) {}

  ExcelValue At(const std::string& sheet, int row, int column) const override;
  std::optional<std::pair<int, int>> Extent(const std::string& sheet) const override;
  std::optional<std::string> Name(const std::string& name) const override;
  double Today() const override { return today_; }

  const GridSheet* Find(const std::string& sheet) const;
  GridSheet* Sheet(const std::string& sheet);
  void Prepare(FormulaCell* cell);
  std::string ReasonAgainst(const ExcelFormula& formula) const;
  std::vector<std::size_t> Needed(std::size_t index) const;
  void AddNeeded(const ExcelFormula& formula, const FormulaCell& cell, int depth,
                 std::vector<std::size_t>* needed) const;
  void AddNeededOf(const FormulaRange& range, std::vector<std::size_t>* needed) const;
  void RunWithNeeded(std::size_t index);
  void MarkCircle(const std::vector<Frame>& frames, std::size_t index);
  void Run(std::size_t index);
  void Compute(FormulaCell* cell);

  double today_;
  std::vector<GridSheet> sheets_;
  std::unordered_map<std::string, std::size_t> sheet_by_name_;  ///< folded
  std::map<std::string, std::string> names_;                    ///< folded
  std::vector<FormulaCell> formulas_;
  mutable std::unordered_map<std::string, std::size_t> seen_names_;  ///< as formulas write them, for speed
  mutable std::int64_t reads_ = 0;
  int depth_ = 0;
};

const GridSheet* FormulaGrid::Impl::Find(const std::string& sheet) const {
  if (const auto seen = seen_names_.find(sheet); seen != seen_names_.end()) return &sheets_[seen->second];
  const auto found = sheet_by_name_.find(FoldCase(sheet));
  if (found == sheet_by_name_.end()) return nullptr;
  seen_names_.emplace(sheet, found->second);
  return &sheets_[found->second];
}

GridSheet* FormulaGrid::Impl::Sheet(const std::string& sheet) {
  const auto [found, added] = sheet_by_name_.emplace(FoldCase(sheet), sheets_.size());
  if (added) {
    sheets_.emplace_back();
    sheets_.back().name = sheet;
  }
  return &sheets_[found->second];
}

ExcelValue FormulaGrid::Impl::At(const std::string& sheet, int row, int column) const {
  const GridSheet* cells = Find(sheet);
  if (cells == nullptr) return {};
  if (depth_ > 0 && ++reads_ > kMostReads) throw TooMuchWork();
  const std::int64_t key = GridSheet::Key(row, column);
  if (const auto formula = cells->formulas.find(key); formula != cells->formulas.end()) {
    // Only places worked out while computing are not ready yet; the grid is not const while it computes.
    if (formulas_[formula->second].state != FormulaState::kDone) const_cast<Impl*>(this)->Run(formula->second);
  }
  const auto value = cells->values.find(key);
  return value == cells->values.end() ? ExcelValue() : value->second;
}

std::optional<std::pair<int, int>> FormulaGrid::Impl::Extent(const std::string& sheet) const {
  const GridSheet* cells = Find(sheet);
  if (cells == nullptr) return std::nullopt;
  return std::pair(cells->rows, cells->columns);
}

std::optional<std::string> FormulaGrid::Impl::Name(const std::string& name) const {
  const auto found = names_.find(FoldCase(name));
  return found == names_.end() ? std::nullopt : std::optional(found->second);
}

std::string FormulaGrid::Impl::ReasonAgainst(const ExcelFormula& formula) const {
  const std::vector<std::string> unknown = formula.UnknownFunctions();
  if (!unknown.empty()) {
    return Say("関数 {} は計算できません", "the function {} cannot be computed", Join(unknown, ", "));
  }
  for (const std::string& name : formula.Names()) {
    if (!Name(name)) return Say("名前「{}」が定義されていません", "the name '{}' is not defined", name);
  }
  return {};
}

void FormulaGrid::Impl::Prepare(FormulaCell* cell) {
  std::string why;
  cell->parsed = ExcelFormula::Parse(cell->formula.text, &why);
  cell->reason =
      cell->parsed ? ReasonAgainst(*cell->parsed) : Say("式が読めません: {}", "the formula cannot be read: {}", why);
  cell->state = cell->reason.empty() ? FormulaState::kWaiting : FormulaState::kDone;
}

void FormulaGrid::Impl::AddNeededOf(const FormulaRange& range, std::vector<std::size_t>* needed) const {
  const GridSheet* cells = Find(range.sheet);
  if (cells == nullptr) return;
  for (auto at = cells->by_column.lower_bound({range.first_column, range.first_row}); at != cells->by_column.end();) {
    const auto& [column, row] = at->first;
    if (column > range.last_column) return;
    if (row > range.last_row) {
      at = cells->by_column.lower_bound({column + 1, range.first_row});
    } else if (row < range.first_row) {
      at = cells->by_column.lower_bound({column, range.first_row});
    } else {
      if (formulas_[at->second].state != FormulaState::kDone) needed->push_back(at->second);
      ++at;
    }
  }
}

void FormulaGrid::Impl::AddNeeded(const ExcelFormula& formula, const FormulaCell& cell, int depth,
                                  std::vector<std::size_t>* needed) const {
  for (FormulaRange range : formula.RangesRead()) {
    if (range.sheet.empty()) range.sheet = sheets_[cell.sheet].name;
    AddNeededOf(range, needed);
  }
  if (depth >= kDeepestName) return;
  for (const std::string& name : formula.Names()) {
    const std::string text = Name(name).value_or("");
    std::string why;
    const std::string_view plain = text.starts_with("=") ? std::string_view(text).substr(1) : text;
    const std::optional<ExcelFormula> named = ExcelFormula::Parse(plain, &why);
    if (named) AddNeeded(*named, cell, depth + 1, needed);
  }
}

std::vector<std::size_t> FormulaGrid::Impl::Needed(std::size_t index) const {
  std::vector<std::size_t> needed;
  const FormulaCell& cell = formulas_[index];
  if (cell.parsed && cell.reason.empty()) AddNeeded(*cell.parsed, cell, 0, &needed);
  return needed;
}

/// Everything that waits for `index`, and itself, is a circle.
void FormulaGrid::Impl::MarkCircle(const std::vector<Frame>& frames, std::size_t index) {
  for (std::size_t i = frames.size(); i-- > 0;) {
    formulas_[frames[i].formula].reason = Say("循環参照です", "the formula depends on itself");
    if (frames[i].formula == index) return;
  }
}

/// Depth first with a stack of our own: chains of formulas may be as long as the sheet.
void FormulaGrid::Impl::RunWithNeeded(std::size_t index) {
  if (formulas_[index].state == FormulaState::kDone) return;
  std::vector<Frame> frames;
  frames.push_back({index, Needed(index), 0});
  formulas_[index].state = FormulaState::kRunning;
  while (!frames.empty()) {
    Frame& top = frames.back();
    if (top.next == top.needed.size()) {
      formulas_[top.formula].state = FormulaState::kWaiting;
      Run(top.formula);
      frames.pop_back();
      continue;
    }
    const std::size_t other = top.needed[top.next++];
    if (formulas_[other].state == FormulaState::kRunning) MarkCircle(frames, other);
    if (formulas_[other].state != FormulaState::kWaiting) continue;
    formulas_[other].state = FormulaState::kRunning;
    frames.push_back({other, Needed(other), 0});
  }
}

void FormulaGrid::Impl::Compute(FormulaCell* cell) {
  GridSheet& sheet = sheets_[cell->sheet];
  const int depth = depth_++;
  try {
    ExcelValue value = cell->parsed->Compute(*this, {sheet.name, cell->row, cell->column}, cell->formula.array_formula);
    if (cell->reason.empty()) sheet.values[GridSheet::Key(cell->row, cell->column)] = std::move(value);
  } catch (const TooMuchWork&) {
    cell->reason = Say("計算量が多すぎます", "there is too much to compute");
  }
  depth_ = depth;
}

void FormulaGrid::Impl::Run(std::size_t index) {
  FormulaCell& cell = formulas_[index];
  if (cell.state == FormulaState::kRunning && cell.reason.empty()) {
    cell.reason = Say("循環参照です", "the formula depends on itself");
  }
  if (cell.state != FormulaState::kWaiting) return;
  if (cell.reason.empty() && (reads_ > kMostReads || depth_ >= kDeepest)) {
    cell.reason = Say("計算量が多すぎます", "there is too much to compute");
  }
  cell.state = FormulaState::kRunning;
  if (cell.reason.empty()) Compute(&cell);
  cell.state = FormulaState::kDone;
}

FormulaGrid::FormulaGrid(double today) : impl_(std::make_unique<Impl>(today)) {}
FormulaGrid::~FormulaGrid() = default;

void FormulaGrid::AddSheet(const std::string& sheet) { impl_->Sheet(sheet); }

void FormulaGrid::PutValue(const std::string& sheet, int row, int column, ExcelValue value) {
  GridSheet* cells = impl_->Sheet(sheet);
  cells->values[GridSheet::Key(row, column)] = std::move(value);
  cells->Reach(row, column);
}

void FormulaGrid::PutFormula(const std::string& sheet, int row, int column, GridFormula formula) {
  GridSheet* cells = impl_->Sheet(sheet);
  cells->values[GridSheet::Key(row, column)] = formula.cached;
  cells->Reach(row, column);
  const auto number = static_cast<std::size_t>(cells - impl_->sheets_.data());
  const auto [found, added] = cells->formulas.emplace(GridSheet::Key(row, column), impl_->formulas_.size());
  if (added) impl_->formulas_.emplace_back();
  cells->by_column[{column, row}] = found->second;
  FormulaCell& cell = impl_->formulas_[found->second];
  cell.sheet = number;
  cell.row = row;
  cell.column = column;
  cell.formula = std::move(formula);
}

void FormulaGrid::DefineName(const std::string& name, const std::string& formula) {
  impl_->names_[FoldCase(name)] = formula;
}

std::vector<NotComputed> FormulaGrid::ComputeAll() {
  for (FormulaCell& cell : impl_->formulas_) impl_->Prepare(&cell);
  std::vector<std::size_t> order(impl_->formulas_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    const FormulaCell& left = impl_->formulas_[a];
    const FormulaCell& right = impl_->formulas_[b];
    return std::tie(left.sheet, left.row, left.column) < std::tie(right.sheet, right.row, right.column);
  });
  for (const std::size_t index : order) impl_->RunWithNeeded(index);
  std::vector<NotComputed> missing;
  for (const std::size_t index : order) {
    const FormulaCell& cell = impl_->formulas_[index];
    if (!cell.reason.empty())
      missing.push_back({{impl_->sheets_[cell.sheet].name, cell.row, cell.column}, cell.reason});
  }
  return missing;
}

ExcelValue FormulaGrid::ValueAt(const std::string& sheet, int row, int column) const {
  const GridSheet* cells = impl_->Find(sheet);
  if (cells == nullptr) return {};
  const auto value = cells->values.find(GridSheet::Key(row, column));
  return value == cells->values.end() ? ExcelValue() : value->second;
}

const FormulaCells& FormulaGrid::cells() const { return *impl_; }

}  // namespace chohyo
