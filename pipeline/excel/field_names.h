// Column headers as names of values: 氏名 of a loan is loan.staff.name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/schema.h"

namespace chohyo {

/// A header folded: widths, case and spaces make no difference.
std::string FoldName(std::string_view name);

/// A header of a table, and how to get there from one of its records.
struct FieldName {
  std::string header;  ///< as the contract writes it
  std::string path;    ///< "name", "staff.department.name"
  int hops = 0;        ///< references followed; 0 = a column of the table itself
};

/// The headers that name a value of one record of a table: its own columns under both names, and those of the person,
/// department, device or case it belongs to.
class FieldNames {
 public:
  explicit FieldNames(const TableInfo& table);

  const FieldName* Find(std::string_view name) const;
  /// Headers for "did you mean".
  std::vector<std::string> Headers() const;

  /// The names of a table, made once.
  static const FieldNames& Of(const TableInfo& table);

 private:
  void AddColumns(const TableInfo& table, const std::string& prefix, int hops, bool with_aliases);
  void Add(std::string_view name, FieldName field);

  std::map<std::string, FieldName> by_name_;
};

/// True for a header of any table of the contract.
bool IsKnownHeader(std::string_view name);

/// A table by its name or its Japanese name; nullptr if there is none.
const TableInfo* TableNamed(std::string_view name);

/// What one record of a table is called in placeholders: "loan" of loans.
std::string RecordNameOf(std::string_view table);

/// Japanese names for values that every document has: 市名 is office.name. Nothing for other names.
std::optional<std::string> CommonPathOf(std::string_view name);

/// True for names that begin a path of values every document has: office, document, period, issued, loop.
bool IsCommonStart(std::string_view name);

}  // namespace chohyo
