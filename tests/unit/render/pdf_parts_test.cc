#include <zlib.h>
#include <catch2/catch.hpp>

#include <random>

#include "pipeline/render/pdf_deflate.h"
#include "pipeline/render/pdf_fonts.h"
#include "pipeline/render/pdf_numbers.h"
#include "pipeline/render/pdf_strokes.h"
#include "pipeline/render/pdf_text.h"
#include "tests/unit/render/pdf_pages.h"

namespace chohyo {
namespace {

using namespace std::string_literals;

std::string Hundredths(std::int32_t number) {
  std::string out;
  AppendHundredths(number, &out);
  return out;
}

std::string Colour(Rgb rgb, bool stroke) {
  std::string out;
  AppendColour(rgb, stroke, &out);
  return out;
}

std::string Lines(const std::vector<Stroke>& strokes) {
  std::string out;
  AppendStrokes(strokes, 297000, &out);
  return out;
}

std::string Text(const std::vector<TextRun>& runs) {
  PdfFonts fonts(*TestFonts());
  std::string out;
  PdfText(&fonts, 297000, &out).Append(runs);
  return out;
}

TEST_CASE("numbers are short and exact to a hundredth") {
  CHECK(Hundredths(0) == "0");
  CHECK(Hundredths(1200) == "12");
  CHECK(Hundredths(-50) == "-.5");
  CHECK(Hundredths(307) == "3.07");
  CHECK(Hundredths(7) == ".07");
  CHECK(Hundredths(-12345) == "-123.45");
  CHECK(Hundredths(INT32_MIN) == "-21474836.48");
  CHECK(PageUnitsOf(25400) == 7200);
  CHECK(PageUnitsOf(-25400) == -7200);
  CHECK(PageUnitsOf(210000) == 59528);
  CHECK(PageUnitsOf(297000) == 84189);
}

TEST_CASE("greys and colours have their own operators") {
  CHECK(Colour(0x000000, false) == "0 g\n");
  CHECK(Colour(0xFFFFFF, true) == "1 G\n");
  CHECK(Colour(0x808080, false) == ".502 g\n");
  CHECK(Colour(0xFF0001, true) == "1 0 .004 RG\n");
}

TEST_CASE("lines that touch are one line, and doubled ones are drawn once") {
  const Stroke a{10000, 50000, 20000, 50000, 176}, b{20000, 50000, 30000, 50000, 176},
      apart{40000, 50000, 50000, 50000, 176};
  const auto merged = MergedStrokes({apart, b, a, a, b});
  REQUIRE(merged.size() == 2);
  CHECK(merged[0].x1 == 10000);
  CHECK(merged[0].x2 == 30000);
  CHECK(merged[1].x1 == 40000);
}

TEST_CASE("lines of different looks or axes stay apart") {
  Stroke a{10000, 50000, 20000, 50000, 176}, thick = a, red = a, dotted = a, down{10000, 50000, 10000, 60000, 176};
  thick.width = 353;
  red.rgb = 0xFF0000;
  dotted.pattern = Stroke::Pattern::kDotted;
  CHECK(MergedStrokes({a, thick, red, dotted, down}).size() == 5);
  CHECK(MergedStrokes({down, {10000, 60000, 10000, 55000, 176}}).size() == 1);
  CHECK(MergedStrokes({{0, 0, 5000, 7000, 176}, {5000, 7000, 0, 0, 176}, {0, 7000, 5000, 0, 176}}).size() == 2);
}

TEST_CASE("one path for all lines of a look, the thin before the thick") {
  CHECK(Lines({{0, 0, 25400, 0, 353}, {0, 25400, 25400, 25400, 176}, {5000, 0, 5000, 25000, 176}}) ==
        "q\n.5 w 0 G\n0 J [] 0 d\n0 769.89 m 72 769.89 l\n14.17 841.89 m 14.17 771.02 l\nS\n"
        "1 w 0 G\n0 J [] 0 d\n0 841.89 m 72 841.89 l\nS\nQ\n");
  CHECK(Lines({}).empty());
}

TEST_CASE("lines go on into a corner that they make, by half the other's width") {
  CHECK(Lines({{0, 0, 25400, 0, 706}, {0, 0, 0, 25400, 353}, {12700, 0, 12700, 25400, 353}}) ==
        "q\n1 w 0 G\n0 J [] 0 d\n0 842.89 m 0 769.89 l\n36 841.89 m 36 769.89 l\nS\n"
        "2 w 0 G\n0 J [] 0 d\n-.5 841.89 m 72 841.89 l\nS\nQ\n");
}

/// Whatever is merged, the same points of the page are covered.
TEST_CASE("merging keeps every point of every line") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Stroke> strokes;
    for (int i = 0; i < 30; ++i) {
      const Um line = static_cast<Um>(random() % 3), from = static_cast<Um>(random() % 20),
               to = static_cast<Um>(random() % 20);
      strokes.push_back(random() % 2 ? Stroke{from, line, to, line, 1} : Stroke{line, from, line, to, 1});
    }
    const auto merged = MergedStrokes(strokes);
    const auto covered = [](const std::vector<Stroke>& all) {
      std::vector<std::tuple<bool, Um, Um>> points;
      for (const Stroke& s : all) {
        for (Um at = 2 * std::min(s.x1, s.x2); at < 2 * std::max(s.x1, s.x2); ++at) points.emplace_back(true, s.y1, at);
        for (Um at = 2 * std::min(s.y1, s.y2); at < 2 * std::max(s.y1, s.y2); ++at)
          points.emplace_back(false, s.x1, at);
      }
      std::sort(points.begin(), points.end());
      return points;
    };
    auto expected = covered(strokes);
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    if (covered(merged) != expected) FAIL("round " << round);
  }
}

