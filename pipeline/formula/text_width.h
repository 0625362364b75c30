// Widths of characters as Japanese Excel has them: half-width and full-width forms, and bytes of the Windows code page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chohyo {

/// As ASC: full-width letters, digits, signs and katakana become half-width.
std::string NarrowText(std::string_view text);

/// As JIS: half-width letters, digits, signs and katakana become full-width.
std::string WideText(std::string_view text);

/// 1 for half-width characters, 2 for all others, as LENB counts.
std::size_t BytesOf(char32_t character);

/// The JIS code of a character (あ is 9250), its ASCII code, or 0.
int JisCode(char32_t character);
/// The character of an ASCII or JIS code; 0 if there is none.
char32_t JisCharacter(int code);

}  // namespace chohyo
