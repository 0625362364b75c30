#include "forms/work_plan.h"

#include <memory>
#include <string>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "forms/task_staffing.h"

namespace chohyo {
namespace {

/// 業務区分 as the plan prints it.
std::string HowLongItStops(TaskPriority priority) {
  switch (priority) {
    case TaskPriority::kA: return "継続";
    case TaskPriority::kB: return "2週間程度";
    case TaskPriority::kC: return "2か月程度";
    case TaskPriority::kNone: return {};
  }
  return {};
}

/// Everything the plans of one crisis share.
class WorkPlanForm : public std::enable_shared_from_this<WorkPlanForm> {
 public:
  WorkPlanForm(const FormContext& context, Crisis crisis)
      : context_(context), crisis_(crisis), departments_(StaffingOf(context.records, context.period.span.first)) {}

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const DepartmentStaffing& department : departments_) plans.push_back(Plan(department));
    return plans;
  }

 private:
  DocumentPlan Plan(const DepartmentStaffing& staffing) const {
    const Department* unit = context_.records.FindDepartment(staffing.department);
    DocumentPlan plan;
    plan.form = crisis_ == Crisis::kHalf ? "tarumizu.work-plan-half" : "tarumizu.work-plan-all";
    plan.key = staffing.department;
    plan.title = std::string("職員減少時の業務計画表【所属職員の") + (crisis_ == Crisis::kHalf ? "半数" : "全員") +
                 "が出勤不可となった場合】　" + (unit != nullptr ? unit->name : staffing.department);
    plan.department = staffing.department;
    plan.days = context_.period.span;
    plan.shown_departments = {staffing.department};
    plan.values = [self = shared_from_this(), &staffing, plan] { return self->Values(staffing, plan); };
    return plan;
  }

  Value Values(const DepartmentStaffing& staffing, const DocumentPlan& plan) const {
    const CrisisPlan& crisis = staffing.plan(crisis_);
    ValueMap values = ValuesOf(plan, context_);
    values.emplace_back("unit", DepartmentValue(context_, staffing.department));
    ValueList rows;
    for (const MannedTask& manned : crisis.tasks) rows.push_back(RowValue(manned));
    values.emplace_back("rows", Value(std::move(rows)));
    values.emplace_back("total", TotalValue(crisis));
    values.emplace_back("people", staffing.people);
    values.emplace_back("available", crisis.available);
    values.emplace_back("needed", crisis.needed);
    values.emplace_back("balance", BalanceValue(crisis.available - crisis.needed));
    values.emplace_back("lend", staffing.can_lend);
    return Value(std::move(values));
  }

  Value RowValue(const MannedTask& manned) const {
    const auto row = static_cast<std::size_t>(manned.task - context_.records.tasks.rows.data());
    const Value task(context_.values->RowOf("tasks", row));
    const Value* need = task.Find(crisis_ == Crisis::kHalf ? "need_half" : "need_all");
    const bool is_said = need != nullptr && !need->IsEmpty();
    return Value(ValueMap{{"task", task},
                          {"class", HowLongItStops(manned.task->priority)},
                          {"need", is_said ? *need : Value()},
                          {"secured", manned.secured},
                          {"balance", is_said ? BalanceValue(manned.secured - manned.need) : Value()},
                          {"has_substitute", manned.task->substitutes.empty() ? "無" : "有"},
                          {"substitutes", SubstitutesText(*manned.task)}});
  }

  /// The substitutes' names, a line each; people of other departments with their department.
  std::string SubstitutesText(const Task& task) const {
    std::string text;
    for (const std::string& id : task.substitutes) {
      const Staff* person = context_.records.FindStaff(id);
      if (person == nullptr) continue;
      if (!text.empty()) text += '\n';
      text += person->name;
      const Department* home = context_.records.FindDepartment(person->department);
      if (person->department != task.department && home != nullptr) text += "（" + home->name + "）";
    }
    return text;
  }

  static Value TotalValue(const CrisisPlan& crisis) {
    std::int64_t usual = 0, need = 0, secured = 0, lend = 0;
    for (const MannedTask& manned : crisis.tasks) {
      usual += manned.task->usual.value_or(0);
      need += manned.need;
      secured += manned.secured;
      lend += manned.task->lend.value_or(0);
    }
    return Value(ValueMap{{"usual", usual},
                          {"need", need},
                          {"secured", secured},
                          {"balance", BalanceValue(secured - need)},
                          {"lend", lend}});
  }

  FormContext context_;
  Crisis crisis_;
  std::vector<DepartmentStaffing> departments_;
};

}  // namespace

std::vector<DocumentPlan> PlanWorkPlansHalf(const FormContext& context) {
  return std::make_shared<const WorkPlanForm>(context, Crisis::kHalf)->Plans();
}

std::vector<DocumentPlan> PlanWorkPlansAll(const FormContext& context) {
  return std::make_shared<const WorkPlanForm>(context, Crisis::kAll)->Plans();
}

ValueMap BlankWorkPlan() {
  const ValueMap total = {
      {"usual", Value()}, {"need", Value()}, {"secured", Value()}, {"balance", Value()}, {"lend", Value()}};
  return {{"unit", Value(EmptyRecord("departments"))},
          {"rows", Value(ValueList{})},
          {"total", Value(total)},
          {"people", Value()},
          {"available", Value()},
          {"needed", Value()},
          {"balance", Value()},
          {"lend", Value()}};
}

Value BalanceValue(std::int64_t balance) {
  return balance < 0 ? Value("△" + std::to_string(-balance)) : Value(balance);
}

}  // namespace chohyo
