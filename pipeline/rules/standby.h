// The family standby.*: how days at home on standby 自宅待機 (and at work at home) are kept, told of and reported.
#pragma once

#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The family's rules, in the order in which lists show them.
const std::vector<Rule>& StandbyRules();

/// 時間外 on a day of 自宅待機 or 在宅勤務.
void CheckStandbyOvertime(const RuleInput& input, Reporter* reporter);

/// A row with the sign A, C or D on a standby day: 自宅待機, or 在宅勤務 that a standby case covers.
void CheckStandbyShift(const RuleInput& input, Reporter* reporter);

/// A day of 自宅待機 or 在宅勤務 without a contact at the start, or end, of the day's hours.
void CheckContactStart(const RuleInput& input, Reporter* reporter);
void CheckContactEnd(const RuleInput& input, Reporter* reporter);

/// A day of 自宅待機 without a contact 報告 or 随時 on the person's next working day of the period.
void CheckNextDayReport(const RuleInput& input, Reporter* reporter);

/// 自宅待機 or 在宅勤務 for less than a shift's hours, without leave for the rest.
void CheckStandbyUnit(const RuleInput& input, Reporter* reporter);

/// A day of a case treated otherwise than the kind of case asks for.
void CheckTreatment(const RuleInput& input, Reporter* reporter);

/// A case whose 行動歴 leaves out days or tells days twice: one finding a case.
void CheckHistoryGap(const RuleInput& input, Reporter* reporter);

}  // namespace chohyo
