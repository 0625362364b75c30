// What the PDF renderer costs, without reading and layout: documents a CPU second, and the size of each.
//   standby   one A4 page, 850 characters of 270 kinds, 60 ruled lines; a file of its own with its own subset
//   roster    one A4 page, a ruled table of 31 × 30 cells with a sign each
//   thousand  1,000 standby pages in one file
//   haru      the standby page with libharu's own fonts and text, for comparison
// The texts are random, from a fixed seed.
#include <fmt/format.h>
#include <hpdf.h>

#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/layout/font_finder.h"
#include "pipeline/layout/pages.h"
#include "pipeline/render/pdf.h"

namespace chohyo {
namespace {

constexpr int kKinds = 270, kCharactersPerLine = 34, kLines = 25, kDocuments = 20;
constexpr Um kLeft = 25000, kTop = 30000, kLineHeight = 8000;

double CpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Repeats for at least a second; returns repetitions a CPU second.
double PerSecond(const std::function<void(int)>& work) {
  work(0);
  const double begin = CpuSeconds();
  int count = 0;
  double spent = 0;
  for (; spent < 1.0; spent = CpuSeconds() - begin) work(count++);
  return count / spent;
}

/// True for the kanji of JIS level 1, which everyday text is written with.
bool IsCommonKanji(char32_t c) {
  std::string utf8;
  AppendUtf8(c, &utf8);
  const std::string bytes = EncodeCp932(utf8);
  return bytes.size() == 2 && static_cast<unsigned char>(bytes[0]) >= 0x88 &&
         static_cast<unsigned char>(bytes[0]) <= 0x97;
}

/// The characters of one document: kana, digits, and common kanji, a different choice for each.
std::u32string KindsOf(std::mt19937* random) {
  std::u32string kinds = U"０１２３４５６７８９、。（）・アイウエオカキクケコサシスセソタテトナラリルレロワンー";
  for (char32_t c = U'ぁ'; c <= U'ん'; ++c) kinds.push_back(c);
  while (kinds.size() < kKinds) {
    const auto c = static_cast<char32_t>(0x4E00 + (*random)() % 0x5000);
    if (IsCommonKanji(c) && kinds.find(c) == std::u32string::npos) kinds.push_back(c);
  }
  return kinds;
}

std::vector<std::u32string> RandomLines(std::mt19937* random) {
  const std::u32string kinds = KindsOf(random);
  std::vector<std::u32string> lines(kLines);
  std::size_t next = 0;
  for (std::u32string& line : lines) {
    for (int i = 0; i < kCharactersPerLine; ++i) {
      line.push_back(next < kinds.size() ? kinds[next] : kinds[(*random)() % kinds.size()]);
      ++next;
    }
  }
  return lines;
}

TextRun RunOf(const std::u32string& text, const FontSet& fonts, CentiPoint size, Um x, Um y) {
  TextRun run;
  run.size = size;
  run.x = x;
  run.y = y;
  const Um em = size * 127 / 36;
  for (const char32_t c : text) {
    const auto begin = static_cast<std::uint32_t>(run.text.size());
    AppendUtf8(c, &run.text);
    const auto place = static_cast<Um>(run.glyphs.size()) * em;
    run.glyphs.push_back(
        {fonts.font(0).GlyphOf(c).value(), place, 0, begin, static_cast<std::uint16_t>(run.text.size() - begin)});
  }
  return run;
}

Page A4() {
  Page page;
  page.width = 210000;
  page.height = 297000;
  return page;
}

Page StandbyPage(const std::vector<std::u32string>& lines, const FontSet& fonts) {
  Page page = A4();
  Um y = kTop;
  for (const std::u32string& line : lines) {
    page.runs.push_back(RunOf(line, fonts, 1050, kLeft, y));
    page.strokes.push_back({kLeft, y + 2000, 190000, y + 2000, 176});
    page.strokes.push_back({kLeft, y + 2000, kLeft, y + kLineHeight, 176});
    y += kLineHeight;
  }
  return page;
}

Page RosterPage(std::mt19937* random, const FontSet& fonts) {
  Page page = A4();
  const std::u32string signs = U"ABCD休";
  for (Um row = 0; row < 30; ++row) {
    for (Um column = 0; column < 31; ++column) {
      const Um x = 20000 + column * 5000, y = 30000 + row * 6000;
      page.runs.push_back(RunOf({signs[(*random)() % signs.size()]}, fonts, 900, x + 1000, y + 4500));
      page.strokes.push_back({x, y, x + 5000, y, 176});
      page.strokes.push_back({x, y, x, y + 6000, 176});
    }
  }
  return page;
}

/// libharu as its manual shows it: a UTF-8 encoder, an embedded font, a text command a line.
std::string PlainHaru(const std::vector<std::u32string>& lines, const std::string& font_file) {
  HPDF_Doc doc = HPDF_New(nullptr, nullptr);
  HPDF_UseUTFEncodings(doc);
  HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
  HPDF_Page page = HPDF_AddPage(doc);
  HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
  const char* const name = HPDF_LoadTTFontFromFile(doc, font_file.c_str(), HPDF_TRUE);
  HPDF_Page_SetFontAndSize(page, HPDF_GetFont(doc, name, "UTF-8"), 10.5F);
  HPDF_REAL y = 750;
  for (const std::u32string& line : lines) {
    std::string text;
    for (const char32_t c : line) AppendUtf8(c, &text);
    HPDF_Page_BeginText(page);
    HPDF_Page_TextOut(page, 70, y, text.c_str());
    HPDF_Page_EndText(page);
    y -= 22;
  }
  HPDF_SaveToStream(doc);
  std::string bytes(HPDF_GetStreamSize(doc), '\0');
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  HPDF_Free(doc);
  return bytes;
}

class Bench {
 public:
  explicit Bench(int level) : fonts_(FontSet::Open({{"mincho", {"IPAexMincho"}}}, "", ".")) {
    std::mt19937 random(20210113);
    settings_.producer = "bench";
    if (level >= 0) settings_.deflate_level = level;
    document_.title = "自宅待機中の行動歴";
    document_.author = "若葉市";
    for (int i = 0; i < kDocuments; ++i) {
      lines_.push_back(RandomLines(&random));
      standby_.push_back(Of({StandbyPage(lines_.back(), *fonts_)}));
      rosters_.push_back(Of({RosterPage(&random, *fonts_)}));
    }
    for (int i = 0; i < 1000; ++i) thousand_.pages.push_back(standby_[0].pages[0]);
    thousand_.fonts = fonts_;
  }

