#include "forms/telework_figures.h"

#include <algorithm>
#include <utility>

#include "forms/loans_out.h"

namespace chohyo {

TeleworkFigures::TeleworkFigures(const FormContext& context) : context_(context) {
  const Date last = context.period.span.last;
  for (const History& row : context.records.history.rows) {
    if (row.month.first() <= last) told_[{row.item, row.month}] += row.value;
  }
  for (const Attendance& row : context.records.attendance.rows) {
    if (row.date > last) continue;
    std::set<std::string>& people = people_[Month::Of(row.date)];
    if (row.status == Status::kTelework && context.records.FindStaff(row.staff) != nullptr) people.insert(row.staff);
  }
  for (const Loan* loan : UniqueLoans(context.records)) {
    if (LendsTerminal(*loan) && loan->from <= last) loans_.push_back(loan);
  }
}

std::optional<std::int64_t> TeleworkFigures::Told(HistoryItem item, Month month) const {
  const auto found = told_.find({item, month});
  return found == told_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::int64_t> TeleworkFigures::PeopleIn(Month month) const {
  if (const auto told = Told(HistoryItem::kTeleworkPeople, month)) return told;
  const auto found = people_.find(month);
  if (found == people_.end()) return std::nullopt;
  return static_cast<std::int64_t>(found->second.size());
}

std::optional<std::int64_t> TeleworkFigures::LoanDaysIn(Month month) const {
  if (const auto told = Told(HistoryItem::kLoanDays, month)) return told;
  const Date last = std::min(month.last(), context_.period.span.last);
  const std::int64_t days = LoanDays({month.first(), last}, nullptr);
  return days == 0 && !people_.contains(month) ? std::nullopt : std::optional(days);
}

std::optional<std::int64_t> TeleworkFigures::PeopleInYear(int fiscal_year) const {
  std::optional<std::int64_t> sum;
  for (int at = 0; at < 12; ++at) {
    const auto people = PeopleIn(Month{fiscal_year, 4}.Plus(at));
    if (people) sum = sum.value_or(0) + people.value_or(0);
  }
  return sum;
}

/// Of one department, or of all.
std::int64_t TeleworkFigures::LoanDays(const DateSpan& days, const std::string* department) const {
  std::int64_t sum = 0;
  for (const Loan* loan : loans_) {
    if (department != nullptr && context_.records.DepartmentOf(loan->staff) != *department) continue;
    const DateSpan out = DaysOut(context_, *loan);
    sum += std::max(0, std::min(out.last, days.last) - std::max(out.first, days.first) + 1);
  }
  return sum;
}

void TeleworkFigures::CountPerson(const Staff& person, DepartmentFigures* figures) const {
  const DateSpan& period = context_.period.span;
  if ((person.from && *person.from > period.last) || (person.until && *person.until < period.first)) return;
  std::set<Date> days;
  for (const std::uint32_t at : context_.records.AttendanceOf(person.id)) {
    const Attendance& row = context_.records.attendance.rows[at];
    if (row.status == Status::kTelework && period.Holds(row.date)) days.insert(row.date);
  }
  figures->staff += 1;
  figures->people += days.empty() ? 0 : 1;
  figures->days += static_cast<std::int64_t>(days.size());
}

std::vector<DepartmentFigures> TeleworkFigures::Departments() const {
  std::map<std::string, DepartmentFigures> by_code;
  for (const Staff& person : context_.records.staff.rows) {
    if (context_.records.FindStaff(person.id) == &person) CountPerson(person, &by_code[person.department]);
  }
  std::vector<DepartmentFigures> list;
  for (const Department& department : context_.records.departments.rows) {
    const auto found = by_code.find(department.code);
    if (found == by_code.end() || context_.records.FindDepartment(department.code) != &department) continue;
    DepartmentFigures figures = found->second;
    figures.department = &department;
    figures.loan_days = LoanDays(context_.period.span, &department.code);
    if (figures.staff > 0) list.push_back(figures);
  }
  return list;
}

const std::vector<TeleworkTarget>& TeleworkTargets() {
  static const std::vector<TeleworkTarget> targets = {{2020, "制度導入段階", 30},
                                                      {2021, "制度検証・改善段階", 40},
                                                      {2022, "制度検証・改善段階", 50},
                                                      {2023, "制度検証・改善段階", 60},
                                                      {2024, "制度定着段階", 70}};
  return targets;
}

}  // namespace chohyo
