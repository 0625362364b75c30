// Whose roster a person's signs belong to, and where they stand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/reporter.h"

namespace chohyo {

/// A person's part in the roster of a month.
struct RosterPart {
  const RosterPerson* row = nullptr;  ///< the person's first row; nullptr if on no roster
  const Roster* unit = nullptr;       ///< the roster of the nearest department that has one; nullptr if none has
};

/// A sign of the roster, of someone in office.
struct SignDay {
  PersonIndex index;
  const Staff& person;
  const RosterDay& sign;
  const Roster* unit;  ///< nullptr if no department of the person has a roster that month

  Date date() const { return sign.date; }
  bool IsOf(RosterMethod method) const { return unit != nullptr && unit->method == method; }
};

class RosterBook {
 public:
  /// `input` must outlive the book.
  explicit RosterBook(const RuleInput& input);

  /// The days of the period from the first to the last month in which anyone is on a roster; last < first if none is.
  const DateSpan& days() const { return days_; }

  /// Later rows of a person and month, and later rosters of a department and month, take no part.
  const RosterPart& PartOf(PersonIndex person, Date date) const;

  /// Calls visit(SignDay) for every sign of the period.
  template <typename Visit>
  void ForEachSign(Visit visit) const {
    for (PersonIndex person = 0; person < book_.people(); ++person) {
      const Staff& staff = book_.Person(person);
      for (Date date = days_.first; date <= days_.last; ++date) {
        const RosterDay* sign = book_.SignOf(person, date);
        if (sign != nullptr && staff.InOffice(date)) visit(SignDay{person, staff, *sign, PartOf(person, date).unit});
      }
    }
  }

  /// Where the sign of a day stands; where there is none, the long row that says so, else the row of the person and
  /// month.
  Place PlaceOfDay(PersonIndex person, Date date) const;

 private:
  std::size_t Slot(PersonIndex person, Month month) const {
    return person * months_ + static_cast<std::size_t>((month.year - first_.year) * 12 + month.month - first_.month);
  }
  void IndexUnits();
  /// The months of the context in which anyone is on a roster.
  void FindMonths();
  const Roster* UnitOf(const Staff& person, Month month) const;

  const Records& records_;
  const DutyBook& book_;
  DateSpan days_;
  Month first_, last_;
  std::size_t months_ = 0;
  std::map<std::pair<std::string, Month>, const Roster*> units_;
  std::vector<RosterPart> parts_;  ///< person × month from the first to the last
};

}  // namespace chohyo
