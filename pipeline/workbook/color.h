// Colours of a workbook: theme, palette, tint; those of drawings with their changes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// What a theme says of colours, fonts and lines.
struct WorkbookTheme {
  /// 0xRRGGBB in the order of a cell's `theme` attribute: light 1, dark 1, light 2, dark 2, six accents, two links.
  std::array<std::uint32_t, 12> colors = {0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x4472C4, 0xED7D31,
                                          0xA5A5A5, 0xFFC000, 0x5B9BD5, 0x70AD47, 0x0563C1, 0x954F72};
  std::string major_font, minor_font;                            ///< the Japanese ones; "" = what the font itself says
  std::vector<std::int64_t> line_widths = {6350, 12700, 19050};  ///< of drawn lines, in EMU
};

/// Reads the theme's part.
WorkbookTheme ReadTheme(const XmlNode& theme);

/// The 64 colours of old workbooks (ECMA-376 §18.8.27).
std::vector<std::uint32_t> StandardPalette();

/// A colour lighter (tint > 0) or darker (tint < 0) as Excel computes it: its lightness in HLS (ECMA-376 §18.8.19).
std::uint32_t Tinted(std::uint32_t rgb, double tint);

struct WorkbookColors {
  WorkbookTheme theme;
  std::vector<std::uint32_t> palette = StandardPalette();
};

/// The colour of an element with the attributes rgb, theme, indexed, tint; nothing for automatic ones and for null.
WorkbookColor ReadColor(const XmlNode* node, const WorkbookColors& colors);

/// The colour inside an element of a drawing (solidFill, a:lnRef, a gradient's stop …); `placeholder` stands for phClr.
/// Nothing where there is none or it is wholly transparent.
WorkbookColor ReadDrawingColor(const XmlNode* holder, const WorkbookTheme& theme, WorkbookColor placeholder = {});

}  // namespace chohyo
