#include "forms/media_label.h"

#include <utility>

#include "forms/common.h"
#include "forms/loans_out.h"
#include "forms/personal_number_registers.h"
#include "forms/record_values.h"

namespace chohyo {
namespace {

constexpr std::size_t kLabelsOnSheet = 10;

/// A post like 総務部長 with the name of who heads 総務部; a staff id as title and name; anything else as it is.
std::string SecurityManager(const FormContext& context) {
  const std::string& manager = context.office.names.security_manager;
  if (const Staff* person = context.records.FindStaff(manager)) return person->title + "　" + person->name;
  for (const Department& department : context.records.departments.rows) {
    if (department.name + "長" != manager) continue;
    const Staff* head = context.records.FindStaff(department.head);
    return head == nullptr ? manager : manager + "　" + head->name;
  }
  return manager;
}

Value Label(const Value& asset, const Value& staff, const std::string& manager) {
  return Value(ValueMap{{"asset", asset}, {"staff", staff}, {"manager", manager}});
}

Value EmptyLabel(const std::string& manager) {
  return Label(Value(EmptyRecord("personal_number_assets")), Value(EmptyRecord("staff")), manager);
}

ValueList LabelsOf(const FormContext& context, const std::string& manager) {
  ValueList labels;
  for (const std::size_t row : AssetsByDepartment(context.records)) {
    const Value asset(context.values->RowOf("personal_number_assets", row));
    const std::size_t before = labels.size();
    for (const PersonalNumberStaff& handler : context.records.personal_number_staff.rows) {
      const bool handles = handler.use == context.records.personal_number_assets.rows[row].use;
      if (!handles || !HandlesOn(handler, AsOf(context))) continue;
      labels.push_back(Label(asset, StaffValue(context, handler.staff), manager));
    }
    if (labels.size() == before) labels.push_back(Label(asset, Value(EmptyRecord("staff")), manager));
  }
  return labels;
}

/// Two by two, the last sheet filled up with empty labels.
Value Pairs(ValueList labels, const std::string& manager) {
  while (labels.empty() || labels.size() % kLabelsOnSheet != 0) labels.push_back(EmptyLabel(manager));
  ValueList pairs;
  for (std::size_t i = 0; i < labels.size(); i += 2) {
    pairs.emplace_back(ValueMap{{"left", labels[i]}, {"right", labels[i + 1]}});
  }
  return Value(std::move(pairs));
}

Value ValuesOfLabels(const DocumentPlan& plan, const FormContext& context) {
  const std::string manager = SecurityManager(context);
  ValueMap values = ValuesOf(plan, context);
  values.emplace_back("pairs", Pairs(LabelsOf(context, manager), manager));
  return Value(std::move(values));
}

}  // namespace

std::vector<DocumentPlan> PlanMediaLabels(const FormContext& context) {
  if (context.records.personal_number_assets.rows.empty()) return {};
  DocumentPlan plan;
  plan.form = "security.media-label";
  plan.key = context.period.text;
  plan.title = "電磁的記録媒体ラベル";
  plan.values = [bare = plan, context] { return ValuesOfLabels(bare, context); };
  return {plan};
}

ValueMap BlankMediaLabels() { return {{"pairs", Pairs({}, {})}}; }

}  // namespace chohyo
