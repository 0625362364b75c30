// Formulas that a file stores once for many cells.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// A formula (without '=') as it reads so many rows lower and columns further right: relative references move, those
/// with `$` stay, those that leave the sheet become #REF!. Texts in quotes, names and functions stay.
std::string MovedFormula(std::string_view formula, int rows, int columns);

}  // namespace chohyo
