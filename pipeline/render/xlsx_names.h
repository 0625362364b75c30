// Names of worksheets as Excel allows them.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace chohyo {

/// Gives out sheet names: at most 31 UTF-16 units, none of []:*?/\ or control characters, no apostrophe at either end,
/// neither "History" nor 履歴 (Excel keeps them for itself), and never two that Excel takes for the same.
class XlsxNames {
 public:
  /// The name itself where it is free and legal, else the nearest that is: `4/1(金)` → `4_1(金)`, a second 総務 →
  /// `総務(2)`.
  std::string Take(const std::string& wanted);

 private:
  std::set<std::string> taken_;  ///< folded for comparing
};

/// The names of all sheets, in their order.
std::vector<std::string> TakeNames(const std::vector<std::string>& wanted, XlsxNames* names);

/// The formula with references to sheets (`'4/1'!A1`, always quoted) under the names that the sheets have now.
std::string WithNewNames(std::string formula, const std::vector<std::string>& wanted,
                         const std::vector<std::string>& names);

}  // namespace chohyo
