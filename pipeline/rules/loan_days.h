// Which loans take part in the loan rules, how long they last, and how messages call them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// The loans in file order without later ones of a number that has been before.
std::vector<const Loan*> LoansTakingPart(const Records& records);

/// 返却日, unless it lies after a period of one day: nothing after that counts.
std::optional<Date> ReturnedOf(const Loan& loan, const RuleInput& input);

/// From 開始日 to 終了日 or 返却日, the later; without both to the end of time.
DateSpan DaysOfLoan(const Loan& loan, const RuleInput& input);

/// True if the person has the device on a day of the period: as DaysOfLoan says, or beyond it for want of a return.
bool IsOutInPeriod(const Loan& loan, const RuleInput& input);

/// A 端末機 is among the things lent.
bool LendsDevice(const Loan& loan);

/// "松本　あかり（001043）の借用（K00016）"
std::string LoanText(const Loan& loan, const RuleInput& input);

/// Reports a loan at one of its columns.
void AddAtLoan(const RuleInput& input, const Loan& loan, std::string_view column, std::string message, std::string hint,
               Reporter* reporter);

}  // namespace chohyo
