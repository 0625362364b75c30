// Characters → clusters: what is set as one, what is not drawn, what cannot be drawn.
#include "pipeline/layout/text_measure.h"

#include <catch2/catch.hpp>

#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

/// A text measured with the fonts of the tests.
struct Measured {
  explicit Measured(const std::string& measured_text) : text(measured_text), source(*TestFonts(), "mincho") {
    measured = MeasureText(text, source, &store);
  }
  std::vector<std::string> Pieces() const {
    std::vector<std::string> pieces;
    for (const Cluster& c : store.clusters) pieces.push_back(text.substr(c.begin, c.length));
    return pieces;
  }
  std::string text;
  GlyphSource source;
  TextStore store;
  MeasuredText measured;
};

using Texts = std::vector<std::string>;

TEST_CASE("a character is a cluster, with its selector and marks") {
  CHECK(Measured("氏名A1").Pieces() == Texts{"氏", "名", "A", "1"});
  CHECK(Measured("葛\U000E0100城").Pieces() == Texts{"葛\U000E0100", "城"});
  CHECK(Measured("か\u3099く").Pieces() == Texts{"か\u3099", "く"});
  CHECK(Measured("e\u0301t").Pieces() == Texts{"e\u0301", "t"});
  CHECK(Measured("").measured.empty());
}

TEST_CASE("full-width characters are one em wide, half-width digits keep their width") {
  CHECK(Measured("漢字").measured.width == 2 * kEm);
  const EmUnits digit = Measured("1").measured.width;
  CHECK(digit > kEm / 3);
  CHECK(digit < kEm * 3 / 4);
  CHECK(Measured("12").measured.width == 2 * digit);
}

TEST_CASE("a variation sequence draws another glyph than its base") {
  const Measured plain("葛"), variant("葛\U000E0102");
  CHECK(plain.store.clusters[0].glyph != variant.store.clusters[0].glyph);
  CHECK(variant.store.troubles.empty());
}

TEST_CASE("a selector that no font has is reported once, and the base drawn") {
  const Measured lost("字\U000E01EF字\U000E01EF");
  REQUIRE(lost.store.troubles.size() == 1);
  CHECK(lost.store.troubles[0].code_point == U'字');
  CHECK(lost.store.troubles[0].selector == 0xE01EF);
  CHECK(lost.store.troubles[0].selector_lost);
  CHECK(lost.store.clusters[0].glyph == Measured("字").store.clusters[0].glyph);
}

TEST_CASE("selectors of pictures are no loss") { CHECK(Measured("※\uFE0E").store.troubles.empty()); }

TEST_CASE("what no font has is a geta mark, reported once a text") {
  const Measured missing("😀あ😀");
  REQUIRE(missing.store.troubles.size() == 1);
  CHECK(missing.store.troubles[0].code_point == U'😀');
  CHECK_FALSE(missing.store.troubles[0].selector_lost);
  CHECK(missing.store.clusters[0].glyph == Measured("〓").store.clusters[0].glyph);
}

TEST_CASE("controls, direction marks and lone selectors are not drawn") {
  CHECK(Measured("a\u202Eb\u2067c\u200Bd\uFEFF\x01").Pieces() == Texts{"a", "b", "c", "d"});
  CHECK(Measured("\U000E0100あ").Pieces() == Texts{"あ"});
  CHECK(Measured(std::string("a\0b", 3)).Pieces() == Texts{"a", "b"});
}

TEST_CASE("a ticked box is made of a box and a tick where no font has it") {
  const Measured ticked("☑");
  REQUIRE(ticked.store.clusters.size() == 1);
  CHECK(ticked.store.clusters[0].glyph_count == 2);
  CHECK(ticked.store.clusters[0].advance > 0);
  CHECK(ticked.store.troubles.empty());
  CHECK(Measured("☐").store.clusters[0].glyph == Measured("□").store.clusters[0].glyph);
}

TEST_CASE("bytes that are no UTF-8 are replaced, never lost") {
  const Measured broken("a\xFFz");
  REQUIRE(broken.store.clusters.size() == 3);
  CHECK(broken.store.clusters[1].Is(Cluster::kReplaced));
}

TEST_CASE("a letter with thousands of marks is measured in bounded time and loses none") {
  std::string text = "e";
  for (int i = 0; i < 5000; ++i) text += "\u0301";
  const Measured marks(text);
  std::size_t bytes = 0;
  for (const Cluster& cluster : marks.store.clusters) bytes += cluster.length;
  CHECK(bytes == text.size());
}

TEST_CASE("vertical text: a square each, two digits on one, never three") {
  GlyphSource source(*TestFonts(), "mincho");
  TextStore store;
  CHECK(MeasureVerticalText("12月", source, &store).width == 2 * kEm);
  CHECK(MeasureVerticalText("123月", source, &store).width == 4 * kEm);
  CHECK(MeasureVerticalText("1月", source, &store).width == 2 * kEm);
}

TEST_CASE("lengths: em units round to the nearest micrometre and back") {
  CHECK(UmOfEm(kEm, 1050) == 3704);
  CHECK(UmOfEm(-kEm, 1050) == -3704);
  for (const CentiPoint size : {700, 800, 1050, 1400}) {
    for (int n = 1; n < 50; ++n) CHECK(EmOfUm(UmOfEm(n * kEm, size), size) >= n * kEm);
  }
}

}  // namespace
}  // namespace chohyo
