#include "pipeline/formula/text_width.h"

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

/// U+FF61 … U+FF9F in full width.
constexpr std::u32string_view kWideKana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリ"
    U"ルレロワン゛゜";
constexpr char32_t kFirstHalfKana = 0xFF61;
constexpr char32_t kHalfVoiced = 0xFF9E;
constexpr char32_t kHalfPlosive = 0xFF9F;

/// Kana that take a voicing mark and stand one before their voiced form: カ…ト, ハ…ホ.
bool TakesVoicing(char32_t c) {
  const bool ka_to = (c >= U'カ' && c <= U'チ' && (c - U'カ') % 2 == 0) || c == U'ツ' || c == U'テ' || c == U'ト';
  return ka_to || (c >= U'ハ' && c <= U'ホ' && (c - U'ハ') % 3 == 0);
}
bool TakesPlosive(char32_t c) { return c >= U'ハ' && c <= U'ホ' && (c - U'ハ') % 3 == 0; }

void AppendNarrow(char32_t c, std::string* out) {
  if (c == 0x3000) return AppendUtf8(U' ', out);
  if (c == U'”' || c == U'“') return AppendUtf8(U'"', out);
  if (c == U'’') return AppendUtf8(U'\'', out);
  if (c == U'‘') return AppendUtf8(U'`', out);
  if (c == U'￥') return AppendUtf8(U'\\', out);
  if (c >= 0xFF01 && c <= 0xFF5E) return AppendUtf8(c - 0xFEE0, out);
  if (c == U'ヴ') {
    AppendUtf8(kFirstHalfKana + static_cast<char32_t>(kWideKana.find(U'ウ')), out);
    return AppendUtf8(kHalfVoiced, out);
  }
  const bool voiced = c > 0 && TakesVoicing(c - 1);
  const bool plosive = c > 1 && TakesPlosive(c - 2);
  const std::size_t at = kWideKana.find(voiced ? c - 1 : plosive ? c - 2 : c);
  if (at == std::u32string_view::npos) return AppendUtf8(c, out);
  AppendUtf8(kFirstHalfKana + static_cast<char32_t>(at), out);
  if (voiced) AppendUtf8(kHalfVoiced, out);
  if (plosive) AppendUtf8(kHalfPlosive, out);
}

}  // namespace

std::string NarrowText(std::string_view text) {
  std::string narrow;
  for (const char32_t c : CodePoints(text)) AppendNarrow(c, &narrow);
  return narrow;
}

std::string WideText(std::string_view text) {
  std::string wide;
  const std::u32string letters = CodePoints(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    char32_t c = letters[i];
    if (c == U' ') {
      c = 0x3000;
    } else if (c == U'\\') {
      c = U'￥';
    } else if (c == U'"') {
      c = U'”';
    } else if (c == U'\'') {
      c = U'’';
    } else if (c > 0x20 && c < 0x7F) {
      c += 0xFEE0;
    } else if (c >= kFirstHalfKana && c <= kHalfPlosive) {
      c = kWideKana[c - kFirstHalfKana];
      const char32_t next = i + 1 < letters.size() ? letters[i + 1] : 0;
      const int raise = next == kHalfVoiced && TakesVoicing(c) ? 1 : next == kHalfPlosive && TakesPlosive(c) ? 2 : 0;
      const bool vu = next == kHalfVoiced && c == U'ウ';
      if (raise > 0 || vu) ++i;
      c = vu ? U'ヴ' : c + static_cast<char32_t>(raise);
    }
    AppendUtf8(c, &wide);
  }
  return wide;
}

std::size_t BytesOf(char32_t character) {
  return character < 0x80 || (character >= kFirstHalfKana && character <= kHalfPlosive) ? 1 : 2;
}

int JisCode(char32_t character) {
  std::string utf8;
  AppendUtf8(character, &utf8);
  const std::string bytes = EncodeCp932(utf8);
  if (bytes.size() == 1) return static_cast<unsigned char>(bytes[0]);
  if (bytes.size() != 2) return 0;
  int lead = static_cast<unsigned char>(bytes[0]);
  int trail = static_cast<unsigned char>(bytes[1]);
  lead = (lead - (lead < 0xA0 ? 0x71 : 0xB1)) * 2 + 1;
  if (trail > 0x7F) --trail;
  if (trail >= 0x9E) {
    trail -= 0x7D;
    ++lead;
  } else {
    trail -= 0x1F;
  }
  return lead * 256 + trail;
}

char32_t JisCharacter(int code) {
  if (code >= 1 && code < 128) return static_cast<char32_t>(code);
  const int lead = code / 256;
  const int trail = code % 256;
  if (lead < 0x21 || lead > 0x7E || trail < 0x21 || trail > 0x7E) return 0;
  const int first = (lead - 0x21) / 2 + (lead <= 0x5E ? 0x81 : 0xC1);
  const int second = lead % 2 == 0 ? trail + 0x7E : trail + (trail < 0x60 ? 0x1F : 0x20);
  const std::string text =
      DecodeText(std::string{static_cast<char>(first), static_cast<char>(second)}, Encoding::kCp932);
  const std::u32string letters = CodePoints(text);
  return letters.size() == 1 && letters[0] != 0xFFFD ? letters[0] : 0;
}

}  // namespace chohyo
