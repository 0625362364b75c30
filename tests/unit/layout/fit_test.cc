// Text in cells: wrap, shrink, grow; alignment; what is reported.
#include <catch2/catch.hpp>

#include "pipeline/layout/em.h"
#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

using Texts = std::vector<std::string>;
using Kind = LayoutIssue::Kind;

const std::string kSentence = "発熱があり、市内の医療機関（若葉クリニック）を受診した。";

std::string Times(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

Um WidthOf(const TextRun& run, const Glyph& glyph) {
  const Font& font = TestFonts()->font(run.font);
  return UmOfEm(kEm * font.Advance(glyph.id) / font.units_per_em(), run.size);
}

TEST_CASE("a text that fits is one line at its own size, in the middle of its row") {
  SheetBuilder builder({40000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, "総務課");
  const LaidOut out = LayOut(builder);
  REQUIRE(RunsOf(out.pages, 0).size() == 1);
  const TextRun run = RunsOf(out.pages, 0).front();
  CHECK(run.text == "総務課");
  CHECK(run.size == 1050);
  CHECK(run.x == 25000 + 1500);
  const Um middle_of_em = run.y - UmOfEm(kEm * 88 / 100, 1050) + UmOfSize(1050) / 2;
  CHECK(middle_of_em == Approx(20000 + 4500).margin(15));
  CHECK(out.issues.empty());
  CHECK(out.pages.sheets.front().row_heights == std::vector<Um>{9000});
}

TEST_CASE("glyphs point at the text they draw") {
  SheetBuilder builder({60000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, "葛\U000E0100a𠮷");
  const LaidOut out = LayOut(builder);
  std::string text;
  for (const TextRun& run : RunsOf(out.pages, 0)) {
    std::string drawn;
    for (const Glyph& glyph : run.glyphs) drawn += run.text.substr(glyph.text_begin, glyph.text_length);
    CHECK(drawn == run.text);
    text += drawn;
  }
  CHECK(text == "葛\U000E0100a𠮷");
  CHECK(RunsOf(out.pages, 0).size() >= 2);
}

TEST_CASE("in a row of fixed height text shrinks before the row grows") {
  SheetBuilder builder({50000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, kSentence);
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.sheets[0].row_heights[0] == 9000);
  CHECK(out.pages.sheets[0].cell_sizes[0] < 1050);
  CHECK(out.pages.sheets[0].cell_sizes[0] >= 700);
}

TEST_CASE("when the smallest size does not fit the row grows, and the size below 9 pt is reported") {
  SheetBuilder builder({40000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, Times(4, kSentence));
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.sheets[0].row_heights[0] > 9000);
  REQUIRE(out.issues.size() == 1);
  CHECK(out.issues[0].kind == Kind::kShrunk);
  CHECK(out.issues[0].cell == 0);
  CHECK(out.issues[0].size == out.pages.sheets[0].cell_sizes[0]);
  CHECK(out.issues[0].text == Times(4, kSentence));
}

TEST_CASE("a style that is small by itself is no finding") {
  SheetBuilder builder({40000});
  CellStyle small;
  small.size = 800;
  const int style = builder.Style(small);
  builder.AddRow(9000);
  builder.AddCell(0, 0, "総務課", style);
  CHECK(LayOut(builder).issues.empty());
}

TEST_CASE("rows that may not grow do so all the same rather than cut text") {
  SheetBuilder builder({20000});
  builder.AddRow(6000);
  builder.RowAt(0).grows = false;
  builder.AddCell(0, 0, Times(3, kSentence));
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.sheets[0].row_heights[0] > 6000);
}

TEST_CASE("a row of natural height grows and keeps the size") {
  SheetBuilder builder({40000});
  builder.AddRow(0);
  builder.AddCell(0, 0, Times(3, kSentence));
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.sheets[0].cell_sizes[0] == 1050);
  CHECK(out.issues.empty());
  const auto lines = static_cast<Um>(LinesOf(out.pages, 0).size());
  CHECK(out.pages.sheets[0].row_heights[0] > lines * UmOfSize(1050));
}

TEST_CASE("of a merged cell's rows the last growable one grows") {
  SheetBuilder builder({30000});
  for (int i = 0; i < 3; ++i) builder.AddRow(5000);
  builder.RowAt(2).grows = false;
  builder.AddCell(0, 0, Times(6, kSentence), 0, 3);
  const auto heights = LayOut(builder).pages.sheets[0].row_heights;
  CHECK(heights[0] == 5000);
  CHECK(heights[1] > 5000);
  CHECK(heights[2] == 5000);
}

TEST_CASE("unwrapped text shrinks to its width, and wraps when even that is too little") {
  SheetBuilder builder({30000});
  CellStyle one_line;
  one_line.wrap = false;
  const int style = builder.Style(one_line);
  builder.AddRow(9000);
  builder.AddRow(0);
  builder.AddCell(0, 0, "若葉市総務部人事課", style);
  builder.AddCell(1, 0, Times(2, kSentence), style);
  const LaidOut out = LayOut(builder);
  CHECK(LinesOf(out.pages, 0) == Texts{"若葉市総務部人事課"});
  CHECK(out.pages.sheets[0].cell_sizes[0] < 1050);
  CHECK(LinesOf(out.pages, 1).size() > 1);
}

TEST_CASE("a short word is set smaller rather than cut") {
  SheetBuilder builder({27000});
  builder.AddRow(0);
  builder.AddCell(0, 0, "PROFESSIONAL");
  const LaidOut out = LayOut(builder);
  CHECK(LinesOf(out.pages, 0) == Texts{"PROFESSIONAL"});
  CHECK(out.pages.sheets[0].cell_sizes[0] < 1050);
}

TEST_CASE("distributed text begins at the left padding and ends at the right one") {
  SheetBuilder builder({40000});
  CellStyle spread;
  spread.h_align = HAlign::kDistribute;
  const int style = builder.Style(spread);
  builder.AddRow(9000);
  builder.AddCell(0, 0, "所属名", style);
  builder.AddRow(9000);
  builder.AddCell(1, 0, "印", style);
  const LaidOut out = LayOut(builder);
  const TextRun run = RunsOf(out.pages, 0).front();
  REQUIRE(run.glyphs.size() == 3);
  const Um left = 25000 + 1500, right = 25000 + 40000 - 1500, em = UmOfSize(1050);
  CHECK(run.x == left);
  CHECK(run.x + run.glyphs[2].x + em == Approx(right).margin(3));
  CHECK(run.glyphs[1].x * 2 == Approx(run.glyphs[2].x).margin(3));
  const TextRun single = RunsOf(out.pages, 1).front();
  CHECK(single.x + em / 2 == Approx((left + right) / 2).margin(3));
}

TEST_CASE("right and centred text stand where they should") {
  SheetBuilder builder({40000});
  CellStyle right, center;
  right.h_align = HAlign::kRight;
  center.h_align = HAlign::kCenter;
  const int right_style = builder.Style(right), center_style = builder.Style(center);
  builder.AddRow(9000);
  builder.AddRow(9000);
  builder.AddCell(0, 0, "1,234", right_style);
  builder.AddCell(1, 0, "人事", center_style);
  const LaidOut out = LayOut(builder);
  const TextRun number = RunsOf(out.pages, 0).front();
  CHECK(number.x + number.glyphs.back().x + WidthOf(number, number.glyphs.back()) == Approx(25000 + 38500).margin(3));
  CHECK(RunsOf(out.pages, 1).front().x + UmOfSize(1050) == Approx(25000 + 20000).margin(3));
}

TEST_CASE("justified lines reach the right padding, the last one does not") {
  SheetBuilder builder({50000});
  CellStyle justify;
  justify.h_align = HAlign::kJustify;
  const int style = builder.Style(justify);
  builder.AddRow(0);
  builder.AddCell(0, 0, Times(2, kSentence), style);
  const LaidOut out = LayOut(builder);
  const auto runs = RunsOf(out.pages, 0);
  REQUIRE(runs.size() >= 2);
  const Um end = runs[0].x + runs[0].glyphs.back().x + WidthOf(runs[0], runs[0].glyphs.back());
  CHECK(end == Approx(25000 + 48500).margin(3));
  const Um last_end = runs.back().x + runs.back().glyphs.back().x;
  CHECK(last_end < 25000 + 45000);
}

TEST_CASE("text centred across spreads over the empty places beside it") {
  SheetBuilder builder({20000, 20000, 20000});
  CellStyle across;
  across.h_align = HAlign::kCenterAcross;
  const int style = builder.Style(across);
  builder.AddRow(9000);
  builder.AddCell(0, 0, "合計", style);
  builder.AddCell(0, 1, "", style);
  const LaidOut out = LayOut(builder);
  CHECK(RunsOf(out.pages, 0).front().x + UmOfSize(1050) == Approx(25000 + 30000).margin(3));
}

TEST_CASE("direction marks in a name move nothing") {
  SheetBuilder builder({60000});
  builder.AddRow(9000);
  builder.AddRow(9000);
  builder.AddCell(0, 0, "山田\u202E太郎abc");
  builder.AddCell(1, 0, "山田太郎abc");
  const LaidOut out = LayOut(builder);
  const TextRun marked = RunsOf(out.pages, 0).front(), plain = RunsOf(out.pages, 1).front();
  CHECK(marked.text == plain.text);
  REQUIRE(marked.glyphs.size() == plain.glyphs.size());
  for (std::size_t i = 0; i < plain.glyphs.size(); ++i) CHECK(marked.glyphs[i].x == plain.glyphs[i].x);
}

TEST_CASE("a missing character is drawn as a geta mark, keeps its text, and is reported with its origin") {
  SheetBuilder builder({60000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, "絵😀絵😀").origin = {17, 4, nullptr};
  const LaidOut out = LayOut(builder);
  std::string text;
  for (const TextRun& run : RunsOf(out.pages, 0)) text += run.text;
  CHECK(text == "絵😀絵😀");
  REQUIRE(out.issues.size() == 1);
  CHECK(out.issues[0].kind == Kind::kNoGlyph);
  CHECK(out.issues[0].code_point == U'😀');
  CHECK(out.issues[0].origin.line == 17);
}

TEST_CASE("vertical text runs down the middle, two digits side by side") {
  SheetBuilder builder({12000});
  CellStyle vertical;
  vertical.vertical = true;
  const int style = builder.Style(vertical);
  builder.AddRow(40000);
  builder.AddCell(0, 0, "令和12年", style);
  const LaidOut out = LayOut(builder);
  const auto runs = RunsOf(out.pages, 0);
  REQUIRE(runs.size() == 3);
  CHECK(runs[0].vertical);
  CHECK(runs[0].text == "令和");
  CHECK(runs[0].x == 25000 + 6000);
  CHECK(runs[0].glyphs[1].x == UmOfSize(1050));
  CHECK_FALSE(runs[1].vertical);
  CHECK(runs[1].text == "12");
  CHECK(runs[2].text == "年");
}

TEST_CASE("a vertical label shrinks to its rows before it makes them higher") {
  SheetBuilder builder({8000, 30000});
  CellStyle vertical;
  vertical.vertical = true;
  const int style = builder.Style(vertical);
  for (int i = 0; i < 3; ++i) builder.AddRow(9000);
  builder.AddCell(0, 0, "情報政策課記入欄", style, 3);
  const LaidOut out = LayOut(builder);
  CHECK(out.pages.sheets[0].row_heights == std::vector<Um>{9000, 9000, 9000});
  CHECK(RunsOf(out.pages, 0).size() == 1);
  CHECK(out.pages.sheets[0].cell_sizes[0] < 1050);
}

TEST_CASE("underlines lie under the text, as long as it") {
  SheetBuilder builder({60000});
  CellStyle underlined;
  underlined.underline = true;
  const int style = builder.Style(underlined);
  builder.AddRow(9000);
  builder.AddCell(0, 0, "総務課", style);
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages[0].strokes.size() == 1);
  const Stroke& line = out.pages.pages[0].strokes[0];
  CHECK(line.x2 - line.x1 == UmOfEm(3 * kEm, 1050));
  CHECK(line.y1 > RunsOf(out.pages, 0)[0].y);
}

TEST_CASE("conditional formats that are on decide colours and weight, the first before the later") {
  SheetBuilder builder({20000, 20000});
  builder.AddRow(9000);
  builder.AddCell(0, 0, "土");
  builder.AddCell(0, 1, "日");
  ConditionalFormat first, second;
  first.range = second.range = {0, 0, 0, 0, 1};
  first.fill_rgb = 0xD9D9D9;
  first.applies = {true, false};
  second.fill_rgb = 0xFF0000;
  second.text_rgb = 0x00FF00;
  second.bold = true;
  second.applies = {true, true};
  builder.sheet().conditional_formats = {first, second};
  const LaidOut out = LayOut(builder);
  REQUIRE(out.pages.pages[0].boxes.size() == 2);
  CHECK(out.pages.pages[0].boxes[0].rgb == 0xD9D9D9);
  CHECK(out.pages.pages[0].boxes[1].rgb == 0xFF0000);
  CHECK(RunsOf(out.pages, 1)[0].rgb == 0x00FF00);
  CHECK(RunsOf(out.pages, 1)[0].bold);
}

}  // namespace
}  // namespace chohyo
