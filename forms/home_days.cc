#include "forms/home_days.h"

#include <algorithm>

namespace chohyo {
namespace {

constexpr int kDaysToLookAhead = 366;

bool IsPartDayLeave(Status status) { return status == Status::kHalfLeave || status == Status::kHourLeave; }

bool AnyHolds(const std::map<std::string, std::vector<DateSpan>>& spans, const std::string& staff, Date date) {
  const auto found = spans.find(staff);
  return found != spans.end() && std::any_of(found->second.begin(), found->second.end(),
                                             [date](const DateSpan& span) { return span.Holds(date); });
}

}  // namespace

HomeDays::HomeDays(const FormContext& context) : context_(context) {
  const Records& records = context.records;
  for (const StandbyCase& standby : records.standby_cases.rows) {
    cases_[standby.staff].push_back({standby.from, standby.to.value_or(context.period.span.last)});
  }
  for (const TeleworkPlan& plan : records.telework_plans.rows) plans_[plan.staff].push_back(plan.span());
  for (const RosterPerson& row : records.roster_people) on_roster_.emplace(row.staff, row.month);
  for (const RosterDay& row : records.roster_days.rows) {
    if (row.shift != Shift::kNone) signs_.emplace(row.staff, row.date);
  }
}

std::vector<HomeDay> HomeDays::All() const {
  std::vector<HomeDay> days;
  for (const Staff& person : context_.records.staff.rows) {
    if (context_.records.FindStaff(person.id) == &person) AddDaysOf(person, &days);
  }
  return days;
}

void HomeDays::AddDaysOf(const Staff& person, std::vector<HomeDay>* days) const {
  std::map<Date, Status> counts;
  for (const std::uint32_t at : context_.records.AttendanceOf(person.id)) {
    const Attendance& row = context_.records.attendance.rows[at];
    if (!context_.period.span.Holds(row.date) || !person.InOffice(row.date)) continue;
    const auto [found, is_new] = counts.emplace(row.date, row.status);
    if (!is_new && IsPartDayLeave(found->second) && !IsPartDayLeave(row.status)) found->second = row.status;
  }
  for (const auto& [date, status] : counts) {
    if (status != Status::kStandby && status != Status::kTelework) continue;
    days->push_back({&person, date, status, IsOrdered(person, date, status)});
  }
}

bool HomeDays::IsOrdered(const Staff& person, Date date, Status status) const {
  return status == Status::kStandby || AnyHolds(cases_, person.id, date) || !AnyHolds(plans_, person.id, date);
}

bool HomeDays::IsWorkingDay(const Staff& person, Date date) const {
  if (!person.InOffice(date)) return false;
  if (on_roster_.contains({person.id, Month::Of(date)})) return signs_.contains({person.id, date});
  return context_.calendar.IsWorkingDay(date);
}

std::optional<Date> HomeDays::NextWorkingDay(const Staff& person, Date date) const {
  for (int ahead = 1; ahead <= kDaysToLookAhead; ++ahead) {
    if (IsWorkingDay(person, date + ahead)) return date + ahead;
  }
  return std::nullopt;
}

}  // namespace chohyo
