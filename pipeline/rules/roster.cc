#include "pipeline/rules/roster.h"

namespace chohyo {

const std::vector<Rule>& RosterRules() {
  constexpr auto kError = Severity::kError;
  constexpr auto kWarning = Severity::kWarning;
  static const std::vector<Rule> rules = {
      {{"roster.method", kError, "ローテーション勤務の日のB以外の記号", "sign other than B in a rotation", "tarumizu"},
       CheckRosterMethod},
      {{"roster.holiday", kError, "ローテーション勤務の祝日勤務", "rotation work on a national holiday", "tarumizu"},
       CheckRosterHoliday},
      {{"roster.week", kError, "週休日の過不足", "a week with too few or too many days off", "tarumizu"},
       CheckRosterWeek},
      {{"roster.hours", kError, "勤務時間の超過", "hours beyond those of the week or day", "tarumizu, oyama"},
       CheckRosterHours},
      {{"roster.overlap", Severity::kInfo, "時差出勤の重なり", "too many people on one shift", "tarumizu"},
       CheckRosterOverlap},
      {{"roster.unapproved", kWarning, "月の初日までに決裁のない勤務計画", "roster not approved before its month",
        "tarumizu"},
       CheckRosterUnapproved},
      {{"roster.timecard", kWarning, "勤務計画とタイムカードの食い違い", "plan and time card differ", "tarumizu"},
       CheckTimecard},
      {{"roster.overtime", kWarning, "時差出勤の日の居残り", "staying on after a staggered shift", "tarumizu"},
       CheckShiftOvertime},
  };
  return rules;
}

}  // namespace chohyo
