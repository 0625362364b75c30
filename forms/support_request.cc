#include "forms/support_request.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "forms/task_staffing.h"
#include "forms/work_plan.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "tarumizu.support-request";
constexpr const char* kRequestTitle = "応援調整依頼書";
constexpr const char* kCityTitle = "応援調整表";

/// The department that arranges help between sections.
std::string HrDepartment(const FormContext& context) {
  const auto& departments = context.records.departments.rows;
  for (const Department& department : departments) {
    const Department* parent = context.records.FindDepartment(department.parent);
    const std::string long_name = parent != nullptr ? parent->name + department.name : department.name;
    if (context.office.names.hr == department.name || context.office.names.hr == long_name) return department.code;
  }
  return departments.empty() ? std::string() : departments.front().code;
}

/// Sums of the city's table.
struct CityTotals {
  std::int64_t people = 0, shortage = 0, can_lend = 0, spare = 0, left = 0;
};

Value TotalsValue(const CityTotals& totals) {
  return Value(ValueMap{{"people", totals.people},
                        {"shortage", totals.shortage},
                        {"can_lend", totals.can_lend},
                        {"spare", totals.spare},
                        {"left", totals.left}});
}

Value CrisisValue(const CrisisPlan& plan) {
  return Value(ValueMap{{"available", plan.available},
                        {"needed", plan.needed},
                        {"shortage", plan.shortage()},
                        {"balance", BalanceValue(plan.available - plan.needed)}});
}

