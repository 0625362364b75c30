// Which days are days at home, and findings about one of them.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"

namespace chohyo {

/// 自宅待機 or 在宅勤務.
constexpr bool IsAtHome(Status status) { return status == Status::kStandby || status == Status::kTelework; }

/// Calls visit(DutyDay) for every day of the period spent at home.
template <typename Visit>
void ForEachHomeDay(const DutyBook& book, Visit visit) {
  book.ForEachDay([&](const DutyDay& day) {
    if (IsAtHome(day.row.status)) visit(day);
  });
}

/// Reports a person's day at a column of its attendance row.
inline void AddAtDay(const RuleInput& input, const DutyDay& day, std::string_view column, std::string message,
                     std::string hint, Reporter* reporter) {
  reporter->Add(PlaceOf("attendance", input.records.attendance, day.row, column), PersonDayKey(day.person.id, day.date),
                std::move(message), std::move(hint));
}

}  // namespace chohyo
