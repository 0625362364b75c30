// Blocks side by side: each column of them is filled for itself, then their rows are laid over each other, as the
// columns of tables are.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/sheet/bind.h"

namespace chohyo {
namespace {

constexpr double kLineHeight = 1.4;  // of the size of the text
constexpr Um kRowSnap = 500;
constexpr double kHighestText = 1'200'000;

/// Rows, cells, frames and charts that one column made.
struct Strip {
  std::vector<Row> rows;
  std::size_t first_cell = 0, end_cell = 0;
  std::size_t first_frame = 0, end_frame = 0;
  std::size_t first_chart = 0, end_chart = 0;
  std::vector<std::int64_t> at;  ///< upper boundaries of its rows, and the lower one of the last, in µm
  std::vector<int> map;          ///< row each boundary became
};

Um WidthOf(const Sheet& sheet, const Cell& cell) {
  Um width = 0;
  for (int c = cell.column; c < cell.column + cell.column_span; ++c)
    width += sheet.columns[static_cast<std::size_t>(c)];
  return width;
}

/// The height a text will need, if a full-width character is as wide as it is high.
Um HeightOf(const Sheet& sheet, const Cell& cell) {
  const CellStyle& style = sheet.styles[static_cast<std::size_t>(cell.style)];
  const double em = style.size / 100.0 * kUmPerPoint;
  const double room = std::max(em, static_cast<double>(WidthOf(sheet, cell) - 2 * style.pad_x));
  double lines = 0;
  for (const std::string_view line : Split(cell.text, '\n')) {
    double width = 0;
    for (std::size_t at = 0; at < line.size();) width += NextCodePoint(line, &at) < 0x80 ? em / 2 : em;
    lines += std::max(1.0, std::ceil(width / room));
  }
  return static_cast<Um>(std::min(lines * em * kLineHeight, kHighestText)) + 2 * style.pad_y;
}

void Measure(const Sheet& sheet, int first_row, Strip* strip) {
  std::vector<Um> heights;
  for (const Row& row : strip->rows) heights.push_back(row.height);
  for (std::size_t i = strip->first_cell; i < strip->end_cell; ++i) {
    const Cell& cell = sheet.cells[i];
    const auto row = static_cast<std::size_t>(cell.row - first_row);
    if (cell.row_span == 1 && strip->rows[row].height == 0) {
      heights[row] = std::max(heights[row], HeightOf(sheet, cell));
    }
  }
  strip->at.push_back(0);
  for (const Um height : heights) strip->at.push_back(strip->at.back() + std::max(height, kRowSnap));
}

/// The boundaries of all strips as one; the last boundary of each is the last of all.
std::vector<std::int64_t> LayRowsOver(std::vector<Strip>* strips) {
  std::set<std::int64_t> all{0};
  std::int64_t total = 0;
  for (const Strip& strip : *strips) total = std::max(total, strip.at.back());
  for (Strip& strip : *strips) {
    if (strip.rows.empty()) continue;
    strip.at.back() = total;
    all.insert(strip.at.begin(), strip.at.end());
  }
  std::vector<std::int64_t> rows;
  for (const std::int64_t at : all) {
    if (rows.empty() || at - rows.back() >= kRowSnap) rows.push_back(at);
  }
  for (Strip& strip : *strips) {
    for (const std::int64_t at : strip.at) {
      strip.map.push_back(static_cast<int>(std::upper_bound(rows.begin(), rows.end(), at) - rows.begin()) - 1);
    }
  }
  return rows;
}

/// Moves what a strip made from its own rows to the common ones.
void MoveStrip(const Strip& strip, int first_row, SheetDraft* draft) {
  const auto moved = [&](int row) { return first_row + strip.map[static_cast<std::size_t>(row - first_row)]; };
  for (std::size_t i = strip.first_cell; i < strip.end_cell; ++i) {
    Cell& cell = draft->sheet.cells[i];
    const int end = moved(cell.row + cell.row_span);
    cell.row = moved(cell.row);
    cell.row_span = end - cell.row;
  }
  for (std::size_t i = strip.first_frame; i < strip.end_frame; ++i) {
    Frame& frame = draft->frames[i];
    frame.last_row = moved(frame.last_row + 1) - 1;
    frame.first_row = moved(frame.first_row);
  }
  for (std::size_t i = strip.first_chart; i < strip.end_chart; ++i) {
    PendingChart& chart = draft->charts[i];
    chart.last_row = moved(chart.last_row + 1) - 1;
    chart.first_row = moved(chart.first_row);
  }
  for (std::size_t i = 0; i < strip.rows.size(); ++i) {
    Row& last = draft->sheet.rows[static_cast<std::size_t>(first_row + strip.map[i + 1] - 1)];
    last.fill = std::max(last.fill, strip.rows[i].fill);
  }
}

/// Notes where the lists stand that a strip adds to.
void NoteEnds(const SheetDraft& draft, std::size_t* cell, std::size_t* frame, std::size_t* chart) {
  *cell = draft.sheet.cells.size();
  *frame = draft.frames.size();
  *chart = draft.charts.size();
}

}  // namespace

void RowBinder::BindBeside(const Node& node) {
  const int first_row = row_count();
  const bool breaks = std::exchange(break_next_, false);
  std::vector<Strip> strips;
  for (const Node& column : node.children) {
    Strip strip;
    NoteEnds(draft_, &strip.first_cell, &strip.first_frame, &strip.first_chart);
    BindOnce(column, 0);
    NoteEnds(draft_, &strip.end_cell, &strip.end_frame, &strip.end_chart);
    strip.rows.assign(sheet_.rows.begin() + first_row, sheet_.rows.end());
    Measure(sheet_, first_row, &strip);
    sheet_.rows.resize(static_cast<std::size_t>(first_row));
    strips.push_back(std::move(strip));
  }
  break_next_ = breaks;
  const std::vector<std::int64_t> at = LayRowsOver(&strips);
  for (std::size_t i = 1; i < at.size(); ++i) AddPlainRow(static_cast<Um>(at[i] - at[i - 1]));
  if (row_count() == first_row) return;
  for (const Strip& strip : strips) MoveStrip(strip, first_row, &draft_);
  KeepTogether(first_row);
}

}  // namespace chohyo
