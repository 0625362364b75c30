#include "pipeline/layout/page_draw.h"

#include <algorithm>

#include "pipeline/layout/edges.h"
#include "pipeline/layout/fills.h"
#include "pipeline/layout/paper_box.h"
#include "pipeline/layout/text_run.h"
#include "pipeline/layout/turn.h"

namespace chohyo {
namespace {

constexpr int kUnderlinePercent = 12, kSecondUnderlinePercent = 22,
              kStrikePercent = -30;  ///< of the size, below the baseline
constexpr int kRulePercent = 5;

class PageDrawer {
 public:
  PageDrawer(const SheetPlan& plan, const std::vector<CellLook>& looks, int number)
      : plan_(plan),
        grid_(plan.grid()),
        sheet_(grid_.sheet()),
        looks_(looks),
        number_(number),
        span_(plan.pages()[static_cast<std::size_t>(number)]),
        rows_(PlaceRows(grid_, plan.heights(), span_)) {}

  Page Run() {
    page_.width = sheet_.page.width;
    page_.height = sheet_.page.height;
    page_.first_row = span_.first_row;
    page_.last_row = span_.last_row;
    page_.runs.reserve(CountCells());
    for (std::size_t i = 0; i < rows_.size(); ++i) DrawRow(i);
    page_.boxes = JoinBoxes(page_.boxes);
    DrawEdges(grid_, span_, rows_, &page_.strokes);
    return std::move(page_);
  }

 private:
  const Cell& CellAt(int index) const { return sheet_.cells[static_cast<std::size_t>(index)]; }

  std::size_t CountCells() const {
    if (span_.last_row < span_.first_row) return 0;
    return static_cast<std::size_t>(grid_.FirstCellOf(span_.last_row + 1) - grid_.FirstCellOf(span_.first_row));
  }

  /// Draws the cells whose first row on this page this is.
  void DrawRow(std::size_t place) {
    const PlacedRow& row = rows_[place];
    const bool section_begins = place == 0 || rows_[place - 1].repeated != row.repeated;
    const bool row_before_hidden = place > 0 && rows_[place - 1].row != row.row - 1;
    if (section_begins || row_before_hidden) return DrawCovering(place);
    for (int i = grid_.FirstCellOf(row.row); i < grid_.FirstCellOf(row.row + 1); ++i) DrawCell(i, place);
  }

  /// Draws the cells that stand in a row and on no row above it on this page.
  void DrawCovering(std::size_t place) {
    const int row = rows_[place].row;
    const bool follows = place > 0 && rows_[place - 1].repeated == rows_[place].repeated;
    for (int column = 0; column < grid_.columns();) {
      const int index = grid_.CoverAt(row, column);
      const bool drawn = index >= 0 && follows && CellAt(index).row <= rows_[place - 1].row;
      if (index >= 0 && !drawn) DrawCell(index, place);
      column = index < 0 ? column + 1 : grid_.ColumnEnd(CellAt(index));
    }
  }

  void DrawCell(int index, std::size_t place) {
    const Cell& cell = CellAt(index);
    PaperBox box{X(cell.column), rows_[place].y, 0, 0};
    box.width = X(grid_.ColumnEnd(cell)) - box.x;
    for (std::size_t i = place; i < rows_.size() && rows_[i].row < grid_.RowEnd(cell); ++i) {
      if (rows_[i].repeated != rows_[place].repeated) break;
      box.height += rows_[i].height;
    }
    if (box.width == 0) return;
    const CellLook& look = looks_[static_cast<std::size_t>(index)];
    if (look.fill_rgb) page_.boxes.push_back({box.x, box.y, box.width, box.height, *look.fill_rgb});
    if (cell.diagonal)
      AppendEdge({LineStyle::kThin, kBlack}, box.x + box.width, box.y, box.x, box.y + box.height, &page_.strokes);
    DrawDiagonals(cell, box);
    if (!plan_.text().cell(index).text.empty()) DrawText(index, box, rows_[place].repeated);
  }

  void DrawDiagonals(const Cell& cell, const PaperBox& box) {
    const auto draw = [&](const Edge& edge, Um from, Um to) {
      if (edge.style != LineStyle::kNone) AppendEdge(edge, box.x, from, box.right(), to, &page_.strokes);
    };
    draw(cell.diagonal_down, box.y, box.bottom());
    draw(cell.diagonal_up, box.bottom(), box.y);
  }

  Um X(int column) const { return sheet_.page.margin_left + grid_.ColumnX(column); }

