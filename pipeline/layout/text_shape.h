// Shaped clusters: characters that change with their neighbours, through the font's own rules.
#pragma once

#include <string_view>

#include "pipeline/layout/text_measure.h"

namespace chohyo {

/// Longest run that is shaped as one, in bytes; longer ones (nobody's words) are shaped in pieces.
constexpr std::size_t kLongestRun = 400;

/// Where a run of characters that combine ends: letters of the same kind with their marks and joiners.
std::size_t ComplexRunEnd(std::string_view text, std::size_t begin, CharKind kind);

/// Shapes text[begin, end) in `font` and appends its clusters in the text's order. False, and nothing appended, if the
/// font lacks one of the glyphs.
bool AppendShaped(std::string_view text, std::size_t begin, std::size_t end, FontIndex font, bool right_to_left,
                  const FontSet& fonts, TextStore* store);

}  // namespace chohyo
