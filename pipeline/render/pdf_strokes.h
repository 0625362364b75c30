// Ruled lines as PDF operators.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// Lines of one look that touch or overlap on one axis become one line, so that nothing is drawn twice and no joint
/// shows. Ordered from thin to thick.
std::vector<Stroke> MergedStrokes(std::vector<Stroke> strokes);

/// Appends the operators for lines of one look.
void AppendStrokeLook(Um width, Rgb rgb, Stroke::Pattern pattern, std::string* out);

/// Appends the operators for a page of this height; one path for all lines of a look.
void AppendStrokes(const std::vector<Stroke>& strokes, Um page_height, std::string* out);

}  // namespace chohyo
