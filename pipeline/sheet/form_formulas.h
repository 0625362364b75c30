// Formulas of office forms: moved with their rows, and computed over the filled sheets.
#pragma once

#include <string>
#include <vector>

#include "pipeline/sheet/bind.h"
#include "pipeline/sheet/row_moves.h"

namespace chohyo {

/// Where a formula stands: in a turn of an `each`, in a row of the form.
struct FormulaSpot {
  int scope = 0;
  int source_row = 0;
};

/// Moves the formulas of one sheet.
class FormFormulas {
 public:
  FormFormulas(const std::vector<SheetDraft>& drafts, const std::vector<RowMoves>& moves, std::size_t own);

  /// The formula with each range where its rows came to stand. One whose rows are all left out points to an empty row
  /// below the sheet. What cannot be read stays as it is where nothing moved, else it becomes "".
  std::string Moved(const std::string& formula, FormulaSpot spot) const;

 private:
  std::size_t SheetOf(const std::string& name) const;
  std::vector<FormulaRange> MovedRange(FormulaRange range, FormulaSpot spot, bool single) const;

  const std::vector<SheetDraft>& drafts_;
  const std::vector<RowMoves>& moves_;
  std::size_t own_;
  bool plain_ = true;  ///< nothing moved on any sheet, and every sheet has its own name
};

/// Computes all formulas and conditional formats. What keeps its cached value is noted.
void ComputeForms(std::vector<SheetDraft>* drafts, const std::vector<RowMoves>& moves, const BindOptions& options,
                  std::vector<TemplateNote>* notes);

}  // namespace chohyo
