// The looks of cells: fonts, fills, borders, number formats (ECMA-376 §18.8).
#pragma once

#include <string>
#include <vector>

#include "pipeline/workbook/color.h"
#include "pipeline/workbook/package.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// What a conditional format changes; what it leaves is as in WorkbookConditional.
struct ConditionalLook {
  std::optional<WorkbookFont> font;
  bool sets_bold = false, sets_italic = false, sets_color = false;
  WorkbookColor fill;
  std::optional<WorkbookBorder> border;
  std::string number_code;
};

struct WorkbookStyles {
  WorkbookColors colors;
  std::vector<WorkbookFormat> formats;  ///< at least one
  std::vector<ConditionalLook> conditional_looks;
  WorkbookFont default_font;  ///< of the style 標準: digits of it measure columns
};

WorkbookStyles ReadWorkbookStyles(const WorkbookPackage& package, const WorkbookParts& parts);

/// The font of an element (font, rPr): what it leaves out is as in `base`.
WorkbookFont ReadFont(const XmlNode& node, const WorkbookColors& colors, const WorkbookFont& base);

/// The look of an element dxf.
ConditionalLook ReadConditionalLook(const XmlNode& dxf, const WorkbookColors& colors);

}  // namespace chohyo
