// What the program needs of a Unicode library (ICU), behind plain types.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chohyo {

/// Text encodings in which offices export their tables.
enum class Encoding { kUtf8, kCp932, kUtf16Le, kUtf16Be };

/// Bytes to UTF-8. Bytes that the encoding does not know become U+FFFD each. CP932 〜 and － come back as U+301C and
/// U+2212 or U+FF5E and U+FF0D depending on who wrote the table; here always U+FF5E and U+FF0D, as Windows shows them.
/// `bad_offset`, if given, receives the offset in `bytes` of the first unknown byte.
std::string DecodeText(std::string_view bytes, Encoding encoding, std::optional<std::size_t>* bad_offset = nullptr);

/// UTF-8 to CP932; characters that CP932 lacks become 〓 (the geta mark, as printers show a missing type).
std::string EncodeCp932(std::string_view utf8);

/// A copy for comparing only, never for printing: NFKC, small letters, wave dash and minus sign of both mappings folded
/// to one, no spaces at the ends.
std::string FoldForComparing(std::string_view utf8);

/// Bytes that order texts as a Japanese dictionary does (kana by sound, small and voiced ones after the plain),
/// compared as unsigned bytes.
std::string SortKey(std::string_view utf8);

/// A copy in which full-width digits, letters, signs and the ideographic space are half-width; kana and kanji stay.
std::string HalfWidth(std::string_view utf8);

/// The Unicode name of a character, "CJK UNIFIED IDEOGRAPH-9AD9"; "" if it has none.
std::string CharacterName(char32_t code_point);

/// Finds where lines may break: ICU with strict Japanese rules (禁則). One object a thread; reuse it, opening is
/// costly.
class LineBreaker {
 public:
  LineBreaker();
  ~LineBreaker();
  LineBreaker(const LineBreaker&) = delete;
  LineBreaker& operator=(const LineBreaker&) = delete;

  /// Byte offsets after which a line may end, ascending, the last being the text's size. Empty for an empty text.
  const std::vector<std::size_t>& BreaksOf(std::string_view utf8);

 private:
  struct Impl;
  Impl* impl_;
  std::vector<std::size_t> breaks_;
};

}  // namespace chohyo
