#include "pipeline/base/unicode.h"

#include <iconv.h>

#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr const char* kGeta = "\x81\xAC";

/// One conversion by the C library, the independent judge; "" where it knows none.
class Judge {
 public:
  Judge(const char* to, const char* from) : handle_(::iconv_open(to, from)) {}
  ~Judge() { ::iconv_close(handle_); }
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  std::string Convert(std::string bytes) const {
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char out[32] = {};
    char* in_at = bytes.data();
    char* out_at = out;
    std::size_t in_left = bytes.size();
    std::size_t out_left = sizeof out;
    if (::iconv(handle_, &in_at, &in_left, &out_at, &out_left) != 0 || in_left != 0) return {};
    return {out, sizeof out - out_left};
  }

 private:
  iconv_t handle_;
};

std::string Folded(std::string_view utf8) {
  std::string out;
  for (const char32_t c : CodePoints(utf8)) AppendUtf8(c == 0x301C ? 0xFF5E : c == 0x2212 ? 0xFF0D : c, &out);
  return out;
}

template <typename Visit>
void ForEachTwoBytes(Visit visit) {
  for (int lead = 0x81; lead <= 0xFC; ++lead) {
    if (lead >= 0xA0 && lead <= 0xDF) continue;
    for (int trail = 0x40; trail <= 0xFC; ++trail) {
      if (trail != 0x7F) visit(std::string{static_cast<char>(lead), static_cast<char>(trail)});
    }
  }
}

bool IsPrivateUse(std::string_view utf8) {
  const std::u32string text = CodePoints(utf8);
  return text.size() == 1 && text[0] >= 0xE000 && text[0] <= 0xF8FF;
}

TEST_CASE("the whole table of CP932 decodes as the C library says") {
  const Judge judge("UTF-8", "CP932");
  int compared = 0;
  ForEachTwoBytes([&](const std::string& code) {
    const std::string expected = judge.Convert(code);
    std::optional<std::size_t> bad;
    const std::string decoded = DecodeText(code, Encoding::kCp932, &bad);
    if (expected.empty()) {
      if (!bad && !IsPrivateUse(decoded)) FAIL_CHECK(code << " is unknown to the judge, here " << decoded);
      return;
    }
    ++compared;
    if (bad || decoded != Folded(expected)) FAIL_CHECK(decoded << " is not " << expected);
  });
  CHECK(compared > 9000);
}

TEST_CASE("the whole table of CP932 encodes back to the same character") {
  const Judge judge("CP932", "UTF-8");
  int compared = 0;
  ForEachTwoBytes([&](const std::string& code) {
    std::optional<std::size_t> bad;
    const std::string decoded = DecodeText(code, Encoding::kCp932, &bad);
    if (bad) return;
    ++compared;
    const std::string again = EncodeCp932(decoded);
    if (DecodeText(again, Encoding::kCp932) != decoded) FAIL_CHECK(decoded);
    const std::string expected = judge.Convert(decoded);
    if (!expected.empty() && again != expected) FAIL_CHECK(decoded << " is written otherwise than by the judge");
    if (again == kGeta && code != kGeta) FAIL_CHECK(decoded);
  });
  CHECK(compared > 9000);
}

TEST_CASE("whatever CP932 writes is read back, all else is the geta mark") {
  for (char32_t c = 0; c <= 0xFFFD; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, &text);
    const std::string encoded = EncodeCp932(text);
    if (encoded != kGeta && DecodeText(encoded, Encoding::kCp932) != Folded(text)) FAIL_CHECK(CodePointName(c));
  }
  CHECK(EncodeCp932("𠮷野家") == std::string(kGeta) + "\x96\xEC\x89\xC6");
  CHECK(EncodeCp932("髙﨑") == "\xFB\xFC\xFA\xB1");
  CHECK(EncodeCp932("〜−～－") == "\x81\x60\x81\x7C\x81\x60\x81\x7C");
  CHECK(EncodeCp932("ｱa\\~") ==
        "\xB1"
        "a\\~");
}

TEST_CASE("wave dash and minus come back as Windows shows them") {
  CHECK(DecodeText("\x81\x60\x81\x7C", Encoding::kCp932) == "～－");
  CHECK(DecodeText("\x81\x61\x81\x91\x81\x92\x81\xCA", Encoding::kCp932) == "∥￠￡￢");
  CHECK(DecodeText("\xB1\xDD\\~", Encoding::kCp932) == "ｱﾝ\\~");
}