  void Run() {
    fmt::print("deflate level {}\n", settings_.deflate_level);
    Report("standby", standby_, 1);
    Report("roster", rosters_, 1);
    Report("thousand", {thousand_}, 1000);
    const std::string file = FontFinder(".").Find("IPAexMincho").file.string();
    std::size_t bytes = 0;
    const double speed = PerSecond([&](int i) { bytes = PlainHaru(lines_[i % kDocuments], file).size(); });
    fmt::print("haru      {:8.0f} documents/s {:10} bytes each\n", speed, bytes);
  }

 private:
  Pages Of(std::vector<Page> pages) const {
    Pages result;
    result.pages = std::move(pages);
    result.fonts = fonts_;
    return result;
  }

  void Report(const char* name, const std::vector<Pages>& all, int pages) const {
    std::size_t largest = 0;
    const double speed = PerSecond([&](int i) {
      const Pages& one = all[static_cast<std::size_t>(i) % all.size()];
      largest = std::max(largest, RenderPdf(document_, one, settings_).size());
    });
    fmt::print("{:9} {:8.0f} {}/s {:10} bytes at most\n", name, speed * pages, pages == 1 ? "documents" : "pages",
               largest);
  }

  std::shared_ptr<const FontSet> fonts_;
  PdfSettings settings_;
  Document document_;
  std::vector<std::vector<std::u32string>> lines_;
  std::vector<Pages> standby_, rosters_;
  Pages thousand_;
};

}  // namespace
}  // namespace chohyo

/// `pdf_bench [deflate level]`
int main(int argc, char** argv) { chohyo::Bench(argc > 1 ? std::stoi(argv[1]) : -1).Run(); }
