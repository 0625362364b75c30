// Where drawings stand: from what the file says for a screen to the columns and rows as printed.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/workbook/sheet_tracks.h"
#include "pipeline/workbook/workbook.h"
#include "pipeline/workbook/xml_tree.h"

namespace chohyo {

/// A rectangle on the screen, in EMU from the sheet's corner.
struct ScreenBox {
  std::int64_t x = 0, y = 0, width = 0, height = 0;
};

/// The box of an element twoCellAnchor, oneCellAnchor or absoluteAnchor; nothing for what is none.
std::optional<ScreenBox> ReadAnchor(const XmlNode& anchor, const SheetTracks& tracks);

/// The same box over the printed sheet: its corners keep their shares of the cells they stand in, as Excel prints it.
WorkbookAnchor PrintedPlace(const ScreenBox& box, const SheetTracks& tracks);

/// A box inside of a group, whose own element xfrm says how its children count.
ScreenBox BoxInGroup(const XmlNode* child_xfrm, const XmlNode* group_xfrm, const ScreenBox& group);

}  // namespace chohyo
