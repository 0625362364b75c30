#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/layout/font.h"

namespace chohyo {
namespace {

using Chains = std::vector<std::pair<std::string, std::vector<std::string>>>;

const Chains kMincho{{"mincho", {"IPAexMincho", "IPAmj Mincho", "BIZ UDMincho"}}};

std::string FaultOf(const Chains& chains, const std::string& gaiji = "") {
  try {
    FontSet::Open(chains, gaiji, "/office");
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

TEST_CASE("each character comes from the first font of the chain that has it") {
  const auto set = FontSet::Open(kMincho, "", ".");
  REQUIRE(set->size() == 3);
  const auto font_of = [&](char32_t c, char32_t selector = 0) { return set->Find("mincho", c, selector).value().font; };
  CHECK(font_of(U'髙') == 0);
  CHECK(font_of(U'𠮷') == 1);
  CHECK(font_of(U'㋿') == 0);
  CHECK(font_of(U'葛', 0xE0102) == 1);
  CHECK(set->MainFont("mincho") == 0);
  CHECK(!set->Find("mincho", 0x12345, 0));
  CHECK(!set->Find("mincho", 0xE000, 0));
}

TEST_CASE("a pair is looked for in the whole chain before its base alone") {
  const auto set = FontSet::Open(kMincho, "", ".");
  const auto pair = set->Find("mincho", U'葛', 0xE0100).value();
  CHECK(!pair.selector_lost);
  CHECK(set->font(pair.font).GlyphOf(U'葛', 0xE0100) == pair.glyph);
  const auto lost = set->Find("mincho", U'葛', 0xE01EF).value();
  CHECK(lost.selector_lost);
  CHECK(lost.font == 0);
  CHECK(lost.glyph == set->font(0).GlyphOf(U'葛'));
  CHECK(!set->Find("mincho", 0x12345, 0xE0100));
}

TEST_CASE("chains share their fonts") {
  const auto set = FontSet::Open({{"mincho", {"IPAexMincho"}}, {"both", {"IPAexGothic", "ipaexm.ttf"}}}, "", ".");
  CHECK(set->size() == 2);
  CHECK(set->MainFont("both") == 1);
  CHECK(set->HasChain("both"));
  CHECK(!set->HasChain("gothic"));
}

TEST_CASE("the gaiji font serves private characters only") {
  const auto plain = FontSet::Open({{"mincho", {"IPAmjMincho"}}}, "", ".");
  const auto set = FontSet::Open({{"mincho", {"IPAmjMincho"}}}, "DejaVuSans", ".");
  CHECK(set->Find("mincho", U'A', 0).value().font == 0);
  CHECK(set->MainFont("mincho") == 0);
  CHECK(!plain->Find("mincho", 0xF400, 0));
  CHECK(set->Find("mincho", 0xF400, 0).value().font == 1);
}

TEST_CASE("a set that cannot be opened says what to write") {
  CHECK(FaultOf({{"mincho", {}}}) ==
        "エラー: フォントの組「mincho」にフォントがありません。chohyo.yaml の fonts に書いてください。");
  CHECK(FaultOf(kMincho, "gaiji/none.ttf").find("エラー: フォント「gaiji/none.ttf」がありません。") == 0);
  const auto set = FontSet::Open(kMincho, "", ".");
  CHECK_THROWS_WITH(set->Find("gothic", U'A', 0),
                    "エラー: フォントの組「gothic」は設定にありません。chohyo.yaml の fonts に加えてください。");
}

}  // namespace
}  // namespace chohyo
