// Conditions of lists: 所属コード=1010, 採用日>=2020-04-01, 職名 含む 主査.
#pragma once

#include <string>
#include <vector>

#include "forms/table_columns.h"

namespace chohyo {

/// One comparison of a column with a text, or with any of several joined by `|`.
class ListCondition {
 public:
  /// Reads `column sign value`; signs are = != < > <= >= (of either width) and 含む. Throws InputFault for what is
  /// none, and for values that do not fit a column of dates or numbers (when rows are asked).
  ListCondition(const std::string& text, const AnyTable& table);

  bool Holds(const Value& row) const;

 private:
  enum class Sign { kEqual, kUnequal, kLess, kGreater, kAtMost, kAtLeast, kContains };
  bool HoldsFor(const Value& value) const;
  bool HoldsForLeaf(const Scalar& scalar, const std::string& wanted) const;
  int Compare(const Scalar& scalar, const std::string& wanted) const;

  std::string text_;
  Sign sign_ = Sign::kEqual;
  TableColumn column_;
  std::vector<std::string> values_;
};

/// The conditions in texts, each of which may hold several joined by 「かつ」 or " and ".
std::vector<ListCondition> ReadConditions(const std::vector<std::string>& texts, const AnyTable& table);

}  // namespace chohyo
