// Making a small TrueType font out of some glyphs of a large one.
#pragma once

#include <vector>

#include "pipeline/layout/font_glyphs.h"

namespace chohyo {

/// A font of .notdef, the glyphs asked for in their order (so that the n-th, from 0, gets the id n + 1; a glyph asked
/// for twice gets two ids) and the parts of composite ones. Without hints. Throws InputFault for damaged outlines.
Font::Subset MakeGlyphSubset(const GlyphTables& tables, const std::vector<GlyphId>& glyphs);

}  // namespace chohyo
