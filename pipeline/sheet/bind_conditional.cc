// Conditional formats: one for each rectangle of adjoining cells whose formulas say the same relative to each cell.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "pipeline/sheet/bind.h"
#include "pipeline/sheet/cell_address.h"

namespace chohyo {
namespace {

/// A rectangle of cells with one format. `key` is equal for formulas that are equal relative to their cells: rows and
/// columns of the cell itself are relative, all others absolute.
struct Block {
  CellRange range;
  int spec = 0;
  std::vector<int> key;
  std::string formula;  ///< relative to the first cell
  std::vector<std::pair<CellRange, bool>> cells;
};

void AppendKey(const CellRange& range, const CellRange& cell, std::vector<int>* key) {
  for (const int row : {range.first_row, range.last_row}) key->push_back(row == cell.first_row ? -1 : row);
  for (const int column : {range.first_column, range.last_column}) {
    key->push_back(column == cell.first_column ? -1 : column);
  }
  key->push_back(range.sheet);
}

std::string RelativeName(const CellRange& range, const CellRange& cell) {
  const auto name = [&cell](int row, int column) {
    return CellAddress(row, column, row != cell.first_row, column != cell.first_column);
  };
  std::string text = name(range.first_row, range.first_column);
  if (range.first_row == range.last_row && range.first_column == range.last_column) return text;
  return text + ':' + name(range.last_row, range.last_column);
}

/// The ranges of each reference of a formula; false if one stands for no cell. Single cells go by their first place.
bool FindAll(const Formula& formula, const References& references, const Asking& asking,
             std::vector<std::vector<CellRange>>* found) {
  found->clear();
  for (const Formula::Piece& piece : formula.pieces) {
    if (!piece.reference) continue;
    std::vector<CellRange>& ranges = found->emplace_back(references.Find(*piece.reference, asking));
    if (ranges.empty()) return false;
    if (piece.reference->all) continue;
    ranges[0].last_row = ranges[0].first_row;
    ranges[0].last_column = ranges[0].first_column;
  }
  return true;
}

std::string RelativeFormula(const Formula& formula, const std::vector<std::vector<CellRange>>& found,
                            const CellRange& cell) {
  std::string text;
  std::size_t next = 0;
  for (const Formula::Piece& piece : formula.pieces) {
    text += piece.literal;
    if (!piece.reference) continue;
    std::string ranges;
    for (const CellRange& range : found[next++]) {
      if (!ranges.empty()) ranges += ',';
      ranges += RelativeName(range, cell);
    }
    text += ranges;
  }
  return text;
}

/// Joins cells of one format, given row by row: first along the row, then with equal stretches of the row above.
class BlockJoiner {
 public:
  bool Extend(const CellRange& cell, int spec, const std::vector<int>& key, bool applies) {
    if (!has_run_ || run_.spec != spec || run_.key != key || run_.range.first_row != cell.first_row ||
        run_.range.last_row != cell.last_row || run_.range.last_column + 1 != cell.first_column) {
      return false;
    }
    run_.range.last_column = cell.last_column;
    run_.cells.emplace_back(cell, applies);
    return true;
  }

  void Start(Block block) {
    Close();
    run_ = std::move(block);
    has_run_ = true;
  }

  std::vector<Block> Finish() {
    Close();
    return std::move(blocks_);
  }

 private:
  void Close() {
    if (!std::exchange(has_run_, false)) return;
    const auto stretch = std::tuple(run_.spec, run_.range.first_column, run_.range.last_column);
    const auto [above, is_new] = last_.try_emplace(stretch, blocks_.size());
    if (!is_new) {
      Block& block = blocks_[above->second];
      if (block.key == run_.key && block.range.last_row + 1 == run_.range.first_row) {
        block.range.last_row = run_.range.last_row;
        block.cells.insert(block.cells.end(), run_.cells.begin(), run_.cells.end());
        return;
      }
    }
    above->second = blocks_.size();
    blocks_.push_back(std::move(run_));
  }

  bool has_run_ = false;
  Block run_;
  std::vector<Block> blocks_;
  std::map<std::tuple<int, int, int>, std::size_t> last_;
};

ConditionalFormat FormatOf(const Block& block, const ConditionalSpec& spec) {
  ConditionalFormat format;
  format.range = block.range;
  format.formula = block.formula;
  format.fill_rgb = spec.fill_rgb;
  format.text_rgb = spec.text_rgb;
  format.bold = spec.bold;
  const int width = block.range.last_column - block.range.first_column + 1;
  const int height = block.range.last_row - block.range.first_row + 1;
  format.applies.assign(static_cast<std::size_t>(width * height), false);
  for (const auto& [cell, applies] : block.cells) {
    for (int row = cell.first_row; row <= cell.last_row; ++row) {
      const int start = (row - block.range.first_row) * width + cell.first_column - block.range.first_column;
      std::fill_n(format.applies.begin() + start, cell.last_column - cell.first_column + 1, applies);
    }
  }
  return format;
}

}  // namespace

void MakeConditionalFormats(std::vector<SheetDraft>* drafts, std::size_t own) {
  SheetDraft& draft = (*drafts)[own];
  std::stable_sort(draft.conditionals.begin(), draft.conditionals.end(),
                   [](const auto& a, const auto& b) { return a.spec < b.spec; });
  const References references(*drafts, own);
  BlockJoiner joiner;
  std::vector<std::vector<CellRange>> found;
  std::vector<int> key;
  for (const PendingConditional& pending : draft.conditionals) {
    const Formula& formula = draft.body->conditional[static_cast<std::size_t>(pending.spec)].formula;
    if (!FindAll(formula, references, pending, &found)) continue;
    const CellRange cell = RangeOf(draft.sheet.cells[static_cast<std::size_t>(pending.cell)], own);
    key.clear();
    for (const auto& ranges : found) {
      for (const CellRange& range : ranges) AppendKey(range, cell, &key);
    }
    if (joiner.Extend(cell, pending.spec, key, pending.applies)) continue;
    joiner.Start({cell, pending.spec, key, RelativeFormula(formula, found, cell), {{cell, pending.applies}}});
  }
  for (const Block& block : joiner.Finish()) {
    draft.sheet.conditional_formats.push_back(
        FormatOf(block, draft.body->conditional[static_cast<std::size_t>(block.spec)]));
  }
}

}  // namespace chohyo
