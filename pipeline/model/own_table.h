// A table of the office's own: any file in its data folder that is no table of the contract. Its header row names the
// columns; what they hold is told by their cells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/base/date.h"

namespace chohyo {

using OwnCell = std::variant<std::monostate, std::string, std::int64_t, double, Date, TimeOfDay>;

struct OwnColumn {
  enum class Kind : std::uint8_t { kText, kInteger, kNumber, kDate, kTime };
  std::string header;
  Kind kind = Kind::kText;
  std::string refers_to;  ///< "staff", "departments" for columns of their keys; "" for others
  std::uint16_t column = 0;
};

struct OwnRow {
  std::uint32_t line = 0;
  std::vector<OwnCell> cells;  ///< one a column
};

struct OwnTable {
  std::string name;  ///< 備品, the file's name without its ending
  std::string file;  ///< "data/備品.csv"
  std::vector<OwnColumn> columns;
  std::vector<OwnRow> rows;
  std::string problem;  ///< why the file could not be read; "" if it was. Who asks for the table must say it.
};

using OwnTables = std::map<std::string, OwnTable>;

}  // namespace chohyo
