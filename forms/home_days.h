// The days that people spend at home on standby or at telework, and the working days that follow them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A person's day at home: 自宅待機 or 在宅勤務.
struct HomeDay {
  const Staff* person = nullptr;
  Date date;
  Status status = Status::kNone;
  /// On a standby order: 自宅待機, and 在宅勤務 that a standby case covers or no telework plan does.
  bool ordered = false;
};

/// Attendance, rosters, cases and plans as far as they tell of days at home; read once.
class HomeDays {
 public:
  explicit HomeDays(const FormContext& context);

  /// The days of the period, by person in the staff table's order, then by date. Of two rows a day the one counts that
  /// is no part-day leave.
  std::vector<HomeDay> All() const;

  /// The person's first working day in office after a day: a day with a sign for people on a roster that month, else of
  /// the calendar. Nothing if there is none within a year.
  std::optional<Date> NextWorkingDay(const Staff& person, Date date) const;

 private:
  void AddDaysOf(const Staff& person, std::vector<HomeDay>* days) const;
  bool IsOrdered(const Staff& person, Date date, Status status) const;
  bool IsWorkingDay(const Staff& person, Date date) const;

  FormContext context_;
  std::map<std::string, std::vector<DateSpan>> cases_, plans_;  ///< by person; open cases end with the period
  std::set<std::pair<std::string, Month>> on_roster_;
  std::set<std::pair<std::string, Date>> signs_;
};

}  // namespace chohyo