TEST_CASE("broken CP932 is named by its first bad byte and loses nothing after it") {
  std::optional<std::size_t> bad;
  CHECK(DecodeText("ab\x81,c", Encoding::kCp932, &bad) == "ab\xEF\xBF\xBD,c");
  CHECK(bad == 2);
  bad.reset();
  CHECK(DecodeText("\x88\xB0\xFF\x81", Encoding::kCp932, &bad) == "芦\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(bad == 2);
  bad.reset();
  CHECK(DecodeText("\x80\xA0", Encoding::kCp932, &bad) == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(bad == 0);
  bad.reset();
  CHECK(DecodeText("\x81\xAC", Encoding::kCp932, &bad) == "〓");
  CHECK_FALSE(bad.has_value());
}

TEST_CASE("UTF-8 and UTF-16, whole and broken") {
  std::optional<std::size_t> bad;
  CHECK(DecodeText("葛\xF3\xA0\x84\x80𠮷", Encoding::kUtf8, &bad) == "葛\xF3\xA0\x84\x80𠮷");
  CHECK_FALSE(bad.has_value());
  CHECK(DecodeText("a\xFF"
                   "b\xE8\x91",
                   Encoding::kUtf8, &bad) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(bad == 1);
  bad.reset();
  CHECK(DecodeText("\xEF\xBF\xBD", Encoding::kUtf8, &bad) == "\xEF\xBF\xBD");
  CHECK_FALSE(bad.has_value());
  const std::string little("\x5B\x84\x42\xD8\xB7\xDF", 6);
  const std::string big("\x84\x5B\xD8\x42\xDF\xB7", 6);
  CHECK(DecodeText(little, Encoding::kUtf16Le, &bad) == "葛𠮷");
  CHECK(DecodeText(big, Encoding::kUtf16Be, &bad) == "葛𠮷");
  CHECK_FALSE(bad.has_value());
  CHECK(DecodeText(std::string("a\0\x42\xD8"
                               "b\0",
                               6),
                   Encoding::kUtf16Le, &bad) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(bad == 2);
  bad.reset();
  CHECK(DecodeText(std::string("a\0b", 3), Encoding::kUtf16Le, &bad) == "a\xEF\xBF\xBD");
  CHECK(bad == 2);
}

TEST_CASE("any bytes decode to valid UTF-8") {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 40);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes;
    for (int n = length(random); n > 0; --n) bytes += static_cast<char>(byte(random));
    for (const Encoding encoding : {Encoding::kUtf8, Encoding::kCp932, Encoding::kUtf16Le, Encoding::kUtf16Be}) {
      std::optional<std::size_t> bad;
      const std::string text = DecodeText(bytes, encoding, &bad);
      if (!IsValidUtf8(text)) FAIL_CHECK(i);
      if (bad && (*bad >= bytes.size() || text.find("\xEF\xBF\xBD") == std::string::npos)) FAIL_CHECK(i);
    }
    const std::string text = DecodeText(bytes, Encoding::kUtf8);
    if (!IsValidUtf8(HalfWidth(bytes).empty() ? "" : HalfWidth(text))) FAIL_CHECK(i);
    FoldForComparing(bytes);
    EncodeCp932(bytes);
  }
}

TEST_CASE("copies for comparing take differences of writing away") {
  CHECK(FoldForComparing("　ＡＢＣ１２３ｶﾞ ") == "abc123ガ");
  CHECK(FoldForComparing("〜−") == FoldForComparing("～－"));
  CHECK(FoldForComparing("~-") == FoldForComparing("～－"));
  CHECK(FoldForComparing("㋿") == "令和");
  CHECK(FoldForComparing("PC管理番号") == FoldForComparing("ＰＣ管理番号"));
  CHECK(FoldForComparing("") == "");
}

TEST_CASE("half width touches digits, letters, signs and the space only") {
  CHECK(HalfWidth("２０２１－０１　Ａ～！") == "2021-01 A~!");
  CHECK(HalfWidth("カナ漢字ｱ㋿") == "カナ漢字ｱ㋿");
  CHECK(HalfWidth("a\xFF") == "a\xFF");
}

/// A text with | wherever a line may end before the text does.
std::string Broken(const std::string& text) {
  LineBreaker breaker;
  const std::vector<std::size_t> breaks = breaker.BreaksOf(text);
  if (text.empty()) return breaks.empty() ? "" : "breaks in nothing";
  CHECK(breaks.back() == text.size());
  std::string marked;
  std::size_t from = 0;
  for (const std::size_t at : breaks) {
    marked += text.substr(from, at - from) + (at < text.size() ? "|" : "");
    from = at;
  }
  return marked;
}

TEST_CASE("lines break by the strict rules of Japanese") {
  CHECK(Broken("") == "");
  CHECK(Broken("課長") == "課|長");
  CHECK(Broken("休暇、出張。") == "休|暇、|出|張。");
  CHECK(Broken("「出勤」の") == "「出|勤」|の");
  CHECK(Broken("（自宅）") == "（自|宅）");
  CHECK(Broken("サーバー") == "サー|バー");
  CHECK(Broken("ちょっと") == "ちょっ|と");
  CHECK(Broken("人々") == "人々");
  CHECK(Broken("ab cd") == "ab |cd");
  CHECK(Broken("8時30分") == "8|時|30|分");
  CHECK(Broken("葛\xF3\xA0\x84\x80城") == "葛\xF3\xA0\x84\x80|城");
}

TEST_CASE("a line breaker is used again and again, on any bytes") {
  LineBreaker breaker;
  CHECK(breaker.BreaksOf("課長").size() == 2);
  CHECK(breaker.BreaksOf("").empty());
  CHECK(breaker.BreaksOf("課").size() == 1);
  std::mt19937 random(9);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes;
    for (int n = 0; n < 12; ++n) bytes += static_cast<char>(byte(random));
    const auto& breaks = breaker.BreaksOf(bytes);
    if (breaks.empty() || breaks.back() != bytes.size() || !std::is_sorted(breaks.begin(), breaks.end())) {
      FAIL_CHECK(i);
    }
  }
}

}  // namespace
}  // namespace chohyo
