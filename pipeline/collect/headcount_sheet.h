// Reads the sheet of a headcount workbook as a department filled it in: by its headings, wherever they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "forms/headcount_counts.h"
#include "pipeline/base/date.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// A column of the form that holds a number of people.
struct CountColumn {
  const char* label;  ///< as the form heads it, without brackets and line breaks
  std::int64_t Headcount::*field;
};

/// All of them, in the form's order.
std::span<const CountColumn> CountColumns();

/// A place on the sheet and what is wrong there.
struct SheetProblem {
  int row = 0, column = 0;  ///< 0-based
  std::string message, hint;
};

/// What a line of the table is.
enum class LineKind : std::uint8_t { kDepartment, kSubtotal, kTotal };

struct FilledLine {
  LineKind kind = LineKind::kDepartment;
  int row = 0, column = 0;  ///< of the name
  std::string name;
  Headcount count;
  std::string note;
  bool blank = true;       ///< no number at all
  bool readable = true;    ///< every number could be read
  std::vector<int> typed;  ///< of each count column: its 0-based column if a number was typed in, else −1
};

struct FilledSheet {
  std::optional<Date> date;
  std::string date_text, bureau;  ///< as written
  int date_row = 0, date_column = 0;
  std::vector<FilledLine> lines;
  std::vector<SheetProblem> problems;
};

/// The first sheet with the form's headings; nothing if none has them.
std::optional<FilledSheet> ReadHeadcountSheet(const Workbook& workbook);

}  // namespace chohyo
