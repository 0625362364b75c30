#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/telework.h"
#include "pipeline/rules/telework_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// True if a day of the plan lies in the period and is no standby by order.
bool IsOurs(const DutyBook& book, PersonIndex person, const TeleworkPlan& plan) {
  const DateSpan days = plan.span();
  const Date last = std::min(days.last, book.period().last);
  for (Date date = std::max(days.first, book.period().first); date <= last; ++date) {
    if (book.CaseOn(person, date) == nullptr) return true;
  }
  return false;
}

void AddLate(const RuleInput& input, const Staff& person, const TeleworkPlan& plan, Reporter* reporter) {
  const std::string approval = plan.approved
                                   ? Say("承認日は{}で、開始日より前ではありません",
                                         "was approved on {}, not before its first day", DayText(*plan.approved))
                                   : Say("承認日が空です", "has no date of approval");
  reporter->Add(PlaceOf("telework_plans", input.records.telework_plans, plan, "approved"), KeyOf(plan),
                Say("{}の在宅勤務計画（{}から）の{}。", "the telework plan of {} (from {}) {}.", PersonText(person),
                    DayText(plan.from), approval),
                Say("計画は前日までに承認を受けます。承認日を確かめてください。",
                    "Plans are approved by the day before: check 承認日."));
}

}  // namespace

void CheckPlanLate(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  PersonFinder finder(input.records);
  for (const TeleworkPlan& plan : input.records.telework_plans.rows) {
    if (plan.approved && *plan.approved < plan.from) continue;
    const PersonIndex person = finder.Of(plan.staff);
    if (person != kNobody && IsOurs(book, person, plan)) AddLate(input, book.Person(person), plan, reporter);
  }
}

void CheckPlanMissing(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  ForEachTeleworkDay(book, [&](const DutyDay& day) {
    if (book.PlanOn(day.index, day.date) != nullptr) return;
    AddAtDay(input, day, "status",
             Say("{}は{}が在宅勤務ですが、この日を含む在宅勤務計画がありません。",
                 "{} teleworks on {}, but no telework plan covers the day.", PersonText(day.person), DayText(day.date)),
             Say("在宅勤務計画の期間を確かめ、計画書が出ていれば加え、出ていなければ本人に求めてください。",
                 "Check the days of the plans; enter the plan if there is one, else ask the person for it."),
             reporter);
  });
}

}  // namespace chohyo
