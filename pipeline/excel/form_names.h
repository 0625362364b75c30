// The names that the placeholders of a form use, before anything is known of what they mean.
#pragma once

#include <list>
#include <string>
#include <vector>

#include "pipeline/excel/form_language.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

struct UsedName {
  std::string name;
  Place place;
};

struct FormNamesUsed {
  std::vector<UsedName> plain;     ///< headers outside of repetitions, each once
  std::vector<UsedName> dotted;    ///< paths outside of repetitions: loan.staff.name
  std::vector<UsedName> numbered;  ///< headers without their numbers
  int most_number = 0;             ///< the highest number among them
  std::list<std::string> sheets;   ///< that places point to

  /// The table whose records the paths begin with; nullptr if none does. Throws InputFault for two.
  const TableInfo* record_table(const std::string& file) const;
};

/// All names of a workbook but those of the sheet `left_out`.
FormNamesUsed NamesUsed(const Workbook& book, int left_out);
/// Those of one sheet.
FormNamesUsed NamesUsedOn(const Workbook& book, std::size_t sheet);

}  // namespace chohyo
