// What stands in square brackets in a number format code: colours, conditions, languages, numerals.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/formula/number_section.h"

namespace chohyo {

/// 'h', 'm' or 's' for [h], [mm] …; ' ' for other brackets.
char ElapsedLetter(std::string_view inside);

/// Takes a bracket's meaning into the section; returns the text it shows ("¥" of [$¥-411]). Unknown brackets show
/// nothing.
std::string ReadCodeBracket(std::string_view inside, CodeSection* section);

}  // namespace chohyo
