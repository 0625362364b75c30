#include "pipeline/rules/loan_days.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

constexpr Date kEndOfTime = Date::FromDays(2932896);  // 9999-12-31

}  // namespace

std::vector<const Loan*> LoansTakingPart(const Records& records) {
  std::vector<const Loan*> loans;
  std::unordered_set<std::string_view> numbers;
  for (const Loan& loan : records.loans.rows) {
    if (numbers.insert(loan.id).second) loans.push_back(&loan);
  }
  return loans;
}

std::optional<Date> ReturnedOf(const Loan& loan, const RuleInput& input) {
  if (input.IsOneDay() && loan.returned && *loan.returned > input.period.last) return std::nullopt;
  return loan.returned;
}

DateSpan DaysOfLoan(const Loan& loan, const RuleInput& input) {
  const auto returned = ReturnedOf(loan, input);
  if (!loan.to) return {loan.from, returned.value_or(kEndOfTime)};
  return {loan.from, std::max(*loan.to, returned.value_or(*loan.to))};
}

bool IsOutInPeriod(const Loan& loan, const RuleInput& input) {
  const bool is_back = ReturnedOf(loan, input).has_value();
  return loan.from <= input.period.last && (!is_back || DaysOfLoan(loan, input).last >= input.period.first);
}

bool LendsDevice(const Loan& loan) {
  return std::any_of(loan.items.begin(), loan.items.end(),
                     [](const std::string& item) { return item.find("端末機") != std::string::npos; });
}

std::string LoanText(const Loan& loan, const RuleInput& input) {
  const Staff* person = input.records.FindStaff(loan.staff);
  return Say("{}の借用（{}）", "{}'s loan {}", person != nullptr ? PersonText(*person) : loan.staff, loan.id);
}

void AddAtLoan(const RuleInput& input, const Loan& loan, std::string_view column, std::string message, std::string hint,
               Reporter* reporter) {
  reporter->Add(PlaceOf("loans", input.records.loans, loan, column), KeyOf(loan), std::move(message), std::move(hint));
}

}  // namespace chohyo
