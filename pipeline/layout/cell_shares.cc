#include "pipeline/layout/cell_shares.h"

#include <algorithm>
#include <utility>

namespace chohyo {
namespace {

/// A row grows by no more at once; see the limit of a text's height.
constexpr std::int64_t kMostLack = 100'000'000;

struct Part {
  int page = 0;
  Um height = 0;
};

class CellSharer {
 public:
  CellSharer(const Grid& grid, const std::vector<Um>& heights, std::vector<PageSpan> pages, SheetText* text,
             std::map<int, Um>* lacking)
      : grid_(grid), heights_(heights), pages_(std::move(pages)), text_(*text), lacking_(*lacking) {}

  CellShares Run() {
    CellShares shares;
    for (const auto& [cell, first_page] : CellsOverBreaks()) {
      const std::vector<Part> parts = PartsOf(CellAt(cell), first_page);
      shares[cell] = StaysWhole(cell) ? ShareColumns(cell, parts) : ShareLines(cell, parts);
    }
    return shares;
  }

 private:
  const Cell& CellAt(int index) const { return grid_.sheet().cells[static_cast<std::size_t>(index)]; }
  bool StaysWhole(int index) const { return text_.cell(index).vertical || text_.cell(index).rotation != 0; }

  /// Cells with text that go on after a page's last row, with the page on which they begin.
  std::map<int, std::size_t> CellsOverBreaks() const {
    std::map<int, std::size_t> cells;
    for (std::size_t page = 0; page + 1 < pages_.size(); ++page) {
      const int row = pages_[page].last_row;
      const bool row_goes_on = pages_[page + 1].first_row == row;
      for (int column = 0; column < grid_.columns(); ++column) {
        const int cell = grid_.CoverAt(row, column);
        if (cell < 0 || text_.cell(cell).text.empty()) continue;
        if (row_goes_on || grid_.RowEnd(CellAt(cell)) > row + 1) cells.emplace(cell, page);
      }
    }
    return cells;
  }

  std::vector<Part> PartsOf(const Cell& cell, std::size_t page) const {
    std::vector<Part> parts;
    for (; page < pages_.size() && pages_[page].first_row < grid_.RowEnd(cell); ++page) {
      const int end = std::min(grid_.RowEnd(cell), pages_[page].last_row + 1);
      Part part{static_cast<int>(page), 0};
      for (int row = std::max(cell.row, pages_[page].first_row); row < end; ++row) {
        part.height += HeightOnPage(pages_[page], row, heights_);
      }
      parts.push_back(part);
    }
    return parts;
  }

  /// Lines that fit a height; with the usual leading where the text goes on, with the least where it ends.
  std::uint32_t LinesIn(int index, Um height, int leading_percent) const {
    const Um pad = std::min(grid_.StyleOf(CellAt(index)).pad_y, kLeastPad);
    const Um em = UmOfSize(text_.cell(index).size);
    const Um room = height - 2 * pad - em;
    return room < 0 ? 0
                    : static_cast<std::uint32_t>(1 + std::int64_t{room} * 100 / (std::int64_t{em} * leading_percent));
  }

  std::vector<CellShare> ShareLines(int index, const std::vector<Part>& parts) {
    std::vector<CellShare> shares;
    std::uint32_t next = 0;
    const std::uint32_t count = text_.cell(index).line_count;
    for (const Part& part : parts) {
      const std::uint32_t left = count - next;
      std::uint32_t lines = std::min(left, LinesIn(index, part.height, kTightLeadingPercent));
      if (lines < left) lines = std::min(lines, LinesIn(index, part.height, kLeadingPercent));
      shares.push_back({part.page, next, lines});
      next += lines;
    }
    if (next < count) Lack(index, count - next);
    if (next < count) shares.back().line_count += count - next;
    return shares;
  }

  void Lack(int index, std::uint32_t lines) {
    const std::int64_t em = UmOfSize(text_.cell(index).size);
    const std::int64_t needed = (std::int64_t{lines} + 1) * em * kLeadingPercent / 100;
    Um& lack = lacking_[LastOpenRow(CellAt(index))];
    lack = std::max(lack, static_cast<Um>(std::min(needed, kMostLack)));
  }

  int LastOpenRow(const Cell& cell) const {
    int row = grid_.RowEnd(cell) - 1;
    while (row > cell.row && !grid_.IsOpen(row)) --row;
    return row;
  }

  /// Vertical and turned text is set anew in the highest of its parts.
  std::vector<CellShare> ShareColumns(int index, const std::vector<Part>& parts) {
    const auto highest =
        std::max_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.height < b.height; });
    if (!text_.SetWithin(index, highest->height) && text_.cell(index).vertical) {
      const Um lack = text_.SetShortestColumns(index) - parts.back().height;
      lacking_[LastOpenRow(CellAt(index))] = std::max(lacking_[LastOpenRow(CellAt(index))], lack);
    }
    return {{highest->page, 0, text_.cell(index).line_count}};
  }

  const Grid& grid_;
  const std::vector<Um>& heights_;
  const std::vector<PageSpan> pages_;
  SheetText& text_;
  std::map<int, Um>& lacking_;
};

}  // namespace

CellShares ShareCells(const Grid& grid, const std::vector<Um>& heights, const std::vector<PageSpan>& pages,
                      SheetText* text, std::map<int, Um>* lacking) {
  if (pages.size() < 2) return {};
  if (pages.back().area == 0) return CellSharer(grid, heights, pages, text, lacking).Run();
  CellShares shares;
  for (auto begin = pages.begin(); begin != pages.end();) {
    const auto end = std::find_if(begin, pages.end(), [&](const PageSpan& page) { return page.area != begin->area; });
    const auto before = static_cast<int>(begin - pages.begin());
    for (auto& [cell, parts] : CellSharer(grid, heights, {begin, end}, text, lacking).Run()) {
      for (CellShare& share : parts) share.page += before;
      shares[cell].insert(shares[cell].end(), parts.begin(), parts.end());
    }
    begin = end;
  }
  return shares;
}

}  // namespace chohyo
