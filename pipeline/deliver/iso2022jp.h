// ISO-2022-JP, the encoding of older mail programs.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// The text with the characters that Windows writes for ～ － ∥ ￠ ￡ ￢ in the form that JIS X 0208 has them.
std::string ForIso2022Jp(std::string_view utf8);

/// The text in ISO-2022-JP; it must hold it.
std::string ToIso2022Jp(std::string_view utf8);

/// Characters of ForIso2022Jp's text that the encoding lacks, each once, as "①（U+2460）"; empty = it holds all.
std::string NotInIso2022Jp(std::string_view utf8);

}  // namespace chohyo
