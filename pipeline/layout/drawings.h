// Pictures and figures of an office's own form, which stand on the grid but in no cell.
#pragma once

#include <functional>
#include <vector>

#include "pipeline/layout/free_text.h"
#include "pipeline/layout/pages.h"
#include "pipeline/layout/placed_rows.h"

namespace chohyo {

/// A stretch of rows as it stands on a page: what is `shift` above it on the sheet is seen between `top` and `bottom`.
struct RowWindow {
  Um top = 0, bottom = 0;
  Um shift = 0;  ///< from heights on the sheet to heights on the page
};

/// The windows of a page: the repeated rows, and its own.
std::vector<RowWindow> WindowsOf(const std::vector<Um>& heights, const PageSpan& page,
                                 const std::vector<PlacedRow>& rows);

/// Draws pictures and shapes where they show through the windows. `images` are those of Sheet::pictures, nullptr for a
/// frame with the picture's alternative text; `setter_of` gives the type for a style's font chain.
class DrawingPlacer {
 public:
  DrawingPlacer(const Grid& grid, const std::vector<Um>& heights,
                std::function<Typesetter(const std::string&)> setter_of, Page* page);

  void Place(const Picture& picture, const std::shared_ptr<const Image>& image, const RowWindow& window);
  void Place(const Shape& shape, const RowWindow& window);

 private:
  PaperBox BoxAt(const GridPlace& place, Um width, Um height, const RowWindow& window) const;
  PaperBox ClipOf(const RowWindow& window) const;
  void PlaceLine(const Shape& shape, const PaperBox& box);
  void PlaceText(const Shape& shape, const PaperBox& box);

  const Grid& grid_;
  std::vector<Um> row_tops_;
  std::function<Typesetter(const std::string&)> setter_of_;
  Page& page_;
};

}  // namespace chohyo
