// What the PDF renderer writes, judged by programs that share no code with it: pdftotext, pdftoppm, qpdf, and PDFBox
// Preflight. A missing program is a failure, not a reason to skip.
#include <unistd.h>
#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/render/pdf.h"
#include "tests/unit/render/pdf_pages.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("chohyo-pdf-" + std::to_string(::getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string File(const std::string& name, const std::string& bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
  fs::path path;
};

struct Outcome {
  int status = -1;
  std::string output;
};

Outcome Run(const std::string& command) {
  Outcome outcome;
  FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer;
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    outcome.output.append(buffer.data(), n);
  outcome.status = ::pclose(pipe);
  return outcome;
}

PdfSettings Settings() {
  PdfSettings settings;
  settings.producer = "chohyo 0.1.0";
  return settings;
}

std::string Rendered(std::vector<Page> pages) {
  return RenderPdf(TestDocument(), PagesOf(std::move(pages)), Settings());
}

/// The text of a file's first page, as pdftotext reads it.
std::string TextOf(const Folder& folder, const std::string& pdf) {
  const Outcome outcome = Run("pdftotext -raw '" + folder.File("text.pdf", pdf) + "' -");
  CHECK(outcome.status == 0);
  return outcome.output;
}

void RequireSound(const std::string& file) {
  const Outcome qpdf = Run("qpdf --check '" + file + "'");
  INFO(qpdf.output);
  CHECK(qpdf.status == 0);
  CHECK(qpdf.output.find("WARNING") == std::string::npos);
}

/// The picture of the first page: grey, 0 = black.
struct Picture {
  int width = 0, height = 0;
  std::string grey;
  int At(Um x, Um y) const {
    const auto column = static_cast<std::size_t>(x * 0.001 / 25.4 * 100),
               row = static_cast<std::size_t>(y * 0.001 / 25.4 * 100);
    return static_cast<unsigned char>(grey.at(row * static_cast<std::size_t>(width) + column));
  }
  /// The darkest grey in a box.
  int Darkest(Um x, Um y, Um box_width, Um box_height) const {
    int darkest = 255;
    for (Um dy = 0; dy < box_height; dy += 250) {
      for (Um dx = 0; dx < box_width; dx += 250) darkest = std::min(darkest, At(x + dx, y + dy));
    }
    return darkest;
  }
};

Picture PictureOf(const Folder& folder, const std::string& pdf) {
  const std::string file = folder.File("picture.pdf", pdf);
  const std::string root = (folder.path / "picture").string();
  const Outcome outcome = Run("pdftoppm -gray -r 100 -singlefile '" + file + "' '" + root + "'");
  REQUIRE(outcome.status == 0);
  const std::string bytes = ReadWholeFile(root + ".pgm");
  Picture picture;
  int used = 0;
  REQUIRE(std::sscanf(bytes.c_str(), "P5 %d %d 255%n", &picture.width, &picture.height, &used) == 2);
  picture.grey = bytes.substr(static_cast<std::size_t>(used) + 1);
  return picture;
}

PageMaker HardPage() {
  PageMaker page;
  page.Line("自宅待機報告書 (試験\\)", 25000, 30000)
      .Line("𠮷田 﨑 髙橋 葛󠄀城 葛󠄁飾 ㋿ 邊󠄃", 25000, 40000);
  page.Line("自分は⾃ではない、長⻑日⽇", 25000, 50000).Line("ｱｲｳｴｵ ﾊﾟｰﾄ か\u3099", 25000, 60000);
  return page;
}

TEST_CASE("the text comes back exactly as it was drawn") {
  const Folder folder;
  CHECK(TextOf(folder, Rendered({HardPage().page()})) ==
        "自宅待機報告書 (試験\\)\n𠮷田 﨑 髙橋 葛󠄀城 葛󠄁飾 ㋿ "
        "邊󠄃\n自分は⾃ではない、長⻑日⽇\nｱｲｳｴｵ "
        "ﾊﾟｰﾄ "
        "か\u3099\n\f");
}

TEST_CASE("every code of a font is drawn, whatever bytes it is written with") {
  const Folder folder;
  std::string all;
  PageMaker page;
  int count = 0;
  for (char32_t c = 0x4E00; count < 1000; ++c) {
    if (!TestFonts()->font(0).GlyphOf(c)) continue;
    std::string line;
    AppendUtf8(c, &line);
    all += line;
    if (++count % 40 != 0) continue;
    page.Line(all.substr(all.size() - 120), 20000, 20000 + count / 40 * 10000);
  }
  std::string text = TextOf(folder, Rendered({page.page()}));
  std::erase(text, '\n');
  CHECK(text == all + "\f");
}