  void DrawText(int index, PaperBox box, bool repeated) {
    const CellText& set = plan_.text().cell(index);
    CellShare share{number_, 0, set.line_count};
    bool spread_over_pages = false;
    if (const auto found = plan_.shares().find(index); found != plan_.shares().end() && !repeated) {
      const auto mine = std::find_if(found->second.begin(), found->second.end(),
                                     [&](const CellShare& s) { return s.page == number_; });
      share = mine == found->second.end() ? CellShare{number_, 0, 0} : *mine;
      spread_over_pages = share.line_count < set.line_count;
    }
    if (share.line_count == 0) return;
    box.width = grid_.TextWidth(index);
    if (set.vertical) return DrawColumns(index, box, share);
    if (set.rotation != 0) return DrawTurned(index, box);
    DrawLines(index, box, share, spread_over_pages);
  }

  RunLook LookOf(int index) const {
    const CellLook& look = looks_[static_cast<std::size_t>(index)];
    return {plan_.text().cell(index).size, look.text_rgb, look.bold, grid_.StyleOf(CellAt(index)).italic, index};
  }

  /// From line to line: the usual leading; where the room is small less, down to the tight one, before the padding
  /// shrinks; at worst the lines just fill the room.
  static Um LeadingFor(CentiPoint size, std::uint32_t lines, Um room, Um pad) {
    const Um em = UmOfSize(size);
    const Um usual = em * kLeadingPercent / 100, tight = em * kTightLeadingPercent / 100;
    if (lines < 2) return usual;
    const auto gaps = static_cast<Um>(lines - 1);
    const Um at_ease = (room - 2 * std::min(pad, kLeastBlockPad) - em * kLinePercent / 100) / gaps;
    const Um at_most = (room - 2 * std::min(pad, kLeastPad) - em) / gaps;
    return std::min(std::clamp(at_ease, tight, usual), std::max(at_most, em));
  }

  /// Where a block begins in the room that its alignment leaves. Beside the padding a line keeps half of what its
  /// height exceeds the em square.
  static Um BlockTop(VAlign align, const PaperBox& box, Um block, Um pad, CentiPoint size) {
    const Um spare = box.height - block;
    const Um wanted = pad + UmOfSize(size) * (kLinePercent - 100) / 200;
    const Um kept = std::clamp(wanted, Um{0}, std::max(spare / 2, Um{0}));
    if (align == VAlign::kTop) return box.y + kept;
    if (align == VAlign::kBottom) return box.y + spare - kept;
    return box.y + spare / 2;
  }

  void DrawLines(int index, const PaperBox& box, const CellShare& share, bool from_top) {
    const CellStyle& style = grid_.StyleOf(CellAt(index));
    const CellText& set = plan_.text().cell(index);
    const Um leading = LeadingFor(set.size, share.line_count, box.height, style.pad_y);
    const Um block = UmOfSize(set.size) + static_cast<Um>(share.line_count - 1) * leading;
    const Um top = BlockTop(from_top ? VAlign::kTop : style.v_align, box, block, style.pad_y, set.size);
    const Grid::TextRoom inside = grid_.RoomOf(index);
    const LineRoom room{sheet_.page.margin_left + inside.left, inside.width,
                        top + UmOfEm(set.source->baseline(), set.size), style.h_align};
    AppendLines(index, share, room, leading);
  }

  void AppendLines(int index, const CellShare& share, LineRoom room, Um leading) {
    const CellStyle& style = grid_.StyleOf(CellAt(index));
    const RunLook look = LookOf(index);
    for (std::uint32_t i = 0; i < share.line_count; ++i, room.baseline += leading) {
      const Line& line = plan_.text().lines()[plan_.text().cell(index).first_line + share.first_line + i];
      const LineExtent extent = AppendLine(CellAt(index).text, plan_.text().store(), line, look, room, &page_.runs);
      if (style.underline || style.double_underline) Rule(extent, room.baseline, look, kUnderlinePercent);
      if (style.double_underline) Rule(extent, room.baseline, look, kSecondUnderlinePercent);
      if (style.strike) Rule(extent, room.baseline, look, kStrikePercent);
    }
  }

