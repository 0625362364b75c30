// Names of cells as formulas write them.
#pragma once

#include <string>

namespace chohyo {

/// "AB12", or with fixed parts "$AB$12"
std::string CellAddress(int row, int column, bool fixed_row = false, bool fixed_column = false);

}  // namespace chohyo
