// Drawings of a worksheet: pictures, shapes, groups of them; what else there is becomes a loss.
#pragma once

#include <string>

#include "pipeline/workbook/sheet_cells.h"
#include "pipeline/workbook/sheet_tracks.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// Reads a drawing's part into the pictures, shapes and losses of `sheet`. Throws InputFault for too much.
void ReadDrawing(const std::string& part, const SheetTracks& tracks, SheetContext* context, WorkbookSheet* sheet);

/// The kind of a picture by its first bytes: png, jpeg, gif, bmp, tiff, emf, wmf, svg; "" for anything else.
std::string PictureKind(std::string_view bytes);

}  // namespace chohyo
