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

}  // namespace chohyo
