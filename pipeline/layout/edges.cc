#include "pipeline/layout/edges.h"

#include <algorithm>

namespace chohyo {
namespace {

constexpr Um kHair = UmOfPoints(0.25), kThin = UmOfPoints(0.5), kMedium = UmOfPoints(1.0), kThick = UmOfPoints(1.5);
constexpr Um kDoubleLine = UmOfPoints(0.35), kDoubleOffset = UmOfPoints(0.55);
/// How far up a table without inner rules is searched for its top.
constexpr int kFarthestTop = 200;

bool IsDrawn(const Edge& edge) { return edge.style != LineStyle::kNone; }
const Edge& Stronger(const Edge& a, const Edge& b) { return b.style > a.style ? b : a; }

Um LineWidth(LineStyle style) {
  switch (style) {
    case LineStyle::kNone: return 0;
    case LineStyle::kHair: return kHair;
    case LineStyle::kDotted:
    case LineStyle::kDashDotDot:
    case LineStyle::kDashDot:
    case LineStyle::kDashed:
    case LineStyle::kThin: return kThin;
    case LineStyle::kMediumDashDotDot:
    case LineStyle::kSlantDashDot:
    case LineStyle::kMediumDashDot:
    case LineStyle::kMediumDashed:
    case LineStyle::kMedium: return kMedium;
    case LineStyle::kThick: return kThick;
    case LineStyle::kDouble: return kDoubleLine;
  }
  return 0;
}

/// From one side of the line to the other, both lines of a double one included.
Um BandWidth(const Edge& edge) {
  return edge.style == LineStyle::kDouble ? 2 * kDoubleOffset + kDoubleLine : LineWidth(edge.style);
}

class EdgeDrawer {
 public:
  EdgeDrawer(const Grid& grid, const PageSpan& page, const std::vector<PlacedRow>& rows, std::vector<Stroke>* strokes)
      : grid_(grid), sheet_(grid.sheet()), page_(page), rows_(rows), strokes_(strokes) {}

  void Run() {
    if (rows_.empty()) return;
    for (std::size_t line = 0; line <= rows_.size(); ++line) {
      CollectLine(line, &edges_);
      EmitLine(line, edges_);
    }
    for (int column = 0; column <= grid_.columns(); ++column) EmitColumn(column);
  }

 private:
  /// The edges between rows_[line - 1] and rows_[line].
  void CollectLine(std::size_t line, std::vector<Edge>* edges) {
    edges->assign(static_cast<std::size_t>(grid_.columns()), Edge{});
    if (line == 0) return CollectTop(edges);
    if (line == rows_.size()) return CollectBottom(edges);
    const PlacedRow& above = rows_[line - 1];
    const PlacedRow& below = rows_[line];
    for (int column = 0; column < grid_.columns(); ++column) {
      (*edges)[static_cast<std::size_t>(column)] = Between(above, below, column);
    }
  }

  Edge Between(const PlacedRow& above, const PlacedRow& below, int column) const {
    const bool broken = above.repeated != below.repeated && below.row != above.row + 1;
    if (!broken && IsMerged(above.row, below.row, column)) return {};
    Edge edge = Stronger(sheet_.HorizontalEdge(above.row + 1, column), sheet_.HorizontalEdge(below.row, column));
    for (int row = above.row + 2; !broken && row < below.row; ++row) {
      edge = Stronger(edge, sheet_.HorizontalEdge(row, column));
    }
    return edge;
  }

  bool IsMerged(int above, int below, int column) const {
    const int cover = grid_.CoverAt(above, column);
    return cover >= 0 && cover == grid_.CoverAt(below, column);
  }

  void CollectTop(std::vector<Edge>* edges) const {
    const int row = rows_.front().row;
    const bool repeated = rows_.front().repeated;
    const bool inside = !repeated && page_.first_from > 0;
    CollectOuter(row, row, inside, !repeated && !page_.begins_area, edges);
  }
  void CollectBottom(std::vector<Edge>* edges) const {
    const int row = rows_.back().row;
    const bool inside = page_.last_goes_on;
    const bool goes_on = inside || (!page_.ends_area && row + 1 < grid_.rows());
    CollectOuter(row + 1, row, inside, goes_on, edges);
  }
  /// Edges at the top or bottom of the page, at grid line `line` beside `row`. `inside`: in the midst of the row.
  void CollectOuter(int line, int row, bool inside, bool goes_on, std::vector<Edge>* edges) const {
    std::vector<bool> closed(static_cast<std::size_t>(grid_.columns()), false);
    for (int column = 0; column < grid_.columns(); ++column) {
      const auto at = static_cast<std::size_t>(column);
      const bool cut = inside || (line > 0 && line < grid_.rows() && IsMerged(line - 1, line, column));
      if (!cut) (*edges)[at] = sheet_.HorizontalEdge(line, column);
      closed[at] = goes_on && IsInTable(row, column, (*edges)[at]);
    }
    Edge frame;
    for (int column = 0; column < grid_.columns(); ++column) {
      const auto at = static_cast<std::size_t>(column);
      if (!closed[at]) continue;
      if (column == 0 || !closed[at - 1]) frame = sheet_.VerticalEdge(row, column);
      (*edges)[at] = Stronger((*edges)[at], frame);
    }
  }

