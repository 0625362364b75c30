#include <array>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/roster_book.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr std::size_t kWeeklyDaysOff = 2;
constexpr std::size_t kWeeklyWorkDays = 5;

/// A week of the calendar, Monday to Sunday, and which of its days are no ordinary working days.
struct CalendarWeek {
  Date monday;
  std::array<bool, kDaysOfWeek> is_holiday{};  ///< national holiday, year end or closure
};

CalendarWeek WeekFrom(Date monday, const WorkCalendar& calendar) {
  CalendarWeek week{monday};
  for (int i = 0; i < kDaysOfWeek; ++i) week.is_holiday[static_cast<std::size_t>(i)] = calendar.IsHoliday(monday + i);
  return week;
}

/// A person's week as the roster plans it.
struct PlannedWeek {
  std::vector<Date> work;    ///< days with a sign
  std::vector<Date> free;    ///< empty days that are no holiday: 週休日
  std::size_t holidays = 0;  ///< empty holidays
};

/// Someone who joins or leaves that week has no whole week.
bool IsThereAllWeek(const Staff& person, const CalendarWeek& week) {
  const DateSpan days{week.monday, week.monday + (kDaysOfWeek - 1)};
  if ((person.from && days.Holds(*person.from)) || (person.until && days.Holds(*person.until))) return false;
  return person.InOffice(days.first) && person.InOffice(days.last);
}

class WeekCheck {
 public:
  WeekCheck(const RuleInput& input, Reporter* reporter)
      : input_(input), book_(input.book()), rosters_(input), period_(input.period), reporter_(reporter) {}

  const DateSpan& days() const { return rosters_.days(); }

  void Check(PersonIndex person, const CalendarWeek& week) {
    const bool whole = book_.IsOnRoster(person, week.monday) && book_.IsOnRoster(person, week.monday + 6);
    if (!whole || !IsThereAllWeek(book_.Person(person), week) || IsUnknown(person, week)) return;
    const PlannedWeek planned = PlanOf(person, week);
    if (planned.free.size() > kWeeklyDaysOff) {
      AddTooMany(person, week, planned);
    } else if (planned.free.size() + planned.holidays < kWeeklyDaysOff) {
      AddTooFew(person, week, planned);
    }
  }

 private:
  /// A sign of the week could not be read.
  bool IsUnknown(PersonIndex person, const CalendarWeek& week) const {
    if (!input_.unusable_keys.contains("roster_days")) return false;
    const std::string& staff = book_.Person(person).id;
    for (int i = 0; i < kDaysOfWeek; ++i) {
      if (input_.IsUnusable("roster_days", PersonDayKey(staff, week.monday + i))) return true;
    }
    return false;
  }

  PlannedWeek PlanOf(PersonIndex person, const CalendarWeek& week) const {
    PlannedWeek planned;
    for (int i = 0; i < kDaysOfWeek; ++i) {
      const Date date = week.monday + i;
      if (book_.SignOf(person, date) != nullptr) {
        planned.work.push_back(date);
      } else if (week.is_holiday[static_cast<std::size_t>(i)]) {
        ++planned.holidays;
      } else {
        planned.free.push_back(date);
      }
    }
    return planned;
  }

  /// Any of the free days may be the one to be mended: the first too many if it lies in the period, else the last that
  /// does.
  void AddTooMany(PersonIndex person, const CalendarWeek& week, const PlannedWeek& planned) {
    std::optional<Date> place;
    for (std::size_t i = 0; i < planned.free.size(); ++i) {
      const bool settled = place && i > kWeeklyDaysOff;
      if (period_.Holds(planned.free[i]) && !settled) place = planned.free[i];
    }
    if (place) Add(person, week, planned, *place);
  }

  void AddTooFew(PersonIndex person, const CalendarWeek& week, const PlannedWeek& planned) {
    for (std::size_t i = kWeeklyWorkDays; i < planned.work.size(); ++i) {
      if (period_.Holds(planned.work[i])) return Add(person, week, planned, planned.work[i]);
    }
  }

  static std::string DaysText(const std::vector<Date>& days) {
    std::string text;
    for (const Date day : days) text += (text.empty() ? "" : Say("、", ", ")) + ShortDayText(day);
    return text.empty() ? Say("なし", "none") : text;
  }

  void Add(PersonIndex person, const CalendarWeek& week, const PlannedWeek& planned, Date place) {
    const Staff& staff = book_.Person(person);
    const bool too_many = planned.free.size() > kWeeklyDaysOff;
    const std::size_t due = planned.holidays >= kWeeklyDaysOff ? 0 : kWeeklyDaysOff - planned.holidays;
    reporter_->Add(
        rosters_.PlaceOfDay(person, place), PersonDayKey(staff.id, week.monday),
        Say("{}は{}からの週の週休日が {} 日（{}）で、{}。", "{0} has {2} days off in the week from {1} ({3}), {4}.",
            PersonText(staff), DayText(week.monday), planned.free.size(), DaysText(planned.free),
            too_many
                ? Say("2 日を超えています", "more than 2")
                : Say("{} 日に足りません（勤務 {} 日）", "fewer than {} ({} days of work)", due, planned.work.size())),
        too_many ? Say("勤務日にする日に勤務記号を入れて、週休日を 2 日にしてください。",
                       "Put a sign into a day that is to be worked, so that two days off are left.")
                 : Say("週休日にする日の勤務記号を消して、月曜から日曜までに 2 日の休みを置いてください。",
                       "Remove the sign of a day, so that there are two days off from Monday to Sunday."));
  }

  const RuleInput& input_;
  const DutyBook& book_;
  RosterBook rosters_;
  DateSpan period_;
  Reporter* reporter_;
};

}  // namespace

void CheckRosterWeek(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  WeekCheck check(input, reporter);
  const DateSpan days = check.days();
  for (Date monday = days.first.MondayOfWeek(); monday <= days.last; monday = monday + kDaysOfWeek) {
    const CalendarWeek week = WeekFrom(monday, input.calendar);
    for (PersonIndex person = 0; person < book.people(); ++person) check.Check(person, week);
  }
}

}  // namespace chohyo
