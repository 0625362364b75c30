#include "forms/loans_out.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace chohyo {
namespace {

constexpr std::string_view kTerminal = "端末機";

const Date kEndOfTime = Date::FromYmd(9999, 12, 31).value();

}  // namespace

Date AsOf(const FormContext& context) {
  const Date now = context.now.value_or(context.period.span.last);
  return context.period.kind == Period::Kind::kDay ? std::min(now, context.period.span.last) : now;
}

std::vector<const Loan*> UniqueLoans(const Records& records) {
  std::vector<const Loan*> loans;
  std::set<std::string_view> numbers;
  for (const Loan& loan : records.loans.rows) {
    if (numbers.insert(loan.id).second) loans.push_back(&loan);
  }
  return loans;
}

std::optional<Date> ReturnedOf(const FormContext& context, const Loan& loan) {
  const bool is_later = context.period.kind == Period::Kind::kDay && loan.returned > context.period.span.last;
  return is_later ? std::nullopt : loan.returned;
}

DateSpan DaysOut(const FormContext& context, const Loan& loan) {
  return {loan.from, ReturnedOf(context, loan).value_or(kEndOfTime)};
}

int DaysOverdue(const FormContext& context, const Loan& loan) {
  if (!loan.to || ReturnedOf(context, loan)) return 0;
  return std::max(0, AsOf(context) - *loan.to);
}

bool LendsTerminal(const Loan& loan) {
  return std::any_of(loan.items.begin(), loan.items.end(),
                     [](const std::string& item) { return item.find(kTerminal) != std::string::npos; });
}

}  // namespace chohyo
