// Fills cells: value, displayed text, style, and what waits for other cells.
#include <algorithm>

#include "pipeline/sheet/bind.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr std::string_view kChecked = "☑ ";
constexpr std::string_view kUnchecked = "☐ ";
constexpr std::string_view kBetweenChecks = "　　";

AlignBy AlignmentOf(const Scalar& value) {
  if (std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value)) return AlignBy::kNumber;
  const bool text = std::holds_alternative<std::string>(value) || std::holds_alternative<std::monostate>(value);
  return text ? AlignBy::kText : AlignBy::kDate;
}

}  // namespace

void RowBinder::AddCell(const CellSpec& spec, int first_column, int end_column, Turn turn) {
  const int index = static_cast<int>(sheet_.cells.size());
  Cell& cell = sheet_.cells.emplace_back();
  cell.row = row_count() - 1;
  cell.column = first_column;
  cell.column_span = end_column - first_column;
  draft_.claims.push_back({spec.inner, spec.borders});
  if (spec.id >= 0) draft_.marks[static_cast<std::size_t>(spec.id)].push_back({index, turn != Turn::kPlain});
  const bool shown = !spec.shown_if || values_.Holds(*spec.shown_if);
  if (shown) cell.choices = spec.choices;
  if (shown && turn != Turn::kPadding) {
    FillCell(spec, turn, &cell);
    AskForCells(spec, index, turn);
  }
  if (spec.form != nullptr) {
    cell.diagonal_down = spec.form->diagonal_down;
    cell.diagonal_up = spec.form->diagonal_up;
    if (shown) draft_.form_cells.push_back({index, scope_, draft_.source_rows.back(), spec.form.get()});
  }
  cell.diagonal = spec.diagonal || (spec.diagonal_if && values_.Holds(*spec.diagonal_if));
  cell.style = StyleOf(spec, cell);
}

void RowBinder::FillCell(const CellSpec& spec, Turn turn, Cell* cell) {
  if (spec.checks != nullptr) return FillChecks(*spec.checks, cell);
  if (spec.text.empty()) return;
  if (!spec.text.HasPlaceholder()) {
    cell->text = spec.text.pieces[0].literal;
    cell->value = cell->text;
    return;
  }
  FilledText filled;
  values_.Fill(spec.text, spec.format, &filled);
  // A zero may show as nothing and is still a number to Excel.
  if (turn == Turn::kRepeated && !filled.any && AlignmentOf(filled.value) != AlignBy::kNumber) return;
  cell->value = std::move(filled.value);
  cell->text = std::move(filled.text);
  cell->origin = filled.origin;
}

/// One line a choice, marked or not. What was chosen outside of the list is added: nothing of the data is lost.
void RowBinder::FillChecks(const Checks& checks, Cell* cell) {
  const std::vector<std::string> chosen = values_.Texts(checks.chosen, &cell->origin);
  const auto add = [&](std::string_view mark, const std::string& label) {
    if (!cell->text.empty()) cell->text += checks.across ? kBetweenChecks : "\n";
    cell->text += mark;
    cell->text += label;
  };
  for (std::size_t i = 0; i < checks.choices.size(); ++i) {
    const bool marked = std::find(chosen.begin(), chosen.end(), checks.choices[i]) != chosen.end();
    add(marked ? kChecked : kUnchecked, checks.labels[i]);
  }
  for (const std::string& other : chosen) {
    const bool listed = std::find(checks.choices.begin(), checks.choices.end(), other) != checks.choices.end();
    if (!listed && !other.empty()) add(kChecked, other);
  }
  cell->value = cell->text;
}

int RowBinder::StyleOf(const CellSpec& spec, const Cell& cell) {
  std::size_t mask = 0;
  for (std::size_t i = 0; i < spec.style_cases.size(); ++i) {
    if (values_.Holds(spec.style_cases[i])) mask |= std::size_t{1} << i;
  }
  const bool blank_date = values_.blank() && spec.text.IsSingle() && !spec.format.empty() && !cell.text.empty();
  const auto by = static_cast<std::size_t>(blank_date ? AlignBy::kDate : AlignmentOf(cell.value));
  return spec.styles[(by << spec.style_cases.size()) + mask];
}

void RowBinder::AskForCells(const CellSpec& spec, int cell, Turn turn) {
  const Asking asking{cell, scope_, turn != Turn::kPlain};
  if (spec.formula != nullptr) draft_.formulas.push_back({asking, spec.formula.get()});
  for (const int conditional : spec.conditional) {
    const bool applies = values_.Holds(draft_.body->conditional[static_cast<std::size_t>(conditional)].when);
    draft_.conditionals.push_back({{asking.cell, asking.scope, asking.repeated, true}, conditional, applies});
  }
}

void RowBinder::AddPlainCell(int row, int first_column, int end_column, int style, std::string text, LineStyle inner) {
  Cell& cell = sheet_.cells.emplace_back();
  cell.row = row;
  cell.column = first_column;
  cell.column_span = end_column - first_column;
  cell.style = style;
  cell.text = std::move(text);
  if (!cell.text.empty()) cell.value = cell.text;
  draft_.claims.push_back({inner, -1});
}

}  // namespace chohyo
