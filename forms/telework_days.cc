#include "forms/telework_days.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace chohyo {
namespace {

using PlansOfPerson = std::vector<const TeleworkPlan*>;

class Finder {
 public:
  explicit Finder(const FormContext& context) : context_(context) {
    for (const TeleworkPlan& plan : context.records.telework_plans.rows) plans_[plan.staff].push_back(&plan);
  }

  void AddDaysOf(const Staff& person, std::vector<TeleworkDay>* days) const {
    const PlansOfPerson& plans = PlansOf(person.id);
    std::set<Date> reported, dates;
    for (const std::uint32_t at : context_.records.AttendanceOf(person.id)) {
      const Attendance& row = context_.records.attendance.rows[at];
      if (!context_.period.span.Holds(row.date)) continue;
      reported.insert(row.date);
      if (row.status == Status::kTelework) dates.insert(row.date);
    }
    for (const TeleworkPlan* plan : plans) AddPlanned(*plan, person, reported, &dates);
    for (const Date date : dates) days->push_back({&person, date, PlanOn(plans, date)});
  }

 private:
  const PlansOfPerson& PlansOf(const std::string& staff) const {
    static const PlansOfPerson kNone;
    const auto found = plans_.find(staff);
    return found == plans_.end() ? kNone : found->second;
  }

  void AddPlanned(const TeleworkPlan& plan, const Staff& person, const std::set<Date>& reported,
                  std::set<Date>* dates) const {
    const DateSpan& period = context_.period.span;
    const Date last = std::min(plan.span().last, period.last);
    for (Date date = std::max(plan.from, period.first); date <= last; ++date) {
      const bool is_open = !reported.contains(date) && context_.calendar.IsWorkingDay(date);
      if (is_open && person.InOffice(date)) dates->insert(date);
    }
  }

  static const TeleworkPlan* PlanOn(const PlansOfPerson& plans, Date date) {
    const auto found =
        std::find_if(plans.begin(), plans.end(), [date](const TeleworkPlan* plan) { return plan->span().Holds(date); });
    return found == plans.end() ? nullptr : *found;
  }

  const FormContext& context_;
  std::map<std::string, PlansOfPerson> plans_;
};

}  // namespace

std::vector<TeleworkDay> TeleworkDaysOf(const FormContext& context) {
  const Finder finder(context);
  std::vector<TeleworkDay> days;
  for (const Staff& person : context.records.staff.rows) {
    if (context.records.FindStaff(person.id) == &person) finder.AddDaysOf(person, &days);
  }
  return days;
}

}  // namespace chohyo
