#include "pipeline/sheet/form_formulas.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/formula/formula_grid.h"
#include "pipeline/sheet/cell_address.h"
#include "pipeline/sheet/excel_code.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr int kLastRow = 1'048'575;
constexpr std::int64_t kMostTests = 2'000'000;
constexpr std::int32_t kExcelDayOf1970 = 25569;

bool IsWholeColumn(const FormulaRange& range) { return range.first_row == 0 && range.last_row >= kLastRow; }

AlignBy AlignmentOf(const Scalar& value) {
  return std::holds_alternative<double>(value) ? AlignBy::kNumber : AlignBy::kText;
}

/// Puts filled sheets into a grid of formulas, and the results back.
class FormComputer {
 public:
  FormComputer(std::vector<SheetDraft>* drafts, const BindOptions& options, std::vector<TemplateNote>* notes)
      : drafts_(*drafts), grid_(options.today ? options.today->days() + kExcelDayOf1970 : 0.0), notes_(notes) {}

  void Run(const std::vector<RowMoves>& moves) {
    for (const SheetDraft& draft : drafts_) PutSheet(draft);
    for (const NotComputed& left : grid_.ComputeAll()) Note(left);
    for (SheetDraft& draft : drafts_) TakeResults(&draft);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const FormFormulas formulas(drafts_, moves, i);
      if (drafts_[i].body->form != nullptr) ApplyConditionals(&drafts_[i], moves[i], formulas);
    }
  }

 private:
  void PutSheet(const SheetDraft& draft) {
    const Sheet& sheet = draft.sheet;
    grid_.AddSheet(sheet.name);
    for (const Cell& cell : sheet.cells) {
      if (!cell.formula.empty()) {
        grid_.PutFormula(sheet.name, cell.row, cell.column, {cell.formula, ToExcelValue(cell.value), false});
      } else if (!std::holds_alternative<std::monostate>(cell.value)) {
        grid_.PutValue(sheet.name, cell.row, cell.column, ToExcelValue(cell.value));
      }
    }
    if (draft.body->form == nullptr) return;
    for (const auto& [name, formula] : draft.body->form->names) {
      if (named_.insert(name).second) grid_.DefineName(name, formula);
    }
  }

  void Note(const NotComputed& left) {
    uncomputed_.insert({left.place.sheet, left.place.row, left.place.column});
    if (notes_ == nullptr) return;
    notes_->push_back({left.place.sheet, CellAddress(left.place.row, left.place.column),
                       Say("{}。ファイルに残っていた値を印字します。",
                           "{}; the value that the file last had is printed.", left.reason)});
  }

  void TakeResults(SheetDraft* draft) {
    std::map<int, const PendingFormCell*> forms;
    for (const PendingFormCell& pending : draft->form_cells) forms.emplace(pending.cell, &pending);
    Sheet& sheet = draft->sheet;
    for (const auto& [index, pending] : forms) {
      Cell& cell = sheet.cells[static_cast<std::size_t>(index)];
      if (cell.formula.empty() || uncomputed_.count({sheet.name, cell.row, cell.column}) != 0) continue;
      cell.value = FromExcelValue(grid_.ValueAt(sheet.name, cell.row, cell.column));
      if (std::holds_alternative<std::monostate>(cell.value))
        cell.value = 0.0;  // as Excel shows a reference to nothing
      cell.text = FormatValue(cell.value, sheet.styles[static_cast<std::size_t>(cell.style)].format);
      const RowSpec* spec = draft->row_specs[static_cast<std::size_t>(cell.row)];
      if (spec != nullptr) cell.style = StyleFor(*spec, cell);
    }
  }

  /// The cell's style for what it now holds.
  static int StyleFor(const RowSpec& row, const Cell& cell) {
    for (const CellRun& run : row.runs) {
      if (run.cells[0].first != cell.column || run.cells[0].styles.size() != kAlignments) continue;
      return run.cells[0].styles[static_cast<std::size_t>(AlignmentOf(cell.value))];
    }
    return cell.style;
  }

  void ApplyConditionals(SheetDraft* draft, const RowMoves& moves, const FormFormulas& formulas) {
    std::set<std::pair<int, int>> decided;
    for (const FormConditional& rule : draft->body->form->conditionals) {
      const CellRange& origin = rule.ranges.front();
      const std::string formula = formulas.Moved(rule.formula, {0, origin.first_row});
      const auto start = moves.Find({origin.first_row, origin.first_row}, 0);
      std::string reason;
      const auto parsed = ExcelFormula::Parse(formula, &reason);
      if (!parsed || !start) continue;
      for (const CellRange& range : rule.ranges) {
        const auto rows = moves.Find({range.first_row, range.last_row}, 0);
        if (!rows) continue;
        ApplyTo(draft, rule, *parsed, {start->first, origin.first_column},
                {range.sheet, rows->first, range.first_column, rows->last, range.last_column});
      }
    }
  }

  /// A formula written for one cell, as another cell reads it.
  static ExcelFormula Shifted(const ExcelFormula& formula, int rows, int columns) {
    return formula.Moved([&](const FormulaRange& range) {
      FormulaRange moved = range;
      const auto shift = [](int at, int by, bool absolute) { return absolute ? at : std::max(0, at + by); };
      if (!IsWholeColumn(range)) {
        moved.first_row = shift(range.first_row, rows, range.first_row_absolute);
        moved.last_row =
            shift(range.last_row, rows, range.is_range ? range.last_row_absolute : range.first_row_absolute);
      }
      moved.first_column = shift(range.first_column, columns, range.first_column_absolute);
      moved.last_column =
          shift(range.last_column, columns, range.is_range ? range.last_column_absolute : range.first_column_absolute);
      return std::vector<FormulaRange>{moved};
    });
  }

  static bool IsTrueValue(const ExcelValue& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth;
    const auto* number = std::get_if<double>(&value);
    return number != nullptr && *number != 0;
  }

  void ApplyTo(SheetDraft* draft, const FormConditional& rule, const ExcelFormula& formula, std::pair<int, int> origin,
               CellRange range) {
    Sheet& sheet = draft->sheet;
    range.last_row = std::min(range.last_row, sheet.row_count() - 1);
    range.last_column = std::min(range.last_column, sheet.column_count() - 1);
    tests_ += std::int64_t{range.last_row - range.first_row + 1} * (range.last_column - range.first_column + 1);
    if (range.first_row > range.last_row || range.first_column > range.last_column || tests_ > kMostTests) return;
    ConditionalFormat own;
    own.range = range;
    own.formula = Shifted(formula, range.first_row - origin.first, range.first_column - origin.second).Text();
    own.fill_rgb = rule.fill_rgb;
    own.text_rgb = rule.text_rgb;
    own.bold = rule.bold;
    for (int row = range.first_row; row <= range.last_row; ++row) {
      for (int column = range.first_column; column <= range.last_column; ++column) {
        const ExcelFormula here = Shifted(formula, row - origin.first, column - origin.second);
        own.applies.push_back(IsTrueValue(here.Compute(grid_.cells(), {sheet.name, row, column})));
      }
    }
    sheet.conditional_formats.push_back(std::move(own));
  }

  std::vector<SheetDraft>& drafts_;
  FormulaGrid grid_;
  std::vector<TemplateNote>* notes_;
  std::set<std::string> named_;
  std::set<std::tuple<std::string, int, int>> uncomputed_;
  std::int64_t tests_ = 0;
};

}  // namespace

