#include "pipeline/rules/standby.h"

namespace chohyo {

const std::vector<Rule>& StandbyRules() {
  constexpr auto kError = Severity::kError;
  constexpr auto kWarning = Severity::kWarning;
  static const std::vector<Rule> rules = {
      {{"standby.overtime", kError, "自宅待機・在宅勤務の日の時間外勤務", "overtime on a standby or telework day",
        "kawasaki, oyama"},
       CheckStandbyOvertime},
      {{"standby.shift", kError, "自宅待機の日の時差勤務", "staggered shift on a standby day", "kawasaki"},
       CheckStandbyShift},
      {{"standby.contact-start", kWarning, "勤務開始の連絡がない", "no contact at the start of the day",
        "kawasaki, oyama"},
       CheckContactStart},
      {{"standby.contact-end", kWarning, "勤務終了の連絡がない", "no contact at the end of the day", "kawasaki, oyama"},
       CheckContactEnd},
      {{"standby.next-day-report", kWarning, "翌勤務日の報告がない", "no report on the next working day", "kawasaki"},
       CheckNextDayReport},
      {{"standby.unit", kError, "一日に満たない自宅待機・在宅勤務", "standby or telework for less than a day",
        "kawasaki"},
       CheckStandbyUnit},
      {{"standby.treatment", kWarning, "事由に合わない服務の取扱い", "leave that does not fit the case", "tarumizu"},
       CheckTreatment},
      {{"standby.history-gap", kWarning, "行動歴の抜け・重なり", "history of a case with gaps or overlaps", "tarumizu"},
       CheckHistoryGap},
  };
  return rules;
}

}  // namespace chohyo
