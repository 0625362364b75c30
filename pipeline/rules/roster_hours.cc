#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/roster_book.h"
#include "pipeline/rules/shifts.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr int kWeeklyWorkDays = 5;
constexpr Minutes kWeeklyWork{kWeeklyWorkDays * kShiftWork.value};  // 38:45
constexpr Minutes kBreak{kShiftLength.value - kShiftWork.value};

/// The signs of a person's week.
struct SignedWeek {
  int days = 0;
  std::optional<Date> too_many;  ///< the period's first day beyond the week's hours
};

SignedWeek WeekOf(const DutyBook& book, PersonIndex person, Date monday) {
  SignedWeek week;
  for (Date date = monday; date < monday + kDaysOfWeek; ++date) {
    if (book.SignOf(person, date) == nullptr) continue;
    const bool beyond = ++week.days > kWeeklyWorkDays;
    if (beyond && !week.too_many && book.period().Holds(date)) week.too_many = date;
  }
  return week;
}

void AddWeek(const RosterBook& rosters, const DutyBook& book, PersonIndex person, Date monday, const SignedWeek& week,
             Reporter* reporter) {
  const Staff& staff = book.Person(person);
  const Minutes planned{week.days * kShiftWork.value};
  reporter->Add(rosters.PlaceOfDay(person, *week.too_many), PersonDayKey(staff.id, monday),
                Say("{}は{}からの週の勤務が {} 日 {} で、{} を {} 超えています（{}が最初の超過日）。",
                    "{0} is planned for {3} ({2} days) in the week from {1}, {5} more than {4} ({6} is the first day "
                    "too many).",
                    PersonText(staff), DayText(monday), week.days, LengthText(planned), LengthText(kWeeklyWork),
                    LengthText({planned.value - kWeeklyWork.value}), ShortDayText(*week.too_many)),
                Say("勤務記号を消して、週の勤務を 5 日までにしてください。",
                    "Remove signs until five days of work are left in the week."));
}

void CheckWeeks(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  const RosterBook rosters(input);
  for (PersonIndex person = 0; person < book.people(); ++person) {
    for (Date monday = rosters.days().first.MondayOfWeek(); monday <= rosters.days().last;
         monday = monday + kDaysOfWeek) {
      const SignedWeek week = WeekOf(book, person, monday);
      if (week.too_many) AddWeek(rosters, book, person, monday, week, reporter);
    }
  }
}

/// Hours at work of a row, the break taken off; nothing where the row does not tell, or tells of overtime.
std::optional<Minutes> PlainWork(const Attendance& row) {
  const bool overtime = row.overtime && row.overtime->value > 0;
  if (row.status != Status::kPresent || overtime || !row.start || !row.end) return std::nullopt;
  return Minutes{row.end->minutes - row.start->minutes - kBreak.value};
}

void AddDay(const RuleInput& input, const DutyDay& day, Minutes work, Reporter* reporter) {
  AddAtDay(input, day, "end",
           Say("{}の{}の勤務は {}（休憩 {} 分を除いて {}）で、{} を {} 超えていますが、時間外がありません。",
               "{0} worked {2} on {1} ({4} without the break of {3} minutes), {6} more than {5}, but there is no "
               "overtime (時間外).",
               PersonText(day.person), DayText(day.date), SpanText(*day.row.start, *day.row.end), kBreak.value,
               LengthText(work), LengthText(kShiftWork), LengthText({work.value - kShiftWork.value})),
           Say("時間外勤務なら時間外の欄に入れ、そうでなければ開始・終了を直してください。",
               "If it was overtime, enter it as 時間外; else correct 開始 and 終了."),
           reporter);
}

}  // namespace

void CheckRosterHours(const RuleInput& input, Reporter* reporter) {
  CheckWeeks(input, reporter);
  input.book().ForEachDay([&](const DutyDay& day) {
    const auto work = PlainWork(day.row);
    if (work && *work > kShiftWork) AddDay(input, day, *work, reporter);
  });
}

}  // namespace chohyo
