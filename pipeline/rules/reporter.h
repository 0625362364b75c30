// Writes down the findings of one rule, so that rules only say where, about whom and what.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/model/finding.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/rules.h"

namespace chohyo {

/// Where a finding stands.
struct Place {
  std::string_view file;
  std::string_view table;
  std::uint32_t line = 0;
  std::uint16_t column = 0;
};

/// Column number in the file of a schema column, 0 where the file lacks it.
template <typename R>
std::uint16_t ColumnNumber(const TableOf<R>& table, std::size_t schema_index) {
  return schema_index < table.columns.size() ? table.columns[schema_index] : std::uint16_t{0};
}

/// Column number in the file of the column with an alias; 0 where there is none.
template <typename R>
std::uint16_t ColumnNumber(const TableOf<R>& table, std::string_view alias) {
  const auto& columns = ColumnsOf<R>();
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.alias == alias; });
  return ColumnNumber(table, static_cast<std::size_t>(found - columns.begin()));
}

/// The place of one cell of a record, the column by its alias ("" for the whole record).
template <typename R>
Place PlaceOf(std::string_view name, const TableOf<R>& table, const R& row, std::string_view alias) {
  return {table.file, name, row.line, ColumnNumber(table, alias)};
}

/// Collects the findings of one rule, with its id and severity.
class Reporter {
 public:
  Reporter(const RuleInfo& rule, Findings* findings) : rule_(rule), findings_(findings) {}

  void Add(const Place& place, std::string key, std::string message, std::string hint) {
    findings_->push_back({std::string(rule_.id),
                          rule_.severity,
                          std::string(place.file),
                          std::string(place.table),
                          place.line,
                          place.column,
                          std::move(key),
                          {},
                          std::move(message),
                          std::move(hint),
                          {}});
  }

 private:
  const RuleInfo& rule_;
  Findings* findings_;
};

}  // namespace chohyo