/// Everything the requests of one run share.
class SupportForm : public std::enable_shared_from_this<SupportForm> {
 public:
  explicit SupportForm(const FormContext& context)
      : context_(context),
        hr_(HrDepartment(context)),
        departments_(StaffingOf(context.records, context.period.span.first)),
        supports_(ArrangeSupport(context.records, departments_)) {}

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    bool has_hr = departments_.empty();
    for (std::size_t at = 0; at < departments_.size(); ++at) {
      const bool is_hr = departments_[at].department == hr_;
      if (departments_[at].shortage() > 0 || is_hr) plans.push_back(Plan(departments_[at].department, at));
      has_hr = has_hr || is_hr;
    }
    if (!has_hr && !hr_.empty()) plans.push_back(Plan(hr_, departments_.size()));
    return plans;
  }

 private:
  bool IsShort(std::size_t at) const { return at < departments_.size() && departments_[at].shortage() > 0; }

  std::string NameOf(const std::string& code) const {
    const Department* department = context_.records.FindDepartment(code);
    return department != nullptr ? department->name : code;
  }

  DocumentPlan Plan(const std::string& code, std::size_t at) const {
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = code;
    plan.title = std::string(IsShort(at) ? kRequestTitle : kCityTitle) + "　" + NameOf(code);
    plan.department = code;
    plan.days = context_.period.span;
    plan.shown_departments = {code};
    if (code == hr_) {
      for (const DepartmentStaffing& each : departments_) plan.shown_departments.push_back(each.department);
    }
    plan.values = [self = shared_from_this(), at, plan] { return self->Values(at, plan); };
    return plan;
  }

  Value Values(std::size_t at, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_);
    values.emplace_back("unit", DepartmentValue(context_, plan.department));
    values.emplace_back("is_request", IsShort(at));
    values.emplace_back("is_city", plan.department == hr_);
    AddRequest(at, &values);
    AddCity(&values);
    return Value(std::move(values));
  }

  void AddRequest(std::size_t at, ValueMap* values) const {
    static const DepartmentStaffing kNone;
    const DepartmentStaffing& staffing = at < departments_.size() ? departments_[at] : kNone;
    values->emplace_back("half", CrisisValue(staffing.half));
    values->emplace_back("all", CrisisValue(staffing.all));
    values->emplace_back("shortage", staffing.shortage());
    values->emplace_back("tasks", ShortTasks(staffing));
    values->emplace_back("inside", Lenders(at, true));
    values->emplace_back("between", Lenders(at, false));
    values->emplace_back("left", LeftForHr(at));
  }

  /// The tasks that must go on and lack people, in the crisis that takes more.
  Value ShortTasks(const DepartmentStaffing& staffing) const {
    const bool half = staffing.half.shortage() >= staffing.all.shortage();
    ValueList tasks;
    for (const MannedTask& manned : staffing.plan(half ? Crisis::kHalf : Crisis::kAll).tasks) {
      if (!manned.goes_on || manned.secured >= manned.need) continue;
      const auto row = static_cast<std::size_t>(manned.task - context_.records.tasks.rows.data());
      tasks.push_back(Value(ValueMap{{"task", Value(context_.values->RowOf("tasks", row))},
                                     {"need", manned.need},
                                     {"secured", manned.secured},
                                     {"short", manned.need - manned.secured}}));
    }
    return Value(std::move(tasks));
  }

  Value Lenders(std::size_t taker, bool in_section) const {
    ValueList lenders;
    for (const Support& support : supports_) {
      if (support.taker != taker || support.in_section != in_section) continue;
      const DepartmentStaffing& lender = departments_[support.lender];
      lenders.push_back(Value(ValueMap{{"name", NameOf(lender.department)},
                                       {"spare", lender.spare()},
                                       {"period", Join(lender.lend_periods, "、")},
                                       {"people", support.people}}));
    }
    return Value(std::move(lenders));
  }

  std::int64_t LeftForHr(std::size_t taker) const {
    std::int64_t left = taker < departments_.size() ? departments_[taker].shortage() : 0;
    for (const Support& support : supports_) left -= support.taker == taker ? support.people : 0;
    return left;
  }

  void AddCity(ValueMap* values) const {
    ValueList rows;
    CityTotals totals;
    for (std::size_t at = 0; at < departments_.size(); ++at) {
      const DepartmentStaffing& staffing = departments_[at];
      rows.push_back(CityRow(at));
      totals.people += staffing.people;
      totals.shortage += staffing.shortage();
      totals.can_lend += staffing.can_lend;
      totals.spare += staffing.spare();
      totals.left += LeftForHr(at);
    }
    values->emplace_back("rows", Value(std::move(rows)));
    values->emplace_back("total", TotalsValue(totals));
  }

  Value CityRow(std::size_t at) const {
    const DepartmentStaffing& staffing = departments_[at];
    return Value(ValueMap{{"name", NameOf(staffing.department)},
                          {"people", staffing.people},
                          {"half", CrisisValue(staffing.half)},
                          {"all", CrisisValue(staffing.all)},
                          {"shortage", staffing.shortage()},
                          {"can_lend", staffing.can_lend},
                          {"spare", staffing.spare()},
                          {"period", Join(staffing.lend_periods, "、")},
                          {"inside", PartnersText(at, true)},
                          {"between", PartnersText(at, false)},
                          {"left", LeftForHr(at)},
                          {"goes_to", TakersText(at)}});
  }

  /// "福祉課 2人", a line each.
  std::string PartnersText(std::size_t taker, bool in_section) const {
    std::vector<std::string> lines;
    for (const Support& support : supports_) {
      if (support.taker != taker || support.in_section != in_section) continue;
      lines.push_back(PeopleText(departments_[support.lender].department, support.people));
    }
    return Join(lines, "\n");
  }

  std::string TakersText(std::size_t lender) const {
    std::vector<std::string> lines;
    for (const Support& support : supports_) {
      if (support.lender == lender) lines.push_back(PeopleText(departments_[support.taker].department, support.people));
    }
    return Join(lines, "\n");
  }

  std::string PeopleText(const std::string& code, std::int64_t people) const {
    return NameOf(code) + "　" + std::to_string(people) + "人";
  }

  FormContext context_;
  std::string hr_;
  std::vector<DepartmentStaffing> departments_;
  std::vector<Support> supports_;
};

}  // namespace

std::vector<DocumentPlan> PlanSupportRequests(const FormContext& context) {
  return std::make_shared<const SupportForm>(context)->Plans();
}

ValueMap BlankSupportRequest() {
  const Value nothing;
  const Value crisis(
      ValueMap{{"available", nothing}, {"needed", nothing}, {"shortage", nothing}, {"balance", nothing}});
  return {
      {"unit", Value(EmptyRecord("departments"))},
      {"is_request", nothing},
      {"is_city", nothing},
      {"half", crisis},
      {"all", crisis},
      {"shortage", nothing},
      {"tasks", Value(ValueList{})},
      {"inside", Value(ValueList{})},
      {"between", Value(ValueList{})},
      {"left", nothing},
      {"rows", Value(ValueList{})},
      {"total",
       Value(ValueMap{
           {"people", nothing}, {"shortage", nothing}, {"can_lend", nothing}, {"spare", nothing}, {"left", nothing}})}};
}

}  // namespace chohyo
