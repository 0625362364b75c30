#include "pipeline/workbook/drawing_place.h"

#include <algorithm>
#include <cmath>

#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

constexpr std::int64_t kFarthest = std::int64_t{1} << 40U;  ///< EMU, beyond any sheet

std::int64_t Bounded(std::int64_t emu) { return std::clamp(emu, -kFarthest, kFarthest); }

std::int64_t NumberIn(const XmlNode& node, const char* child) {
  const XmlNode* found = node.Child(child);
  return found == nullptr ? 0 : Bounded(ReadXmlLong(found->text).value_or(0));
}

/// A place inside a cell, which ends at the cell's other side at the latest.
std::int64_t PlaceOn(const Axis& axis, std::int64_t index, std::int64_t offset) {
  const int at = static_cast<int>(std::clamp<std::int64_t>(index, 0, kWorkbookRows));
  return axis.Start(at) + std::clamp<std::int64_t>(offset, 0, axis.Size(at));
}

std::int64_t PlaceX(const XmlNode& corner, const SheetTracks& tracks) {
  return PlaceOn(tracks.screen_columns, std::min<std::int64_t>(NumberIn(corner, "col"), kWorkbookColumns - 1),
                 NumberIn(corner, "colOff"));
}

std::int64_t PlaceY(const XmlNode& corner, const SheetTracks& tracks) {
  return PlaceOn(tracks.screen_rows, std::min<std::int64_t>(NumberIn(corner, "row"), kWorkbookRows - 1),
                 NumberIn(corner, "rowOff"));
}

struct Printed {
  int index = 0;
  std::int64_t inset = 0, place = 0;
};

Printed PrintedOn(const Axis& screen, const Axis& printed, std::int64_t place) {
  Printed at;
  at.index = screen.Find(place);
  const std::int64_t size = screen.Size(at.index);
  const std::int64_t inset = std::clamp<std::int64_t>(place - screen.Start(at.index), 0, size);
  const double share = size == 0 ? 0 : static_cast<double>(inset) / static_cast<double>(size);
  at.inset = std::llround(share * static_cast<double>(printed.Size(at.index)));
  at.place = printed.Start(at.index) + at.inset;
  return at;
}

Um UmOf(std::int64_t length) { return static_cast<Um>(std::clamp<std::int64_t>(length, 0, 2'000'000'000)); }

/// A length of a child in the measure of its group.
std::int64_t Scaled(std::int64_t length, std::int64_t group, std::int64_t children) {
  if (children <= 0) return length;
  return Bounded(
      std::llround(static_cast<double>(length) * static_cast<double>(group) / static_cast<double>(children)));
}

std::int64_t LengthOf(const XmlNode* xfrm, const char* child, const char* attribute) {
  const XmlNode* found = xfrm == nullptr ? nullptr : xfrm->Child(child);
  return found == nullptr ? 0 : Bounded(found->Long(attribute));
}

}  // namespace

std::optional<ScreenBox> ReadAnchor(const XmlNode& anchor, const SheetTracks& tracks) {
  const XmlNode* from = anchor.Child("from");
  const XmlNode* to = anchor.Child("to");
  const XmlNode* size = anchor.Child("ext");
  ScreenBox box;
  if (from != nullptr) {
    box.x = PlaceX(*from, tracks);
    box.y = PlaceY(*from, tracks);
  } else if (const XmlNode* place = anchor.Child("pos")) {
    box.x = std::max<std::int64_t>(Bounded(place->Long("x")), 0);
    box.y = std::max<std::int64_t>(Bounded(place->Long("y")), 0);
  } else {
    return std::nullopt;
  }
  if (to != nullptr) {
    box.width = PlaceX(*to, tracks) - box.x;
    box.height = PlaceY(*to, tracks) - box.y;
  } else if (size != nullptr) {
    box.width = Bounded(size->Long("cx"));
    box.height = Bounded(size->Long("cy"));
  }
  box.width = std::max<std::int64_t>(box.width, 0);
  box.height = std::max<std::int64_t>(box.height, 0);
  return box;
}

WorkbookAnchor PrintedPlace(const ScreenBox& box, const SheetTracks& tracks) {
  const Printed left = PrintedOn(tracks.screen_columns, tracks.printed_columns, box.x);
  const Printed right = PrintedOn(tracks.screen_columns, tracks.printed_columns, box.x + box.width);
  const Printed top = PrintedOn(tracks.screen_rows, tracks.printed_rows, box.y);
  const Printed bottom = PrintedOn(tracks.screen_rows, tracks.printed_rows, box.y + box.height);
  return {top.index,
          left.index,
          UmOf(left.inset),
          UmOf(top.inset),
          UmOf(right.place - left.place),
          UmOf(bottom.place - top.place)};
}

ScreenBox BoxInGroup(const XmlNode* child_xfrm, const XmlNode* group_xfrm, const ScreenBox& group) {
  const std::int64_t across = LengthOf(group_xfrm, "chExt", "cx"), down = LengthOf(group_xfrm, "chExt", "cy");
  ScreenBox box;
  box.x = group.x + Scaled(LengthOf(child_xfrm, "off", "x") - LengthOf(group_xfrm, "chOff", "x"), group.width, across);
  box.y = group.y + Scaled(LengthOf(child_xfrm, "off", "y") - LengthOf(group_xfrm, "chOff", "y"), group.height, down);
  box.width = std::max<std::int64_t>(Scaled(LengthOf(child_xfrm, "ext", "cx"), group.width, across), 0);
  box.height = std::max<std::int64_t>(Scaled(LengthOf(child_xfrm, "ext", "cy"), group.height, down), 0);
  box.x = std::max<std::int64_t>(Bounded(box.x), 0);
  box.y = std::max<std::int64_t>(Bounded(box.y), 0);
  return box;
}

}  // namespace chohyo
