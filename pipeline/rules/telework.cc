#include "pipeline/rules/telework.h"

namespace chohyo {

const std::vector<Rule>& TeleworkRules() {
  constexpr auto kError = Severity::kError;
  constexpr auto kWarning = Severity::kWarning;
  static const std::vector<Rule> rules = {
      {{"telework.not-registered", kError, "登録のない在宅勤務", "telework without a registration in force", "oyama"},
       CheckNotRegistered},
      {{"telework.not-eligible", kError, "対象外の職員の在宅勤務登録", "registration of someone who may not telework",
        "oyama"},
       CheckNotEligible},
      {{"telework.reason", kError, "所属長認定の事由がない", "registration by the head's leave without a reason",
        "oyama"},
       CheckReason},
      {{"telework.days-per-week", kError, "在宅勤務の日数が週の上限を超える", "too many telework days in a week",
        "oyama"},
       CheckDaysPerWeek},
      {{"telework.plan-late", kWarning, "在宅勤務計画の承認が開始日の前日までにない",
        "telework plan not approved before its first day", "oyama"},
       CheckPlanLate},
      {{"telework.plan-missing", kError, "計画のない在宅勤務", "telework day without a plan", "oyama"},
       CheckPlanMissing},
      {{"telework.no-result", kWarning, "在宅勤務の実施結果がない", "planned telework without results", "oyama"},
       CheckNoResult},
      {{"telework.gap", kWarning, "休暇のない中抜け", "break in a telework day without leave", "tokubetsuku, oyama"},
       CheckGap},
  };
  return rules;
}

}  // namespace chohyo
