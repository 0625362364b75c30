// A table as Excel saves it after Japanese typing: shared strings with furigana runs, real date cells.
#pragma once

#include <string>

#include "samples/generator/table.h"

namespace chohyo::city {

/// The bytes of an .xlsx file with the table on its first sheet.
std::string WorkbookBytes(const Table& table);

}  // namespace chohyo::city
