#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// Telework by order, unless the prefecture asked the person to stay at home.
bool IsContact(const StandbyCase& standby) {
  return standby.kind == CaseKind::kCloseContact || standby.kind == CaseKind::kFamilyInfected;
}

bool Fits(const StandbyCase& standby, Status status) {
  if (standby.kind == CaseKind::kBcpStandby || standby.kind == CaseKind::kNone) return true;
  if (!IsContact(standby)) return status == Status::kSpecialLeave;
  return status == Status::kTelework || (status == Status::kSpecialLeave && standby.restraint == YesNo::kYes);
}

std::string FittingText(const StandbyCase& standby) {
  if (!IsContact(standby)) return Say("特別休暇", "特別休暇");
  return standby.restraint == YesNo::kYes
             ? Say("在宅勤務か特別休暇（外出自粛要請あり）", "在宅勤務, or 特別休暇 as the person was asked to stay in")
             : Say("在宅勤務（特別休暇は外出自粛要請がある場合だけ）",
                   "在宅勤務; 特別休暇 only where the person was asked to stay in (外出自粛要請)");
}

bool IsOff(const DutyBook& book, const DutyDay& day) {
  return day.row.status == Status::kWeekDayOff || day.row.status == Status::kHoliday ||
         !book.IsWorkingDay(day.index, day.date);
}

/// The case that the day's treatment does not fit; nullptr if it fits one of the day's cases or there is none.
const StandbyCase* Unfitting(const DutyBook& book, const DutyDay& day) {
  const StandbyCase* unfitting = nullptr;
  for (const StandbyCase* standby : book.CasesOf(day.index)) {
    if (!Covers(*standby, day.date)) continue;
    if (Fits(*standby, day.row.status)) return nullptr;
    if (unfitting == nullptr) unfitting = standby;
  }
  return unfitting;
}

void Add(const RuleInput& input, const DutyDay& day, const StandbyCase& standby, Reporter* reporter) {
  AddAtDay(input, day, "status",
           Say("{}の{}は自宅待機 {}の日で{}とするところ、「{}」となっています。",
               "{0} has {4} on {1}, a day of standby case {2}, which asks for {3}.", PersonText(day.person),
               DayText(day.date), CaseText(standby), FittingText(standby), StatusText(day.row.status)),
           Say("勤怠の区分か、自宅待機の区分・期間・外出自粛要請を直してください。",
               "Correct the status of the row, or kind, days or 外出自粛要請 of the case."),
           reporter);
}

}  // namespace

void CheckTreatment(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  book.ForEachDay([&](const DutyDay& day) {
    const StandbyCase* standby = Unfitting(book, day);
    if (standby == nullptr || IsOff(book, day) || input.IsRosterUnknown(day.person.id, day.date)) return;
    Add(input, day, *standby, reporter);
  });
}

}  // namespace chohyo
