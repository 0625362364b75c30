#include "pipeline/layout/fills.h"

#include <algorithm>

namespace chohyo {
namespace {

std::vector<FilledBox> JoinAcross(const std::vector<FilledBox>& boxes) {
  std::vector<FilledBox> joined;
  for (const FilledBox& box : boxes) {
    FilledBox* last = joined.empty() ? nullptr : &joined.back();
    if (last != nullptr && last->y == box.y && last->height == box.height && last->x + last->width == box.x &&
        last->rgb == box.rgb) {
      last->width += box.width;
    } else {
      joined.push_back(box);
    }
  }
  return joined;
}

}  // namespace

std::vector<FilledBox> JoinBoxes(const std::vector<FilledBox>& boxes) {
  std::vector<FilledBox> joined;
  std::vector<std::size_t> open;  // boxes of `joined` that may go on further down
  for (const FilledBox& box : JoinAcross(boxes)) {
    const auto ended = [&](std::size_t i) { return joined[i].y + joined[i].height < box.y; };
    open.erase(std::remove_if(open.begin(), open.end(), ended), open.end());
    const auto above = std::find_if(open.begin(), open.end(), [&](std::size_t i) {
      const FilledBox& upper = joined[i];
      return upper.x == box.x && upper.width == box.width && upper.rgb == box.rgb && upper.y + upper.height == box.y;
    });
    if (above != open.end()) {
      joined[*above].height += box.height;
    } else {
      open.push_back(joined.size());
      joined.push_back(box);
    }
  }
  return joined;
}

}  // namespace chohyo
