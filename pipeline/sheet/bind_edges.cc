// Ruled lines belong to edges: cells and tables claim them, the stronger wins; what a cell says itself goes before.
#include <algorithm>

#include "pipeline/sheet/bind.h"

namespace chohyo {
namespace {

/// Visits the edges along one side of a rectangle of places.
struct Rect {
  int first_row, end_row, first_column, end_column;
};

template <typename Visit>
void AlongRow(Sheet* sheet, int row, const Rect& rect, const Visit& visit) {
  Edge* edge = &sheet->horizontal[static_cast<std::size_t>(row * sheet->column_count())];
  for (int c = rect.first_column; c < rect.end_column; ++c) visit(edge[c]);
}

template <typename Visit>
void AlongColumn(Sheet* sheet, int column, const Rect& rect, const Visit& visit) {
  for (int r = rect.first_row; r < rect.end_row; ++r) visit(sheet->VerticalEdge(r, column));
}

template <typename Visit>
void AlongAll(Sheet* sheet, const Rect& rect, const Visit& visit) {
  AlongRow(sheet, rect.first_row, rect, visit);
  AlongRow(sheet, rect.end_row, rect, visit);
  AlongColumn(sheet, rect.first_column, rect, visit);
  AlongColumn(sheet, rect.end_column, rect, visit);
}

Rect RectOf(const Cell& cell) {
  return {cell.row, cell.row + cell.row_span, cell.column, cell.column + cell.column_span};
}

void DrawFrame(const Frame& frame, Sheet* sheet) {
  const Rect rect{frame.first_row, frame.last_row + 1, frame.first_column, frame.last_column + 1};
  AlongAll(sheet, rect, [&frame](Edge& edge) {
    edge.style = frame.outer == LineStyle::kNone ? LineStyle::kNone : std::max(edge.style, frame.outer);
  });
}

/// Collects what cells say themselves, apart, so that the stronger of two wins whatever was there before.
class OwnBorders {
 public:
  explicit OwnBorders(Sheet* sheet) : sheet_(*sheet), said_(*sheet) {
    std::fill(said_.horizontal.begin(), said_.horizontal.end(), Edge{LineStyle::kNone, kUnsaid});
    std::fill(said_.vertical.begin(), said_.vertical.end(), Edge{LineStyle::kNone, kUnsaid});
  }

  void Say(const Borders& borders, const Rect& rect) {
    const auto set = [](LineStyle style) {
      return [style](Edge& edge) { edge = {std::max(edge.style, style), kBlack}; };
    };
    if (borders.top) AlongRow(&said_, rect.first_row, rect, set(*borders.top));
    if (borders.bottom) AlongRow(&said_, rect.end_row, rect, set(*borders.bottom));
    if (borders.left) AlongColumn(&said_, rect.first_column, rect, set(*borders.left));
    if (borders.right) AlongColumn(&said_, rect.end_column, rect, set(*borders.right));
  }

  void Apply() {
    for (std::size_t i = 0; i < said_.horizontal.size(); ++i) {
      if (said_.horizontal[i].rgb != kUnsaid) sheet_.horizontal[i] = said_.horizontal[i];
    }
    for (std::size_t i = 0; i < said_.vertical.size(); ++i) {
      if (said_.vertical[i].rgb != kUnsaid) sheet_.vertical[i] = said_.vertical[i];
    }
  }

 private:
  static constexpr Rgb kUnsaid = 0xFF000000;
  /// Only the edges of a sheet.
  struct Edges : Sheet {
    explicit Edges(const Sheet& sheet) {
      columns = sheet.columns;
      horizontal.resize(sheet.horizontal.size());
      vertical.resize(sheet.vertical.size());
    }
  };
  Sheet& sheet_;
  Edges said_;
};

void DrawOwnBorders(SheetDraft* draft) {
  OwnBorders own(&draft->sheet);
  for (std::size_t i = 0; i < draft->claims.size(); ++i) {
    if (draft->claims[i].borders < 0) continue;
    own.Say(draft->body->borders[static_cast<std::size_t>(draft->claims[i].borders)], RectOf(draft->sheet.cells[i]));
  }
  own.Apply();
}

/// Of an office's own form: the stronger of what the places on both sides of an edge ask for.
void DrawPlaceEdges(SheetDraft* draft) {
  Sheet& sheet = draft->sheet;
  const auto claim = [](const Edge& wanted, Edge* edge) {
    if (wanted.style > edge->style) *edge = wanted;
  };
  for (int row = 0; row < sheet.row_count(); ++row) {
    const RowSpec* spec = draft->row_specs[static_cast<std::size_t>(row)];
    if (spec == nullptr) continue;
    for (const PlaceEdges& place : spec->edges) {
      claim(place.top, &sheet.HorizontalEdge(row, place.column));
      claim(place.bottom, &sheet.HorizontalEdge(row + 1, place.column));
      claim(place.left, &sheet.VerticalEdge(row, place.column));
      claim(place.right, &sheet.VerticalEdge(row, place.column + 1));
    }
  }
}

}  // namespace

void DrawEdges(SheetDraft* draft) {
  Sheet& sheet = draft->sheet;
  const auto columns = static_cast<std::size_t>(sheet.column_count());
  sheet.horizontal.resize((sheet.rows.size() + 1) * columns);
  sheet.vertical.resize(sheet.rows.size() * (columns + 1));
  bool own = false;
  for (std::size_t i = 0; i < draft->claims.size(); ++i) {
    const EdgeClaim& claim = draft->claims[i];
    own = own || claim.borders >= 0;
    if (claim.inner == LineStyle::kNone) continue;
    AlongAll(&sheet, RectOf(sheet.cells[i]), [&claim](Edge& edge) { edge.style = std::max(edge.style, claim.inner); });
  }
  for (const Frame& frame : draft->frames) DrawFrame(frame, &sheet);
  if (own) DrawOwnBorders(draft);
  DrawPlaceEdges(draft);
}

}  // namespace chohyo
