// A day of telework told by its contacts and leave: when work began and ended, the three meetings, the breaks.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "pipeline/model/records.h"

namespace chohyo {

/// Work broken off 中抜け, or leave taken, or both: the leave that covers a break.
struct WorkBreak {
  std::optional<TimeOfDay> from, to;
  const Attendance* leave = nullptr;
};

/// What a person's contacts and attendance say of one day.
struct ReportedDay {
  const Contact* start = nullptr;                       ///< the first 開始
  const Contact* end = nullptr;                         ///< the last 終了, if no 開始 follows
  const Attendance* duty = nullptr;                     ///< the attendance row that is no leave for a part of the day
  std::array<std::vector<const Contact*>, 3> meetings;  ///< 始業後, 昼休み後, 終業前
  std::vector<WorkBreak> breaks;                        ///< by time
  std::vector<const Contact*> others;                   ///< 随時 and 報告, by time
};

/// Sorts a day's rows of contacts and attendance. A meeting belongs to the nearest of the beginning of work, 13:00 and
/// the end of work (attendance's hours, else 8:30 and 17:15). A break is covered by the leave whose hours touch it,
/// else by a leave that says no hours; leave that covers no break is an entry of its own.
ReportedDay DayFrom(std::vector<const Contact*> contacts, const std::vector<const Attendance*>& attendance);

}  // namespace chohyo
