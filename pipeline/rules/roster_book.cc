#include "pipeline/rules/roster_book.h"

#include <algorithm>

namespace chohyo {

RosterBook::RosterBook(const RuleInput& input) : records_(input.records), book_(input.book()) {
  FindMonths();
  IndexUnits();
  parts_.resize(book_.people() * months_);
  PersonFinder finder(records_);
  for (const RosterPerson& row : records_.roster_people) {
    const PersonIndex person = finder.Of(row.staff);
    if (person == kNobody || months_ == 0 || row.month < first_ || last_ < row.month) continue;
    RosterPart& part = parts_[Slot(person, row.month)];
    if (part.row == nullptr) part = {&row, UnitOf(book_.Person(person), row.month)};
  }
}

void RosterBook::FindMonths() {
  const DateSpan& context = book_.context();
  days_ = {context.last, context.first - 1};
  for (const RosterPerson& row : records_.roster_people) {
    if (!context.Overlaps({row.month.first(), row.month.last()})) continue;
    first_ = months_ == 0 ? row.month : std::min(first_, row.month);
    last_ = months_ == 0 ? row.month : std::max(last_, row.month);
    months_ = static_cast<std::size_t>((last_.year - first_.year) * 12 + last_.month - first_.month + 1);
  }
  if (months_ == 0) return;
  days_ = {std::max(first_.first(), book_.period().first), std::min(last_.last(), book_.period().last)};
}

void RosterBook::IndexUnits() {
  for (const Roster& roster : records_.rosters.rows) {
    units_.emplace(std::pair(roster.department, roster.month), &roster);
  }
}

const Roster* RosterBook::UnitOf(const Staff& person, Month month) const {
  for (const Department* department : records_.Ancestry(person.department)) {
    const auto found = units_.find({department->code, month});
    if (found != units_.end()) return found->second;
  }
  return nullptr;
}

const RosterPart& RosterBook::PartOf(PersonIndex person, Date date) const {
  static const RosterPart kNone;
  const Month month = Month::Of(date);
  const bool known = months_ > 0 && first_ <= month && month <= last_ && book_.context().Holds(date);
  return known ? parts_[Slot(person, month)] : kNone;
}

Place RosterBook::PlaceOfDay(PersonIndex person, Date date) const {
  const RosterDay* sign = book_.SignOf(person, date);
  const RosterPart& part = PartOf(person, date);
  const auto blank = records_.roster_blanks.find({book_.Person(person).id, date});
  Place place{records_.roster_days.file, "roster_days"};
  if (sign != nullptr) {
    place.line = sign->line;
    place.column = sign->column;
  } else if (blank != records_.roster_blanks.end()) {
    place.line = blank->second;
  } else if (part.row != nullptr) {
    place.line = part.row->line;
  }
  return place;
}

}  // namespace chohyo
