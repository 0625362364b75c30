// The lending of terminals 端末機の貸出 as ledgers and statistics count it: who has what until when, and what is
// overdue.
#pragma once

#include <optional>
#include <vector>

#include "forms/form.h"

namespace chohyo {

/// The day that "past" is measured from; nothing after a period of one day counts.
Date AsOf(const FormContext& context);

/// The loans in file order without later ones of a number that has been before.
std::vector<const Loan*> UniqueLoans(const Records& records);

/// 返却日, unless it lies after a period of one day.
std::optional<Date> ReturnedOf(const FormContext& context, const Loan& loan);

/// From 開始日 to 返却日; what has not come back is out without end.
DateSpan DaysOut(const FormContext& context, const Loan& loan);

/// Days past 終了日 without a return; 0 if not overdue.
int DaysOverdue(const FormContext& context, const Loan& loan);

/// A 端末機 is among the things lent.
bool LendsTerminal(const Loan& loan);

}  // namespace chohyo
