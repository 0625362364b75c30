#include <algorithm>
#include <map>
#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/rules/loan.h"
#include "pipeline/rules/loan_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// The loans of a device that touch the period or are not back, in the order in which they begin.
using LoansOfDevice = std::vector<const Loan*>;

std::map<const Device*, LoansOfDevice> ByDevice(const RuleInput& input) {
  std::map<const Device*, LoansOfDevice> by_device;
  for (const Loan* loan : LoansTakingPart(input.records)) {
    const Device* device = input.records.FindDevice(loan->device);
    if (device != nullptr && IsOutInPeriod(*loan, input)) by_device[device].push_back(loan);
  }
  for (auto& [device, loans] : by_device) {
    std::stable_sort(loans.begin(), loans.end(), [](const Loan* a, const Loan* b) { return a->from < b->from; });
  }
  return by_device;
}

std::string StateText(DeviceState state) {
  return state == DeviceState::kRepair ? Say("修理中", "under repair") : Say("廃棄", "disposed of");
}

bool IsOutOfUse(const Device& device) {
  return device.state == DeviceState::kRepair || device.state == DeviceState::kDisposed;
}

class DoubleLoans {
 public:
  DoubleLoans(const RuleInput& input, Reporter* reporter) : input_(input), reporter_(reporter) {}

  /// Each loan is compared with the earlier one that lasts longest: if any earlier one shares a day, that one does.
  void Check(const Device& device, const LoansOfDevice& loans) {
    const Loan* longest = nullptr;
    for (const Loan* loan : loans) {
      const bool runs = DaysOfLoan(*loan, input_).Overlaps(input_.period);
      const bool shares_day = runs && longest != nullptr && FirstDay(*loan) <= LastDay(*longest);
      if (shares_day) {
        AddDouble(device, *loan, *longest);
      } else if (IsOutOfUse(device) && !ReturnedOf(*loan, input_)) {
        AddOutOfUse(device, *loan);
      }
      if (!runs) continue;
      if (longest == nullptr || LastDay(*loan) > LastDay(*longest)) longest = loan;
    }
  }

 private:
  Date FirstDay(const Loan& loan) const { return std::max(loan.from, input_.period.first); }
  Date LastDay(const Loan& loan) const { return std::min(DaysOfLoan(loan, input_).last, input_.period.last); }

  /// How long the loan lasts, as messages say it.
  std::string DaysText(const Loan& loan) const {
    const bool open = !loan.to && !ReturnedOf(loan, input_);
    const std::string last = open ? "" : ShortDayText(DaysOfLoan(loan, input_).last);
    return Say("{}～{}", "{} to {}", ShortDayText(loan.from), open ? Say("（返却なし）", "(not back)") : last);
  }

  void AddDouble(const Device& device, const Loan& loan, const Loan& earlier) {
    AddAtLoan(input_, loan, "device",
              Say("{}の端末機 {} は、{}でも貸し出されています（{}と{}）。{}に重なっています。",
                  "{} has device {}, which {} has too ({}, {}); both have it on {}.", LoanText(loan, input_), device.id,
                  LoanText(earlier, input_), DaysText(loan), DaysText(earlier), DayText(FirstDay(loan))),
              Say("どちらかのPC管理番号か、期間・返却日を直してください。",
                  "Correct the device of one of them, or its days."),
              reporter_);
  }

  void AddOutOfUse(const Device& device, const Loan& loan) {
    AddAtLoan(input_, loan, "device",
              Say("{}の端末機 {} は「{}」ですが、返却されていません。", "{} has device {}, which is {} but not back.",
                  LoanText(loan, input_), device.id, StateText(device.state)),
              Say("返却日か、端末機の状態を直してください。", "Enter 返却日, or correct the state of the device."),
              reporter_);
  }

  const RuleInput& input_;
  Reporter* reporter_;
};

}  // namespace

void CheckLoanDouble(const RuleInput& input, Reporter* reporter) {
  DoubleLoans check(input, reporter);
  for (const auto& [device, loans] : ByDevice(input)) check.Check(*device, loans);
}

}  // namespace chohyo
