#include "forms/offers.h"

#include <algorithm>

#include "forms/common.h"
#include "forms/general_list.h"
#include "forms/own_values.h"
#include "forms/record_values.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::size_t kMostDocuments = 40;  ///< looked into for examples, spread over all of them
constexpr std::size_t kMostEntries = 40;    ///< of a list

using Tables = std::vector<std::string_view>;

bool Holds(const Tables& path, std::string_view table) {
  return std::find(path.begin(), path.end(), table) != path.end();
}

/// The table whose columns a map has, "" if it is no record.
std::string_view TableOf(const ValueMap& map) {
  const auto has = [&map](std::string_view name) {
    return std::any_of(map.begin(), map.end(), [name](const auto& entry) { return entry.first == name; });
  };
  if (!has("row")) return {};
  for (const TableInfo& table : AllTables()) {
    if (std::all_of(table.columns.begin(), table.columns.end(), [&](const auto& c) { return has(c.alias); })) {
      return table.name;
    }
  }
  return {};
}

/// The table a column's value comes from: people are written as ids or names.
std::string_view ReferenceOf(std::string_view table, const ColumnInfo& column) {
  return HoldsPerson(table, column.alias) ? std::string_view("staff") : column.refers_to;
}

void AddRecord(std::string_view table, Tables path, Offer* offer);

/// A record at a member, unless its table is on the path already.
void AddReference(std::string_view table, const Tables& path, Offer* member) {
  member->table = table;
  if (Holds(path, table)) {
    member->deeper = true;
  } else {
    AddRecord(table, path, member);
  }
}

void AddColumn(std::string_view table, const ColumnInfo& column, const Tables& path, Offer* member) {
  member->list = column.kind == ColumnKind::kIdList || column.kind == ColumnKind::kTextList;
  const std::string_view reference = ReferenceOf(table, column);
  if (!reference.empty()) return AddReference(reference, path, member);
  member->kind = column.kind;
  member->known_kind = true;
}

void AddRecord(std::string_view table, Tables path, Offer* offer) {
  offer->table = table;
  path.push_back(table);
  const TableInfo& info = *FindTable(table);
  for (const ColumnInfo& column : info.columns) {
    AddColumn(table, column, path, &offer->Member(std::string(column.alias)));
  }
  for (const auto& [name, value] : EmptyRecord(table)) offer->Member(name);
  offer->Member("row").own_columns = true;
  if (table != "staff" && table != "departments") return;
  Offer& head = offer->Member(table == "staff" ? "superior" : "head");
  head.table = "staff";
  head.deeper = true;
  head.members.clear();
}

void Merge(const Value& value, Tables path, Offer* offer);

void MergeMap(const ValueMap& map, Tables path, Offer* offer) {
  if (offer->deeper) return;
  const std::string_view table = TableOf(map);
  if (!table.empty() && offer->table.empty()) AddReference(table, path, offer);
  if (offer->deeper) return;
  if (!table.empty()) path.push_back(table);
  for (const auto& [name, value] : map) {
    Offer& member = offer->Member(name);
    if (name == "row" && !table.empty()) member.own_columns = true;
    Merge(value, path, &member);
  }
}

void Merge(const Value& value, Tables path, Offer* offer) {
  if (value.IsMap()) return MergeMap(value.map(), std::move(path), offer);
  if (value.IsList()) {
    offer->list = true;
    for (std::size_t i = 0; i < value.list().size() && i < kMostEntries; ++i) Merge(value.list()[i], path, offer);
    return;
  }
  if (std::holds_alternative<std::monostate>(offer->example) && !value.IsEmpty()) offer->example = value.scalar();
}

/// The tables whose rows name records of a table.
std::vector<std::string_view> TablesNaming(std::string_view table) {
  std::vector<std::string_view> names;
  for (const TableInfo& other : AllTables()) {
    const auto names_it = [table](const ColumnInfo& column) { return column.refers_to == table; };
    if (std::any_of(other.columns.begin(), other.columns.end(), names_it)) names.push_back(other.name);
  }
  return names;
}

void AddChildren(std::string_view table, Offer* record) {
  for (const std::string_view child : TablesNaming(table)) {
    if (record->Find(child) != nullptr) continue;
    Offer& list = record->Member(std::string(child));
    AddRecord(child, {table}, &list);
    list.list = true;
  }
}

std::size_t RowCountOf(const Records& records, std::string_view table) {
  std::size_t count = 0;
  ForEachTable(records, [&](std::string_view name, const auto& rows) {
    if (name == table) count = rows.rows.size();
  });
  return count;
}

/// Examples of a table's columns and of the rows that name its records.
void MergeRows(std::string_view table, const FormContext& office, Offer* record) {
  const std::size_t count = RowCountOf(office.records, table);
  for (std::size_t row = 0; row < std::min(count, kMostEntries); ++row) {
    const Value values(office.values->RowOf(table, row));
    MergeMap(values.map(), {}, record);
    const Value* key = values.Find("id");
    const auto* id = key != nullptr ? std::get_if<std::string>(&key->scalar()) : nullptr;
    if (id == nullptr) continue;
    for (const std::string_view child : TablesNaming(table)) {
      Offer* list = &record->Member(std::string(child));
      for (const Value& entry : office.values->Children(table, *id, child)) Merge(entry, {table}, list);
    }
  }
}

