#include "forms/daily_report_day.h"

#include <algorithm>
#include <cstdlib>

namespace chohyo {
namespace {

constexpr TimeOfDay kUsualStart{8 * 60 + 30};
constexpr TimeOfDay kAfterLunch{13 * 60};
constexpr TimeOfDay kUsualEnd{17 * 60 + 15};

bool IsPartDayLeave(const Attendance& row) {
  return row.status == Status::kHalfLeave || row.status == Status::kHourLeave;
}

/// Which of the three meetings a time belongs to; of two equally near the earlier.
std::size_t MeetingAt(TimeOfDay time, const Attendance* duty) {
  const std::array<TimeOfDay, 3> due = {duty != nullptr ? duty->start.value_or(kUsualStart) : kUsualStart, kAfterLunch,
                                        duty != nullptr ? duty->end.value_or(kUsualEnd) : kUsualEnd};
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < due.size(); ++i) {
    if (std::abs(due[i].minutes - time.minutes) < std::abs(due[nearest].minutes - time.minutes)) nearest = i;
  }
  return nearest;
}

/// The contacts are in the order of time: an end stays open until a start makes it a break.
void AddContact(const Contact& contact, ReportedDay* day) {
  switch (contact.kind) {
    case ContactKind::kStart:
      if (day->start == nullptr) day->start = &contact;
      if (day->end != nullptr) day->breaks.push_back({day->end->time, contact.time, nullptr});
      day->end = nullptr;
      break;
    case ContactKind::kEnd: day->end = &contact; break;
    case ContactKind::kMeeting: day->meetings[MeetingAt(contact.time, day->duty)].push_back(&contact); break;
    case ContactKind::kAnyTime:
    case ContactKind::kReport:
    case ContactKind::kNone: day->others.push_back(&contact); break;
  }
}

bool Covers(const Attendance& leave, const WorkBreak& gap) {
  if (gap.leave != nullptr) return false;
  if (!leave.start || !leave.end) return true;
  return *leave.start < *gap.to && *gap.from < *leave.end;
}

/// Leave that says its hours is matched before leave that does not.
void AddLeave(std::vector<const Attendance*> leaves, std::vector<WorkBreak>* breaks) {
  std::stable_partition(leaves.begin(), leaves.end(),
                        [](const Attendance* leave) { return leave->start && leave->end; });
  std::vector<WorkBreak> alone;
  for (const Attendance* leave : leaves) {
    const auto covered =
        std::find_if(breaks->begin(), breaks->end(), [&](const auto& gap) { return Covers(*leave, gap); });
    if (covered != breaks->end()) {
      covered->leave = leave;
    } else {
      alone.push_back({std::nullopt, std::nullopt, leave});
    }
  }
  breaks->insert(breaks->end(), alone.begin(), alone.end());
}

TimeOfDay TimeOf(const WorkBreak& entry) {
  if (entry.from) return *entry.from;
  return entry.leave->start.value_or(kUsualEnd);
}

}  // namespace

ReportedDay DayFrom(std::vector<const Contact*> contacts, const std::vector<const Attendance*>& attendance) {
  ReportedDay day;
  std::vector<const Attendance*> leaves;
  for (const Attendance* row : attendance) {
    if (IsPartDayLeave(*row)) {
      leaves.push_back(row);
    } else if (day.duty == nullptr) {
      day.duty = row;
    }
  }
  std::stable_sort(contacts.begin(), contacts.end(), [](const auto* a, const auto* b) { return a->time < b->time; });
  for (const Contact* contact : contacts) AddContact(*contact, &day);
  AddLeave(std::move(leaves), &day.breaks);
  std::stable_sort(day.breaks.begin(), day.breaks.end(),
                   [](const auto& a, const auto& b) { return TimeOf(a) < TimeOf(b); });
  return day;
}

}  // namespace chohyo
