// Pages: where rows break, what is repeated, who takes spare height, how tables are closed, what footers say.
#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

#include "pipeline/layout/em.h"
#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

using Rows = std::vector<int>;
using Kind = LayoutIssue::Kind;

/// Rows of 20 mm each: 12 of them fill an A4 page with its margins (257 mm).
SheetBuilder TallRows(int count) {
  SheetBuilder builder({30000, 30000});
  for (int row = 0; row < count; ++row) {
    builder.AddRow(20000);
    builder.AddCell(row, 0, std::to_string(row));
  }
  return builder;
}

Rows FirstRows(SheetBuilder& builder) { return LayOut(builder).pages.sheets[0].page_first_rows; }

std::string TextOn(const Page& page) {
  std::string text;
  for (const TextRun& run : page.runs) text += run.text + " ";
  return text;
}

TEST_CASE("pages break between rows") {
  auto builder = TallRows(13);
  CHECK(FirstRows(builder) == Rows{0, 12});
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.pages[0].first_row == 0);
  CHECK(out.pages.pages[0].last_row == 11);
  CHECK(out.pages.pages[1].last_row == 12);
}

TEST_CASE("a group stays together where it fits on a page") {
  auto builder = TallRows(14);
  for (int row = 10; row < 14; ++row) builder.RowAt(row).group = 1;
  CHECK(FirstRows(builder) == Rows{0, 10});
  auto large = TallRows(20);
  for (int row = 2; row < 20; ++row) large.RowAt(row).group = 1;
  CHECK(FirstRows(large) == Rows{0, 12});
}

TEST_CASE("a heading is never the last row of a page") {
  auto builder = TallRows(14);
  builder.RowAt(10).band = builder.RowAt(11).band = BandKind::kHeading;
  CHECK(FirstRows(builder) == Rows{0, 10});
}

TEST_CASE("a subtotal is not the first row of a page") {
  auto builder = TallRows(14);
  builder.RowAt(12).band = BandKind::kSubtotal;
  CHECK(FirstRows(builder) == Rows{0, 11});
}

TEST_CASE("rows under one merged cell stay together") {
  auto builder = TallRows(10);
  for (int row = 10; row < 14; ++row) builder.AddRow(20000);
  builder.AddCell(10, 1, "結合", 0, 4);
  CHECK(FirstRows(builder) == Rows{0, 10});
}

TEST_CASE("a page begins where it is asked to") {
  auto builder = TallRows(4);
  builder.RowAt(2).break_before = true;
  CHECK(FirstRows(builder) == Rows{0, 2});
}

TEST_CASE("hidden rows take no height and draw nothing") {
  auto builder = TallRows(13);
  builder.RowAt(3).hidden = true;
  CHECK(FirstRows(builder) == Rows{0});
  const LaidOut out = LayOut(builder);
  CHECK(RunsOf(out.pages, 3).empty());
  CHECK(out.pages.sheets[0].row_heights[3] == 0);
}

TEST_CASE("repeated rows stand on top of every later page and take their room") {
  auto builder = TallRows(25);
  builder.sheet().repeat_first = 1;
  builder.sheet().repeat_last = 1;
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.sheets[0].page_first_rows == Rows{0, 12, 23});
  CHECK(TextOn(out.pages.pages[1]).rfind("1 12 ", 0) == 0);
  CHECK(TextOn(out.pages.pages[2]) == "1 23 24 ");
}

TEST_CASE("rows with fill share what is left of a one-page form") {
  auto builder = TallRows(4);
  builder.RowAt(1).fill = 1;
  builder.RowAt(3).fill = 3;
  const auto heights = LayOut(builder).pages.sheets[0].row_heights;
  const Um taken = heights[1] - 20000, three = heights[3] - 20000;
  CHECK(three == Approx(3 * taken).margin(3));
  const Um all = std::accumulate(heights.begin(), heights.end(), 0);
  CHECK(all <= 257000);
  CHECK(all > 256000);
}

TEST_CASE("a one-page form whose long text overflows is set smaller to stay one page") {
  SheetBuilder builder({165000});
  builder.AddRow(150000);
  builder.AddRow(0);
  builder.RowAt(1).fill = 1;
  std::string text;
  for (int i = 0; i < 34; ++i) text += "発熱があり、市内の医療機関（若葉クリニック）を受診した。";
  builder.AddCell(1, 0, text);
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.pages.size() == 1);
  CHECK(out.pages.sheets[0].cell_sizes[0] < 1050);
  CHECK(out.pages.sheets[0].cell_sizes[0] >= 700);
}

TEST_CASE("text that no page can hold is split between lines, reported, and complete") {
  SheetBuilder builder({60000, 60000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, "見出し");
  builder.AddRow(0);
  std::string text;
  for (int i = 0; i < 6000; ++i) text += "長文";
  builder.AddCell(1, 0, text);
  builder.AddRow(9000);
  builder.AddCell(2, 0, "終わり");
  builder.RuleAll(0, 2, LineStyle::kMedium, LineStyle::kHair);
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.pages.size() > 1);
  std::string drawn;
  for (const TextRun& run : RunsOf(out.pages, 1)) drawn += run.text;
  CHECK(drawn == text);
  const auto high = std::count_if(out.issues.begin(), out.issues.end(),
                                  [](const LayoutIssue& issue) { return issue.kind == Kind::kRowTooHigh; });
  CHECK(high == 1);
  for (const Page& page : out.pages.pages) {
    for (const TextRun& run : page.runs) CHECK(run.y < page.height - 20000);
  }
}

