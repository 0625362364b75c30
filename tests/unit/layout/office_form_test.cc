// What offices' own Excel forms ask of layout: spilled, shrunk and turned text, scales, pages side by side, drawings.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "pipeline/layout/em.h"
#include "pipeline/layout/image.h"
#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

using Kind = LayoutIssue::Kind;
using Strings = std::vector<std::string>;

CellStyle Spilling(HAlign align) {
  CellStyle style;
  style.spill = true;
  style.wrap = false;
  style.h_align = align;
  style.pad_x = 500;
  return style;
}

/// Three columns of 20 mm and one row; ten characters of 10.5 pt take 37 mm.
SheetBuilder ThreeColumns() {
  SheetBuilder builder({20000, 20000, 20000});
  builder.AddRow(9000);
  return builder;
}

TextRun OnlyRun(const LaidOut& out, int cell) {
  const auto runs = RunsOf(out.pages, cell);
  REQUIRE(runs.size() == 1);
  return runs[0];
}

Um RightEnd(const TextRun& run) { return run.x + run.glyphs.back().x + UmOfSize(run.size); }

TEST_CASE("text spills over empty places to the side it is not aligned to") {
  auto builder = ThreeColumns();
  builder.AddCell(0, 0, "一二三四五六七八九十", builder.Style(Spilling(HAlign::kLeft)));
  const LaidOut out = LayOut(builder);
  const TextRun run = OnlyRun(out, 0);
  CHECK(run.size == 1050);
  CHECK(run.text == "一二三四五六七八九十");
  CHECK(run.x == 25000 + 500);
  CHECK(out.issues.empty());
}

TEST_CASE("text aligned to the right and centred text spill likewise") {
  auto right = ThreeColumns();
  right.AddCell(0, 2, "一二三四五六七八九十", right.Style(Spilling(HAlign::kRight)));
  CHECK(RightEnd(OnlyRun(LayOut(right), 0)) == Approx(25000 + 60000 - 500).margin(3));
  auto centre = ThreeColumns();
  centre.AddCell(0, 1, "一二三四五六七八九十", centre.Style(Spilling(HAlign::kCenter)));
  const TextRun run = OnlyRun(LayOut(centre), 0);
  CHECK((run.x + RightEnd(run)) / 2 == Approx(25000 + 30000).margin(3));
  CHECK(run.size == 1050);
}

TEST_CASE("text does not spill over text, over formulas or out of merged cells, and numbers never do") {
  auto beside = ThreeColumns();
  beside.AddCell(0, 0, "一二三四五六七八九十", beside.Style(Spilling(HAlign::kLeft)));
  SECTION("text") { beside.AddCell(0, 1, "隣"); }
  SECTION("formula") { beside.AddCell(0, 1, "").formula = "A2"; }
  SECTION("a number") { beside.sheet().cells[0].value = std::int64_t{1}; }
  SECTION("a merged cell") {
    beside.AddRow(9000);
    beside.sheet().cells[0].row_span = 2;
  }
  const LaidOut out = LayOut(beside);
  CHECK(out.pages.sheets[0].cell_sizes[0] < 1050);
  for (const TextRun& run : RunsOf(out.pages, 0)) CHECK(RightEnd(run) <= 25000 + 20000);
}

TEST_CASE("a text that shrinks stays on one line, becomes as small as it must and is not reported") {
  auto builder = ThreeColumns();
  CellStyle style;
  style.shrink = true;
  builder.AddCell(0, 0, "一二三四五六七八九十\n一二三四五六七八九十", builder.Style(style));
  const LaidOut out = LayOut(builder);
  CHECK(LinesOf(out.pages, 0) == Strings{"一二三四五六七八九十 一二三四五六七八九十"});
  CHECK(out.pages.sheets[0].cell_sizes[0] == 200);
  CHECK(out.issues.empty());
}

