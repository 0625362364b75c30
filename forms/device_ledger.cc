#include "forms/device_ledger.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <utility>

#include "forms/common.h"
#include "forms/loans_out.h"
#include "forms/record_values.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "oyama.device-ledger";
constexpr const char* kTitle = "在宅勤務用端末機等管理簿";

/// Everything the ledgers of one run share.
class LedgerForm : public std::enable_shared_from_this<LedgerForm> {
 public:
  explicit LedgerForm(const FormContext& context) : context_(context) {
    const DateSpan& period = context.period.span;
    const DateSpan year{Date::FromYmd(FiscalYear(period.last), 4, 1).value(), period.last};
    for (const Loan* loan : UniqueLoans(context.records)) {
      const std::string department = context.records.DepartmentOf(loan->staff);
      const DateSpan out = DaysOut(context, *loan);
      if (department.empty() || !out.Overlaps(year)) continue;
      Ledger& ledger = ledgers_[department];
      ledger.loans.push_back(loan);
      ledger.is_due = ledger.is_due || out.Overlaps(period);
    }
  }

  /// In the order of the departments table.
  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const Department& department : context_.records.departments.rows) {
      const auto found = ledgers_.find(department.code);
      if (found == ledgers_.end() || !found->second.is_due) continue;
      if (context_.records.FindDepartment(department.code) != &department) continue;
      plans.push_back(Plan(department, found->second.loans));
    }
    return plans;
  }

 private:
  using Loans = std::vector<const Loan*>;
  struct Ledger {
    Loans loans;
    bool is_due = false;  ///< something was out in the period
  };

  DocumentPlan Plan(const Department& department, const Loans& loans) const {
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = department.code;
    plan.title = std::string(kTitle) + "　" + department.name;
    plan.department = department.code;
    plan.shown_departments = {department.code};
    for (const Loan* loan : loans) plan.shown_staff.push_back(loan->staff);
    plan.values = [self = shared_from_this(), &loans, plan] { return self->Values(loans, plan); };
    return plan;
  }

  Value Values(const Loans& loans, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_);
    ValueList rows;
    int out = 0, overdue = 0;
    for (const Loan* loan : loans) {
      rows.push_back(RowValue(*loan));
      out += DaysOut(context_, *loan).Holds(AsOf(context_)) ? 1 : 0;
      overdue += DaysOverdue(context_, *loan) > 0 ? 1 : 0;
    }
    values.emplace_back("unit", DepartmentValue(context_, plan.department));
    values.emplace_back("as_of", AsOf(context_));
    values.emplace_back("loans", Value(std::move(rows)));
    values.emplace_back("out", out);
    values.emplace_back("overdue", overdue);
    return Value(std::move(values));
  }

  Value RowValue(const Loan& loan) const {
    const auto row = static_cast<std::size_t>(&loan - context_.records.loans.rows.data());
    ValueMap values = context_.values->RowOf("loans", row);
    const bool is_returned = ReturnedOf(context_, loan).has_value();
    for (auto& [name, value] : values) {  // nothing after a period of one day counts
      if ((name == "returned" || name == "erased" || name == "erased_by") && !is_returned) value = Value();
    }
    values.emplace_back("overdue", DaysOverdue(context_, loan));
    values.emplace_back("remark", Remark(loan));
    return Value(std::move(values));
  }

  /// What the head must see to.
  std::string Remark(const Loan& loan) const {
    std::vector<std::string> remarks;
    if (const int days = DaysOverdue(context_, loan); days > 0) remarks.push_back(fmt::format("返却遅延 {}日", days));
    if (ReturnedOf(context_, loan) && !loan.erased) remarks.emplace_back("消去未確認");
    const Device* device = context_.records.FindDevice(loan.device);
    const bool is_lost = device != nullptr && device->state == DeviceState::kLost;
    if (is_lost && !ReturnedOf(context_, loan)) remarks.emplace_back("端末機 紛失");
    return Join(remarks, "、");
  }

  FormContext context_;
  std::map<std::string, Ledger> ledgers_;
};

}  // namespace

std::vector<DocumentPlan> PlanDeviceLedgers(const FormContext& context) {
  return std::make_shared<const LedgerForm>(context)->Plans();
}

ValueMap BlankDeviceLedger() {
  constexpr std::size_t kRows = 12;
  const Value nothing;
  ValueMap row = EmptyRecord("loans");
  row.emplace_back("overdue", nothing);
  row.emplace_back("remark", nothing);
  return {{"unit", Value(EmptyRecord("departments"))},
          {"as_of", nothing},
          {"loans", Value(ValueList(kRows, Value(std::move(row))))},
          {"out", nothing},
          {"overdue", nothing}};
}

}  // namespace chohyo
