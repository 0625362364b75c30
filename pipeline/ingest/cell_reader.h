// One cell of a known column: its typed value, or what is wrong with it in the clerk's words.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/ingest/table.h"
#include "pipeline/model/schema.h"

namespace chohyo {

/// Why a cell has no value.
struct CellProblem {
  std::string_view rule;  ///< "data.format" …
  std::string message;    ///< names header, value and what was expected
  std::string hint;
};

/// Excel's limit for the characters of a cell.
constexpr std::size_t kMaxCellCharacters = 32'767;

/// Reads a filled cell. `header` is the column's name as the file writes it. False fills `problem`.
bool ReadCellValue(const ColumnInfo& column, std::string_view header, const Table& table, const Cell& cell,
                   CellValue* value, CellProblem* problem);

/// What is wrong with a damaged cell (IsDamaged), whatever its column.
CellProblem DamageOf(std::string_view header, const Table& table, const Cell& cell);

/// A value as messages show it: one line, at most 40 characters.
std::string ShownValue(std::string_view text);

}  // namespace chohyo