ColumnKind KindOf(OwnColumn::Kind kind) {
  switch (kind) {
    case OwnColumn::Kind::kDate: return ColumnKind::kDate;
    case OwnColumn::Kind::kTime: return ColumnKind::kTime;
    case OwnColumn::Kind::kInteger:
    case OwnColumn::Kind::kNumber: return ColumnKind::kInteger;
    case OwnColumn::Kind::kText: break;
  }
  return ColumnKind::kText;
}

Offer OffersOfOwnTable(const std::string& name, const std::vector<FormContext>& offices) {
  Offer record;
  for (const FormContext& office : offices) {
    const OwnTable* table = FindOwnTable(office, name);
    if (table == nullptr) continue;
    for (const OwnColumn& column : table->columns) {
      Offer& member = record.Member(column.header);
      member.kind = KindOf(column.kind);
      member.known_kind = true;
    }
    for (std::size_t row = 0; row < std::min(table->rows.size(), kMostEntries); ++row) {
      MergeMap(OwnRowValue(*table, row, office), {}, &record);
    }
  }
  return record;
}

/// Where there are no documents, the names alone are known, from the empty form.
void MergeDocuments(const Template& form, const FormContext& office, Offer* offer) {
  const std::vector<DocumentPlan> plans = PlanForm(form, office);
  if (plans.empty()) Merge(BlankPlan(form, office).values(), {}, offer);
  const std::size_t step = std::max<std::size_t>(1, plans.size() / kMostDocuments);
  for (std::size_t i = 0; i < plans.size(); i += step) Merge(plans[i].values(), {}, offer);
}

}  // namespace

bool Offer::IsRecord() const { return !members.empty() || deeper; }

const Offer* Offer::Find(std::string_view name) const {
  for (const auto& [key, member] : members) {
    if (key == name) return &member;
  }
  return nullptr;
}

Offer& Offer::Member(const std::string& name) {
  for (auto& [key, member] : members) {
    if (key == name) return member;
  }
  return members.emplace_back(name, Offer()).second;
}

Offer OffersOfRecord(std::string_view table) {
  Offer record;
  AddRecord(table, {}, &record);
  AddChildren(table, &record);
  if (table == "staff") AddReference("departments", {"departments", "staff"}, &record.Member("of"));
  return record;
}

Offer OffersOfTable(std::string_view table, const std::vector<FormContext>& offices) {
  if (FindTable(table) == nullptr) return OffersOfOwnTable(std::string(table), offices);
  Offer record = OffersOfRecord(table);
  for (const FormContext& office : offices) MergeRows(table, office, &record);
  return record;
}

Offer OffersOf(const Template& form, const std::vector<FormContext>& offices) {
  Offer offer;
  const TemplateHead& head = form.head();
  bool of_records = FindTable(head.records_table) != nullptr && !FormBuilders().contains(head.form);
  for (const FormContext& office : offices) {
    of_records = of_records || FindOwnTable(office, head.records_table) != nullptr;
  }
  for (const FormContext& office : offices) {
    Merge(Value(CommonValues(office)), {}, &offer);
  }
  if (head.list) return offer;
  if (of_records) offer.Member(head.records_name) = OffersOfTable(head.records_table, offices);
  for (const FormContext& office : offices) {
    const bool without_table = !head.records_table.empty() && FindTable(head.records_table) == nullptr &&
                               FindOwnTable(office, head.records_table) == nullptr;
    if (!without_table) MergeDocuments(form, office, &offer);
  }
  return offer;
}

bool HasBuilder(const std::string& template_name) {
  const auto& builders = FormBuilders();
  return std::any_of(builders.begin(), builders.end(), [&](const auto& builder) {
    return template_name == builder.first || template_name.starts_with(builder.first + "-");
  });
}

namespace {

DocumentPlan PlanListForm(const TemplateHead& head, const FormContext& context) {
  try {
    return PlanList(head.form, *head.list, context, ListRows::kOfPeriod);
  } catch (const InputFault& fault) {
    throw InputFault(Say("様式 {}: エラー: {}", "template {}: error: {}", head.form, fault.what()));
  }
}

/// Without the tables of the office's own that the template asks for by name.
std::vector<DocumentPlan> PlanBareForm(const Template& form, const FormContext& context) {
  const TemplateHead& head = form.head();
  if (FormBuilders().contains(head.form)) {
    std::vector<DocumentPlan> plans = FormBuilders().at(head.form)(context);
    std::erase_if(plans, [&](const auto& p) { return !p.template_name.empty() && p.template_name != head.form; });
    return plans;
  }
  if (head.list) return {PlanListForm(head, context)};
  if (head.whole_period) return PlanForPeriod(form, context);
  if (!head.records_table.empty()) return PlanFromRecords(form, context);
  for (const auto& [id, builder] : FormBuilders()) {
    if (!head.form.starts_with(id + "-")) continue;
    std::vector<DocumentPlan> plans = builder(context);
    std::erase_if(plans, [&](const DocumentPlan& plan) { return plan.template_name != head.form; });
    return plans;
  }
  return PlanWhole(form, context);
}

}  // namespace

std::vector<DocumentPlan> PlanForm(const Template& form, const FormContext& context) {
  std::vector<DocumentPlan> plans = PlanBareForm(form, context);
  for (DocumentPlan& plan : plans) OfferOwnTables(form, context, &plan);
  return plans;
}

}  // namespace chohyo
