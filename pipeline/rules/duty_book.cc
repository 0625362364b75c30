#include "pipeline/rules/duty_book.h"

#include <algorithm>

namespace chohyo {
namespace {

/// A day of another month can touch a rule of this one: weeks run over the ends of months.
constexpr int kContextDays = 31;

DateSpan ContextOf(const DateSpan& period) {
  const bool one_day = period.first == period.last;
  return {period.first - kContextDays, one_day ? period.last : period.last + kContextDays};
}

std::int32_t MonthsFrom(Month first, Month month) { return (month.year - first.year) * 12 + month.month - first.month; }

bool IsNewer(const Registration& a, const Registration& b) {
  return a.applied != b.applied ? a.applied > b.applied : *a.approved > *b.approved;
}

}  // namespace

bool Covers(const StandbyCase& standby, Date date) {
  return standby.from <= date && (!standby.to || date <= *standby.to);
}

DutyBook::DutyBook(const Records& records, const WorkCalendar& calendar, const DateSpan& period)
    : records_(records),
      calendar_(calendar),
      period_(period),
      context_(ContextOf(period)),
      attendance_(records, records.attendance, context_),
      signs_(records, records.roster_days, context_),
      contacts_(records, records.contacts, period_),
      cases_(records, records.standby_cases, [&](const StandbyCase& row) { return records.FindCase(row.id) == &row; }),
      plans_(records, records.telework_plans),
      registrations_(records, records.registrations) {
  IndexCalendar();
  IndexRosterPeople();
}

void DutyBook::IndexCalendar() {
  const Month first = Month::Of(context_.first);
  for (Date date = context_.first; date <= context_.last; ++date) {
    calendar_works_.push_back(calendar_.IsWorkingDay(date));
    month_of_.push_back(MonthsFrom(first, Month::Of(date)));
  }
}

void DutyBook::IndexRosterPeople() {
  const Month first = Month::Of(context_.first);
  std::int32_t last_month = -1;
  first_roster_month_ = month_of_.back() + 1;
  for (const RosterPerson& row : records_.roster_people) {
    const std::int32_t month = MonthsFrom(first, row.month);
    if (month < 0 || month > month_of_.back()) continue;
    first_roster_month_ = std::min(first_roster_month_, month);
    last_month = std::max(last_month, month);
  }
  if (last_month < 0) return;
  roster_months_ = static_cast<std::size_t>(last_month - first_roster_month_ + 1);
  on_roster_.assign(people() * roster_months_, false);
  PersonFinder finder(records_);
  for (const RosterPerson& row : records_.roster_people) {
    const PersonIndex person = finder.Of(row.staff);
    const auto month = static_cast<std::size_t>(MonthsFrom(first, row.month) - first_roster_month_);
    if (person != kNobody && month < roster_months_) on_roster_[person * roster_months_ + month] = true;
  }
}

const Attendance* DutyBook::RowOf(PersonIndex person, Date date) const {
  const auto rows = RowsOf(person, date);
  if (rows.empty()) return nullptr;
  const auto whole =
      std::find_if(rows.begin(), rows.end(), [](const auto* row) { return !IsPartDayLeave(row->status); });
  return whole == rows.end() ? rows.front() : *whole;
}

bool DutyBook::HasStatus(PersonIndex person, Date date, Status status) const {
  const auto rows = RowsOf(person, date);
  return std::any_of(rows.begin(), rows.end(), [&](const auto* row) { return row->status == status; });
}

bool DutyBook::IsOnRoster(PersonIndex person, Date date) const {
  if (!context_.Holds(date)) return false;
  const auto month = static_cast<std::size_t>(month_of_[Day(date)] - first_roster_month_);
  return month < roster_months_ && on_roster_[person * roster_months_ + month];
}

const RosterDay* DutyBook::SignOf(PersonIndex person, Date date) const {
  const auto rows = signs_.Of(person, date);
  return rows.empty() ? nullptr : rows.front();
}

bool DutyBook::IsWorkingDay(PersonIndex person, Date date) const {
  if (!context_.Holds(date)) return calendar_.IsWorkingDay(date);
  return IsOnRoster(person, date) ? SignOf(person, date) != nullptr : calendar_works_[Day(date)];
}

std::optional<Date> DutyBook::NextWorkingDay(PersonIndex person, Date date, Date last) const {
  for (Date next = date + 1; next <= last; ++next) {
    if (IsWorkingDay(person, next) && Person(person).InOffice(next)) return next;
  }
  return std::nullopt;
}

Hours DutyBook::HoursOf(PersonIndex person, Date date) const {
  const Attendance* row = RowOf(person, date);
  const RosterDay* sign = SignOf(person, date);
  Shift shift = row != nullptr ? row->shift : Shift::kNone;
  if (shift == Shift::kNone && sign != nullptr) shift = sign->shift;
  Hours hours = HoursOfShift(shift);
  if (row != nullptr && row->start) hours.start = *row->start;
  if (row != nullptr && row->end) hours.end = *row->end;
  return hours;
}

const StandbyCase* DutyBook::CaseOn(PersonIndex person, Date date) const {
  const auto cases = CasesOf(person);
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const auto* row) { return Covers(*row, date); });
  return found == cases.end() ? nullptr : *found;
}

const TeleworkPlan* DutyBook::PlanOn(PersonIndex person, Date date) const {
  const auto plans = plans_.Of(person);
  const auto found = std::find_if(plans.begin(), plans.end(), [&](const auto* row) { return row->span().Holds(date); });
  return found == plans.end() ? nullptr : *found;
}

const Registration* DutyBook::RegistrationOn(PersonIndex person, Date date) const {
  const Registration* newest = nullptr;
  for (const Registration* row : RegistrationsOf(person)) {
    if (!row->approved || *row->approved > date) continue;
    if (newest == nullptr || IsNewer(*row, *newest)) newest = row;
  }
  const bool revoked = newest != nullptr && newest->revoked && *newest->revoked <= date;
  return revoked ? nullptr : newest;
}

}  // namespace chohyo
