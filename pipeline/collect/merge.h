// Puts the checked rows of several files together, and tells where they differ.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/collect/headcount_check.h"

namespace chohyo {

/// One value that two files give differently.
struct RowConflict {
  Date day;
  std::string bureau, department, label;  ///< names
  std::string first_file, first, second_file, second;
};

/// The rows of one bureau and day.
struct MergedRows {
  std::map<std::string, HeadcountRow> rows;  ///< by department code
  std::vector<RowConflict> conflicts;
};

/// A file and its rows.
struct HandedIn {
  CheckedFile file;
  std::map<std::string, HeadcountRow> rows;
};

/// All files are of one bureau and day. A row that one file leaves empty is taken from another; one that two fill in
/// differently belongs to nobody: it is empty and says 不一致.
MergedRows MergeRows(const std::vector<HandedIn>& files);

}  // namespace chohyo
