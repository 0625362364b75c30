#include "forms/own_values.h"

#include <algorithm>
#include <set>

#include "forms/common.h"
#include "forms/record_values.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

Value LeafOf(const OwnTable& table, const OwnRow& row, std::size_t column) {
  const Origin origin{row.line, table.columns[column].column, &table.file};
  return std::visit([&](const auto& typed) { return Value(Scalar(typed), origin); }, row.cells[column]);
}

/// What the record of a key column is called: by English and by Japanese.
std::pair<std::string_view, std::string_view> NamesOf(std::string_view table) {
  if (table == "staff") return {"staff", "職員"};
  if (table == "departments") return {"department", "所属"};
  return {"device", "端末機"};
}

Value RecordOf(std::string_view table, const std::string& key, const FormContext& context) {
  if (table == "staff") return context.values->StaffOf(key);
  if (table == "departments") return context.values->DepartmentOf(key);
  const Device* device = context.records.FindDevice(key);
  if (device == nullptr) return key.empty() ? Value() : Value(EmptyRecord(table, key));
  return Value(context.values->RowOf(table, static_cast<std::size_t>(device - context.records.devices.rows.data())));
}

void Set(ValueMap* map, std::string_view name, Value value) {
  for (auto& [known, member] : *map) {
    if (known != name) continue;
    member = std::move(value);
    return;
  }
  map->emplace_back(std::string(name), std::move(value));
}

/// The first segment of each placeholder.
std::set<std::string> RootNames(const Template& form) {
  std::set<std::string> names;
  for (const std::string& path : form.Placeholders()) names.insert(path.substr(0, path.find('.')));
  return names;
}

std::string TextOf(const ValueMap& map, std::string_view name) {
  for (const auto& [known, value] : map) {
    const auto* text = std::get_if<std::string>(&value.scalar());
    if (known == name && text != nullptr) return *text;
  }
  return {};
}

std::string CodeOf(const Value& values, const TemplateHead& head) {
  if (!head.department.empty()) {
    return FillText(head.department, values, Say("様式 {} の department:", "template {}, department:", head.form));
  }
  const Value* code = FindPath(values, head.records_name + ".staff.department.code");
  const auto* text = code != nullptr ? std::get_if<std::string>(&code->scalar()) : nullptr;
  return text != nullptr ? *text : std::string();
}

}  // namespace

const OwnTable* FindOwnTable(const FormContext& context, const std::string& name) {
  if (context.own_tables == nullptr) return nullptr;
  const auto found = context.own_tables->find(name);
  if (found == context.own_tables->end()) return nullptr;
  if (!found->second.problem.empty()) throw InputFault(found->second.problem);
  return &found->second;
}

ValueMap OwnRowValue(const OwnTable& table, std::size_t row, const FormContext& context) {
  ValueMap map;
  const OwnRow& cells = table.rows[row];
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    map.emplace_back(table.columns[i].header, LeafOf(table, cells, i));
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& refers_to = table.columns[i].refers_to;
    if (refers_to.empty()) continue;
    const auto* key = std::get_if<std::string>(&cells.cells[i]);
    const Value record = RecordOf(refers_to, key != nullptr ? *key : std::string(), context);
    const auto [english, japanese] = NamesOf(refers_to);
    Set(&map, english, record);
    Set(&map, japanese, record);
  }
  return map;
}

Value OwnTableValue(const OwnTable& table, const FormContext& context) {
  ValueList rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) rows.emplace_back(OwnRowValue(table, row, context));
  return Value(std::move(rows));
}

std::vector<DocumentPlan> PlanFromOwnTable(const Template& form, const OwnTable& table, const FormContext& context) {
  const TemplateHead& head = form.head();
  std::vector<DocumentPlan> plans;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    ValueMap values = CommonValues(context);
    ValueMap record = OwnRowValue(table, row, context);
    const std::string staff = TextOf(record, "職員番号");
    values.emplace_back(head.records_name, Value(std::move(record)));
    const Value root(std::move(values));
    const std::string where = Say("様式 {}:", "template {}:", head.form);
    if (!head.where.empty() && !TestCondition(head.where, root, where)) continue;
    DocumentPlan plan;
    plan.form = head.form;
    plan.title = head.title;
    plan.key = head.key.empty() ? std::to_string(table.rows[row].line) : FillText(head.key, root, where);
    plan.department = CodeOf(root, head);
    plan.blocking_table = table.name;
    plan.blocking_key = std::to_string(table.rows[row].line);
    plan.blocks = true;
    if (!staff.empty()) plan.shown_staff.push_back(staff);
    const DocumentPlan bare = plan;
    plan.values = [bare, root, context, head] {
      ValueMap all = root.map();
      std::string_view path = head.date;
      const std::size_t open = path.find("{{");
      const std::size_t close = path.find_first_of("|}", open == std::string_view::npos ? 0 : open + 2);
      const Value* date = nullptr;
      if (open != std::string_view::npos && close != std::string_view::npos) {
        path = path.substr(open + 2, close - open - 2);
        while (path.starts_with(' ')) path.remove_prefix(1);
        while (path.ends_with(' ')) path.remove_suffix(1);
        date = FindPath(root, path);
      }
      all.emplace_back("document", DocumentValues(bare, context, date != nullptr ? *date : Value()));
      return Value(std::move(all));
    };
    plans.push_back(std::move(plan));
  }
  return plans;
}

bool AsksForOwnTables(const Template& form, const FormContext& context) {
  if (context.own_tables == nullptr) return false;
  const std::set<std::string> names = RootNames(form);
  return std::any_of(context.own_tables->begin(), context.own_tables->end(),
                     [&](const auto& table) { return names.contains(table.first); });
}

std::vector<DocumentPlan> PlanWhole(const Template& form, const FormContext& context) {
  if (!AsksForOwnTables(form, context)) return {};
  DocumentPlan plan;
  plan.form = form.head().form;
  plan.title = form.head().title;
  plan.key = context.period.text;
  const DocumentPlan bare = plan;
  plan.values = [bare, context] { return Value(ValuesOf(bare, context)); };
  return {plan};
}

void OfferOwnTables(const Template& form, const FormContext& context, DocumentPlan* plan) {
  if (!AsksForOwnTables(form, context)) return;
  const std::set<std::string> names = RootNames(form);
  plan->values = [made = plan->values, names, context] {
    const Value values = made();
    ValueMap all = values.map();
    for (const auto& [name, table] : *context.own_tables) {
      const OwnTable* found = names.contains(name) ? FindOwnTable(context, name) : nullptr;
      if (found != nullptr && values.Find(name) == nullptr) all.emplace_back(name, OwnTableValue(*found, context));
    }
    return Value(std::move(all));
  };
}

}  // namespace chohyo
