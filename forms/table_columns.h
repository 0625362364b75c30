// Columns of any table as people name them: by header, alias, or a path through records (所属.所属名).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A column of a table or of a record that it leads to.
struct TableColumn {
  std::string header;             ///< over the column
  std::vector<std::string> path;  ///< names of members, from the row on
  bool is_reference = false;      ///< leads to a record: shown and compared by its key
};

/// A table of the contract or of the office's own, whose rows are values.
class AnyTable {
 public:
  /// Throws InputFault for a table that does not exist, with the nearest name.
  AnyTable(const std::string& name, const FormContext& context);

  const std::string& title() const { return title_; }
  std::size_t row_count() const;
  Value Row(std::size_t row) const;
  /// False for records of the contract that have dates and lie outside of the period.
  bool TouchesPeriod(std::size_t row) const;

  /// Throws InputFault for a column that does not exist, with the nearest name.
  TableColumn Find(const std::string& name) const;
  /// Every column in the table's order.
  std::vector<TableColumn> All() const;

 private:
  const FormContext& context_;
  std::string name_, title_;
  const OwnTable* own_ = nullptr;
};

/// The value of a column in a row: of a reference the key, of lists their texts joined.
Value ValueAt(const Value& row, const TableColumn& column);

}  // namespace chohyo
