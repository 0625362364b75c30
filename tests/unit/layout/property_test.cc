// Random sheets: nothing is lost, nothing lies outside its cell, rows never overlap, the same sheet gives the same
// pages.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "pipeline/base/text.h"
#include "pipeline/layout/em.h"
#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

using Random = std::mt19937;

int Between(Random& random, int low, int high) {
  return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

const std::vector<std::string> kPieces = {"勤務",        "、",     "。",           "「",       "」",
                                          "（月）",      "ー",     "1,234",        "Windows ", "　",
                                          " ",           "\n",     "葛\U000E0100", "𠮷",       "か\u3099",
                                          "8:30～17:15", "ッ",     "・",           "課長",     "https://example.jp/a/b",
                                          "😀",           "\u202E", "髙橋",         "ﾊﾝｶｸ",     "①"};

std::string RandomText(Random& random) {
  std::string text;
  const int longest = Between(random, 0, 9) == 0 ? 400 : 25;
  for (int i = Between(random, 0, longest); i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

CellStyle RandomStyle(Random& random) {
  CellStyle style;
  style.size = Between(random, 12, 32) * 50;
  style.h_align = static_cast<HAlign>(Between(random, 0, 4));
  style.v_align = static_cast<VAlign>(Between(random, 0, 2));
  style.wrap = Between(random, 0, 3) > 0;
  style.vertical = Between(random, 0, 9) == 0;
  return style;
}

void AddRandomRow(Random& random, SheetBuilder* builder) {
  const int row = builder->AddRow(Between(random, 0, 1) == 0 ? 0 : Between(random, 5, 30) * 1000);
  builder->RowAt(row).grows = Between(random, 0, 3) > 0;
  builder->RowAt(row).fill = Between(random, 0, 15) == 0 ? 1 : 0;
  builder->RowAt(row).group = Between(random, 0, 2) == 0 ? row / 4 + 1 : 0;
  if (Between(random, 0, 9) == 0) builder->RowAt(row).band = BandKind::kHeading;
}

/// Cells of one to three rows and columns, never overlapping.
void AddRandomCells(Random& random, SheetBuilder* builder) {
  Sheet& sheet = builder->sheet();
  const int rows = sheet.row_count(), columns = sheet.column_count();
  std::vector<bool> taken(static_cast<std::size_t>(rows * columns), false);
  const auto at = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      if (taken[at(r, c)] || Between(random, 0, 4) == 0) continue;
      int width = 1;
      while (c + width < columns && !taken[at(r, c + width)] && Between(random, 0, 3) == 0) ++width;
      const int height = Between(random, 0, 4) == 0 ? std::min(Between(random, 2, 3), rows - r) : 1;
      for (int i = 0; i < height; ++i) {
        for (int k = 0; k < width; ++k) taken[at(r + i, c + k)] = true;
      }
      builder->AddCell(r, c, RandomText(random), Between(random, 0, 5), height, width);
    }
  }
}

SheetBuilder RandomSheet(unsigned seed) {
  Random random(seed);
  std::vector<Um> columns;
  for (int i = Between(random, 1, 6); i > 0; --i) columns.push_back(Between(random, 8, 27) * 1000);
  SheetBuilder builder(columns);
  for (int i = 0; i < 5; ++i) builder.Style(RandomStyle(random));
  for (int i = Between(random, 1, 40); i > 0; --i) AddRandomRow(random, &builder);
  AddRandomCells(random, &builder);
  const int rows = builder.sheet().row_count();
  builder.RuleAll(0, rows - 1, LineStyle::kMedium, LineStyle::kHair);
  return builder;
}

/// The text without what is never drawn at line ends: spaces, line breaks, controls.
std::string Solid(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    if (c != U' ' && c != U'　' && c != U'\n' && c != 0x202E) AppendUtf8(c, &out);
  }
  return out;
}

Um EndOf(const TextRun& run) {
  const Font& font = TestFonts()->font(run.font);
  const Glyph& last = run.glyphs.back();
  return run.x + last.x + UmOfEm(kEm * font.Advance(last.id) / font.units_per_em(), run.size);
}

void CheckInsideColumns(const Sheet& sheet, const TextRun& run) {
  const Cell& cell = sheet.cells[static_cast<std::size_t>(run.cell)];
  Um left = sheet.page.margin_left;
  for (int c = 0; c < cell.column; ++c) left += sheet.columns[static_cast<std::size_t>(c)];
  Um right = left;
  for (int c = cell.column; c < cell.column + cell.column_span; ++c)
    right += sheet.columns[static_cast<std::size_t>(c)];
  const Um half = run.vertical ? UmOfSize(run.size) / 2 : 0;
  CHECK(run.x - half >= left - 5);
  CHECK((run.vertical ? run.x + half : EndOf(run)) <= right + 5);
}

