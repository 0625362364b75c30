#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

bool Reports(const DutyBook& book, PersonIndex person, Date date) {
  const auto contacts = book.ContactsOf(person, date);
  return std::any_of(contacts.begin(), contacts.end(), [](const Contact* contact) {
    return contact->kind == ContactKind::kReport || contact->kind == ContactKind::kAnyTime;
  });
}

}  // namespace

void CheckNextDayReport(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  book.ForEachDay([&](const DutyDay& day) {
    if (day.row.status != Status::kStandby) return;
    const auto next = book.NextWorkingDay(day.index, day.date, book.period().last);
    if (!next || Reports(book, day.index, *next)) return;
    AddAtDay(input, day, "",
             Say("{}は{}が自宅待機でしたが、翌勤務日の{}に「報告」も「随時」も連絡がありません。",
                 "{} was on standby on {}, but the log of the next working day, {}, has neither 報告 nor 随時.",
                 PersonText(day.person), DayText(day.date), ShortDayText(*next)),
             Say("待機の状況を本人から聞き、連絡記録に種別「報告」で加えてください。",
                 "Hear from the person how the standby went and add it to the log as 報告."),
             reporter);
  });
}

}  // namespace chohyo
