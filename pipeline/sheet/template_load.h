// Reads the YAML of a template into its compiled body. One loader a worksheet; its parts stand in template_load_*.cc.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/yaml.h"
#include "pipeline/sheet/body.h"

namespace chohyo {

/// A style on its way from the page down to a cell, and whether somebody chose the alignment on the way.
struct Look {
  CellStyle style;
  bool has_h = false, has_v = false;
};

/// What the rows of a block have in common.
struct RowsContext {
  Look look;
  int tracks = 0;
  int columns = 1;
  bool complete = false;  ///< rows must reach the right edge
  LineStyle inner = LineStyle::kNone;
  Um height = 0;
  BandKind band = BandKind::kBody;
  std::optional<Rgb> label_fill;
  std::optional<Borders> borders;               ///< of the row around
  std::vector<const YamlNode*> style_if, cond;  ///< of the row around
};

/// A reference to cells, to be checked when all sheets are known.
struct PendingReference {
  CellReference reference;
  std::size_t sheet = 0;
};

/// Where a scalar's text stands.
Source SourceOf(const YamlNode& node);
Place PlaceOf(const YamlNode& node);

/// Refuses keys that are in none of the lists.
void RefuseKeys(const YamlNode& map, std::initializer_list<std::span<const std::string_view>> known);

// template_load_style.cc
extern const std::span<const std::string_view> kLookKeys;
void ApplyLook(const YamlNode& map, Look* look);
LineStyle LineStyleOf(const YamlNode& node);
Borders BordersOf(const YamlNode& node);
std::optional<Rgb> ColorOf(const YamlNode& node);
Um LengthOf(const YamlNode& node);
CentiPoint SizeOf(const YamlNode& node);
void ApplyFont(const YamlNode& node, CellStyle* style);

// template_load_page.cc
struct PageLook {
  PageSetup page;
  CellStyle style;
  CentiPoint smallest_size = 700, reported_size = 900;
};
void ApplyPage(const YamlNode& node, PageLook* page);
std::vector<Track> TracksOf(const YamlNode& node);

// template_load_rows.cc
/// `9mm`, `fill`, `2fill`, `fill 40mm`
void ApplyHeight(const YamlNode& node, RowSpec* row);

class SheetLoader {
 public:
  SheetLoader(SheetBody* body, ExpressionCompiler* compiler, std::size_t sheet,
              std::vector<PendingReference>* references)
      : body_(*body), compiler_(*compiler), sheet_(sheet), references_(*references) {}

  /// Reads the blocks of a sheet. `columns`: those of blocks without their own; nullptr for none.
  void Load(const YamlNode* columns, const YamlNode& body, const PageLook& page);

 private:
  // template_load_blocks.cc and template_load_special.cc
  std::vector<Node> LoadBlocks(const YamlNode& list, const Look& look, Region region);
  Node LoadBlock(const YamlNode& node, const Look& look, Region region);
  void LoadBlockBody(const YamlNode& node, const YamlNode::Entry& entry, Look look, Region region, Node* out);
  Node TextRow(const YamlNode& text, const Look& look, Region region);
  Node SpreadTitle(const YamlNode& node, const YamlNode& text, const Look& look, Region region);
  Node SpaceRow(Um height, int fill, Region region, Place place);
  Node LoadSpace(const YamlNode& node, Region region);
  void ApplyTableKeys(const YamlNode& node, RowsContext* context, Node* table, Region* region);
  std::vector<Um> TableBoundaries(const YamlNode& node, Region region);
  Node LoadTable(const YamlNode& node, bool ruled, const Look& look, Region region);
  Node LoadSender(const YamlNode& node, const Look& look, Region region);
  Node SenderLine(const YamlNode* label, const YamlNode& value, bool seal, const Look& look, int tracks,
                  const YamlNode& block);
  Node LoadApproval(const YamlNode& node, const Look& look, Region region);
  Node LoadBeside(const YamlNode& node, const Look& look, Region region);
  Node LoadChart(const YamlNode& node, Region region);
  ChartSpec::Series LoadSeries(const YamlNode& node, std::size_t index);

  // template_load_rows.cc
  std::vector<Node> LoadRows(const YamlNode& list, const RowsContext& context, const std::vector<bool>& blocked);
  Node LoadRowEntry(const YamlNode& node, RowsContext context, const std::vector<bool>& blocked, int left_over);
  void LoadRepetition(const YamlNode& node, Node* out);
  Node LoadRowGroup(const YamlNode& node, RowsContext context, const std::vector<bool>& blocked);
  Node LoadRow(const YamlNode& node, RowsContext context, const std::vector<bool>& blocked, int left_over);
  void ApplyRowKeys(const YamlNode& node, RowsContext* context, RowSpec* row);
  void LoadCells(const YamlNode& cells, const RowsContext& context, std::vector<bool> blocked, int left_over,
                 RowSpec* row);
  CellRun LoadRepeatedCells(const YamlNode& node, const RowsContext& context, const std::vector<bool>& blocked,
                            int begin, int after);

  // template_load_cells.cc
  CellSpec LoadCell(const YamlNode& node, const RowsContext& context, int first, int span);
  void LoadCellMap(const YamlNode& node, const RowsContext& context, Look* look, bool* label, CellSpec* cell);
  void LoadContent(const YamlNode& node, Look* look, bool* label, CellSpec* cell);
  void LoadChecks(const YamlNode& node, CellSpec* cell);
  void LoadCellExtras(const YamlNode& node, CellSpec* cell);
  void LoadStyleCases(const YamlNode& node, const RowsContext& context, std::vector<const YamlNode*>* cases);
  void LoadConditional(const YamlNode& node, const RowsContext& context, CellSpec* cell);
  void InternStyles(const Look& look, bool label, const std::vector<const YamlNode*>& cases, Um width, CellSpec* cell);
  Um WidthOf(int tracks, int first, int span) const;
  CellSpec PlainCell(Text text, const CellStyle& style, Place place);

  // template_load_formula.cc
  Formula LoadFormula(const YamlNode& node);
  CellReference LoadReference(std::string_view text, Place place);
  CellReference LoadChartReference(const YamlNode& node);
  void SetDepths(Node* node, std::vector<std::set<int>>* around);
  void SetDepths(Formula* formula, const std::vector<std::set<int>>& around);

  Text TextOf(const YamlNode& node);
  Condition ConditionOf(const YamlNode& node) { return compiler_.CompileCondition(SourceOf(node)); }
  int InternStyle(const CellStyle& style);
  int InternId(const std::string& id);
  int InternBorders(const Borders& borders);
  int InternChoices(std::vector<std::string> choices);
  int AddBoundaries(std::vector<Um> at);
  void UseBoundary(int tracks, int index) { body_.boundaries[tracks].used[index] = true; }
  void MakeGrids(const YamlNode& node);

  SheetBody& body_;
  ExpressionCompiler& compiler_;
  std::size_t sheet_;
  std::vector<PendingReference>& references_;
  std::vector<Track> columns_;
  const YamlNode* columns_node_ = nullptr;
  int beside_depth_ = 0;                           ///< blocks side by side around
  std::map<const YamlNode*, int> conditional_of_;  ///< a row's `cond` is one for all of its cells
  std::vector<std::pair<int, Region>> approvals_;  ///< boundary sets of approval boxes, and where they may stand
};

}  // namespace chohyo
