// The header row of a table: which column of the file is which column of the contract.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/ingest/table.h"
#include "pipeline/model/finding.h"
#include "pipeline/model/schema.h"

namespace chohyo {

/// What a column of the file holds.
struct ColumnUse {
  enum class Kind : std::uint8_t { kNoHeader, kKnown, kUnknown };
  Kind kind = Kind::kNoHeader;
  std::uint16_t index = 0;  ///< place in the schema's columns, or among the unknown headers
};

/// A header row, understood.
struct HeaderMap {
  std::vector<ColumnUse> uses;                 ///< by column number - 1
  std::vector<std::string> texts;              ///< headers as written, by column number - 1; "" where there is none
  std::vector<std::uint16_t> columns;          ///< column number of each schema column, 0 where absent
  std::vector<std::string> unknown;            ///< unknown headers from left to right
  std::vector<std::uint16_t> unknown_columns;  ///< their column numbers

  ColumnUse UseOf(std::uint16_t column) const {
    return column > 0 && column <= uses.size() ? uses[column - 1] : ColumnUse();
  }
  /// The header over a column; its column number where it has none.
  std::string HeaderOf(std::uint16_t column) const;
};

/// The header of a schema column as comparing sees it: no width, case or space.
std::string FoldHeader(std::string_view header);

/// Matches the header row of `table` with `columns`. What makes the table unusable (a required column missing, one
/// column twice, a damaged header) is added to `faults`, each a whole message that begins with `file`.
HeaderMap MatchHeaders(const Table& table, std::span<const ColumnInfo> columns, const std::string& file,
                       std::vector<std::string>* faults);

/// One warning for each unknown column, naming the nearest known one.
void WarnOfUnknownColumns(const HeaderMap& map, std::span<const ColumnInfo> columns, const std::string& file,
                          std::string_view table_name, Findings* findings);

}  // namespace chohyo