TEST_CASE("a run at its natural advances is one string") {
  PageMaker page;
  page.Line("国国", 25400, 25400);
  CHECK(Text(page.page().runs) == "BT\n/F0 10.5 Tf\n72 769.89 Td [(\0\1\0\1)]TJ\nET\n"s);
}

TEST_CASE("brackets, backslashes and line ends in codes are escaped") {
  PdfFonts fonts(*TestFonts());
  for (GlyphId glyph = 1; glyph <= 100; ++glyph) fonts.Use(0).CodeOf(glyph, "x");
  TextRun run;
  for (const GlyphId glyph : {10, 13, 40, 41, 92})
    run.glyphs.push_back({glyph, 0, static_cast<Um>(run.glyphs.size()), 0, 1});
  run.text.push_back('x');
  std::string out;
  PdfText(&fonts, 297000, &out).Append({run});
  for (const std::string_view code :
       {std::string_view("(\0\n)", 4), {"(\0\\r)", 5}, {"(\0\\()", 5}, {"(\0\\))", 5}, {"(\0\\\\)", 5}}) {
    CHECK(out.find(code) != std::string::npos);
  }
}

TEST_CASE("a glyph has one code for each text it stands for") {
  PdfFont font(TestFonts()->font(0));
  const GlyphId self = font.font().GlyphOf(U'自').value(), other = font.font().GlyphOf(U'一').value();
  CHECK(font.CodeOf(self, "自").cid == 1);
  CHECK(font.CodeOf(other, "一").cid == 2);
  CHECK(font.CodeOf(self, "⾃").cid == 3);
  CHECK(font.CodeOf(self, "自").cid == 1);
  CHECK(font.CodeOf(self, "⾃").cid == 3);
  CHECK(font.CodeOf(self, "").cid == 4);
  CHECK(font.CodeOf(self, "").width == 1000);
  CHECK(font.glyphs() == std::vector<GlyphId>{self, other, self, self});
}

TEST_CASE("what is deflated comes back at every level") {
  std::mt19937 random(1);
  for (const std::size_t size : {0U, 1U, 100U, 70000U}) {
    std::string bytes;
    while (bytes.size() < size) bytes.push_back(static_cast<char>(random() % 60));
    for (int level = -1; level <= 13; ++level) {
      const std::string deflated = Deflate(bytes, level);
      std::string back(size + 1, 'x');
      uLongf length = back.size();
      REQUIRE(uncompress(reinterpret_cast<Bytef*>(back.data()), &length,
                         reinterpret_cast<const Bytef*>(deflated.data()), deflated.size()) == Z_OK);
      back.resize(length);
      CHECK(back == bytes);
    }
  }
}

TEST_CASE("text becomes UTF-16, beyond U+FFFF too") {
  std::string out;
  AppendUtf16("あ𠮷", &out);
  CHECK(out == "\x30\x42\xD8\x42\xDF\xB7");
}

}  // namespace
}  // namespace chohyo
