// Checks a headcount that came back, and gives each of its lines to a department.
#pragma once

#include <map>
#include <string>

#include "forms/bureaus.h"
#include "forms/headcount.h"
#include "pipeline/collect/headcount_sheet.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// What is known of the file whose sheet is checked.
struct CheckedFile {
  std::string file;  ///< as messages show it
  std::string key;   ///< "010000-2021-01-13"
  Date day;
  const Bureau* bureau = nullptr;
};

/// The departments' rows as filled in; departments without a line, or with an empty one, are missing.
struct CheckedRows {
  std::map<std::string, HeadcountRow> rows;  ///< by department code
  Findings findings;
};

/// `known` gives the rows as the attendance table has them.
CheckedRows CheckHeadcount(const CheckedFile& file, const FilledSheet& sheet, const HeadcountSource& known);

/// A finding at a place of a file; row and column 0-based, −1 for none. The cell's address is put before the message.
Finding FindingAt(const CheckedFile& file, int row, int column, const char* rule, Severity severity,
                  const std::string& message, const std::string& hint);

}  // namespace chohyo
