// One page of a planned sheet: fills, edges, void lines and the cells' text.
#pragma once

#include "pipeline/layout/cell_look.h"
#include "pipeline/layout/pages.h"
#include "pipeline/layout/placed_rows.h"
#include "pipeline/layout/sheet_plan.h"

namespace chohyo {

/// Draws page `number` (index into plan.pages()) of a sheet.
Page DrawPage(const SheetPlan& plan, const std::vector<CellLook>& looks, int number);

}  // namespace chohyo
