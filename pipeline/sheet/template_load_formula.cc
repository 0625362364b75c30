// Formulas and the cells they name.
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr std::string_view kFormulaSigns = " +-*/^&=<>(),;:{}\"";

Place Moved(const Source& source, std::size_t offset) {
  Place place = source.place;
  if (!source.exact) return place;
  for (std::size_t at = 0; at < offset; ++place.column) NextCodePoint(source.text, &at);
  return place;
}

template <typename Visit>
void ForEachCell(const RowSpec& row, const Visit& visit) {
  for (const CellRun& run : row.runs) {
    for (const CellSpec& cell : run.cells) visit(cell);
  }
}

/// The ids of cells in a node and below.
void CollectIds(const Node& node, std::set<int>* ids) {
  if (node.row != nullptr) ForEachCell(*node.row, [ids](const CellSpec& cell) { ids->insert(cell.id); });
  for (const Node& child : node.children) CollectIds(child, ids);
}

/// The place of the next `[` outside of Excel's text quotes; npos if there is none.
std::size_t NextReference(std::string_view text, std::size_t from) {
  bool quoted = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (text[at] == '[' && !quoted) return at;
  }
  return std::string_view::npos;
}

/// Takes `Sheet!` off the end of a literal.
std::string TakeSheetName(std::string* literal) {
  if (!literal->ends_with('!')) return {};
  const std::size_t sign = literal->find_last_of(kFormulaSigns);
  const std::size_t start = sign == std::string::npos ? 0 : sign + 1;
  std::string name = literal->substr(start, literal->size() - start - 1);
  literal->resize(start);
  return name;
}

}  // namespace

/// `id` or `id*`, without its brackets.
CellReference SheetLoader::LoadReference(std::string_view text, Place place) {
  CellReference reference;
  reference.all = text.ends_with('*');
  reference.id = text.substr(0, text.size() - (reference.all ? 1 : 0));
  reference.place = place;
  return reference;
}

Formula SheetLoader::LoadFormula(const YamlNode& node) {
  const Source source = SourceOf(node);
  if (source.text.starts_with('=')) {
    node.Fail(Say("式は = なしで書いてください。", "write the formula without \"=\"."));
  }
  Formula formula;
  for (std::size_t at = 0; at < source.text.size();) {
    const std::size_t open = NextReference(source.text, at);
    Formula::Piece& piece = formula.pieces.emplace_back();
    piece.literal = source.text.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = source.text.find(']', open);
    if (close == std::string_view::npos) {
      node.Fail(Say("式の [ が閉じていません。", "a [ of the formula is never closed."));
    }
    std::string sheet = TakeSheetName(&piece.literal);
    piece.reference = LoadReference(source.text.substr(open + 1, close - open - 1), Moved(source, open));
    piece.reference->sheet = std::move(sheet);
    if (piece.reference->sheet.empty()) piece.reference->index = InternId(piece.reference->id);
    references_.push_back({*piece.reference, sheet_});
    at = close + 1;
  }
  return formula;
}

/// Finds for every `[id*]` the innermost `each` around it that has such cells. `around`: the ids in each of them.
void SheetLoader::SetDepths(Node* node, std::vector<std::set<int>>* around) {
  if (node->each) CollectIds(*node, &around->emplace_back());
  if (node->row != nullptr) {
    ForEachCell(*node->row, [&](const CellSpec& cell) {
      if (cell.formula != nullptr) SetDepths(cell.formula.get(), *around);
      for (const int spec : cell.conditional)
        SetDepths(&body_.conditional[static_cast<std::size_t>(spec)].formula, *around);
    });
  }
  for (Node& child : node->children) SetDepths(&child, around);
  if (node->each) around->pop_back();
}

void SheetLoader::SetDepths(Formula* formula, const std::vector<std::set<int>>& around) {
  for (Formula::Piece& piece : formula->pieces) {
    if (!piece.reference) continue;
    int depth = static_cast<int>(around.size());
    while (depth > 0 && around[static_cast<std::size_t>(depth - 1)].count(piece.reference->index) == 0) --depth;
    piece.reference->depth = depth;
  }
}

/// `[id*]` or `Sheet![id*]`
CellReference SheetLoader::LoadChartReference(const YamlNode& node) {
  Formula formula = LoadFormula(node);
  const bool lone = formula.pieces.size() == 1 && formula.pieces[0].literal.empty() && formula.pieces[0].reference;
  if (!lone || !formula.pieces[0].reference->all) {
    node.Fail(Say("「[名前*]」か「シート![名前*]」と書いてください。", "write \"[id*]\" or \"Sheet![id*]\"."));
  }
  return *formula.pieces[0].reference;
}

}  // namespace chohyo