FormFormulas::FormFormulas(const std::vector<SheetDraft>& drafts, const std::vector<RowMoves>& moves, std::size_t own)
    : drafts_(drafts), moves_(moves), own_(own) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    plain_ = plain_ && moves[i].nothing_moved() && drafts[i].sheet.name == drafts[i].body->reference_name;
  }
}

/// The sheet a formula calls by its name in the form: of several copies the one with the formula's own number.
std::size_t FormFormulas::SheetOf(const std::string& name) const {
  std::size_t found = drafts_.size();
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    if (drafts_[i].body->reference_name != name) continue;
    if (found == drafts_.size() || drafts_[i].copy == drafts_[own_].copy) found = i;
  }
  return found;
}

std::vector<FormulaRange> FormFormulas::MovedRange(FormulaRange range, FormulaSpot spot, bool single) const {
  const std::size_t sheet = range.sheet.empty() ? own_ : SheetOf(range.sheet);
  if (sheet == drafts_.size()) return {range};
  if (!range.sheet.empty()) range.sheet = drafts_[sheet].sheet.name;
  if (IsWholeColumn(range)) return {range};
  const RowMoves& moves = moves_[sheet];
  const auto rows = sheet == own_ ? moves.FindReference(range, spot.scope, spot.source_row)
                                  : moves.Find({range.first_row, range.last_row}, 0);
  const bool several = rows && rows->first != rows->last;
  if (!range.is_range && several && !single) {
    range.is_range = true;
    range.last_row_absolute = range.first_row_absolute;
    range.last_column_absolute = range.first_column_absolute;
  }
  range.first_row = rows ? rows->first : moves.row_below();
  range.last_row = rows && range.is_range ? rows->last : range.first_row;
  return {range};
}

std::string FormFormulas::Moved(const std::string& formula, FormulaSpot spot) const {
  if (plain_ || formula.empty()) return formula;
  std::string reason;
  const auto parsed = ExcelFormula::Parse(formula, &reason);
  if (!parsed) return {};
  // =E5 outside of a repeated row 5 is its first turn; SUM(E5) is all of them.
  const bool single = formula.find('(') == std::string::npos;
  return parsed->Moved([&](const FormulaRange& range) { return MovedRange(range, spot, single); }).Text();
}

void ComputeForms(std::vector<SheetDraft>* drafts, const std::vector<RowMoves>& moves, const BindOptions& options,
                  std::vector<TemplateNote>* notes) {
  FormComputer(drafts, options, notes).Run(moves);
}

}  // namespace chohyo
