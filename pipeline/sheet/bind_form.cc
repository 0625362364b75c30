// What an office's own Excel form has beyond its cells, moved to where its rows came to stand.
#include <algorithm>

#include "pipeline/sheet/bind.h"
#include "pipeline/sheet/form_formulas.h"
#include "pipeline/sheet/row_moves.h"

namespace chohyo {
namespace {

class FormMover {
 public:
  FormMover(SheetDraft* draft, const RowMoves& moves, const FormFormulas& formulas, Evaluator* values)
      : sheet_(draft->sheet), form_(*draft->body->form), moves_(moves), formulas_(formulas), values_(*values) {}

  void Move() {
    sheet_.hidden = form_.hidden;
    sheet_.print_gridlines = form_.print_gridlines;
    sheet_.hidden_columns = form_.hidden_columns;
    sheet_.column_breaks = form_.column_breaks;
    sheet_.freeze_column = form_.freeze_column;
    if (form_.freeze_row > 0) sheet_.freeze_row = RowAfter(form_.freeze_row - 1);
    MoveTitles();
    for (const CellRange& area : form_.print_areas) MovePrintArea(area);
    for (const Picture& picture : form_.pictures) MovePicture(picture);
    for (const FormShape& shape : form_.shapes) MoveShape(shape);
    for (const CellRule& rule : form_.cell_rules) MoveRule(rule);
  }

 private:
  /// The row after all that `source_row` became.
  int RowAfter(int source_row) const {
    const auto found = moves_.Find({source_row, source_row}, 0);
    return found ? found->last + 1 : 0;
  }

  void MoveTitles() {
    if (form_.title_columns) {
      sheet_.repeat_first_column = form_.title_columns->first;
      sheet_.repeat_last_column = std::min(form_.title_columns->second, sheet_.column_count() - 1);
    }
    if (!form_.title_rows) return;
    const auto found = moves_.Find({form_.title_rows->first, form_.title_rows->second}, 0);
    if (!found || found->first >= sheet_.row_count()) return;
    sheet_.repeat_first = found->first;
    sheet_.repeat_last = std::min(found->last, sheet_.row_count() - 1);
  }

  void MovePrintArea(CellRange area) {
    const auto rows = moves_.Find({area.first_row, area.last_row}, 0);
    if (!rows || rows->first >= sheet_.row_count() || area.first_column >= sheet_.column_count()) return;
    area.first_row = rows->first;
    area.last_row = std::min(rows->last, sheet_.row_count() - 1);
    area.last_column = std::min(area.last_column, sheet_.column_count() - 1);
    sheet_.print_areas.push_back(area);
  }

  /// In a repeated row a drawing stands in every turn; over rows that are left out it is left out too.
  void MovePicture(const Picture& picture) {
    for (const int row : moves_.RowsOf(picture.place.row)) {
      Picture& moved = sheet_.pictures.emplace_back(picture);
      moved.place.row = std::min(row, sheet_.row_count() - 1);
    }
  }

  void MoveShape(const FormShape& shape) {
    const std::string text = values_.FillToText(shape.text);
    for (const int row : moves_.RowsOf(shape.shape.place.row)) {
      Shape& moved = sheet_.shapes.emplace_back(shape.shape);
      moved.place.row = std::min(row, sheet_.row_count() - 1);
      moved.text = text;
    }
  }

  void MoveRule(CellRule rule) {
    const auto rows = moves_.Find({rule.range.first_row, rule.range.last_row}, 0);
    if (!rows || rows->first >= sheet_.row_count() || rule.range.first_column >= sheet_.column_count()) return;
    const FormulaSpot spot{0, rule.range.first_row};
    rule.formula1 = formulas_.Moved(rule.formula1, spot);
    rule.formula2 = formulas_.Moved(rule.formula2, spot);
    rule.range.first_row = rows->first;
    rule.range.last_row = std::min(rows->last, sheet_.row_count() - 1);
    rule.range.last_column = std::min(rule.range.last_column, sheet_.column_count() - 1);
    sheet_.cell_rules.push_back(std::move(rule));
  }

  Sheet& sheet_;
  const OfficeForm& form_;
  const RowMoves& moves_;
  const FormFormulas& formulas_;
  Evaluator& values_;
};

}  // namespace

void MoveForms(std::vector<SheetDraft>* drafts, Evaluator* values, const BindOptions& options,
               std::vector<TemplateNote>* notes) {
  const bool any =
      std::any_of(drafts->begin(), drafts->end(), [](const auto& draft) { return draft.body->form != nullptr; });
  if (!any) return;
  std::vector<RowMoves> moves;
  moves.reserve(drafts->size());
  for (const SheetDraft& draft : *drafts) moves.emplace_back(draft);
  for (std::size_t i = 0; i < drafts->size(); ++i) {
    SheetDraft& draft = (*drafts)[i];
    if (draft.body->form == nullptr) continue;
    const FormFormulas formulas(*drafts, moves, i);
    FormMover(&draft, moves[i], formulas, values).Move();
    for (const PendingFormCell& pending : draft.form_cells) {
      if (pending.form->formula.empty()) continue;
      draft.sheet.cells[static_cast<std::size_t>(pending.cell)].formula =
          formulas.Moved(pending.form->formula, {pending.scope, pending.source_row});
    }
  }
  ComputeForms(drafts, moves, options, notes);
}

}  // namespace chohyo
