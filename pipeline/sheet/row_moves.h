// Where the rows of an office's own form came to stand after filling: repeated, left out, moved down.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/formula/excel_formula.h"
#include "pipeline/sheet/bind.h"

namespace chohyo {

/// Rows from first to last.
struct RowSpan {
  int first = 0, last = 0;
};

class RowMoves {
 public:
  explicit RowMoves(const SheetDraft& draft);

  /// Every row stands where it stood.
  bool nothing_moved() const { return nothing_moved_; }
  /// Where the rows [first, last] came to stand, as seen from a turn of an `each`: rows of the same turn are those of
  /// that turn, others all. Nothing if none of them is left. Rows below the form move with its end.
  std::optional<RowSpan> Find(RowSpan rows, int scope) const;
  /// A reference of a formula that stands in `source_row` of a turn.
  std::optional<RowSpan> FindReference(const FormulaRange& range, int scope, int source_row) const;
  /// All rows that one row became.
  std::vector<int> RowsOf(int source_row) const;
  /// A row of no text, below everything: for references whose rows are all left out.
  int row_below() const { return out_rows_; }

 private:
  void FindChains(const std::vector<Node>& nodes, std::vector<const Node*>* around);
  const std::vector<const Node*>& ChainOf(int source_row) const;
  const Scope& At(int scope) const { return draft_.scopes[static_cast<std::size_t>(scope)]; }
  int CommonScope(RowSpan rows, int scope) const;
  std::optional<RowSpan> WithinScope(RowSpan rows, int scope) const;
  std::optional<RowSpan> PreviousTurn(int row, int scope) const;

  const SheetDraft& draft_;
  std::map<int, std::vector<const Node*>> chains_;  ///< of each row of the form: the `each` around it, outermost first
  std::map<int, std::vector<int>> rows_of_;
  std::map<const Node*, RowSpan> extents_;  ///< of each `each`: its rows in the form
  int form_rows_ = 0, out_rows_ = 0;
  bool nothing_moved_ = true;
};

}  // namespace chohyo
