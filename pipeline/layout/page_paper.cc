#include "pipeline/layout/page_paper.h"

#include <algorithm>
#include <utility>

#include "pipeline/layout/page_cut.h"
#include "pipeline/layout/placed_rows.h"
#include "pipeline/layout/print_sheet.h"

namespace chohyo {
namespace {

/// Beyond any column: lines of the outermost ones are not cut.
constexpr Um kBeyond = 10'000;

}  // namespace

std::vector<int> FirstColumnsOf(const Grid& grid) {
  std::vector<int> columns;
  for (const CellRange& area : PrintedAreas(grid.sheet())) {
    for (const ColumnSpan& span : BreakColumns(grid, area.first_column, area.last_column)) {
      if (span.first > area.first_column) columns.push_back(span.first);
    }
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

PaperMaker::PaperMaker(const SheetPlan& plan, const PageSetup& setup, int percent)
    : plan_(plan), grid_(plan.grid()), setup_(setup), percent_(percent), areas_(PrintedAreas(plan.grid().sheet())) {
  const auto& pages = plan.pages();
  for (std::size_t first = 0; first < pages.size();) {
    std::size_t end = first;
    while (end < pages.size() && pages[end].area == pages[first].area) ++end;
    AddPlaces(first, end);
    first = end;
  }
}

/// The pages [first, end) of one area with its columns: down before over, or the other way round.
void PaperMaker::AddPlaces(std::size_t first, std::size_t end) {
  const CellRange& area = areas_[static_cast<std::size_t>(plan_.pages()[first].area)];
  const std::vector<ColumnSpan> spans = BreakColumns(grid_, area.first_column, area.last_column);
  if (setup_.over_then_down) {
    for (std::size_t page = first; page < end; ++page) {
      for (const ColumnSpan& span : spans) places_.push_back({static_cast<int>(page), span});
    }
  } else {
    for (const ColumnSpan& span : spans) {
      for (std::size_t page = first; page < end; ++page) places_.push_back({static_cast<int>(page), span});
    }
  }
}

bool PaperMaker::IsPlain(const PaperPlace& place) const {
  const bool whole = place.columns.first <= 0 && place.columns.last >= grid_.columns() - 1;
  return whole && percent_ == 100 && !setup_.center_horizontally && !setup_.center_vertically;
}

Um PaperMaker::HeightOf(int page) const {
  const auto rows = PlaceRows(grid_, plan_.heights(), plan_.pages()[static_cast<std::size_t>(page)]);
  return rows.empty() ? 0 : rows.back().bottom() - setup_.margin_top;
}

Page PaperMaker::Make(const PaperPlace& place, Page* drawn) const {
  Page page;
  if (IsPlain(place)) {
    page = std::move(*drawn);
  } else {
    const ColumnSpan& columns = place.columns;
    const Um left = setup_.margin_left;
    const Um from = left + grid_.ColumnX(columns.first), to = left + grid_.ColumnX(columns.last + 1);
    const Um repeated = columns.repeats ? RepeatWidth(grid_) : 0;
    PaperCut cut;
    cut.percent = percent_;
    cut.top = cut.at_top = setup_.margin_top;
    Um at = left;
    if (setup_.center_horizontally) {
      at += std::max(0, (setup_.printable_width() - Scaled(to - from + repeated, percent_)) / 2);
    }
    if (setup_.center_vertically) {
      cut.at_top += std::max(0, (setup_.printable_height() - Scaled(HeightOf(place.page), percent_)) / 2);
    }
    if (repeated > 0) {
      const Um repeat_from = left + grid_.ColumnX(grid_.sheet().repeat_first_column);
      cut.strips.push_back({repeat_from, repeat_from + repeated, at});
    }
    Strip strip{from, to, at + Scaled(repeated, percent_)};
    if (columns.first == 0 && columns.last == grid_.columns() - 1)
      strip = {from - kBeyond, to + kBeyond, at - Scaled(kBeyond, percent_)};
    cut.strips.push_back(strip);
    CutPage(*drawn, cut, &page);
    page.first_row = drawn->first_row;
    page.last_row = drawn->last_row;
  }
  page.first_column = place.columns.first;
  page.last_column = place.columns.last;
  page.width = setup_.width;
  page.height = setup_.height;
  return page;
}

}  // namespace chohyo
