#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/telework.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// Nothing was done that could have a result.
bool IsAway(Status status) {
  return status == Status::kAnnualLeave || status == Status::kSpecialLeave || status == Status::kSickLeave ||
         status == Status::kWeekDayOff || status == Status::kHoliday || status == Status::kAbsent;
}

class Results {
 public:
  Results(const RuleInput& input, Reporter* reporter)
      : input_(input),
        book_(input.book()),
        slots_(input.records, input.records.telework_tasks, input.period),
        reporter_(reporter) {}

  void Check(PersonIndex person, const TeleworkPlan& plan) {
    const DateSpan days = plan.span();
    const Date last = std::min({days.last, input_.period.last, input_.now});
    for (Date date = std::max(days.first, input_.period.first); date <= last; ++date) {
      if (book_.PlanOn(person, date) == &plan) CheckDay(person, plan, date);
    }
  }

 private:
  void CheckDay(PersonIndex person, const TeleworkPlan& plan, Date date) {
    const auto slots = slots_.Of(person, date);
    if (!IsToBeDone(person, date, !slots.empty())) return;
    if (slots.empty()) return AddNone(book_.Person(person), plan, date);
    const TeleworkTask* first_empty = nullptr;
    std::size_t empty = 0;
    for (const TeleworkTask* slot : slots) {
      if (!slot->result.empty()) continue;
      ++empty;
      if (first_empty == nullptr || slot->slot < first_empty->slot) first_empty = slot;
    }
    if (first_empty != nullptr) AddEmpty(book_.Person(person), *first_empty, empty);
  }

  /// A plan may run over days off, leave and standby by order, of which there is nothing to tell.
  bool IsToBeDone(PersonIndex person, Date date, bool has_slots) const {
    if (!book_.Person(person).InOffice(date) || book_.CaseOn(person, date) != nullptr) return false;
    const Attendance* row = book_.RowOf(person, date);
    if (row != nullptr && IsAway(row->status)) return false;
    return has_slots || book_.IsWorkingDay(person, date);
  }

  void AddEmpty(const Staff& person, const TeleworkTask& slot, std::size_t empty) {
    reporter_->Add(PlaceOf("telework_tasks", input_.records.telework_tasks, slot, "result"),
                   PersonDayKey(person.id, slot.date),
                   Say("{}の{}の在宅勤務で、{} からの実施結果が空です（この日の空欄 {} か所）。",
                       "{} teleworked on {}, but the result from {} on is empty ({} empty that day).",
                       PersonText(person), DayText(slot.date), slot.slot.Text(), empty),
                   Hint());
  }

  void AddNone(const Staff& person, const TeleworkPlan& plan, Date date) {
    reporter_->Add(PlaceOf("telework_plans", input_.records.telework_plans, plan, "from"),
                   PersonDayKey(person.id, date),
                   Say("{}の{}は在宅勤務計画の日ですが、在宅勤務計画明細に一行もありません。",
                       "{} planned to telework on {}, but the table telework_tasks has no row of the day.",
                       PersonText(person), DayText(date)),
                   Hint());
  }

  static std::string Hint() {
    return Say("在宅勤務計画書（報告書）を本人から受け、実施結果を入れてください。",
               "Get the report from the person and enter the results.");
  }

  const RuleInput& input_;
  const DutyBook& book_;
  PersonDays<TeleworkTask> slots_;
  Reporter* reporter_;
};

}  // namespace

void CheckNoResult(const RuleInput& input, Reporter* reporter) {
  Results results(input, reporter);
  PersonFinder finder(input.records);
  for (const TeleworkPlan& plan : input.records.telework_plans.rows) {
    const PersonIndex person = input.period.Overlaps(plan.span()) ? finder.Of(plan.staff) : kNobody;
    if (person != kNobody) results.Check(person, plan);
  }
}

}  // namespace chohyo
