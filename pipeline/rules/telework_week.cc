#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/telework.h"
#include "pipeline/rules/telework_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// Parts of a day in half minutes of 7:45, so that half a day and single minutes are whole numbers.
using DayPart = int;
constexpr DayPart kWholeDay = 930, kHalfDay = kWholeDay / 2;
constexpr int kMostHalfDayMinutes = 4 * 60, kMinutesWithBreak = 6 * 60, kBreakMinutes = 60;
constexpr int kUsualWorkingDays = 5;

/// A person's week that begins on a Monday.
struct Week {
  Date monday;
  DayPart telework = 0;
  DayPart at_office = 0;  ///< days that no row speaks of are taken to be at the office
  int working_days = 0;
  std::vector<const Attendance*> telework_rows;
  const Attendance* first_too_many = nullptr;
};

/// What a telework day counts: all of it, unless the city allows parts and the row says when it began and ended.
DayPart PartOf(const Attendance& row, TeleworkUnit unit) {
  if (unit == TeleworkUnit::kDay || !row.start || !row.end || *row.end <= *row.start) return kWholeDay;
  const int minutes = row.end->minutes - row.start->minutes;
  if (unit == TeleworkUnit::kHalfDay) return minutes <= kMostHalfDayMinutes ? kHalfDay : kWholeDay;
  return std::min(kWholeDay, 2 * (minutes > kMinutesWithBreak ? minutes - kBreakMinutes : minutes));
}

bool IsAtOffice(Status status) {
  switch (status) {
    case Status::kPresent:
    case Status::kSupport:
    case Status::kLate:
    case Status::kHalfLeave:
    case Status::kHourLeave: return true;
    default: return false;
  }
}

void AddDay(const RuleInput& input, const DutyDay& day, bool telework, Week* week) {
  const Policy& policy = input.office.policy;
  const bool working_day = input.calendar.IsWorkingDay(day.date);
  if (working_day) week->at_office -= kWholeDay;  // a row speaks of it
  const bool day_off = day.row.status == Status::kWeekDayOff || day.row.status == Status::kHoliday;
  if (working_day && day_off) --week->working_days;
  if (IsAtOffice(day.row.status)) week->at_office += kWholeDay;
  if (!telework) return;
  const DayPart part = PartOf(day.row, policy.telework_unit);
  week->telework += part;
  week->at_office += kWholeDay - part;
  week->telework_rows.push_back(&day.row);
  const bool over = week->telework > policy.telework_days_per_week * kWholeDay;
  if (over && week->first_too_many == nullptr) week->first_too_many = &day.row;
}

Week WeekOf(const RuleInput& input, PersonIndex person, Date monday) {
  const DutyBook& book = input.book();
  Week week;
  week.monday = monday;
  for (Date date = monday; date < monday + 7; ++date) week.working_days += input.calendar.IsWorkingDay(date) ? 1 : 0;
  week.at_office = week.working_days * kWholeDay;
  book.ForEachDayOf(person, {monday, monday + 6}, [&](const DutyDay& day) {
    AddDay(input, day, IsTeleworkDay(book, person, day.date, day.row.status), &week);
  });
  return week;
}

/// Days at the office that the week asks for: fewer where days off make it shorter.
DayPart OfficeDaysNeeded(const Policy& policy, const Week& week) {
  return std::max(0, policy.office_days_per_week - (kUsualWorkingDays - week.working_days)) * kWholeDay;
}

/// 3 or 2.5
std::string DaysText(DayPart part) {
  if (part % kWholeDay == 0) return fmt::format("{}", part / kWholeDay);
  return fmt::format("{:.1f}", static_cast<double>(part) / kWholeDay);
}

std::string Hint() {
  return Say("出勤日に改めるか、やむを得ない事情があれば特例承認（waivers）に加えてください。",
             "Make one a day at the office, or enter a waiver where there is good reason.");
}

void AddTooMuch(const RuleInput& input, const Staff& person, const Week& week, Reporter* reporter) {
  reporter->Add(PlaceOf("attendance", input.records.attendance, *week.first_too_many, "status"),
                PersonDayKey(person.id, week.monday),
                Say("{}は{}からの週の在宅勤務が {} 日で、週 {} 日までを超えています（{}が最初の超過日）。",
                    "{0} teleworks on {2} days of the week from {1}, more than the {3} allowed ({4} is the first too "
                    "many).",
                    PersonText(person), DayText(week.monday), DaysText(week.telework),
                    input.office.policy.telework_days_per_week, ShortDayText(week.first_too_many->date)),
                Hint());
}

/// The first telework day without which the week would have had enough days at the office.
const Attendance* FirstInsteadOfOffice(const Week& week, DayPart needed) {
  const DayPart lack = needed - week.at_office;
  if (lack <= 0 || week.telework_rows.empty()) return nullptr;
  const auto days = static_cast<std::size_t>((lack + kWholeDay - 1) / kWholeDay);
  return week.telework_rows[week.telework_rows.size() - std::min(days, week.telework_rows.size())];
}

void AddTooFewAtOffice(const RuleInput& input, const Staff& person, const Week& week, const Attendance& row,
                       Reporter* reporter) {
  const DayPart needed = OfficeDaysNeeded(input.office.policy, week);
  reporter->Add(
      PlaceOf("attendance", input.records.attendance, row, "status"), PersonDayKey(person.id, week.monday),
      Say("{}は{}からの週の出勤が {} 日で、在宅勤務をする週に要る {} 日に足りません（在宅勤務は {} 日）。",
          "{0} is at the office on {2} days of the week from {1}, fewer than the {3} that a week with telework needs "
          "(telework: {4} days).",
          PersonText(person), DayText(week.monday), DaysText(week.at_office), DaysText(needed),
          DaysText(week.telework)),
      Hint());
}

void CheckWeek(const RuleInput& input, const Staff& person, const Week& week, Reporter* reporter) {
  if (week.first_too_many != nullptr) {
    if (input.period.Holds(week.first_too_many->date)) AddTooMuch(input, person, week, reporter);
    return;
  }
  const Attendance* row = FirstInsteadOfOffice(week, OfficeDaysNeeded(input.office.policy, week));
  if (row != nullptr && input.period.Holds(row->date)) AddTooFewAtOffice(input, person, week, *row, reporter);
}

}  // namespace

void CheckDaysPerWeek(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  const Date first = std::max(input.period.first, book.attended().first).MondayOfWeek();
  const Date last = std::min(input.period.last, book.attended().last);
  for (PersonIndex person = 0; person < book.people(); ++person) {
    for (Date monday = first; monday <= last; monday = monday + 7) {
      CheckWeek(input, book.Person(person), WeekOf(input, person, monday), reporter);
    }
  }
}

}  // namespace chohyo
