// What kind of setting a character asks for.
#pragma once

#include <cstdint>

namespace chohyo {

enum class CharKind : std::uint8_t {
  kPlain,        ///< one character, one glyph
  kSpace,        ///< not drawn at a line's end
  kNewline,      ///< ends a line
  kIgnored,      ///< controls, direction and joining marks: never drawn, never obeyed
  kMark,         ///< combines with the character before it
  kSelector,     ///< chooses a shape for the character before it
  kComplex,      ///< scripts whose letters change with their neighbours, left to right
  kRightToLeft,  ///< Hebrew, Arabic and their kin
};

CharKind KindOf(char32_t code_point);

/// Selectors that only choose between a picture and a letter (U+FE0E, U+FE0F): losing them changes no name.
constexpr bool IsEmojiSelector(char32_t code_point) { return code_point == 0xFE0E || code_point == 0xFE0F; }

/// Kanji, kana and other characters on a full square, between which a justified line may be spread.
bool IsSquare(char32_t code_point);

}  // namespace chohyo
