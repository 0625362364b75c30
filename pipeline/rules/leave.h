// Leave for a part of a day: with a row of its own, or only named in the note of another.
#pragma once

#include <string_view>

#include "pipeline/rules/duty_book.h"

namespace chohyo {

/// The note names leave by the hour: 時間休暇, 時間休, 時間年休 …
bool NamesHourLeave(std::string_view note);
/// The note names half a day of leave: 半日休暇, 半休, 半日年休 …
bool NamesHalfLeave(std::string_view note);

/// Leave by the hour that day, by a row of its own or a note.
bool HasHourLeave(const DutyBook& book, PersonIndex person, Date date);
/// Half a day of leave that day, by a row of its own or a note.
bool HasHalfLeave(const DutyBook& book, PersonIndex person, Date date);

}  // namespace chohyo
