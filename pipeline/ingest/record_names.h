// How a row that cannot be used is called: by as much of its key as can be read.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/model/schema.h"

namespace chohyo {

struct RecordNames {
  std::string finding_key;  ///< the readable parts of the key findings use (model/keys.h), joined by '/'
  std::string record_key;   ///< the whole key of the record; "" unless every part is readable
  std::string label;        ///< what messages add where the finding's key names less than the record: a task's name
};

/// Names a row of a table. `value_of(i)` is the value of column i of `columns`, monostate where it has none.
RecordNames NamesOfRow(std::string_view table, std::span<const ColumnInfo> columns,
                       const std::function<CellValue(std::size_t)>& value_of);

}  // namespace chohyo
