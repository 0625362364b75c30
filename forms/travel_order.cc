#include "forms/travel_order.h"

#include <map>
#include <memory>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "forms/telework_days.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "oyama.travel-order";
constexpr const char* kTitle = "旅行命令一覧（自宅への出張）";

/// Everything the lists of one run share.
class TravelForm : public std::enable_shared_from_this<TravelForm> {
 public:
  explicit TravelForm(const FormContext& context) : context_(context) {
    for (const TeleworkDay& day : TeleworkDaysOf(context)) days_[day.person->department].push_back(day);
  }

  /// In the order of the departments table.
  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const Department& department : context_.records.departments.rows) {
      const auto found = days_.find(department.code);
      if (found == days_.end() || context_.records.FindDepartment(department.code) != &department) continue;
      plans.push_back(Plan(department, found->second));
    }
    return plans;
  }

 private:
  using Days = std::vector<TeleworkDay>;

  static std::vector<std::string> PeopleOf(const Days& days) {
    std::vector<std::string> people;
    for (const TeleworkDay& day : days) {
      if (people.empty() || people.back() != day.person->id) people.push_back(day.person->id);
    }
    return people;
  }

  DocumentPlan Plan(const Department& department, const Days& days) const {
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = department.code;
    plan.title = std::string(kTitle) + "　" + department.name;
    plan.department = department.code;
    plan.days = context_.period.span;
    plan.shown_departments = {department.code};
    plan.shown_staff = PeopleOf(days);
    plan.values = [self = shared_from_this(), &days, plan] { return self->Values(days, plan); };
    return plan;
  }

  Value Values(const Days& days, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_);
    ValueList rows;
    for (const TeleworkDay& day : days) rows.push_back(RowValue(day));
    values.emplace_back("unit", DepartmentValue(context_, plan.department));
    values.emplace_back("orders", Value(std::move(rows)));
    values.emplace_back("days", static_cast<std::int64_t>(days.size()));
    values.emplace_back("people", static_cast<std::int64_t>(plan.shown_staff.size()));
    return Value(std::move(values));
  }

  Value RowValue(const TeleworkDay& day) const {
    Value plan(EmptyRecord("telework_plans"));
    if (day.plan != nullptr) {
      const auto row = static_cast<std::size_t>(day.plan - context_.records.telework_plans.rows.data());
      plan = Value(context_.values->RowOf("telework_plans", row));
    }
    return Value(ValueMap{{"staff", StaffValue(context_, day.person->id)},
                          {"date", day.date},
                          {"plan", plan},
                          {"remark", day.plan == nullptr ? "計画書なし" : ""}});
  }

  FormContext context_;
  std::map<std::string, Days> days_;
};

}  // namespace

std::vector<DocumentPlan> PlanTravelOrders(const FormContext& context) {
  return std::make_shared<const TravelForm>(context)->Plans();
}

ValueMap BlankTravelOrder() {
  constexpr std::size_t kRows = 18;
  const Value row(ValueMap{{"staff", Value(EmptyRecord("staff"))},
                           {"date", Value()},
                           {"plan", Value(EmptyRecord("telework_plans"))},
                           {"remark", Value()}});
  return {{"unit", Value(EmptyRecord("departments"))}, {"orders", Value(ValueList(kRows, row))}, {"people", Value()}};
}

}  // namespace chohyo
