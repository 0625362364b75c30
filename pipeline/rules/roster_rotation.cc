#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/roster_book.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// Calls visit(SignDay) for every sign of a rotation.
template <typename Visit>
void ForEachRotationSign(const RosterBook& rosters, Visit visit) {
  rosters.ForEachSign([&](const SignDay& day) {
    if (day.IsOf(RosterMethod::kRotation)) visit(day);
  });
}

void Add(const RosterBook& rosters, const SignDay& day, std::string message, std::string hint, Reporter* reporter) {
  reporter->Add(rosters.PlaceOfDay(day.index, day.date()), PersonDayKey(day.person.id, day.date()), std::move(message),
                std::move(hint));
}

}  // namespace

void CheckRosterMethod(const RuleInput& input, Reporter* reporter) {
  const RosterBook rosters(input);
  ForEachRotationSign(rosters, [&](const SignDay& day) {
    if (day.sign.shift == Shift::kB) return;
    Add(rosters, day,
        Say("{}の{}の勤務記号が「{}」ですが、{}はローテーション勤務で、使えるのは B だけです。",
            "{0} has the sign {2} on {1}, but {3} works by rotation, where only B is allowed.", PersonText(day.person),
            DayText(day.date()), ShiftText(day.sign.shift), DepartmentText(input.records, day.unit->department)),
        Say("勤務記号を B に直すか、所属の実施方法を時差出勤に改めてください（併用はできません）。",
            "Make it B, or change the department's method to 時差出勤; the two cannot be mixed."),
        reporter);
  });
}

void CheckRosterHoliday(const RuleInput& input, Reporter* reporter) {
  const RosterBook rosters(input);
  ForEachRotationSign(rosters, [&](const SignDay& day) {
    const auto holiday = NationalHoliday(day.date());
    if (!holiday) return;
    Add(rosters, day,
        Say("{}の{}に勤務記号「{}」がありますが、この日は祝日（{}）です。",
            "{0} has the sign {2} on {1}, a national holiday ({3}).", PersonText(day.person), DayText(day.date()),
            ShiftText(day.sign.shift), *holiday),
        Say("ローテーション勤務では祝日を勤務日にできません。勤務記号を消してください。",
            "A rotation may not plan work on national holidays: remove the sign."),
        reporter);
  });
}

}  // namespace chohyo
