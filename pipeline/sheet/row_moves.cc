#include "pipeline/sheet/row_moves.h"

#include <algorithm>

namespace chohyo {
namespace {

const std::vector<const Node*> kNoChain;

}  // namespace

RowMoves::RowMoves(const SheetDraft& draft) : draft_(draft) {
  std::vector<const Node*> around;
  FindChains(draft.body->root.children, &around);
  if (!chains_.empty()) form_rows_ = chains_.rbegin()->first + 1;
  out_rows_ = static_cast<int>(draft.source_rows.size());
  for (int row = 0; row < out_rows_; ++row) {
    const int source = draft.source_rows[static_cast<std::size_t>(row)];
    nothing_moved_ = nothing_moved_ && source == row;
    if (source >= 0) rows_of_[source].push_back(row);
  }
  nothing_moved_ = nothing_moved_ && out_rows_ == form_rows_;
}

void RowMoves::FindChains(const std::vector<Node>& nodes, std::vector<const Node*>* around) {
  for (const Node& node : nodes) {
    if (node.each) around->push_back(&node);
    if (node.row != nullptr) {
      const int row = node.row->source_row;
      chains_[row] = *around;
      for (const Node* each : *around) {
        const auto [at, is_new] = extents_.emplace(each, RowSpan{row, row});
        at->second.last = row;
      }
    }
    FindChains(node.children, around);
    if (node.each) around->pop_back();
  }
}

const std::vector<const Node*>& RowMoves::ChainOf(int source_row) const {
  const auto found = chains_.find(source_row);
  return found == chains_.end() ? kNoChain : found->second;
}

/// The innermost turn around `scope` that all the rows are part of.
int RowMoves::CommonScope(RowSpan rows, int scope) const {
  const auto shared = [&](const Node* each) {
    for (auto at = chains_.lower_bound(rows.first); at != chains_.end() && at->first <= rows.last; ++at) {
      if (std::find(at->second.begin(), at->second.end(), each) == at->second.end()) return false;
    }
    return true;
  };
  while (scope != 0 && !shared(At(scope).node)) scope = At(scope).parent;
  return scope;
}

std::optional<RowSpan> RowMoves::WithinScope(RowSpan rows, int scope) const {
  std::optional<RowSpan> found;
  for (auto at = rows_of_.lower_bound(rows.first); at != rows_of_.end() && at->first <= rows.last; ++at) {
    const auto begin = std::lower_bound(at->second.begin(), at->second.end(), At(scope).first_row);
    const auto end = std::lower_bound(at->second.begin(), at->second.end(), At(scope).end_row);
    if (begin == end) continue;
    const RowSpan own{*begin, *(end - 1)};
    found = found ? RowSpan{std::min(found->first, own.first), std::max(found->last, own.last)} : own;
  }
  return found;
}

std::optional<RowSpan> RowMoves::Find(RowSpan rows, int scope) const {
  const int shift = out_rows_ - form_rows_;
  if (rows.first >= form_rows_) return RowSpan{rows.first + shift, rows.last + shift};
  const bool beyond = rows.last >= form_rows_;
  auto found = WithinScope({rows.first, std::min(rows.last, form_rows_ - 1)}, CommonScope(rows, scope));
  if (found && beyond) found->last = rows.last + shift;
  return found;
}

/// What a relative reference to just above a repeated block means from its second turn on: the turn before, as it would
/// if the rows had been copied by hand.
std::optional<RowSpan> RowMoves::PreviousTurn(int row, int scope) const {
  if (scope == 0 || At(scope).previous < 0) return std::nullopt;
  const RowSpan block = extents_.at(At(scope).node);
  const int height = block.last - block.first + 1;
  if (row >= block.first || row < block.first - height) return std::nullopt;
  return WithinScope({row + height, row + height}, At(scope).previous);
}

std::optional<RowSpan> RowMoves::FindReference(const FormulaRange& range, int scope, int source_row) const {
  const RowSpan rows{range.first_row, range.last_row};
  if (!range.is_range && !range.first_row_absolute) {
    if (const auto previous = PreviousTurn(range.first_row, scope)) return previous;
  }
  auto found = Find(rows, scope);
  // $E$5:E5 in a repeated row 5: from the first turn to its own.
  const bool grows = range.is_range && range.first_row_absolute && !range.last_row_absolute && scope != 0;
  if (!grows || ChainOf(range.first_row) != ChainOf(source_row)) return found;
  const auto all = WithinScope({range.first_row, range.first_row}, At(scope).parent);
  if (found && all) found->first = all->first;
  return found;
}

std::vector<int> RowMoves::RowsOf(int source_row) const {
  const auto found = rows_of_.find(source_row);
  if (found != rows_of_.end()) return found->second;
  if (source_row >= form_rows_) return {source_row + out_rows_ - form_rows_};
  return {};
}

}  // namespace chohyo
