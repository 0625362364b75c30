// [DBNum1] 〇一二, [DBNum2] 壱弐参, [DBNum3] ０１２: numbers in the numerals of Japanese documents.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// Each digit of the text in the numerals of a style (1–3); other characters stay.
std::string KanjiDigits(std::string_view text, int style);

/// A whole number read out: 千二百三十四, 壱阡弐百参拾四, 千２百３十４. `digits` without sign.
std::string KanjiNumber(std::string_view digits, int style);

}  // namespace chohyo
