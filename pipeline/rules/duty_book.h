// What each day of the period was for each person: attendance, roster, standby, telework and contacts, indexed once for
// all rules of a check.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/base/holidays.h"
#include "pipeline/model/records.h"
#include "pipeline/rules/person_days.h"
#include "pipeline/rules/shifts.h"

namespace chohyo {

/// A day of a person in office for which attendance has a row.
struct DutyDay {
  PersonIndex index;
  const Staff& person;
  Date date;
  const Attendance& row;  ///< the row that counts
};

/// The case holds on a day: from its first day to its last, if it has one.
bool Covers(const StandbyCase& standby, Date date);

class DutyBook {
 public:
  /// `records` must have its index built; all arguments must outlive the book. Later rows of the same staff id, and
  /// later cases of the same number, take no part.
  DutyBook(const Records& records, const WorkCalendar& calendar, const DateSpan& period);

  const DateSpan& period() const { return period_; }
  /// The days that may be looked at: the period and, as context, a month before and after. Nothing after a period of
  /// one day counts. Attendance and signs outside of it are as if they did not exist.
  const DateSpan& context() const { return context_; }

  /// The days of the context from the first to the last with an attendance row; last < first if there is none.
  const DateSpan& attended() const { return attendance_.days(); }

  std::size_t people() const { return records_.staff.rows.size(); }
  const Staff& Person(PersonIndex person) const { return records_.staff.rows[person]; }
  /// kNobody for an id that the staff table does not have.
  PersonIndex PersonOf(const std::string& id) const { return PersonFinder(records_).Of(id); }

  /// All attendance rows of the day, in file order.
  PersonDays<Attendance>::Rows RowsOf(PersonIndex person, Date date) const { return attendance_.Of(person, date); }
  /// The row that counts: of two rows the one that is no part-day leave. nullptr if there is no row.
  const Attendance* RowOf(PersonIndex person, Date date) const;
  /// True if a row of the day has the status.
  bool HasStatus(PersonIndex person, Date date, Status status) const;

  /// A row of the person stands in the roster of the month that a day belongs to.
  bool IsOnRoster(PersonIndex person, Date date) const;
  /// The roster's sign of the day; nullptr if there is none.
  const RosterDay* SignOf(PersonIndex person, Date date) const;
  /// A day with a sign for people on a roster, else a working day of the calendar. Whether in office is not asked.
  bool IsWorkingDay(PersonIndex person, Date date) const;
  /// The person's next working day in office, not after `last`.
  std::optional<Date> NextWorkingDay(PersonIndex person, Date date, Date last) const;
  /// The day's hours: 開始/終了 of the row that counts, else the shift's (the row's, else the roster's), else the plain
  /// ones.
  Hours HoursOf(PersonIndex person, Date date) const;

  /// Contacts of a day of the period, in file order.
  PersonDays<Contact>::Rows ContactsOf(PersonIndex person, Date date) const { return contacts_.Of(person, date); }

  /// The person's standby cases, in file order.
  PersonRows<StandbyCase>::Rows CasesOf(PersonIndex person) const { return cases_.Of(person); }
  /// The first case that covers a day; nullptr if none does.
  const StandbyCase* CaseOn(PersonIndex person, Date date) const;
  /// The first telework plan that covers a day; nullptr if none does.
  const TeleworkPlan* PlanOn(PersonIndex person, Date date) const;
  /// The person's telework registrations, in file order.
  PersonRows<Registration>::Rows RegistrationsOf(PersonIndex person) const { return registrations_.Of(person); }
  /// The registration in force: of those approved by that day the newest, unless it has been revoked; else nullptr.
  const Registration* RegistrationOn(PersonIndex person, Date date) const;

  /// Calls visit(DutyDay) for every day of a span (by default the period) on which a person is in office and has a row.
  template <typename Visit>
  void ForEachDay(Visit visit) const {
    for (PersonIndex person = 0; person < people(); ++person) ForEachDayOf(person, period_, visit);
  }
  template <typename Visit>
  void ForEachDayOf(PersonIndex person, const DateSpan& span, Visit visit) const {
    const DateSpan days{std::max(span.first, attended().first), std::min(span.last, attended().last)};
    for (Date date = days.first; date <= days.last; ++date) {
      const Attendance* row = RowOf(person, date);
      if (row != nullptr && Person(person).InOffice(date)) visit(DutyDay{person, Person(person), date, *row});
    }
  }

 private:
  std::size_t Day(Date date) const { return static_cast<std::size_t>(date - context_.first); }
  void IndexCalendar();
  void IndexRosterPeople();

  const Records& records_;
  const WorkCalendar& calendar_;
  DateSpan period_, context_;
  PersonDays<Attendance> attendance_;
  PersonDays<RosterDay> signs_;
  PersonDays<Contact> contacts_;
  PersonRows<StandbyCase> cases_;
  PersonRows<TeleworkPlan> plans_;
  PersonRows<Registration> registrations_;
  std::vector<bool> calendar_works_;    ///< by day of the context
  std::vector<std::int32_t> month_of_;  ///< by day of the context: its month, counted from the context's first
  std::int32_t first_roster_month_ = 0;
  std::size_t roster_months_ = 0;
  std::vector<bool> on_roster_;  ///< person × month, from the first month of the context that has a roster to the last
};

}  // namespace chohyo