TEST_CASE("an indent moves text from the side it is aligned to") {
  CellStyle style;
  style.indent = 5000;
  const auto start = [&](HAlign align) {
    auto builder = ThreeColumns();
    style.h_align = align;
    builder.AddCell(0, 0, "字", builder.Style(style));
    return OnlyRun(LayOut(builder), 0);
  };
  CHECK(start(HAlign::kLeft).x == 25000 + 1500 + 5000);
  CHECK(RightEnd(start(HAlign::kRight)) == Approx(25000 + 20000 - 1500 - 5000).margin(3));
}

TEST_CASE("text turned by a quarter stands upright in its cell") {
  SheetBuilder builder({10000});
  builder.AddRow(40000);
  CellStyle style;
  style.rotation = 90;
  style.h_align = HAlign::kCenter;
  style.v_align = VAlign::kBottom;
  style.underline = true;
  builder.AddCell(0, 0, "上へ向かう", builder.Style(style));
  const LaidOut out = LayOut(builder);
  const TextRun run = OnlyRun(out, 0);
  CHECK(run.rotation == 90);
  CHECK(run.size == 1050);
  CHECK(run.x > 25000 + 5000);  // the baseline is right of the middle
  CHECK(run.x < 25000 + 10000);
  CHECK(run.y > 20000 + 35000);  // it begins at the cell's foot
  REQUIRE(out.pages.pages[0].strokes.size() == 1);
  const Stroke line = out.pages.pages[0].strokes[0];
  CHECK(line.x1 == line.x2);
  CHECK(line.y1 - line.y2 == Approx(5 * UmOfSize(1050)).margin(3));
}

TEST_CASE("turned text that is too long for a fixed row is set smaller, and makes a free row higher") {
  CellStyle style;
  style.rotation = -90;
  style.wrap = false;
  for (const bool fixed : {true, false}) {
    SheetBuilder builder({10000});
    builder.AddRow(fixed ? 16000 : 0);
    builder.AddCell(0, 0, "下へ向かう文", builder.Style(style));
    const LaidOut out = LayOut(builder);
    CHECK((out.pages.sheets[0].cell_sizes[0] < 1050) == fixed);
    const Um wanted = fixed ? 16000 : 6 * UmOfSize(1050) + 2 * style.pad_y;
    CHECK(out.pages.sheets[0].row_heights[0] == Approx(wanted).margin(3));
  }
}

TEST_CASE("diagonals of a cell run from corner to corner in their styles") {
  SheetBuilder builder({20000});
  builder.AddRow(10000);
  Cell& cell = builder.AddCell(0, 0, "");
  cell.diagonal_down = {LineStyle::kMediumDashDot, 0xFF0000};
  cell.diagonal_up = {LineStyle::kHair, kBlack};
  const auto strokes = LayOut(builder).pages.pages[0].strokes;
  REQUIRE(strokes.size() == 2);
  CHECK(std::tuple(strokes[0].x1, strokes[0].y1, strokes[0].x2, strokes[0].y2) ==
        std::tuple(25000, 20000, 45000, 30000));
  CHECK(strokes[0].pattern == Stroke::Pattern::kDashDot);
  CHECK(strokes[0].rgb == 0xFF0000);
  CHECK(std::tuple(strokes[1].x1, strokes[1].y1, strokes[1].x2, strokes[1].y2) ==
        std::tuple(25000, 30000, 45000, 20000));
}

/// A ruled grid of cells "row-column".
SheetBuilder Numbered(int rows, int columns, Um width, Um height) {
  SheetBuilder builder(std::vector<Um>(static_cast<std::size_t>(columns), width));
  for (int row = 0; row < rows; ++row) {
    builder.AddRow(height);
    for (int c = 0; c < columns; ++c) builder.AddCell(row, c, std::to_string(row) + "-" + std::to_string(c));
  }
  builder.RuleAll(0, rows - 1, LineStyle::kThin, LineStyle::kThin);
  return builder;
}

std::set<std::string> TextsOn(const Page& page) {
  std::set<std::string> texts;
  for (const TextRun& run : page.runs) texts.insert(run.text);
  return texts;
}

