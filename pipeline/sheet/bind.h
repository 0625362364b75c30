// The making of a sheet: what is collected while rows are filled, and the steps that finish it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/sheet/body.h"
#include "pipeline/sheet/evaluate.h"

namespace chohyo {

/// What a cell asks of the edges around it.
struct EdgeClaim {
  LineStyle inner = LineStyle::kNone;
  int borders = -1;  ///< index into SheetBody::borders
};

/// A table's outline.
struct Frame {
  int first_row = 0, last_row = 0;
  int first_column = 0, last_column = 0;
  LineStyle outer = LineStyle::kMedium;
};

/// A cell that has an id.
struct Mark {
  int cell = 0;
  bool repeated = false;  ///< one of repeated cells of a row
};

/// One turn of an `each` over rows: its cells, in the order in which they were made.
struct Scope {
  int parent = 0;
  int depth = 0;  ///< how many `each` are around; 0 = the whole sheet
  int first_cell = 0, end_cell = 0;
  const Node* node = nullptr;  ///< the `each`
  int previous = -1;           ///< its turn before this one; -1 = this is the first
  int first_row = 0, end_row = 0;
};

/// A place that asks for other cells, to be answered when all sheets are filled.
struct Asking {
  int cell = 0;
  int scope = 0;
  bool repeated = false;
  bool sees_itself = false;  ///< a condition may be about its own cell, a formula may not
};

struct PendingFormula : Asking {
  const Formula* formula = nullptr;
};

struct PendingConditional : Asking {
  int spec = 0;
  bool applies = false;
};

struct PendingChart {
  int first_row = 0, last_row = 0;
  int first_column = 0, last_column = 0;
  const ChartSpec* spec = nullptr;
  Chart chart;  ///< its texts
};

/// A cell of an office's own form that has more than its text.
struct PendingFormCell {
  int cell = 0;
  int scope = 0;
  int source_row = 0;
  const FormCell* form = nullptr;
};

/// A sheet that is being filled.
struct SheetDraft {
  const SheetBody* body = nullptr;
  const TrackGrid* grid = nullptr;
  Sheet sheet;
  std::vector<EdgeClaim> claims;  ///< of each cell
  std::vector<Frame> frames;
  std::vector<std::vector<Mark>> marks;  ///< of each id
  std::vector<Scope> scopes{Scope{}};    ///< the first is the whole sheet
  std::vector<PendingFormula> formulas;
  std::vector<PendingConditional> conditionals;
  std::vector<PendingChart> charts;
  std::vector<int> source_rows;           ///< of each row: its row in an office's own form, -1 = none
  std::vector<const RowSpec*> row_specs;  ///< of each row; nullptr = one that the template does not have
  std::vector<PendingFormCell> form_cells;
  int copy = 0;          ///< of a sheet that is repeated: which one
  Place second_heading;  ///< of a heading row that does not adjoin the first ones; line 0 = none
};

/// Fills the rows of a sheet. bind_rows.cc, bind_cells.cc, bind_beside.cc
class RowBinder {
 public:
  RowBinder(SheetDraft* draft, Evaluator* values, const BindOptions& options)
      : draft_(*draft), sheet_(draft->sheet), values_(*values), options_(options) {}
  void Bind();

 private:
  /// A cell whose lower end is known when a later entry of its list is done.
  struct OpenSpan {
    int cell = 0;
    std::size_t last_entry = 0;
  };

  void BindNote();
  void BindList(const std::vector<Node>& nodes);
  void CloseSpans(std::size_t base, std::size_t done);
  void BindNode(const Node& node, std::size_t entry);
  void BindLoop(const Node& node, std::size_t entry);
  int BindTurn(const Node& node, std::size_t entry, const LoopFrame& frame, int previous);
  void BindOnce(const Node& node, std::size_t entry);
  void BindGroup(const Node& node);
  void BindRow(const Node& node, std::size_t entry);
  void BindRun(const CellRun& run, const std::vector<int>& map);
  void BindApproval(const ApprovalSpec& approval);
  void BindBeside(const Node& node);
  void BindChart(const ChartSpec& spec, int row, const std::vector<int>& map);
  void ReserveRows(const RowSpec& spec, int turns);
  int AddRow(const RowSpec& spec);
  int AddPlainRow(Um height);
  void TrackHeading(const RowSpec& spec, int row);
  void KeepTogether(int first_row);
  int row_count() const { return sheet_.row_count(); }

  enum class Turn { kPlain, kRepeated, kPadding };
  void AddCell(const CellSpec& spec, int first_column, int end_column, Turn turn);
  void AddPlainCell(int row, int first_column, int end_column, int style, std::string text, LineStyle inner);
  void FillCell(const CellSpec& spec, Turn turn, Cell* cell);
  void FillChecks(const Checks& checks, Cell* cell);
  int StyleOf(const CellSpec& spec, const Cell& cell);
  void AskForCells(const CellSpec& spec, int cell, Turn turn);

  SheetDraft& draft_;
  Sheet& sheet_;
  Evaluator& values_;
  const BindOptions& options_;
  std::vector<OpenSpan> open_spans_;
  int scope_ = 0;
  int next_group_ = 1;
  bool break_next_ = false;
};

/// Puts claims, frames and borders into the sheet's edges. bind_edges.cc
void DrawEdges(SheetDraft* draft);

/// Cells in place of references. bind_references.cc
class References {
 public:
  References(const std::vector<SheetDraft>& drafts, std::size_t own) : drafts_(drafts), own_(own) {}

  /// The ranges a reference stands for, seen from a place; empty if there is no such cell.
  std::vector<CellRange> Find(const CellReference& reference, const Asking& asking) const;
  /// All cells of a reference by their first places: a merged cell is one point of a chart.
  std::vector<CellRange> FindPoints(const CellReference& reference) const;
  /// "D6:D8,D11", with the sheet's name before each range of another sheet.
  std::string Text(const std::vector<CellRange>& ranges) const;
  std::string FormulaText(const Formula& formula, const Asking& asking) const;

 private:
  const SheetDraft* DraftOf(const CellReference& reference, std::size_t* index) const;
  const std::vector<Mark>& MarksOf(const CellReference& reference, const SheetDraft& draft) const;
  std::vector<CellRange> All(const CellReference& reference, const std::vector<Mark>& marks, std::size_t sheet,
                             const Asking& asking) const;
  std::vector<CellRange> Nearest(const std::vector<Mark>& marks, std::size_t sheet, const Asking& asking) const;
  std::vector<CellRange> Counterpart(const std::vector<Mark>& marks, std::size_t sheet, const Asking& asking) const;

  const std::vector<SheetDraft>& drafts_;
  std::size_t own_;
};

/// The places a cell covers.
CellRange RangeOf(const Cell& cell, std::size_t sheet);

/// What an office's own form has beyond its cells, moved to where its rows came to stand. bind_form.cc
void MoveForms(std::vector<SheetDraft>* drafts, Evaluator* values, const BindOptions& options,
               std::vector<TemplateNote>* notes);

/// Conditional formats, adjoining equal ones as one. bind_conditional.cc
void MakeConditionalFormats(std::vector<SheetDraft>* drafts, std::size_t own);

/// Charts whose cells exist. A fault where they do not adjoin. bind_charts.cc
void MakeCharts(std::vector<SheetDraft>* drafts, std::size_t own, const std::string& file);

}  // namespace chohyo