TEST_CASE("combining marks without a text of their own are drawn and not extracted twice") {
  const Folder folder;
  const Font& font = TestFonts()->font(0);
  PageMaker maker;
  TextRun run;
  run.x = 30000;
  run.y = 30000;
  run.text = "か\u3099く";
  const GlyphId ka = font.GlyphOf(U'か').value(), mark = font.GlyphOf(U'\u309B').value(),
                ku = font.GlyphOf(U'く').value();
  run.glyphs = {{ka, 0, 0, 0, 6}, {mark, 1500, 0, 6, 0}, {ku, 3704, 0, 6, 3}};
  maker.page().runs.push_back(run);
  CHECK(TextOf(folder, Rendered({maker.page()})) == "か\u3099く\n\f");
}

TEST_CASE("files are sound, PDF/A-1b, and the same each time") {
  const Folder folder;
  PageMaker drawn = HardPage();
  drawn.Box(20000, 70000, 100000, 10000, 0xFFEECC)
      .Ruled(20000, 70000, 120000, 70000)
      .Ruled(20000, 80000, 120000, 90000);
  drawn.Ruled(20000, 95000, 120000, 95000, 176, Stroke::Pattern::kDotted, 0x0000FF);
  drawn.Ruled(20000, 96000, 120000, 96000, 176, Stroke::Pattern::kDashed, 0x808080);
  drawn.style.bold = drawn.style.italic = true;
  drawn.Line("太字の斜体", 20000, 100000);
  drawn.style.vertical = true;
  drawn.Line("縦書き「ー」", 150000, 50000);
  PageMaker wide(297000, 210000);
  wide.chain = "gothic";
  wide.Line("横向きの頁 Proportional", 25000, 30000);
  PageMaker empty(257000, 182000);
  const std::string first = Rendered({drawn.page(), wide.page(), empty.page()});
  CHECK(first == Rendered({drawn.page(), wide.page(), empty.page()}));
  const std::string several = folder.File("several.pdf", first);
  const std::string blank = folder.File("blank.pdf", Rendered({empty.page()}));
  Document nameless;
  nameless.created = *Date::FromYmd(2021, 1, 31);
  PdfSettings silent;
  const std::string untitled = folder.File("untitled.pdf", RenderPdf(nameless, PagesOf({drawn.page()}), silent));
  for (const std::string& file : {several, blank, untitled}) RequireSound(file);
  const Outcome judged =
      Run(CHOHYO_SOURCE_DIR "/scripts/pdfa-check '" + several + "' '" + blank + "' '" + untitled + "'");
  INFO(judged.output);
  CHECK(judged.status == 0);
}

TEST_CASE("properties come from the document, never from the clock") {
  const Folder folder;
  const std::string file = folder.File("info.pdf", Rendered({HardPage().page()}));
  const Outcome info = Run("TZ=Asia/Tokyo LC_ALL=C.UTF-8 pdfinfo -isodates '" + file + "'");
  for (const char* line : {"Title:           自宅待機中の行動歴 <様式1> & 別紙\n", "Author:          若葉市\n",
                           "Creator:         chohyo 0.1.0\n", "CreationDate:    2021-01-31T00:00:00+09\n",
                           "ModDate:         2021-01-31T00:00:00+09\n", "Pages:           1\n",
                           "Page size:       595.28 x 841.89 pts (A4)\n", "PDF version:     1.4\n"}) {
    INFO(info.output);
    CHECK(info.output.find(line) != std::string::npos);
  }
}

TEST_CASE("different contents have different identifiers") {
  const auto id = [](const std::string& pdf) {
    const std::size_t at = pdf.rfind("/ID");
    return pdf.substr(at, pdf.find(']', at) - at);
  };
  const std::string one = Rendered({HardPage().page()});
  CHECK(id(one).size() > 64);
  CHECK(id(one) != id(Rendered({HardPage().Line("一", 25000, 200000).page()})));
  CHECK(id(one) != id(Rendered({HardPage().Ruled(1000, 1000, 5000, 1000).page()})));
}

TEST_CASE("lines and boxes are where they should be") {
  const Folder folder;
  PageMaker page;
  page.Box(100000, 100000, 20000, 10000, 0x404040);
  page.Ruled(20000, 50000, 120000, 50000, 1000).Ruled(20000, 50000, 20000, 90000, 1000);
  const Picture picture = PictureOf(folder, Rendered({page.page()}));
  CHECK(picture.width == 827);
  CHECK(picture.height == 1170);
  CHECK(picture.At(70000, 50000) < 64);
  CHECK(picture.At(70000, 49000) == 255);
  CHECK(picture.At(70000, 51000) == 255);
  CHECK(picture.At(20000, 70000) < 64);
  CHECK(picture.At(21000, 70000) == 255);
  CHECK(picture.At(110000, 105000) == 0x40);
  CHECK(picture.At(99500, 105000) == 255);
  CHECK(picture.At(110000, 110500) == 255);
}

