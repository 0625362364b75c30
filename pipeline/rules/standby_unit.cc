#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/leave.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

bool IsShort(const Attendance& row) {
  return row.start && row.end && row.end->minutes - row.start->minutes < kShiftLength.value;
}

void Add(const RuleInput& input, const DutyDay& day, Reporter* reporter) {
  const TimeOfDay start = *day.row.start;
  const TimeOfDay end = *day.row.end;
  AddAtDay(input, day, "start",
           Say("{}の{}の「{}」は {} で、{} 分足りません（一日は {}）。残りの時間休暇も半日休暇もありません。",
               "{0} has {2} on {1} from {3} only, {4} minutes short of the day's {5}, and no leave for the rest.",
               PersonText(day.person), DayText(day.date), StatusText(day.row.status), SpanText(start, end),
               kShiftLength.value - (end.minutes - start.minutes), LengthText(kShiftLength)),
           Say("自宅待機・在宅勤務は一日を単位とします。残りを時間休暇か半日休暇にするか、開始・終了を直してください。",
               "Standby and telework go by whole days: enter leave for the rest, or correct 開始 and 終了."),
           reporter);
}

}  // namespace

void CheckStandbyUnit(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  ForEachHomeDay(book, [&](const DutyDay& day) {
    if (!IsShort(day.row)) return;
    if (HasHourLeave(book, day.index, day.date) || HasHalfLeave(book, day.index, day.date)) return;
    Add(input, day, reporter);
  });
}

}  // namespace chohyo
