#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/loan.h"
#include "pipeline/rules/loan_days.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

bool IsApproved(const Loan& loan, Date date) { return loan.approved && *loan.approved <= date; }

bool IsBack(const Loan& loan, Date date) { return loan.returned && *loan.returned < date; }

bool RunsOn(const Loan& loan, Date date) { return loan.from <= date && (!loan.to || date <= *loan.to); }

bool Covers(const Loan& loan, Date date) { return IsApproved(loan, date) && RunsOn(loan, date) && !IsBack(loan, date); }

/// What keeps a loan from covering a day.
std::string WhyNot(const Loan& loan, Date date) {
  if (loan.from > date) return Say("{}からです", "begins only on {}", ShortDayText(loan.from));
  if (loan.to && *loan.to < date) return Say("{}までです", "ended on {}", ShortDayText(*loan.to));
  if (IsBack(loan, date)) return Say("{}に返却されています", "came back on {}", ShortDayText(*loan.returned));
  if (!loan.approved) return Say("承認されていません", "is not approved");
  return Say("承認が{}です", "was approved only on {}", ShortDayText(*loan.approved));
}

/// The person's loan of a device that comes nearest to a day: the last to begin by then, else the first of all.
const Loan* NearestTo(Date date, PersonRows<Loan>::Rows loans) {
  const Loan* nearest = nullptr;
  for (const Loan* loan : loans) {
    const bool later =
        nearest == nullptr || (loan->from <= date && (nearest->from > date || loan->from >= nearest->from));
    if (later) nearest = loan;
  }
  return nearest;
}

class MissingLoans {
 public:
  MissingLoans(const RuleInput& input, Reporter* reporter)
      : input_(input), reporter_(reporter), loans_(LoansByPerson(input.records)) {}

  void Check(const DutyDay& day) {
    const auto loans = loans_.Of(day.index);
    const bool covered = std::any_of(loans.begin(), loans.end(), [&](const Loan* l) { return Covers(*l, day.date); });
    if (!covered && input_.book().CaseOn(day.index, day.date) == nullptr) Add(day, NearestTo(day.date, loans));
  }

 private:
  static PersonRows<Loan> LoansByPerson(const Records& records) {
    const std::vector<const Loan*> all = LoansTakingPart(records);
    return PersonRows<Loan>(records, records.loans, [&](const Loan& loan) {
      return LendsDevice(loan) && std::binary_search(all.begin(), all.end(), &loan);  // in file order: ascending
    });
  }

  void Add(const DutyDay& day, const Loan* nearest) {
    const std::string found = nearest == nullptr ? Say("端末機の借用がありません", "has borrowed no device (端末機)")
                                                 : Say("端末機の借用がありません（借用 {} は{}）",
                                                       "has no device (端末機) that day: loan {} {}", nearest->id,
                                                       WhyNot(*nearest, day.date));
    AddAtDay(
        input_, day, "status",
        Say("{}の{}は在宅勤務ですが、この日に使える{}。", "{} teleworks on {}, but {}.", PersonText(day.person),
            DayText(day.date), found),
        Say("借用願の承認と期間を確かめ、台帳（端末借用）を直してください。借りていなければ、この日の在宅勤務に端末機は"
            "使えません。",
            "Check approval and days of the loan and correct the ledger; without a loan no device may be used."),
        reporter_);
  }

  const RuleInput& input_;
  Reporter* reporter_;
  PersonRows<Loan> loans_;
};

}  // namespace

void CheckLoanMissing(const RuleInput& input, Reporter* reporter) {
  MissingLoans missing(input, reporter);
  input.book().ForEachDay([&](const DutyDay& day) {
    if (day.row.status == Status::kTelework) missing.Check(day);
  });
}

}  // namespace chohyo
