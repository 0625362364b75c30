// The keys by which findings and documents name records.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/schema.h"

namespace chohyo {

/// Aliases of the columns that make a table's key, in the order in which they are joined by '/'. Tables without a key
/// of their own are named by what a clerk would look for: contacts by staff and date, history rows of a case by case
/// and first day, closures by date. Tasks and rosters are named by their department in findings.
const std::vector<std::string_view>& KeyAliases(std::string_view table);

/// A cell's text as keys write it: dates as YYYY-MM-DD, months as YYYY-MM.
std::string KeyText(const CellValue& value);

/// As KeyText, a word of a closed list as the word.
std::string KeyText(const ColumnInfo& column, const CellValue& value);

/// The key of a record, e.g. "1023/2021-01-13". Empty parts are left out: a waiver names a person or a department.
template <typename R>
std::string KeyOf(std::string_view table, const R& record) {
  std::string key;
  for (const std::string_view alias : KeyAliases(table)) {
    for (const Column<R>& column : ColumnsOf<R>()) {
      if (column.alias != alias) continue;
      const std::string part = KeyText(column, column.get(record));
      if (!key.empty() && !part.empty()) key += '/';
      key += part;
    }
  }
  return key;
}

}  // namespace chohyo
