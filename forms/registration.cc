#include "forms/registration.h"

#include <map>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "pipeline/model/keys.h"

namespace chohyo {
namespace {

using Rows = std::vector<const Registration*>;

/// Later rows of a day come after earlier ones.
bool IsNewer(const Registration& a, const Registration* b) { return b == nullptr || a.applied >= b->applied; }

const Registration* InForceOn(const Rows& rows, Date date) {
  const Registration* newest = nullptr;
  for (const Registration* row : rows) {
    if (row->approved && *row->approved <= date && IsNewer(*row, newest)) newest = row;
  }
  const bool is_revoked = newest != nullptr && newest->revoked && *newest->revoked <= date;
  return is_revoked ? nullptr : newest;
}

/// Which one is in force changes only on days of approval, so the period's first day and these are looked at.
const Registration* NewestIn(const Rows& rows, const DateSpan& period) {
  const Registration* newest = InForceOn(rows, period.first);
  for (const Registration* row : rows) {
    const bool is_approved = row->approved && period.Holds(*row->approved);
    const Registration* in_force = is_approved ? InForceOn(rows, *row->approved) : nullptr;
    if (in_force != nullptr && IsNewer(*in_force, newest)) newest = in_force;
    if (period.Holds(row->applied) && IsNewer(*row, newest)) newest = row;
  }
  return newest;
}

DocumentPlan PlanOf(const std::string& form, const std::string& title, const Registration& registration,
                    const FormContext& context) {
  const Staff* person = context.records.FindStaff(registration.staff);
  DocumentPlan plan;
  plan.form = form;
  plan.key = registration.staff;
  plan.title = title + "　" + (person != nullptr ? person->name : registration.staff);
  plan.department = context.records.DepartmentOf(registration.staff);
  plan.blocking_table = "registrations";
  plan.blocking_key = KeyOf("registrations", registration);
  plan.blocks = true;
  plan.shown_staff = {registration.staff};
  if (!plan.department.empty()) plan.shown_departments = {plan.department};
  const auto row = static_cast<std::size_t>(&registration - context.records.registrations.rows.data());
  const DocumentPlan bare = plan;
  plan.values = [context, bare, row, applied = registration.applied] {
    ValueMap values = ValuesOf(bare, context, Value(applied));
    values.emplace_back("registration", Value(context.values->RowOf("registrations", row)));
    return Value(std::move(values));
  };
  return plan;
}

}  // namespace

std::vector<DocumentPlan> PlanRegistrations(const std::string& form, const std::string& title,
                                            const FormContext& context) {
  std::map<std::string, Rows> by_person;
  std::vector<std::string> people;  // in the order of the table
  for (const Registration& row : context.records.registrations.rows) {
    Rows& rows = by_person[row.staff];
    if (rows.empty()) people.push_back(row.staff);
    rows.push_back(&row);
  }
  std::vector<DocumentPlan> plans;
  for (const std::string& person : people) {
    const Registration* newest = NewestIn(by_person[person], context.period.span);
    if (newest != nullptr) plans.push_back(PlanOf(form, title, *newest, context));
  }
  return plans;
}

}  // namespace chohyo