  /// True if a ruled table goes on over the page break at this place: there is a rule at the break itself, or the place
  /// stands between vertical rules that reach up to one.
  bool IsInTable(int row, int column, const Edge& at_break) const {
    if (IsDrawn(at_break)) return true;
    for (int up = row; up >= 0 && up > row - kFarthestTop; --up) {
      const int cover = grid_.CoverAt(up, column);
      const Cell* cell = cover < 0 ? nullptr : &sheet_.cells[static_cast<std::size_t>(cover)];
      const int left = cell == nullptr ? column : cell->column;
      const int right = cell == nullptr ? column + 1 : grid_.ColumnEnd(*cell);
      if (!IsDrawn(sheet_.VerticalEdge(up, left)) || !IsDrawn(sheet_.VerticalEdge(up, right))) return false;
      const bool inside_cell = up > 0 && IsMerged(up - 1, up, column);
      if (!inside_cell && IsDrawn(sheet_.HorizontalEdge(up, column))) return true;
    }
    return false;
  }

  Um LineY(std::size_t line) const { return line < rows_.size() ? rows_[line].y : rows_.back().bottom(); }
  Um X(int column) const { return sheet_.page.margin_left + grid_.ColumnX(column); }

  Edge VerticalAt(const PlacedRow& row, int column) const {
    const bool merged = column > 0 && column < grid_.columns() && grid_.CoverAt(row.row, column) >= 0 &&
                        grid_.CoverAt(row.row, column) == grid_.CoverAt(row.row, column - 1);
    return merged ? Edge{} : sheet_.VerticalEdge(row.row, column);
  }

  /// Half the width of the vertical lines that meet a horizontal one: it reaches so far over its end to fill the
  /// corner.
  Um CornerReach(std::size_t line, int column) const {
    Um width = 0;
    if (line > 0) width = BandWidth(VerticalAt(rows_[line - 1], column));
    if (line < rows_.size()) width = std::max(width, BandWidth(VerticalAt(rows_[line], column)));
    return width / 2;
  }

  void EmitLine(std::size_t line, const std::vector<Edge>& edges) {
    const Um y = LineY(line);
    for (int column = 0; column < grid_.columns();) {
      const Edge& edge = edges[static_cast<std::size_t>(column)];
      int end = column + 1;
      while (end < grid_.columns() && edges[static_cast<std::size_t>(end)] == edge) ++end;
      if (IsDrawn(edge)) {
        const bool solid = PatternOf(edge.style) == Stroke::Pattern::kSolid;
        const Um left = X(column) - (solid ? CornerReach(line, column) : 0);
        const Um right = X(end) + (solid ? CornerReach(line, end) : 0);
        AppendEdge(edge, left, y, right, y, strokes_);
      }
      column = end;
    }
  }

  void EmitColumn(int column) {
    for (std::size_t i = 0; i < rows_.size();) {
      const Edge edge = VerticalAt(rows_[i], column);
      std::size_t end = i + 1;
      while (end < rows_.size() && VerticalAt(rows_[end], column) == edge) ++end;
      if (IsDrawn(edge)) AppendEdge(edge, X(column), rows_[i].y, X(column), rows_[end - 1].bottom(), strokes_);
      i = end;
    }
  }

  const Grid& grid_;
  const Sheet& sheet_;
  const PageSpan& page_;
  const std::vector<PlacedRow>& rows_;
  std::vector<Stroke>* strokes_;
  std::vector<Edge> edges_;
};

}  // namespace

Stroke::Pattern PatternOf(LineStyle style) {
  switch (style) {
    case LineStyle::kDotted: return Stroke::Pattern::kDotted;
    case LineStyle::kDashed: return Stroke::Pattern::kDashed;
    case LineStyle::kMediumDashed: return Stroke::Pattern::kLongDashed;
    case LineStyle::kDashDot:
    case LineStyle::kMediumDashDot: return Stroke::Pattern::kDashDot;
    case LineStyle::kDashDotDot:
    case LineStyle::kMediumDashDotDot: return Stroke::Pattern::kDashDotDot;
    case LineStyle::kSlantDashDot: return Stroke::Pattern::kSlantDashDot;
    case LineStyle::kNone:
    case LineStyle::kHair:
    case LineStyle::kThin:
    case LineStyle::kMedium:
    case LineStyle::kDouble:
    case LineStyle::kThick: break;
  }
  return Stroke::Pattern::kSolid;
}

void AppendEdge(const Edge& edge, Um x1, Um y1, Um x2, Um y2, std::vector<Stroke>* strokes) {
  const Um width = LineWidth(edge.style);
  if (edge.style != LineStyle::kDouble) {
    strokes->push_back({x1, y1, x2, y2, width, edge.rgb, PatternOf(edge.style)});
    return;
  }
  const Um dx = x1 == x2 ? kDoubleOffset : 0, dy = x1 == x2 ? 0 : kDoubleOffset;  // slanted lines: near enough
  strokes->push_back({x1 - dx, y1 - dy, x2 - dx, y2 - dy, width, edge.rgb, Stroke::Pattern::kSolid});
  strokes->push_back({x1 + dx, y1 + dy, x2 + dx, y2 + dy, width, edge.rgb, Stroke::Pattern::kSolid});
}

void DrawEdges(const Grid& grid, const PageSpan& page, const std::vector<PlacedRow>& rows,
               std::vector<Stroke>* strokes) {
  EdgeDrawer(grid, page, rows, strokes).Run();
}

}  // namespace chohyo
