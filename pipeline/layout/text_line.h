// Clusters → lines of a given width.
#pragma once

#include <vector>

#include "pipeline/layout/text_measure.h"

namespace chohyo {

/// One line: the clusters [begin, end) that are drawn, spaces at its end left out.
struct Line {
  std::uint32_t begin = 0, end = 0;
  EmUnits width = 0;
  bool ends_paragraph = false;
};

/// Appends the lines of a text. They end at marked breaks; where a word alone is wider than `width`, it is cut between
/// two clusters, and the answer is false. A line holds at least one cluster.
bool BreakLines(const TextStore& store, const MeasuredText& text, EmUnits width, std::vector<Line>* lines);

/// Appends the text as one line: for a text of one paragraph.
void SetOneLine(const TextStore& store, const MeasuredText& text, std::vector<Line>* lines);

}  // namespace chohyo
