#include "pipeline/base/lang.h"

#include <catch2/catch.hpp>

#include "pipeline/base/digest.h"

namespace chohyo {
namespace {

TEST_CASE("messages follow the language") {
  CHECK(Say("{} 行", "{} lines", 3) == "3 行");
  SetLang(Lang::kEn);
  CHECK(Say("{} 行", "{} lines", 3) == "3 lines");
  SetLang(Lang::kJa);
}

TEST_CASE("only Japanese locales mean Japanese") {
  CHECK(LangOfLocale("ja_JP.UTF-8") == Lang::kJa);
  CHECK(LangOfLocale("ja") == Lang::kJa);
  CHECK(LangOfLocale("C") == Lang::kEn);
  CHECK(LangOfLocale("") == Lang::kEn);
  CHECK(LangOfLocale("en_US.UTF-8") == Lang::kEn);
}

TEST_CASE("digests are those of the standard's examples") {
  CHECK(Sha256Hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(Sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace chohyo
