// Which days are telework days.
#pragma once

#include "pipeline/rules/duty_book.h"

namespace chohyo {

/// 在宅勤務 that no standby case covers.
inline bool IsTeleworkDay(const DutyBook& book, PersonIndex person, Date date, Status status) {
  return status == Status::kTelework && book.CaseOn(person, date) == nullptr;
}

/// Calls visit(DutyDay) for every telework day of the period.
template <typename Visit>
void ForEachTeleworkDay(const DutyBook& book, Visit visit) {
  book.ForEachDay([&](const DutyDay& day) {
    if (IsTeleworkDay(book, day.index, day.date, day.row.status)) visit(day);
  });
}

}  // namespace chohyo