TEST_CASE("a scale makes room for more rows and prints all of them smaller") {
  auto builder = Numbered(30, 2, 30000, 10000);  // 25 rows of 10 mm fill a page
  builder.sheet().page.scale_percent = 80;
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.pages.size() == 1);
  CHECK(out.pages.sheets[0].scale_percent == 80);
  CHECK(out.pages.sheets[0].row_heights[0] == 10000);
  CHECK(out.pages.pages[0].width == 210000);
  const TextRun run = RunsOf(out.pages, 2).front();
  CHECK(run.size == 840);
  CHECK(run.x == 25000 + 1500 * 80 / 100);
  const auto& strokes = out.pages.pages[0].strokes;
  const Um bottom = std::max_element(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) {
                      return a.y2 < b.y2;
                    })->y2;
  CHECK(bottom == 20000 + 30 * 8000);
}

TEST_CASE("a sheet that is to fit takes the largest scale that does it") {
  auto builder = Numbered(60, 2, 30000, 10000);
  builder.sheet().page.fit = true;
  builder.RowAt(5).break_before = true;  // means nothing to a sheet that is fitted
  CHECK(LayOut(builder).pages.sheets[0].scale_percent == 42);
  CHECK(LayOut(builder).pages.pages.size() == 1);
  builder.sheet().page.fit_height = 2;
  CHECK(LayOut(builder).pages.sheets[0].scale_percent == 85);
  CHECK(LayOut(builder).pages.sheets[0].page_first_rows == std::vector<int>{0, 30});
  builder.sheet().page.fit_height = 0;
  CHECK(LayOut(builder).pages.sheets[0].scale_percent == 100);
}

TEST_CASE("wide sheets go on on pages to the right, where their first column may be repeated") {
  auto builder = Numbered(2, 10, 30000, 10000);  // five columns and a half fill a page
  builder.sheet().repeat_first_column = builder.sheet().repeat_last_column = 0;
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages.size() == 3);
  CHECK(out.pages.sheets[0].page_first_columns == std::vector<int>{5, 9});
  CHECK(TextsOn(out.pages.pages[0]) ==
        std::set<std::string>{"0-0", "0-1", "0-2", "0-3", "0-4", "1-0", "1-1", "1-2", "1-3", "1-4"});
  CHECK(TextsOn(out.pages.pages[2]) == std::set<std::string>{"0-0", "0-9", "1-0", "1-9"});
  CHECK(out.pages.pages[1].first_column == 5);
  CHECK(out.pages.pages[1].last_column == 8);
  // Each page's rules end at its own columns: upright ones at both sides, level ones from side to side.
  for (const Stroke& stroke : out.pages.pages[2].strokes) {
    CHECK(stroke.x1 >= 25000 - 200);
    CHECK(stroke.x2 <= 25000 + 60000 + 200);
  }
}

TEST_CASE("pages go down before over, or over before down") {
  auto builder = Numbered(30, 10, 30000, 10000);
  const auto order = [&] {
    std::vector<std::pair<int, int>> places;
    for (const Page& page : LayOut(builder).pages.pages) places.emplace_back(page.first_row, page.first_column);
    return places;
  };
  CHECK(order() == std::vector<std::pair<int, int>>{{0, 0}, {25, 0}, {0, 5}, {25, 5}});
  builder.sheet().page.over_then_down = true;
  CHECK(order() == std::vector<std::pair<int, int>>{{0, 0}, {0, 5}, {25, 0}, {25, 5}});
}

TEST_CASE("a text over a break between pages side by side is cut between characters, none twice and none lost") {
  SheetBuilder builder({100000, 100000});
  builder.AddRow(9000);
  CellStyle style;
  style.h_align = HAlign::kCenter;
  builder.AddCell(0, 0, "ページの境をまたぐ結合セルの文字列", builder.Style(style), 1, 2);
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages.size() == 2);
  std::string text;
  for (const TextRun& run : RunsOf(out.pages, 0)) text += run.text;
  CHECK(text == "ページの境をまたぐ結合セルの文字列");
  CHECK(RunsOf(out.pages, 0).size() == 2);
}

