#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// "自宅待機の日", and by which case if it is one.
std::string StandbyDayText(const StandbyCase* standby) {
  if (standby == nullptr) return Say("自宅待機の日", "");
  return Say("{}による自宅待機の日", " by case {}", CaseText(*standby));
}

void Add(const RuleInput& input, const DutyDay& day, const StandbyCase* standby, Reporter* reporter) {
  const Hours hours = HoursOfShift(day.row.shift);
  AddAtDay(input, day, "shift",
           Say("{}の{}は{}ですが、時差の勤務記号 {}（{}）が入っています。",
               "{} is on standby on {}{}, but the row has the staggered shift {} ({}).", PersonText(day.person),
               DayText(day.date), StandbyDayText(standby), ShiftText(day.row.shift), SpanText(hours.start, hours.end)),
           Say("自宅待機の日に時差勤務はできません。勤務記号を B にするか空にしてください。",
               "Standby days keep the plain hours: write B or leave the shift empty."),
           reporter);
}

}  // namespace

void CheckStandbyShift(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  ForEachHomeDay(book, [&](const DutyDay& day) {
    if (!IsStaggered(day.row.shift)) return;
    const StandbyCase* standby = book.CaseOn(day.index, day.date);
    if (day.row.status == Status::kStandby || standby != nullptr) Add(input, day, standby, reporter);
  });
}

}  // namespace chohyo