TEST_CASE("text stands on its baseline, vertical text hangs from its top") {
  const Folder folder;
  PageMaker page;
  page.style.size = 4000;
  page.Line("国", 50000, 60000);
  page.style.vertical = true;
  page.Line("国国", 150000, 60000);
  const Picture picture = PictureOf(folder, Rendered({page.page()}));
  constexpr Um kEm = 14111;
  CHECK(picture.Darkest(50000, 60000 - kEm * 88 / 100, kEm, kEm) < 64);
  CHECK(picture.Darkest(50000, 60000 + kEm / 8, kEm, kEm) == 255);
  CHECK(picture.Darkest(50000 + kEm, 40000, kEm, 40000) == 255);
  CHECK(picture.Darkest(150000 - kEm / 2, 60000, kEm, kEm) < 64);
  CHECK(picture.Darkest(150000 - kEm / 2, 60000 + kEm, kEm, kEm) < 64);
  CHECK(picture.Darkest(150000 - kEm / 2, 40000, kEm, 19500) == 255);
  CHECK(picture.Darkest(150000 - kEm / 2, 61000 + 2 * kEm, kEm, kEm) == 255);
  CHECK(picture.Darkest(150000 + kEm / 2 + 500, 60000, kEm, 2 * kEm) == 255);
}

TEST_CASE("glyphs stand where layout put them, not where the font would") {
  const Folder folder;
  PageMaker page;
  const GlyphId glyph = TestFonts()->font(0).GlyphOf(U'国').value();
  TextRun run;
  run.size = 2000;
  run.x = 20000;
  run.y = 50000;
  run.text = "国国国";
  run.glyphs = {{glyph, 0, 0, 0, 3}, {glyph, 50000, 0, 3, 3}, {glyph, 100000, 20000, 6, 3}};
  page.page().runs.push_back(run);
  const Picture picture = PictureOf(folder, Rendered({page.page()}));
  CHECK(picture.Darkest(20000, 44000, 7000, 6000) < 128);
  CHECK(picture.Darkest(28000, 44000, 41000, 6000) == 255);
  CHECK(picture.Darkest(70000, 44000, 7000, 6000) < 128);
  CHECK(picture.Darkest(120000, 44000, 7000, 6000) == 255);
  CHECK(picture.Darkest(120000, 64000, 7000, 6000) < 128);
}

TEST_CASE("bold text after dotted lines is solid") {
  const Folder folder;
  PageMaker plain, ruled;
  plain.style.bold = ruled.style.bold = true;
  plain.style.size = ruled.style.size = 4000;
  plain.Line("国", 50000, 60000);
  ruled.Line("国", 50000, 60000).Ruled(20000, 200000, 100000, 200000, 353, Stroke::Pattern::kDotted);
  const Picture expected = PictureOf(folder, Rendered({plain.page()}));
  const Picture picture = PictureOf(folder, Rendered({ruled.page()}));
  const std::size_t upper_half = expected.grey.size() / 2;
  CHECK(picture.grey.substr(0, upper_half) == expected.grey.substr(0, upper_half));
}

TEST_CASE("many pages make a tree, and all are there") {
  const Folder folder;
  std::vector<Page> pages;
  for (int i = 1; i <= 600; ++i) {
    PageMaker page;
    page.Line("第" + std::to_string(i) + "頁", 25000, 30000);
    pages.push_back(page.page());
  }
  const std::string file = folder.File("many.pdf", Rendered(std::move(pages)));
  RequireSound(file);
  CHECK(Run("qpdf --show-npages '" + file + "'").output == "600\n");
  CHECK(Run("pdftotext -f 257 -l 257 '" + file + "' -").output == "第257頁\n\n\f");
  CHECK(Run("pdftotext -f 600 -l 600 '" + file + "' -").output == "第600頁\n\n\f");
}

TEST_CASE("a document without pages is refused by name") {
  CHECK_THROWS_WITH(Rendered({}), "エラー: test.form K-1 にはページがありません。様式を確かめてください。");
  CHECK_THROWS_AS(Rendered({}), OutputFault);
}

TEST_CASE("titles that no PDF or XML could hold do no harm") {
  const Folder folder;
  Document document = TestDocument();
  document.title = std::string("a\0b\x01", 4) + "\xFF)(\\<]]>&\n\u202E𠮷";
  document.author = std::string(5000, '(');
  const std::string file = folder.File("title.pdf", RenderPdf(document, PagesOf({HardPage().page()}), Settings()));
  RequireSound(file);
  const Outcome judged = Run(CHOHYO_SOURCE_DIR "/scripts/pdfa-check '" + file + "'");
  INFO(judged.output);
  CHECK(judged.status == 0);
}

}  // namespace
}  // namespace chohyo
