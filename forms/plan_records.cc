#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "forms/common.h"
#include "forms/form.h"
#include "forms/own_values.h"
#include "forms/record_values.h"
#include "forms/whole_tables.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/model/keys.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

std::size_t RowCount(const Records& records, std::string_view table) {
  std::size_t count = 0;
  ForEachTable(records, [&](std::string_view name, const auto& rows) {
    if (name == table) count = rows.rows.size();
  });
  return count;
}

std::string RecordKey(const Records& records, std::string_view table, std::size_t row) {
  std::string key;
  ForEachTable(records, [&](std::string_view name, const auto& rows) {
    if (name == table) key = KeyOf(name, rows.rows[row]);
  });
  return key;
}

/// The path of a text that is one placeholder, "loan.applied" of "{{ loan.applied }}".
std::string_view SinglePath(std::string_view placeholder) {
  std::string_view text = Trim(placeholder);
  if (!text.starts_with("{{") || !text.ends_with("}}")) return {};
  text = Trim(text.substr(2, text.size() - 4));
  return text.find_first_of("{|(") == std::string_view::npos ? text : std::string_view();
}

std::string TextAt(const Value& root, std::string_view path) {
  const Value* found = FindPath(root, path);
  const auto* text = found != nullptr ? std::get_if<std::string>(&found->scalar()) : nullptr;
  return text != nullptr ? *text : std::string();
}

/// What a template says of its documents, ready to be asked for each record.
class RecordForm {
 public:
  RecordForm(const Template& form, const FormContext& context)
      : head_(form.head()), context_(context), paths_(form.Placeholders()) {
    if (FindTable(head_.records_table) == nullptr) RefuseTable();
    for (const TableInfo& table : AllTables()) {
      if (RefersHere(table) && IsAsked(form, table.name)) children_.push_back(table.name);
    }
  }

  const TemplateHead& head() const { return head_; }

  /// The record's values without `document`.
  ValueMap RecordPart(std::size_t row) const {
    ValueMap record = context_.values->RowOf(head_.records_table, row);
    const std::string key = TextOfKey(record);
    for (const std::string_view child : children_) {
      record.emplace_back(child, Value(context_.values->Children(head_.records_table, key, child)));
    }
    ValueMap values = CommonValues(context_);
    values.emplace_back(head_.records_name, Value(std::move(record)));
    OfferWholeTables(paths_, context_, &values);
    return values;
  }

  std::optional<DocumentPlan> Plan(std::size_t row) const {
    const Value values(RecordPart(row));
    if (!head_.where.empty() && !TestCondition(head_.where, values, Place("where"))) return std::nullopt;
    DocumentPlan plan;
    plan.form = head_.form;
    plan.key = FillText(head_.key, values, Place("key"));
    plan.department = FillText(head_.department, values, Place("department"));
    plan.title = Title(values);
    plan.blocking_table = head_.records_table;
    plan.blocking_key = RecordKey(context_.records, head_.records_table, row);
    plan.blocks = true;
    const std::string staff = TextAt(values, head_.records_name + ".staff.id");
    if (!staff.empty()) plan.shown_staff.push_back(staff);
    if (!plan.department.empty()) plan.shown_departments.push_back(plan.department);
    return plan;
  }

  /// All values of a planned document.
  Value Complete(std::size_t row, const DocumentPlan& plan) const {
    ValueMap values = RecordPart(row);
    const Value root{ValueMap(values)};
    values.emplace_back("document", DocumentValues(plan, context_, RecordDate(root)));
    return Value(std::move(values));
  }

 private:
  [[noreturn]] void RefuseTable() const {
    std::vector<std::string> names;
    for (const TableInfo& table : AllTables()) names.emplace_back(table.name);
    if (context_.own_tables != nullptr) {
      for (const auto& [name, table] : *context_.own_tables) names.push_back(name);
    }
    const auto nearest = NearestName(head_.records_table, names);
    throw InputFault(Say("様式 {}: エラー: records: の表「{}」はありません。{}",
                         "template {}: error: records: names no table \"{}\". {}", head_.form, head_.records_table,
                         nearest ? Say("「{}」ではありませんか。", "Did you mean \"{}\"?", *nearest)
                                 : Say("使えるのは {} です。", "Tables are {}.", Join(names, ", "))));
  }

  bool RefersHere(const TableInfo& table) const {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [this](const ColumnInfo& column) { return column.refers_to == head_.records_table; });
  }

  bool IsAsked(const Template& form, std::string_view child) const {
    const std::string path = head_.records_name + "." + std::string(child);
    const auto paths = form.Placeholders();
    return std::any_of(paths.begin(), paths.end(),
                       [&path](const std::string& asked) { return asked == path || asked.starts_with(path + "."); });
  }

  static std::string TextOfKey(const ValueMap& record) { return TextAt(Value(ValueMap(record)), "id"); }

  std::string Title(const Value& values) const {
    for (const char* path : {".staff.name", ".department.name", ".name"}) {
      const std::string name = TextAt(values, head_.records_name + path);
      if (!name.empty()) return head_.title + "　" + name;
    }
    return head_.title;
  }

  Value RecordDate(const Value& root) const {
    if (head_.date.empty()) return Value();
    const std::string_view path = SinglePath(head_.date);
    const Value* date = path.empty() ? nullptr : FindPath(root, path);
    if (path.empty() || (date != nullptr && !date->IsEmpty() && !std::holds_alternative<Date>(date->scalar()))) {
      throw InputFault(
          Say("様式 {}: エラー: date:「{}」は日付を指していません。「{{{{{}.申請日の項目}}}}」のように書いてください。",
              "template {}: error: date: \"{}\" is no placeholder of a date; write it like "
              "\"{{{{{}.applied}}}}\".",
              head_.form, head_.date, head_.records_name));
    }
    return date != nullptr ? *date : Value();
  }

  std::string Place(std::string_view key) const { return Say("様式 {} の {}:", "template {}, {}:", head_.form, key); }

  TemplateHead head_;
  FormContext context_;
  std::vector<std::string_view> children_;
  std::vector<std::string> paths_;
};

}  // namespace

bool RecordTouches(const Records& records, std::string_view table, std::size_t row, const Period& period) {
  bool touches = false;
  ForEachTable(records, [&](std::string_view name, const auto& rows) {
    if (name == table) touches = RecordTouches(name, rows.rows[row], period);
  });
  return touches;
}

std::vector<DocumentPlan> PlanFromRecords(const Template& form, const FormContext& context) {
  const OwnTable* own = FindOwnTable(context, form.head().records_table);
  if (own != nullptr) return PlanFromOwnTable(form, *own, context);
  const auto shared = std::make_shared<const RecordForm>(form, context);
  const std::string& table = shared->head().records_table;
  std::vector<DocumentPlan> plans;
  std::set<std::string> keys;
  for (std::size_t row = 0; row < RowCount(context.records, table); ++row) {
    if (!RecordTouches(context.records, table, row, context.period)) continue;
    std::optional<DocumentPlan> plan = shared->Plan(row);
    if (!plan || !keys.insert(plan->key).second) continue;  // the later of two equal records is a finding, no document
    DocumentPlan bare = *plan;
    plan->values = [shared, row, bare] { return shared->Complete(row, bare); };
    plans.push_back(std::move(*plan));
  }
  return plans;
}

}  // namespace chohyo
