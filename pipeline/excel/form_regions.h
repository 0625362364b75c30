// Names of a workbook that say which rows repeat.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// Rows that repeat for a table because a name of the workbook says so.
struct NamedRegion {
  int first_row = 0, last_row = 0;
  std::string each;  ///< as after #each
};

/// The regions of a sheet: names like `staff`, 職員, each_staff or 繰返_職員 that stand for a range of its cells. None
/// on a sheet with #each markers of its own.
std::vector<NamedRegion> RegionsOf(const Workbook& book, std::size_t sheet);

}  // namespace chohyo
