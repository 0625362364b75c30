// How many people of a department are where on a day: the numbers of the headcount, without any form around them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/base/holidays.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// People by what they do on a day; on sums of days, person-days. Every person in office is in exactly one of the
/// categories `present` … `unreported`; `support` is part of `present`, `telework` of `standby`.
struct Headcount {
  std::int64_t staff = 0;  ///< in office that day
  std::int64_t present = 0, support = 0;
  std::int64_t standby = 0, telework = 0;
  std::int64_t trip = 0;
  std::int64_t annual = 0, special = 0, sick = 0;
  std::int64_t absent = 0, day_off = 0, unreported = 0;

  Headcount& operator+=(const Headcount& other);
  /// People in a category.
  std::int64_t Accounted() const {
    return present + standby + trip + annual + special + sick + absent + day_off + unreported;
  }
  friend bool operator==(const Headcount&, const Headcount&) = default;
};

/// Attendance of a span of days by person and day, read once and asked many times. Safe to ask from several threads.
class HeadcountIndex {
 public:
  /// Days outside of `span` count as if nobody had reported.
  HeadcountIndex(const Records& records, const WorkCalendar& calendar, const DateSpan& span);

  /// The department's own people, without those of departments below it.
  Headcount Of(const std::string& department, Date date) const;
  /// Where the department's own people work elsewhere that day: the note of each 応援 row, in the staff table's order.
  std::vector<std::string> SupportNotes(const std::string& department, Date date) const;
  /// True if the department ever had people of its own.
  bool HasPeople(const std::string& department) const { return people_.contains(department); }

 private:
  std::size_t Place(std::size_t person, Date date) const;
  std::size_t PersonOf(const std::string& staff) const;  ///< kNobody if unknown
  /// The row that counts for a person and day, as index into attendance + 1; 0 = none.
  std::uint32_t RowOf(std::size_t person, Date date) const;
  bool IsDayOff(std::size_t person, Date date) const;
  void IndexAttendance();
  void IndexRosters();

  const Records& records_;
  const WorkCalendar& calendar_;
  DateSpan span_;
  std::size_t days_;
  std::vector<std::uint32_t> rows_;                                   ///< person × day
  std::set<std::pair<std::size_t, Month>> on_roster_;                 ///< people with an own roster that month
  std::vector<bool> signs_;                                           ///< person × day: a sign on the roster
  std::unordered_map<std::string, std::vector<std::size_t>> people_;  ///< staff rows by home department
};

/// The people of some departments on one day.
Headcount HeadcountOf(const Records& records, const WorkCalendar& calendar, const std::set<std::string>& departments,
                      Date date);

}  // namespace chohyo
