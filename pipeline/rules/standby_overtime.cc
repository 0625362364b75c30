#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {

void CheckStandbyOvertime(const RuleInput& input, Reporter* reporter) {
  ForEachHomeDay(input.book(), [&](const DutyDay& day) {
    if (!day.row.overtime || day.row.overtime->value <= 0) return;
    AddAtDay(
        input, day, "overtime",
        Say("{}の{}は「{}」の日ですが、時間外が {} 分あります。", "{0} has {2} on {1} and yet {3} minutes of overtime.",
            PersonText(day.person), DayText(day.date), StatusText(day.row.status), day.row.overtime->value),
        Say("自宅待機・在宅勤務の日に時間外勤務はできません。時間外を消すか、区分を確かめてください。",
            "There is no overtime on standby and telework days: clear it, or check the status."),
        reporter);
  });
}

void CheckStandbyShift(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  ForEachHomeDay(book, [&](const DutyDay& day) {
    if (!IsStaggered(day.row.shift)) return;
    const StandbyCase* standby = book.CaseOn(day.index, day.date);
    if (day.row.status == Status::kTelework && standby == nullptr) return;
    const Hours hours = HoursOfShift(day.row.shift);
    AddAtDay(
        input, day, "shift",
        Say("{0}の{1}は{4}ですが、時差の勤務記号 {2}（{3}）が入っています。",
            "{0} is on standby on {1} ({4}), but the row has the staggered shift {2} ({3}).", PersonText(day.person),
            DayText(day.date), ShiftText(day.row.shift), SpanText(hours.start, hours.end),
            standby != nullptr ? CaseText(*standby) + Say("による自宅待機の日", "") : Say("自宅待機の日", "自宅待機")),
        Say("自宅待機の日に時差勤務はできません。勤務記号を B にするか空にしてください。",
            "Standby days keep the plain hours: write B or leave the shift empty."),
        reporter);
  });
}

}  // namespace chohyo
