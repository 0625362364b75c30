// Small work on UTF-8 text that needs no Unicode library: walking, trimming, splitting, naming the nearest name.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chohyo {

/// Reads the code point at `*offset` and moves past it. Ill-formed bytes read as U+FFFD, one byte at a time.
char32_t NextCodePoint(std::string_view utf8, std::size_t* offset);

/// Appends a code point as UTF-8.
void AppendUtf8(char32_t code_point, std::string* out);

/// The code points of a text.
std::u32string CodePoints(std::string_view utf8);

/// True if every byte belongs to a well-formed UTF-8 sequence (no surrogates, nothing over-long).
bool IsValidUtf8(std::string_view bytes);

/// The text without leading and trailing spaces of both widths, tabs and line breaks.
std::string_view Trim(std::string_view text);

/// The pieces between separators; "" gives one empty piece.
std::vector<std::string_view> Split(std::string_view text, char separator);

std::string Join(std::span<const std::string> pieces, std::string_view separator);

/// The candidate that differs from `name` in the fewest characters, if few enough to be a slip of the hand.
std::optional<std::string> NearestName(std::string_view name, std::span<const std::string> candidates);

/// True for U+FE00–FE0F and U+E0100–E01EF: they choose a shape for the character before them.
bool IsVariationSelector(char32_t code_point);

/// The text as a terminal may show it: control and direction characters, which could disguise or rewrite what is shown,
/// are spelt out as <U+202E>; line breaks stay.
std::string Printable(std::string_view text);

/// "U+845B", as characters are named in messages.
std::string CodePointName(char32_t code_point);

}  // namespace chohyo
