#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/telework.h"
#include "pipeline/rules/telework_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// A person's telework in the week that begins on a Monday.
struct Week {
  Date monday;
  int days = 0;
  const Attendance* first_too_many = nullptr;
};

Week WeekOf(const DutyBook& book, PersonIndex person, Date monday, int limit) {
  Week week{monday};
  book.ForEachDayOf(person, {monday, monday + 6}, [&](const DutyDay& day) {
    if (!IsTeleworkDay(book, person, day.date, day.row.status)) return;
    if (++week.days == limit + 1) week.first_too_many = &day.row;
  });
  return week;
}

void Add(const RuleInput& input, const Staff& person, const Week& week, Reporter* reporter) {
  reporter->Add(PlaceOf("attendance", input.records.attendance, *week.first_too_many, "status"),
                PersonDayKey(person.id, week.monday),
                Say("{}は{}からの週の在宅勤務が {} 日で、週 {} 日までを超えています（{}が最初の超過日）。",
                    "{0} teleworks on {2} days of the week from {1}, more than the {3} allowed ({4} is the first too "
                    "many).",
                    PersonText(person), DayText(week.monday), week.days, input.office.policy.telework_days_per_week,
                    ShortDayText(week.first_too_many->date)),
                Say("出勤日に改めるか、やむを得ない事情があれば特例承認（waivers）に加えてください。",
                    "Make one a day at the office, or enter a waiver where there is good reason."));
}

}  // namespace

void CheckDaysPerWeek(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  const int limit = input.office.policy.telework_days_per_week;
  const Date first = std::max(input.period.first, book.attended().first).MondayOfWeek();
  const Date last = std::min(input.period.last, book.attended().last);
  for (PersonIndex person = 0; person < book.people(); ++person) {
    for (Date monday = first; monday <= last; monday = monday + 7) {
      const Week week = WeekOf(book, person, monday, limit);
      const bool ours = week.first_too_many != nullptr && input.period.Holds(week.first_too_many->date);
      if (ours) Add(input, book.Person(person), week, reporter);
    }
  }
}

}  // namespace chohyo
