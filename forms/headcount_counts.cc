#include "forms/headcount_counts.h"

namespace chohyo {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

bool IsPartDayLeave(Status status) { return status == Status::kHalfLeave || status == Status::kHourLeave; }

/// Counts one person's row in its category.
void CountStatus(Status status, Headcount* count) {
  switch (status) {
    case Status::kSupport: ++count->support; [[fallthrough]];
    case Status::kPresent:
    case Status::kLate:
    case Status::kHalfLeave:
    case Status::kHourLeave: ++count->present; break;
    case Status::kTelework: ++count->telework; [[fallthrough]];
    case Status::kStandby: ++count->standby; break;
    case Status::kTrip: ++count->trip; break;
    case Status::kAnnualLeave: ++count->annual; break;
    case Status::kSpecialLeave: ++count->special; break;
    case Status::kSickLeave: ++count->sick; break;
    case Status::kAbsent: ++count->absent; break;
    case Status::kWeekDayOff:
    case Status::kHoliday: ++count->day_off; break;
    case Status::kNone: ++count->unreported; break;
  }
}

}  // namespace

Headcount& Headcount::operator+=(const Headcount& other) {
  for (const auto member : {&Headcount::staff, &Headcount::present, &Headcount::support, &Headcount::standby,
                            &Headcount::telework, &Headcount::trip, &Headcount::annual, &Headcount::special,
                            &Headcount::sick, &Headcount::absent, &Headcount::day_off, &Headcount::unreported}) {
    this->*member += other.*member;
  }
  return *this;
}

HeadcountIndex::HeadcountIndex(const Records& records, const WorkCalendar& calendar, const DateSpan& span)
    : records_(records), calendar_(calendar), span_(span), days_(static_cast<std::size_t>(span.last - span.first + 1)) {
  const auto& staff = records.staff.rows;
  for (std::size_t i = 0; i < staff.size(); ++i) {
    if (records.FindStaff(staff[i].id) == &staff[i]) people_[staff[i].department].push_back(i);
  }
  IndexAttendance();
  IndexRosters();
}

std::size_t HeadcountIndex::Place(std::size_t person, Date date) const {
  return person * days_ + static_cast<std::size_t>(date - span_.first);
}

std::size_t HeadcountIndex::PersonOf(const std::string& staff) const {
  const Staff* person = records_.FindStaff(staff);
  return person == nullptr ? kNobody : static_cast<std::size_t>(person - records_.staff.rows.data());
}

void HeadcountIndex::IndexAttendance() {
  const auto& attendance = records_.attendance.rows;
  rows_.assign(records_.staff.rows.size() * days_, 0);
  for (std::size_t i = 0; i < attendance.size(); ++i) {
    const Attendance& row = attendance[i];
    const std::size_t person = span_.Holds(row.date) ? PersonOf(row.staff) : kNobody;
    if (person == kNobody) continue;
    std::uint32_t& counts = rows_[Place(person, row.date)];
    const bool is_free = counts == 0;
    if (is_free || (IsPartDayLeave(attendance[counts - 1].status) && !IsPartDayLeave(row.status))) {
      counts = static_cast<std::uint32_t>(i + 1);
    }
  }
}

void HeadcountIndex::IndexRosters() {
  signs_.assign(records_.staff.rows.size() * days_, false);
  for (const RosterPerson& row : records_.roster_people) {
    const std::size_t person = PersonOf(row.staff);
    if (person != kNobody) on_roster_.emplace(person, row.month);
  }
  for (const RosterDay& row : records_.roster_days.rows) {
    if (row.shift == Shift::kNone || !span_.Holds(row.date)) continue;
    const std::size_t person = PersonOf(row.staff);
    if (person != kNobody) signs_[Place(person, row.date)] = true;
  }
}

std::uint32_t HeadcountIndex::RowOf(std::size_t person, Date date) const {
  return span_.Holds(date) ? rows_[Place(person, date)] : 0;
}

bool HeadcountIndex::IsDayOff(std::size_t person, Date date) const {
  if (!span_.Holds(date) || !on_roster_.contains({person, Month::Of(date)})) return !calendar_.IsWorkingDay(date);
  return !signs_[Place(person, date)];
}

Headcount HeadcountIndex::Of(const std::string& department, Date date) const {
  Headcount count;
  const auto people = people_.find(department);
  if (people == people_.end()) return count;
  for (const std::size_t person : people->second) {
    if (!records_.staff.rows[person].InOffice(date)) continue;
    ++count.staff;
    const std::uint32_t row = RowOf(person, date);
    if (row == 0 && IsDayOff(person, date)) {
      ++count.day_off;
    } else {
      CountStatus(row == 0 ? Status::kNone : records_.attendance.rows[row - 1].status, &count);
    }
  }
  return count;
}

std::vector<std::string> HeadcountIndex::SupportNotes(const std::string& department, Date date) const {
  std::vector<std::string> notes;
  const auto people = people_.find(department);
  if (people == people_.end()) return notes;
  for (const std::size_t person : people->second) {
    const std::uint32_t row = records_.staff.rows[person].InOffice(date) ? RowOf(person, date) : 0;
    if (row == 0 || records_.attendance.rows[row - 1].status != Status::kSupport) continue;
    notes.push_back(records_.attendance.rows[row - 1].note);
  }
  return notes;
}

Headcount HeadcountOf(const Records& records, const WorkCalendar& calendar, const std::set<std::string>& departments,
                      Date date) {
  const HeadcountIndex index(records, calendar, {date, date});
  Headcount sum;
  for (const std::string& department : departments) sum += index.Of(department, date);
  return sum;
}

}  // namespace chohyo
