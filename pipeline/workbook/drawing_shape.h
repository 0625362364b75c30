// Shapes and connectors of a drawing: geometry, line, fill and text.
#pragma once

#include <string>
#include <vector>

#include "pipeline/workbook/color.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// A shape without its place, and what of its look could not be brought along.
struct ReadShape {
  WorkbookShape shape;
  std::vector<std::string> lost;  ///< words of WorkbookLoss::what
};

/// Reads an element sp or cxnSp. `default_font` is of the workbook.
ReadShape ReadDrawnShape(const XmlNode& node, const WorkbookTheme& theme, const WorkbookFont& default_font);

}  // namespace chohyo