TEST_CASE("print areas have pages of their own, hidden columns none, and all else is not printed") {
  auto builder = Numbered(10, 6, 20000, 10000);
  builder.sheet().print_areas = {{0, 1, 1, 2, 2}, {0, 5, 3, 5, 4}};
  builder.sheet().hidden_columns = {2};
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages.size() == 2);
  CHECK(TextsOn(out.pages.pages[0]) == std::set<std::string>{"1-1", "2-1"});
  CHECK(TextsOn(out.pages.pages[1]) == std::set<std::string>{"5-3", "5-4"});
  CHECK(RunsOf(out.pages, 5 * 6 + 3).front().x == 25000 + 1500);
}

TEST_CASE("hidden sheets have no pages") {
  auto builder = Numbered(1, 1, 20000, 10000);
  builder.sheet().hidden = true;
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.pages.empty());
  CHECK(out.pages.sheets.size() == 1);
}

TEST_CASE("a sheet stands in the middle of the paper where it is asked to") {
  auto builder = Numbered(1, 1, 65000, 57000);
  builder.sheet().page.center_horizontally = builder.sheet().page.center_vertically = true;
  const auto strokes = LayOut(builder).pages.pages[0].strokes;
  CHECK(std::all_of(strokes.begin(), strokes.end(), [](const Stroke& s) {
    return s.x1 >= 25000 + 50000 - 100 && s.x2 <= 25000 + 115000 + 100 && s.y1 >= 120000 && s.y2 <= 177000;
  }));
}

TEST_CASE("headers and footers stand at their distances from the edge, line by line") {
  auto builder = Numbered(1, 1, 20000, 10000);
  PageSetup& page = builder.sheet().page;
  page.header_left = "一行目\n{page}／{pages}";
  page.header_distance = 8000;
  page.footer_right = "下";
  page.footer_distance = 10000;
  page.first_page_number = 7;
  const LaidOut out = LayOut(builder);
  const auto& runs = out.pages.pages[0].runs;
  REQUIRE(runs.size() == 4);
  CHECK(runs[1].text == "下");
  CHECK(runs[1].y < 297000 - 10000);
  CHECK(runs[1].y > 297000 - 10000 - UmOfSize(800));
  CHECK(runs[2].text == "一行目");
  CHECK(runs[2].y > 8000);
  CHECK(runs[2].y < 8000 + UmOfSize(800));
  CHECK(runs[3].text == "7／1");
  CHECK(runs[3].y == Approx(runs[2].y + UmOfSize(1000)).margin(3));
}

/// A JPEG file up to its frame header, as far as it is read.
std::string Jpeg(int components, bool adobe) {
  std::string bytes = "\xFF\xD8";
  if (adobe) bytes += std::string("\xFF\xEE\x00\x0E", 4) + "Adobe" + std::string(7, '\0');
  const auto length = static_cast<char>(8 + 3 * components);
  bytes += std::string("\xFF\xC0\x00", 3) + length + std::string("\x08\x00\x10\x00\x20", 5);
  bytes += static_cast<char>(components) + std::string(static_cast<std::size_t>(3 * components), '\1');
  return bytes + "\xFF\xD9";
}

TEST_CASE("a JPEG's size and colours are read from its frame header") {
  const auto image = ReadImage(Jpeg(4, true));
  REQUIRE(image != nullptr);
  CHECK(std::tuple(image->width, image->height, image->components, image->inverted) == std::tuple(32, 16, 4, true));
  CHECK(ReadImage(Jpeg(1, false))->components == 1);
  CHECK_FALSE(ReadImage(Jpeg(3, true))->inverted);
  CHECK(ReadImage(Jpeg(2, false)) == nullptr);
}

