// The hours of the working day: those of the shifts A–D, and those of one person's day.
#pragma once

#include "pipeline/model/records.h"

namespace chohyo {

/// From when to when, on one day.
struct Hours {
  TimeOfDay start, end;
  friend bool operator==(const Hours&, const Hours&) = default;
};

/// How long a shift lasts with its break, 8:45, and without, 7:45.
constexpr Minutes kShiftLength{525};
constexpr Minutes kShiftWork{465};

/// A 7:30–16:15, B 8:30–17:15, C 9:30–18:15, D 10:30–19:15; without a sign the plain hours, B's.
Hours HoursOfShift(Shift shift);
/// The hour's break of a shift: A 11:00–12:00, B 12:00–13:00, C 13:00–14:00, D 14:00–15:00.
Hours BreakOfShift(Shift shift);

/// A, C and D begin and end at other times than the plain day.
constexpr bool IsStaggered(Shift shift) { return shift == Shift::kA || shift == Shift::kC || shift == Shift::kD; }

/// 時間休暇 and 半日休暇: leave that may stand beside another row of the day.
constexpr bool IsPartDayLeave(Status status) { return status == Status::kHalfLeave || status == Status::kHourLeave; }

}  // namespace chohyo