  /// The lines are set upright around the middle of where they belong, then turned about it.
  void DrawTurned(int index, const PaperBox& box) {
    const CellText& set = plan_.text().cell(index);
    const CellStyle& style = grid_.StyleOf(CellAt(index));
    const PaperBox block = plan_.text().BlockOf(index);
    const PaperBox extent = plan_.text().TurnedExtent(index);
    const Um middle_x = TurnedLeft(index, box, extent.width) + extent.width / 2;
    const Um middle_y = BlockTop(style.v_align, box, extent.height, style.pad_y, set.size) + extent.height / 2;
    const std::size_t first_run = page_.runs.size(), first_stroke = page_.strokes.size();
    const LineRoom room{middle_x - block.width / 2, block.width,
                        middle_y - block.height / 2 + UmOfEm(set.source->baseline(), set.size),
                        AlignAlong(style, set.rotation)};
    AppendLines(index, {number_, 0, set.line_count}, room, UmOfSize(set.size) * kTightLeadingPercent / 100);
    TurnSince(first_run, first_stroke, set.rotation, middle_x, middle_y);
  }

  Um TurnedLeft(int index, const PaperBox& box, Um width) const {
    const CellStyle& style = grid_.StyleOf(CellAt(index));
    const Grid::TextRoom room = grid_.RoomOf(index);
    const Um left = sheet_.page.margin_left + room.left;
    if (style.h_align == HAlign::kRight) return left + room.width - width;
    const bool starts_left = style.h_align == HAlign::kLeft || style.h_align == HAlign::kJustify;
    return starts_left && width <= room.width ? left : box.x + (box.width - width) / 2;
  }

  /// Lines of upright text lean to where the cell's vertical alignment says; others as the cell says.
  static HAlign AlignAlong(const CellStyle& style, int rotation) {
    if (rotation != 90 && rotation != -90) return style.h_align;
    if (style.v_align == VAlign::kCenter) return HAlign::kCenter;
    return (style.v_align == VAlign::kTop) == (rotation < 0) ? HAlign::kLeft : HAlign::kRight;
  }

  void TurnSince(std::size_t first_run, std::size_t first_stroke, int degrees, Um middle_x, Um middle_y) {
    const Turn turn(degrees);
    const auto move = [&](Um* x, Um* y) {
      const Um dx = *x - middle_x, dy = *y - middle_y;
      *x = middle_x + turn.X(dx, dy);
      *y = middle_y + turn.Y(dx, dy);
    };
    for (std::size_t i = first_run; i < page_.runs.size(); ++i) {
      move(&page_.runs[i].x, &page_.runs[i].y);
      page_.runs[i].rotation = degrees;
    }
    for (std::size_t i = first_stroke; i < page_.strokes.size(); ++i) {
      move(&page_.strokes[i].x1, &page_.strokes[i].y1);
      move(&page_.strokes[i].x2, &page_.strokes[i].y2);
    }
  }

  void Rule(const LineExtent& extent, Um baseline, const RunLook& look, int percent) {
    const Um y = baseline + UmOfSize(look.size) * percent / 100;
    const Um width = UmOfSize(look.size) * kRulePercent / 100;
    page_.strokes.push_back({extent.begin, y, extent.end, y, width, look.rgb, Stroke::Pattern::kSolid});
  }

  /// Columns from right to left, the block in the middle of the cell's width.
  void DrawColumns(int index, const PaperBox& box, const CellShare& share) {
    const CellStyle& style = grid_.StyleOf(CellAt(index));
    const CellText& set = plan_.text().cell(index);
    const Um pitch = LeadingFor(set.size, share.line_count, box.width, style.pad_x);
    Um x = box.x + (box.width + static_cast<Um>(share.line_count - 1) * pitch) / 2;
    for (std::uint32_t i = 0; i < share.line_count; ++i, x -= pitch) {
      const Line& line = plan_.text().lines()[set.first_line + share.first_line + i];
      const Um length = UmOfEm(line.width, set.size);
      const bool spread = style.h_align == HAlign::kDistribute && line.end - line.begin > 1;
      const Um spare = spread ? std::max(box.height - length - 2 * style.pad_y, 0) : 0;
      const VAlign align = spread ? VAlign::kCenter : style.v_align;
      const Um top = BlockTop(align, box, length + spare, style.pad_y, set.size);
      AppendColumn(CellAt(index).text, plan_.text().store(), line, LookOf(index), *set.source, x, top, spare,
                   &page_.runs);
    }
  }

  const SheetPlan& plan_;
  const Grid& grid_;
  const Sheet& sheet_;
  const std::vector<CellLook>& looks_;
  int number_;
  const PageSpan& span_;
  std::vector<PlacedRow> rows_;
  Page page_;
};

}  // namespace

Page DrawPage(const SheetPlan& plan, const std::vector<CellLook>& looks, int number) {
  return PageDrawer(plan, looks, number).Run();
}

}  // namespace chohyo
