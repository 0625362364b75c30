// Lines: 禁則, long words, line breaks in the text, and where the characters of a line stand.
#include "pipeline/layout/text_line.h"

#include <catch2/catch.hpp>

#include <random>

#include "pipeline/base/text.h"
#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

using Texts = std::vector<std::string>;

/// The lines of a text in a column `ems` wide.
Texts Broken(const std::string& text, double ems, bool* whole = nullptr) {
  GlyphSource source(*TestFonts(), "mincho");
  TextStore store;
  LineBreaker breaker;
  MeasuredText measured = MeasureText(text, source, &store);
  MarkBreaks(text, breaker, &store, &measured);
  std::vector<Line> lines;
  const bool words_whole = BreakLines(store, measured, static_cast<EmUnits>(ems * kEm), &lines);
  if (whole != nullptr) *whole = words_whole;
  Texts texts;
  for (const Line& line : lines) {
    std::string& out = texts.emplace_back();
    for (auto i = line.begin; i < line.end; ++i) {
      out += text.substr(store.clusters[i].begin, store.clusters[i].length);
    }
  }
  return texts;
}

TEST_CASE("lines break between kanji where they are full") {
  CHECK(Broken("在宅勤務用端末機", 3) == Texts{"在宅勤", "務用端", "末機"});
}

TEST_CASE("no line begins with a closing mark or ends with an opening one") {
  CHECK(Broken("あいう、えお", 3) == Texts{"あい", "う、え", "お"});
  CHECK(Broken("あい「うえ」お", 3) == Texts{"あい", "「う", "え」お"});
  CHECK(Broken("センター", 3) == Texts{"セン", "ター"});
  CHECK(Broken("ちょっと", 3) == Texts{"ちょっ", "と"});
}

TEST_CASE("words and numbers stay whole where they fit") {
  CHECK(Broken("Windows 10 Pro", 5) == Texts{"Windows", "10 Pro"});
  bool whole = false;
  CHECK(Broken("ABCDEFGHIJKL", 3, &whole).size() > 1);
  CHECK_FALSE(whole);
}

TEST_CASE("spaces at a line's end take no room and are not drawn") {
  CHECK(Broken("ああ　いい", 2) == Texts{"ああ", "いい"});
  CHECK(Broken("　あ　", 4) == Texts{"　あ"});
}

TEST_CASE("line breaks of the text are kept, whichever way they are written") {
  CHECK(Broken("一\n二\r\n三\r四\u2028五", 9) == Texts{"一", "二", "三", "四", "五"});
  CHECK(Broken("一\n\n二", 9) == Texts{"一", "", "二"});
  CHECK(Broken("一\n", 9) == Texts{"一"});
}

TEST_CASE("a column narrower than a character holds one a line, selectors beside their base") {
  CHECK(Broken("葛\U000E0100城", 0.5) == Texts{"葛\U000E0100", "城"});
}

TEST_CASE("property: every character is on exactly one line, and 禁則 holds wherever lines are wide enough") {
  std::mt19937 random(20210113);
  const std::u32string pool = U"あいうえお漢字勤務、。「」（）ー々ャっ・：ABCxyz019";
  const std::u32string never_first = U"、。」）ー々ャっ・：", never_last = U"「（";
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) AppendUtf8(pool[random() % pool.size()], &text);
    bool whole = false;
    const Texts lines = Broken(text, 12 + static_cast<double>(random() % 10), &whole);
    std::string together;
    for (const std::string& line : lines) together += line;
    REQUIRE(together == text);
    if (!whole) continue;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::u32string line = CodePoints(lines[i]);
      INFO(lines[i]);
      if (i > 0) CHECK(never_first.find(line.front()) == std::u32string::npos);
      if (i + 1 < lines.size()) CHECK(never_last.find(line.back()) == std::u32string::npos);
    }
  }
}

}  // namespace
}  // namespace chohyo