TEST_CASE("what is no picture is refused, however it is cut") {
  const std::string whole = Jpeg(3, true);
  for (std::size_t length = 0; length < whole.size(); ++length) CHECK(ReadImage(whole.substr(0, length)) == nullptr);
  CHECK(ReadImage("GIF89a") == nullptr);
  CHECK(ReadImage(std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16)) == nullptr);
}

TEST_CASE("pictures stand at their place, damaged ones leave a frame with their text and a word to the user") {
  auto builder = Numbered(2, 2, 20000, 10000);
  Picture picture;
  picture.place = {1, 1, 1000, 2000};
  picture.width = 8000;
  picture.height = 6000;
  picture.alt_text = "市章";
  picture.bytes = std::make_shared<const std::string>(Jpeg(3, false));
  builder.sheet().pictures.push_back(picture);
  picture.bytes = std::make_shared<const std::string>("壊れた図");
  builder.sheet().pictures.push_back(picture);
  const LaidOut out = LayOut(builder);
  const Page& page = out.pages.pages[0];
  REQUIRE(page.pictures.size() == 1);
  CHECK(std::tuple(page.pictures[0].box.x, page.pictures[0].box.y) == std::tuple(46000, 32000));
  REQUIRE(page.figures.size() == 1);
  CHECK(page.figures[0].box.width == 8000);
  CHECK(page.runs.back().text == "市章");
  REQUIRE(out.issues.size() == 1);
  CHECK(out.issues[0].kind == Kind::kBadPicture);
  CHECK(std::tuple(out.issues[0].row, out.issues[0].column) == std::tuple(1, 1));
}

TEST_CASE("a picture over a page break shows its parts on both pages, one in repeated rows on each") {
  auto builder = Numbered(30, 1, 20000, 10000);
  builder.sheet().repeat_first = builder.sheet().repeat_last = 0;
  Picture picture;
  picture.bytes = std::make_shared<const std::string>(Jpeg(3, false));
  picture.width = picture.height = 5000;
  builder.sheet().pictures.push_back(picture);
  picture.place.row = 24;
  picture.height = 20000;
  builder.sheet().pictures.push_back(picture);
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages.size() == 2);
  REQUIRE(out.pages.pages[0].pictures.size() == 2);
  REQUIRE(out.pages.pages[1].pictures.size() == 2);
  const PlacedPicture& below = out.pages.pages[1].pictures[1];
  CHECK(out.pages.pages[0].pictures[1].box.y == 20000 + 240000);
  CHECK(below.box.y == 20000 + 10000 - 10000);
  CHECK(below.clip.y == 20000 + 10000);
}

TEST_CASE("shapes are drawn with their lines, fills and texts; the user hears that the XLSX has none") {
  auto builder = Numbered(4, 2, 20000, 10000);
  Shape shape;
  shape.kind = Shape::Kind::kEllipse;
  shape.place = {1, 0, 0, 0};
  shape.width = 20000;
  shape.height = 10000;
  shape.line_width = 300;
  shape.line_style = LineStyle::kDashed;
  shape.fill_rgb = 0xFFFF00;
  shape.text = "角印";
  builder.sheet().shapes.push_back(shape);
  shape.kind = Shape::Kind::kLine;
  shape.flip = true;
  builder.sheet().shapes.push_back(shape);
  const LaidOut out = LayOut(builder);
  const Page& page = out.pages.pages[0];
  REQUIRE(page.figures.size() == 1);
  CHECK(page.figures[0].kind == Shape::Kind::kEllipse);
  CHECK(page.figures[0].pattern == Stroke::Pattern::kDashed);
  CHECK(page.runs.back().text == "角印");
  const Stroke& line = page.strokes.back();
  CHECK(std::tuple(line.x1, line.y1, line.x2, line.y2) == std::tuple(25000, 40000, 45000, 30000));
  REQUIRE(out.issues.size() == 1);
  CHECK(out.issues[0].kind == Kind::kShapes);
}

}  // namespace
}  // namespace chohyo