TEST_CASE("a text of a megabyte is complete over hundreds of pages") {
  SheetBuilder builder({40000});
  builder.AddRow(9000);
  std::string text;
  while (text.size() < 1000000) text += "発熱があり、市内の医療機関を受診した。";
  builder.AddCell(0, 0, text);
  const LaidOut out = LayOut(builder);
  std::string drawn;
  Um last_y = 0;
  for (const TextRun& run : RunsOf(out.pages, 0)) {
    drawn += run.text;
    if (run.y > 277000) last_y = run.y;
  }
  CHECK(drawn == text);
  CHECK(last_y == 0);
  CHECK(out.pages.pages.size() > 100);
}

/// Strokes that lie on one height, by width.
std::vector<Um> WidthsAt(const Page& page, Um y) {
  std::vector<Um> widths;
  for (const Stroke& stroke : page.strokes) {
    if (stroke.y1 == y && stroke.y2 == y) widths.push_back(stroke.width);
  }
  return widths;
}

TEST_CASE("equal collinear edges are one stroke; none runs through a merged cell") {
  SheetBuilder builder({30000, 30000});
  builder.AddRow(10000);
  builder.AddRow(10000);
  builder.AddCell(0, 0, "結合", 0, 1, 2);
  builder.RuleAll(0, 1, LineStyle::kThin, LineStyle::kThin);
  const LaidOut out = LayOut(builder);
  const Page& page = out.pages.pages[0];
  int horizontal = 0, vertical = 0;
  for (const Stroke& s : page.strokes) (s.y1 == s.y2 ? horizontal : vertical) += 1;
  CHECK(horizontal == 3);
  CHECK(vertical == 3);
  const auto inner = std::find_if(page.strokes.begin(), page.strokes.end(),
                                  [](const Stroke& s) { return s.x1 == 55000 && s.x2 == 55000; });
  REQUIRE(inner != page.strokes.end());
  CHECK(inner->y1 == 30000);
}

TEST_CASE("a table that goes on is closed by its outer edge at the break and opened by it") {
  auto builder = TallRows(13);
  builder.RuleAll(0, 12, LineStyle::kThick, LineStyle::kHair);
  const LaidOut out = LayOut(builder);
  const Um thick = UmOfPoints(1.5), hair = UmOfPoints(0.25);
  CHECK(WidthsAt(out.pages.pages[0], 20000 + 12 * 20000) == std::vector<Um>{thick});
  CHECK(WidthsAt(out.pages.pages[1], 20000) == std::vector<Um>{thick});
  CHECK(WidthsAt(out.pages.pages[0], 40000) == std::vector<Um>{hair});
}

TEST_CASE("outside a table nothing is ruled at a break") {
  auto builder = TallRows(13);
  CHECK(LayOut(builder).pages.pages[0].strokes.empty());
}

TEST_CASE("double edges are two lines") {
  SheetBuilder builder({30000});
  builder.AddRow(10000);
  builder.sheet().HorizontalEdge(1, 0).style = LineStyle::kDouble;
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages[0].strokes.size() == 2);
  CHECK(out.pages.pages[0].strokes[0].y1 < 30000);
  CHECK(out.pages.pages[0].strokes[1].y1 > 30000);
}

TEST_CASE("void cells carry a line from top right to bottom left") {
  SheetBuilder builder({30000});
  builder.AddRow(10000);
  builder.AddCell(0, 0, "").diagonal = true;
  const Stroke line = LayOut(builder).pages.pages[0].strokes.front();
  CHECK(line.x1 == 55000);
  CHECK(line.y1 == 20000);
  CHECK(line.x2 == 25000);
  CHECK(line.y2 == 30000);
}

TEST_CASE("footers count the pages of their sheet and stand in the bottom margin") {
  auto builder = TallRows(13);
  builder.sheet().page.footer_center = "{page}／{pages}";
  builder.sheet().page.footer_right = "様式{page}";
  const LaidOut out = LayOut(builder);
  const Page& second = out.pages.pages[1];
  std::string footer;
  for (const TextRun& run : second.runs) {
    if (run.cell >= 0) continue;
    footer += run.text + "|";
    CHECK(run.y > 277000);
    CHECK(run.y < 297000);
  }
  CHECK(footer == "2／2|様式2|");
}

TEST_CASE("footers too long for the page stay on it and apart") {
  auto builder = TallRows(1);
  std::string longer;
  for (int i = 0; i < 60; ++i) longer += "若葉市";
  builder.sheet().page.footer_left = longer;
  builder.sheet().page.footer_right = longer;
  builder.sheet().page.footer_center = "1／1";
  const LaidOut out = LayOut(builder);
  std::string drawn;
  for (const TextRun& run : out.pages.pages[0].runs) {
    if (run.cell >= 0) continue;
    drawn += run.text;
    CHECK(run.x >= 25000);
    CHECK(run.x + run.glyphs.back().x <= 190000);
  }
  CHECK(drawn == longer + "1／1" + longer);
}

TEST_CASE("a sheet without rows is an empty page") {
  SheetBuilder builder({30000});
  CHECK(LayOut(builder).pages.pages.size() == 1);
}

TEST_CASE("margins that leave nothing still give pages") {
  auto builder = TallRows(5);
  builder.sheet().page.margin_top = 200000;
  builder.sheet().page.margin_bottom = 200000;
  CHECK(LayOut(builder).pages.pages.size() == 5);
}

}  // namespace
}  // namespace chohyo
