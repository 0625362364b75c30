// Records as values: columns by alias, references followed, every leaf knowing its file, line and column.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/model/records.h"
#include "pipeline/sheet/value.h"

namespace chohyo {

struct Period;

/// Builds the values of records by their tables' schema. People and departments are built once and shared by all
/// documents. Safe to use from several threads; the records must not change while it lives.
///
/// A key of another table becomes that record (`loan.staff.department.name`), a list of keys a list of records, an
/// empty reference an empty value. A key that no table has becomes a record of which only the key is known. The table's
/// own key is also `id`; columns that the schema does not know are under `row`.
class RecordValues {
 public:
  explicit RecordValues(const Records& records) : records_(records) {}

  /// A person with `department` and `superior`: the head of the nearest department who is somebody else, with `of`.
  /// Empty for an empty id.
  Value StaffOf(const std::string& id) const;
  /// A department with `parent` (and so on up to the top; a cycle ends it) and `head`: the head, or the nearest one
  /// above, with `of` = the department headed. A head's own `department` has neither head nor parent: no recursion.
  Value DepartmentOf(const std::string& code) const;
  /// A row of a table of the contract, by its place in the table's rows.
  ValueMap RowOf(std::string_view table, std::size_t row) const;
  /// The rows of `child` that name the record `key` of `parent`, by their first date, then in file order.
  std::vector<std::size_t> ChildRows(std::string_view parent, const std::string& key, std::string_view child) const;
  /// The same as values.
  ValueList Children(std::string_view parent, const std::string& key, std::string_view child) const;

  const Records& records() const { return records_; }

 private:
  using RowsByKey = std::unordered_map<std::string, std::vector<std::size_t>>;

  Value BuildStaff(const std::string& id) const;
  Value BuildDepartment(const std::string& code) const;
  /// The head of the nearest department that has one other than `except`.
  Value HeadValue(const std::string& department, const std::string& except = {}) const;
  Value PlainDepartment(const Department* department) const;
  const RowsByKey& RowsNaming(std::string_view parent, std::string_view child) const;

  const Records& records_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, Value> staff_, departments_;
  mutable std::map<std::string, RowsByKey> rows_naming_;  ///< by "parent/child"
};

/// A record of a table with every column empty but the key, as for an id that no table has.
ValueMap EmptyRecord(std::string_view table, const std::string& key = {});

/// True if a record of the contract touches the period, as docs/templates.md says under "Records of a period".
bool RecordTouches(const Records& records, std::string_view table, std::size_t row, const Period& period);

/// True for columns that hold a person: a staff id if one matches, else a name as written.
bool HoldsPerson(std::string_view table, std::string_view alias);

/// The value at a path of names joined by '.'; nullptr where it leads nowhere.
const Value* FindPath(const Value& root, std::string_view path);

}  // namespace chohyo
