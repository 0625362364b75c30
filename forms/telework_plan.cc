#include "forms/telework_plan.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "pipeline/model/keys.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "oyama.plan";
constexpr const char* kTitle = "在宅勤務計画書（報告書）";
constexpr int kHour = 60;
constexpr TimeOfDay kLastSlot{17 * kHour};

/// The times that the form prints (小山市職員在宅勤務要綱 別紙2).
std::set<TimeOfDay> FormSlots() {
  std::set<TimeOfDay> slots{TimeOfDay{8 * kHour + kHour / 2}};
  for (TimeOfDay at{9 * kHour}; at <= kLastSlot; at.minutes += kHour) slots.insert(at);
  return slots;
}

std::string SlotLabel(TimeOfDay slot) { return slot == kLastSlot ? slot.Text() + "\n～17:15" : slot.Text(); }

Value SlotValue(TimeOfDay slot, const Value& plan = {}, const Value& result = {}) {
  return Value(ValueMap{{"slot", Value(slot)}, {"label", SlotLabel(slot)}, {"plan", plan}, {"result", result}});
}

/// Everything the plans of one run share.
class PlanForm : public std::enable_shared_from_this<PlanForm> {
 public:
  explicit PlanForm(const FormContext& context) : context_(context) {
    for (const TeleworkTask& task : context.records.telework_tasks.rows) {
      tasks_[{task.staff, task.date}].emplace(task.slot, &task);
    }
  }

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    std::set<std::string> keys;
    for (const TeleworkPlan& row : context_.records.telework_plans.rows) {
      if (!row.span().Overlaps(context_.period.span)) continue;
      DocumentPlan plan = Plan(row);
      if (keys.insert(plan.key).second) plans.push_back(std::move(plan));
    }
    return plans;
  }

 private:
  using Tasks = std::map<TimeOfDay, const TeleworkTask*>;

  DocumentPlan Plan(const TeleworkPlan& row) const {
    const Staff* person = context_.records.FindStaff(row.staff);
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = row.staff + "-" + row.from.Iso();
    plan.title = std::string(kTitle) + "　" + (person != nullptr ? person->name : row.staff);
    plan.department = context_.records.DepartmentOf(row.staff);
    plan.blocking_table = "telework_plans";
    plan.blocking_key = KeyOf("telework_plans", row);
    plan.blocks = true;
    plan.days = row.span();
    plan.shown_staff = {row.staff};
    if (!plan.department.empty()) plan.shown_departments = {plan.department};
    plan.values = [self = shared_from_this(), &row, plan] { return self->Values(row, plan); };
    return plan;
  }

  Value Values(const TeleworkPlan& row, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_, row.submitted ? Value(*row.submitted) : Value());
    const auto place = static_cast<std::size_t>(&row - context_.records.telework_plans.rows.data());
    values.emplace_back("plan", Value(context_.values->RowOf("telework_plans", place)));
    ValueList days;
    for (const Date date : DaysOf(row)) days.push_back(DayValue(row.staff, date));
    values.emplace_back("days", Value(std::move(days)));
    return Value(std::move(values));
  }

  const Tasks& TasksOf(const std::string& staff, Date date) const {
    static const Tasks kNone;
    const auto found = tasks_.find({staff, date});
    return found == tasks_.end() ? kNone : found->second;
  }

  std::vector<Date> DaysOf(const TeleworkPlan& row) const {
    std::vector<Date> all, worked;
    for (Date date = row.from; date <= row.span().last; ++date) {
      all.push_back(date);
      if (context_.calendar.IsWorkingDay(date) || !TasksOf(row.staff, date).empty()) worked.push_back(date);
    }
    if (all.empty()) return {row.from};  // a plan that ends before it begins
    return worked.empty() ? all : worked;
  }

  Value DayValue(const std::string& staff, Date date) const {
    const Tasks& tasks = TasksOf(staff, date);
    std::set<TimeOfDay> times = FormSlots();
    for (const auto& [slot, task] : tasks) times.insert(slot);
    ValueList slots;
    for (const TimeOfDay slot : times) {
      const auto found = tasks.find(slot);
      slots.push_back(found == tasks.end() ? SlotValue(slot) : TaskValue(*found->second));
    }
    return Value(ValueMap{{"date", date}, {"slots", Value(std::move(slots))}});
  }

  Value TaskValue(const TeleworkTask& task) const {
    const auto place = static_cast<std::size_t>(&task - context_.records.telework_tasks.rows.data());
    const Value row(context_.values->RowOf("telework_tasks", place));
    return SlotValue(task.slot, *row.Find("plan"), *row.Find("result"));
  }

  FormContext context_;
  std::map<std::pair<std::string, Date>, Tasks> tasks_;
};

}  // namespace

std::vector<DocumentPlan> PlanTeleworkPlans(const FormContext& context) {
  return std::make_shared<const PlanForm>(context)->Plans();
}

ValueMap BlankTeleworkPlan() {
  ValueList slots;
  for (const TimeOfDay slot : FormSlots()) slots.push_back(SlotValue(slot));
  const Value day(ValueMap{{"date", Value()}, {"slots", Value(std::move(slots))}});
  return {{"plan", Value(EmptyRecord("telework_plans"))}, {"days", Value(ValueList{day})}};
}

}  // namespace chohyo
