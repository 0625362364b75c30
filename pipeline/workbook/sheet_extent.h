// How much of a sheet is used.
#pragma once

#include <vector>

#include "pipeline/workbook/sheet_tracks.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// Sets a sheet's row_count and column_count: cells with a value or a look, merges of bounded size, drawings.
void SetExtent(const std::vector<WorkbookFormat>& formats, const SheetTracks& tracks, WorkbookSheet* sheet);

}  // namespace chohyo
