#include "pipeline/sheet/cell_address.h"

#include <fmt/format.h>

namespace chohyo {

std::string CellAddress(int row, int column, bool fixed_row, bool fixed_column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return fmt::format("{}{}{}{}", fixed_column ? "$" : "", letters, fixed_row ? "$" : "", row + 1);
}

}  // namespace chohyo
