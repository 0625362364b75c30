#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/rules/loan.h"
#include "pipeline/rules/loan_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// The day that "past" is measured from; nothing after a period of one day counts.
Date NowOf(const RuleInput& input) { return input.IsOneDay() ? std::min(input.now, input.period.last) : input.now; }

bool IsOverdue(const Loan& loan, const RuleInput& input) {
  return loan.to && *loan.to < NowOf(input) && loan.from <= input.period.last && !ReturnedOf(loan, input);
}

}  // namespace

void CheckLoanOverdue(const RuleInput& input, Reporter* reporter) {
  for (const Loan* loan : LoansTakingPart(input.records)) {
    if (!IsOverdue(*loan, input)) continue;
    AddAtLoan(
        input, *loan, "returned",
        Say("{}は{}までですが、{} 日過ぎても返却日がありません。",
            "{} was to end on {}; {} days later there is no date of return.", LoanText(*loan, input),
            DayText(*loan->to), NowOf(input) - *loan->to),
        Say("返却を求め、返却されたら返却日とデータ消去確認を記入してください。延長するなら借用願を出し直してもらい"
            "ます。",
            "Ask for the device; once it is back enter 返却日 and データ消去確認. To keep it on, a new request is "
            "needed."),
        reporter);
  }
}

void CheckLoanNotErased(const RuleInput& input, Reporter* reporter) {
  for (const Loan* loan : LoansTakingPart(input.records)) {
    const auto returned = ReturnedOf(*loan, input);
    if (!returned || loan->erased || loan->from > input.period.last) continue;
    AddAtLoan(input, *loan, "erased",
              Say("{}は{}に返却されましたが、データ消去の確認がありません。",
                  "{} came back on {}, but no one confirmed that its data was erased.", LoanText(*loan, input),
                  DayText(*returned)),
              Say("端末機のデータを消去し、データ消去確認の日付と消去確認者を記入してください。",
                  "Erase the device's data, then enter データ消去確認 (date) and 消去確認者."),
              reporter);
  }
}

}  // namespace chohyo
