#include "forms/table_columns.h"

#include <algorithm>

#include "forms/own_values.h"
#include "forms/record_values.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

std::string Folded(std::string_view name) {
  std::string folded;
  for (const char c : FoldForComparing(name)) {
    if (c != ' ') folded += c;
  }
  return folded;
}

std::string_view ReferenceOf(std::string_view table, const ColumnInfo& column) {
  return HoldsPerson(table, column.alias) ? std::string_view("staff") : column.refers_to;
}

/// 所属コード, department, and for what it leads to 所属, departments.
bool IsNamed(std::string_view table, const ColumnInfo& column, std::string_view name) {
  const std::string folded = Folded(name);
  if (folded == Folded(column.ja) || folded == Folded(column.alias)) return true;
  const TableInfo* leads_to = FindTable(ReferenceOf(table, column));
  return leads_to != nullptr && (folded == Folded(leads_to->ja) || folded == Folded(leads_to->name));
}

const ColumnInfo* ColumnNamed(const TableInfo& table, std::string_view name) {
  const std::string folded = Folded(name);
  for (const ColumnInfo& column : table.columns) {
    if (folded == Folded(column.ja) || folded == Folded(column.alias)) return &column;
  }
  for (const ColumnInfo& column : table.columns) {
    if (IsNamed(table.name, column, name)) return &column;
  }
  return nullptr;
}

[[noreturn]] void RefuseColumn(std::string_view table, const std::string& name, const std::vector<std::string>& known) {
  const auto nearest = NearestName(name, known);
  throw InputFault(nearest
                       ? Say("表「{}」に列「{}」はありません。「{}」ではありませんか。",
                             "the table \"{}\" has no column \"{}\"; did you mean \"{}\"?", table, name, *nearest)
                       : Say("表「{}」に列「{}」はありません。あるのは {} です。",
                             "the table \"{}\" has no column \"{}\"; there are {}.", table, name, Join(known, "、")));
}

std::vector<std::string> HeadersOf(const TableInfo& table) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : table.columns) names.emplace_back(column.ja);
  return names;
}

/// The rest of a path, from a record of a table on.
void Follow(std::string_view table_name, const std::vector<std::string_view>& names, std::size_t at,
            const std::vector<std::string>& further, TableColumn* column) {
  const TableInfo& table = *FindTable(table_name);
  const std::string name(names[at]);
  const ColumnInfo* found = ColumnNamed(table, name);
  if (found == nullptr) {
    const auto own = std::find_if(further.begin(), further.end(),
                                  [&](const std::string& header) { return Folded(header) == Folded(name); });
    if (own == further.end()) {
      std::vector<std::string> known = HeadersOf(table);
      known.insert(known.end(), further.begin(), further.end());
      RefuseColumn(table.ja, name, known);
    }
    column->path.insert(column->path.end(), {"row", *own});
    column->header = *own;
    return;
  }
  column->path.emplace_back(found->alias);
  column->header = found->ja;
  const std::string_view leads_to = ReferenceOf(table_name, *found);
  column->is_reference = !leads_to.empty();
  if (at + 1 == names.size()) return;
  if (leads_to.empty()) RefuseColumn(found->ja, std::string(names[at + 1]), {});
  Follow(leads_to, names, at + 1, {}, column);
}

std::vector<std::string> FurtherHeaders(const Records& records, std::string_view table) {
  std::vector<std::string> headers;
  ForEachTable(records, [&](std::string_view name, const auto& rows) {
    if (name == table) headers = rows.unknown_headers;
  });
  return headers;
}

const Value* Step(const Value* at, const std::string& name) { return at != nullptr ? at->Find(name) : nullptr; }

Value KeyOfRecord(const Value& record) {
  if (record.IsMap()) return record.map().empty() ? Value() : record.map().front().second;
  return record;
}

}  // namespace

AnyTable::AnyTable(const std::string& name, const FormContext& context) : context_(context), name_(name) {
  for (const TableInfo& table : AllTables()) {
    if (name == table.ja) name_ = table.name;
  }
  const TableInfo* info = FindTable(name_);
  own_ = info == nullptr ? FindOwnTable(context, name) : nullptr;
  if (info != nullptr) title_ = info->ja;
  if (own_ != nullptr) title_ = name;
  if (info != nullptr || own_ != nullptr) return;
  std::vector<std::string> known;
  for (const TableInfo& table : AllTables())
    known.insert(known.end(), {std::string(table.name), std::string(table.ja)});
  if (context.own_tables != nullptr) {
    for (const auto& [own, table] : *context.own_tables) known.push_back(own);
  }
  const auto nearest = NearestName(name, known);
  throw InputFault(nearest ? Say("表「{}」はありません。「{}」ではありませんか。",
                                 "there is no table \"{}\"; did you mean \"{}\"?", name, *nearest)
                           : Say("表「{}」はありません。使えるのは {} です。",
                                 "there is no table \"{}\"; tables are {}.", name, Join(known, ", ")));
}

std::size_t AnyTable::row_count() const {
  if (own_ != nullptr) return own_->rows.size();
  std::size_t count = 0;
  ForEachTable(context_.records, [&](std::string_view name, const auto& rows) {
    if (name == name_) count = rows.rows.size();
  });
  return count;
}

Value AnyTable::Row(std::size_t row) const {
  return Value(own_ != nullptr ? OwnRowValue(*own_, row, context_) : context_.values->RowOf(name_, row));
}

bool AnyTable::TouchesPeriod(std::size_t row) const {
  return own_ != nullptr || RecordTouches(context_.records, name_, row, context_.period);
}

TableColumn AnyTable::Find(const std::string& name) const {
  const auto names = Split(name, '.');
  TableColumn column;
  if (own_ == nullptr) {
    Follow(name_, names, 0, FurtherHeaders(context_.records, name_), &column);
    return column;
  }
  std::vector<std::string> known;
  for (const OwnColumn& own : own_->columns) {
    known.push_back(own.header);
    const TableInfo* leads_to = FindTable(own.refers_to);
    const bool by_header = Folded(own.header) == Folded(names[0]);
    const bool by_table = leads_to != nullptr && (names[0] == leads_to->ja || names[0] == leads_to->name);
    if (!by_header && !by_table) continue;
    column.header = own.header;
    if (names.size() == 1) {
      column.path = {own.header};
      return column;
    }
    if (leads_to == nullptr) break;
    column.path = {own.refers_to == "staff" ? "staff" : own.refers_to == "devices" ? "device" : "department"};
    Follow(own.refers_to, names, 1, {}, &column);
    return column;
  }
  RefuseColumn(name_, std::string(names[0]), known);
}

std::vector<TableColumn> AnyTable::All() const {
  std::vector<TableColumn> columns;
  if (own_ != nullptr) {
    for (const OwnColumn& column : own_->columns) columns.push_back({column.header, {column.header}, false});
    return columns;
  }
  for (const std::string& header : HeadersOf(*FindTable(name_))) columns.push_back(Find(header));
  for (const std::string& header : FurtherHeaders(context_.records, name_)) {
    columns.push_back({header, {"row", header}, false});
  }
  return columns;
}

Value ValueAt(const Value& row, const TableColumn& column) {
  const Value* at = &row;
  for (const std::string& name : column.path) at = Step(at, name);
  if (at == nullptr) return Value();
  if (!at->IsList()) return KeyOfRecord(*at);
  ValueList keys;
  for (const Value& entry : at->list()) keys.push_back(KeyOfRecord(entry));
  return Value(std::move(keys));
}

}  // namespace chohyo