/// Top of each row on its page; rows that are split stand from the page's top.
Um TopOf(const Sheet& sheet, const SheetLayout& layout, const Page& page, int row) {
  Um y = sheet.page.margin_top;
  for (int r = page.first_row; r < row; ++r) y += layout.row_heights[static_cast<std::size_t>(r)];
  return y;
}

void CheckInsideRows(const Sheet& sheet, const SheetLayout& layout, const Page& page, const TextRun& run) {
  const Cell& cell = sheet.cells[static_cast<std::size_t>(run.cell)];
  const int first = std::max(cell.row, page.first_row);
  const int last = std::min(cell.row + cell.row_span - 1, page.last_row);
  REQUIRE(first <= last);
  const Um top = TopOf(sheet, layout, page, first), bottom = TopOf(sheet, layout, page, last + 1);
  const Um em = UmOfSize(run.size);
  if (run.vertical) {
    CHECK(run.y >= top - 5);
    CHECK(run.y + run.glyphs.back().x + em <= bottom + 5);
  } else {
    CHECK(run.y - em * 88 / 100 >= top - 10);
    CHECK(run.y + em * 12 / 100 <= bottom + 10);
  }
}

bool HasSplitRow(const LaidOut& out) {
  return std::any_of(out.issues.begin(), out.issues.end(),
                     [](const LayoutIssue& i) { return i.kind == LayoutIssue::Kind::kRowTooHigh; });
}

TEST_CASE("property: every character of every cell is drawn exactly once, inside its cell") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    SheetBuilder builder = RandomSheet(seed);
    const LaidOut out = LayOut(builder);
    const Sheet& sheet = out.document.sheets[0];
    const bool split = HasSplitRow(out);
    INFO("seed " << seed);
    std::vector<std::string> drawn(sheet.cells.size());
    for (const Page& page : out.pages.pages) {
      for (const TextRun& run : page.runs) {
        REQUIRE(run.cell >= 0);
        INFO("cell " << run.cell << " " << run.text);
        drawn[static_cast<std::size_t>(run.cell)] += run.text;
        CHECK(run.size > 0);
        CheckInsideColumns(sheet, run);
        if (!split) CheckInsideRows(sheet, out.pages.sheets[0], page, run);
      }
    }
    for (std::size_t i = 0; i < drawn.size(); ++i) CHECK(Solid(drawn[i]) == Solid(sheet.cells[i].text));
  }
}

TEST_CASE("property: pages hold all rows once, in order, within the margins") {
  for (unsigned seed = 200; seed <= 300; ++seed) {
    SheetBuilder builder = RandomSheet(seed);
    const LaidOut out = LayOut(builder);
    const auto& layout = out.pages.sheets[0];
    const Sheet& sheet = out.document.sheets[0];
    INFO("seed " << seed);
    int next = 0;
    for (const Page& page : out.pages.pages) {
      const bool goes_on = next > 0 && page.first_row == next - 1 && HasSplitRow(out);
      CHECK((page.first_row == next || goes_on));
      next = page.last_row + 1;
      if (!HasSplitRow(out)) {
        CHECK(TopOf(sheet, layout, page, page.last_row + 1) <= sheet.page.height - sheet.page.margin_bottom);
      }
      for (const TextRun& run : page.runs) CHECK(run.y <= sheet.page.height - sheet.page.margin_bottom);
    }
    CHECK(next == sheet.row_count());
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) CHECK(layout.row_heights[r] >= sheet.rows[r].height);
  }
}

TEST_CASE("property: a layouter that has worked before gives the same pages as a new one") {
  Layouter used(TestFonts());
  for (unsigned seed = 400; seed <= 430; ++seed) {
    SheetBuilder builder = RandomSheet(seed);
    const LaidOut fresh = LayOut(builder);
    const Pages again = used.Layout(fresh.document, nullptr);
    REQUIRE(again.pages.size() == fresh.pages.pages.size());
    for (std::size_t p = 0; p < again.pages.size(); ++p) {
      const auto& a = again.pages[p].runs;
      const auto& b = fresh.pages.pages[p].runs;
      REQUIRE(a.size() == b.size());
      for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].text == b[i].text);
        CHECK(a[i].x == b[i].x);
        CHECK(a[i].y == b[i].y);
      }
    }
  }
}

}  // namespace
}  // namespace chohyo
