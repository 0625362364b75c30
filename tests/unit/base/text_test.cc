#include "pipeline/base/text.h"

#include <catch2/catch.hpp>
#include <random>

namespace chohyo {
namespace {

std::string RandomBytes(std::mt19937* random) {
  static const std::string kAlphabet = "a09 \xE3\x80\x80\xE8\x91\x9B\xF3\xA0\x84\x80\xF0\xA0\xAE\xB7\xC2\xC0\xED\xFF";
  std::uniform_int_distribution<std::size_t> letter(0, kAlphabet.size() - 1);
  std::uniform_int_distribution<int> length(0, 12);
  std::string text;
  for (int n = length(*random); n > 0; --n) text += kAlphabet[letter(*random)];
  return text;
}

TEST_CASE("every code point is written and read back") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 7) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, &text);
    std::size_t offset = 0;
    if (NextCodePoint(text, &offset) != c || offset != text.size() || !IsValidUtf8(text)) FAIL_CHECK(CodePointName(c));
  }
}

TEST_CASE("ill-formed UTF-8 is read one replacement a byte") {
  const auto replaced = [](std::string_view text, const std::u32string& expected) {
    CHECK_FALSE(IsValidUtf8(text));
    CHECK(CodePoints(text) == expected);
  };
  replaced("\xFF", U"\xFFFD");
  replaced("a\x80z", U"a\xFFFDz");
  replaced("\xC0\x80", U"\xFFFD\xFFFD");                      // over-long NUL
  replaced("\xE0\x80\x80", U"\xFFFD\xFFFD\xFFFD");            // over-long
  replaced("\xED\xA0\x80", U"\xFFFD\xFFFD\xFFFD");            // surrogate
  replaced("\xF4\x90\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD");  // beyond U+10FFFF
  replaced("\xE8\x91", U"\xFFFD\xFFFD");                      // cut
  replaced("\xE8\x91w", U"\xFFFD\xFFFDw");
}

TEST_CASE("any bytes are walked to their end") {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = RandomBytes(&random);
    std::string again;
    for (const char32_t c : CodePoints(text)) AppendUtf8(c, &again);
    if (!IsValidUtf8(again)) FAIL_CHECK(text);
    if (IsValidUtf8(text) && again != text) FAIL_CHECK(text);
  }
}

TEST_CASE("both widths of space are trimmed, and only at the ends") {
  CHECK(Trim("　 a　b\t\r\n") == "a　b");
  CHECK(Trim("　　") == "");
  CHECK(Trim("") == "");
  CHECK(Trim("\v\fx") == "x");
  CHECK(Trim("\xE3\x80") == "\xE3\x80");  // half an ideographic space is no space
  CHECK(Trim("a\xE3\x80") == "a\xE3\x80");
}

TEST_CASE("pieces between separators") {
  using Pieces = std::vector<std::string_view>;
  CHECK(Split("", ',') == Pieces{""});
  CHECK(Split("a", ',') == Pieces{"a"});
  CHECK(Split("a,,b,", ',') == Pieces{"a", "", "b", ""});
  CHECK(Join(std::vector<std::string>{"a", "b"}, "・") == "a・b");
  CHECK(Join(std::vector<std::string>{}, ",") == "");
}

TEST_CASE("the nearest name is a slip of the hand away") {
  const std::vector<std::string> names = {"attendance", "timecards", "職員番号", "日付", "A"};
  CHECK(NearestName("atendance", names) == "attendance");
  CHECK(NearestName("attendence", names) == "attendance");
  CHECK(NearestName("prot", std::vector<std::string>{"host", "port"}) == "port");
  CHECK(NearestName("form", std::vector<std::string>{"from"}) == "from");
  CHECK(NearestName("mrof", std::vector<std::string>{"from"}) == std::nullopt);
  CHECK(NearestName("職員番号 ", names) == "職員番号");
  CHECK(NearestName("職員コード", names) == std::nullopt);
  CHECK(NearestName("職員番", names) == "職員番号");
  CHECK(NearestName("日時", names) == "日付");
  CHECK(NearestName("曜", names) == std::nullopt);
  CHECK(NearestName("B", names) == std::nullopt);
  CHECK(NearestName("", names) == std::nullopt);
  CHECK(NearestName("attendance", names) == "attendance");
  CHECK(NearestName("x", std::vector<std::string>{}) == std::nullopt);
}

TEST_CASE("of equally near names the first is taken") {
  CHECK(NearestName("cat", std::vector<std::string>{"bat", "rat"}) == "bat");
}

TEST_CASE("a text of any length has a nearest name in no time") {
  const std::string endless(3'000'000, 'a');
  CHECK(NearestName(endless, std::vector<std::string>{"attendance", "aaa"}) == std::nullopt);
}

TEST_CASE("variation selectors and names of code points") {
  CHECK(IsVariationSelector(0xFE00));
  CHECK(IsVariationSelector(0xFE0F));
  CHECK(IsVariationSelector(0xE0100));
  CHECK(IsVariationSelector(0xE01EF));
  CHECK_FALSE(IsVariationSelector(0xFDFF));
  CHECK_FALSE(IsVariationSelector(0xFE10));
  CHECK_FALSE(IsVariationSelector(0xE01F0));
  CHECK(CodePointName(U'葛') == "U+845B");
  CHECK(CodePointName(0x20BB7) == "U+20BB7");
  CHECK(CodePointName(0x41) == "U+0041");
}

TEST_CASE("What a terminal is shown cannot move its cursor or turn its text round") {
  CHECK(Printable("\x1b[31mred") == "<U+001B>[31mred");
  CHECK(Printable("a\xE2\x80\xAE"
                  "b") == "a<U+202E>b");
  CHECK(Printable("一行\n二行\r") == "一行\n二行<U+000D>");
  CHECK(Printable("𠮷野 葛\U000E0100城") == "𠮷野 葛\U000E0100城");
}

}  // namespace
}  // namespace chohyo
