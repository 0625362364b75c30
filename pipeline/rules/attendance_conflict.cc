#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/attendance.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

bool IsAtOffice(Status status) {
  return status == Status::kPresent || status == Status::kSupport || status == Status::kLate;
}

bool IsWork(Status status) {
  return IsAtOffice(status) || status == Status::kTelework || status == Status::kTrip || IsPartDayLeave(status);
}

bool IsDayOff(const DutyBook& book, const DutyDay& day) {
  if (book.IsOnRoster(day.index, day.date)) return book.SignOf(day.index, day.date) == nullptr;
  return day.date.weekday() == Weekday::kSaturday || day.date.weekday() == Weekday::kSunday;
}

std::string Until(const StandbyCase& standby) {
  return standby.to ? Say("から{}まで", " to {}", ShortDayText(*standby.to))
                    : Say("から、終了日は未定", ", its end open");
}

class Conflicts {
 public:
  Conflicts(const RuleInput& input, Reporter* reporter)
      : input_(input), book_(input.book()), table_(input.records.attendance), reporter_(reporter) {}

  void Check(const DutyDay& day) {
    if (!IsWork(day.row.status)) return;
    const bool at_office = IsAtOffice(day.row.status);
    if (const StandbyCase* standby = at_office ? book_.CaseOn(day.index, day.date) : nullptr) {
      AddCase(day, *standby);
    } else if (const TeleworkPlan* plan = at_office ? book_.PlanOn(day.index, day.date) : nullptr) {
      AddPlan(day, *plan);
    } else if (IsDayOff(book_, day) && !input_.IsRosterUnknown(day.person.id, day.date)) {
      AddDayOff(day);
    }
  }

 private:
  void Add(const DutyDay& day, std::string message, std::string hint) {
    reporter_->Add(PlaceOf("attendance", table_, day.row, "status"), PersonDayKey(day.person.id, day.date),
                   std::move(message), std::move(hint));
  }

  void AddCase(const DutyDay& day, const StandbyCase& standby) {
    Add(day,
        Say("{}は{}に「{}」となっていますが、この日は自宅待機 {}の期間（{}{}）です。",
            "{} is at the office on {} (「{}」), but standby case {} covers the day (from {}{}).",
            PersonText(day.person), DayText(day.date), StatusText(day.row.status), CaseText(standby),
            ShortDayText(standby.from), Until(standby)),
        Say("出勤していなければ勤怠の区分を、出勤していれば自宅待機の終了日を直してください。",
            "Correct the status of the row or, if the person did come, the end of the case."));
  }

  void AddPlan(const DutyDay& day, const TeleworkPlan& plan) {
    Add(day,
        Say("{}は{}に「{}」となっていますが、この日は在宅勤務計画（{}～{}）の日です。",
            "{} is at the office on {} (「{}」), but a telework plan covers the day ({} to {}).",
            PersonText(day.person), DayText(day.date), StatusText(day.row.status), ShortDayText(plan.from),
            ShortDayText(plan.span().last)),
        Say("在宅勤務をしていれば勤怠の区分を、出勤していれば在宅勤務計画の期間を直してください。",
            "Correct the status of the row or, if the person did come, the days of the plan."));
  }

  void AddDayOff(const DutyDay& day) {
    const bool roster = book_.IsOnRoster(day.index, day.date);
    const std::string why =
        roster ? Say("勤務計画表では勤務のない日です", "the roster has no sign for that day")
               : Say("勤務計画のない職員の週休日です", "without a roster, Saturdays and Sundays are days off");
    Add(day,
        Say("{}は{}に「{}」となっていますが、{}。", "{} works on {} (「{}」), but {}.", PersonText(day.person),
            DayText(day.date), StatusText(day.row.status), why),
        Say("日付と区分を確かめてください。週休日を振り替えたのなら、勤務計画表に勤務記号を入れてください。",
            "Check date and status; if the day off was moved, put a sign into the roster."));
  }

  const RuleInput& input_;
  const DutyBook& book_;
  const TableOf<Attendance>& table_;
  Reporter* reporter_;
};

}  // namespace

void CheckAttendanceConflict(const RuleInput& input, Reporter* reporter) {
  Conflicts conflicts(input, reporter);
  input.book().ForEachDay([&](const DutyDay& day) { conflicts.Check(day); });
}

}  // namespace chohyo
