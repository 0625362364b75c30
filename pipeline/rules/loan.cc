#include "pipeline/rules/loan.h"

namespace chohyo {

const std::vector<Rule>& LoanRules() {
  constexpr auto kError = Severity::kError;
  constexpr auto kWarning = Severity::kWarning;
  static const std::vector<Rule> rules = {
      {{"loan.missing", kError, "端末機の借用のない在宅勤務", "telework day without a loan of a device", "oyama"},
       CheckLoanMissing},
      {{"loan.double", kError, "同じ端末機の二重の貸出し", "a device in two loans the same day", "oyama"},
       CheckLoanDouble},
      {{"loan.data-class", kError, "持ち出せない情報の持出し", "data that may not leave the office", "kawasaki, oyama"},
       CheckLoanDataClass},
      {{"loan.overdue", kWarning, "期限を過ぎて返却されていない端末機", "loan past its end", "oyama"},
       CheckLoanOverdue},
      {{"loan.not-erased", kWarning, "データ消去を確認していない返却", "returned without erasure", "oyama"},
       CheckLoanNotErased},
  };
  return rules;
}

}  // namespace chohyo
