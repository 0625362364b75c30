#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/telework.h"
#include "pipeline/rules/telework_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

std::string_view AppointmentText(Appointment appointment) {
  for (const Column<Staff>& column : ColumnsOf<Staff>()) {
    if (column.alias == "appointment") return ChoiceText(column, ChoiceIndex{static_cast<std::uint8_t>(appointment)});
  }
  return {};
}

/// In force on a day of the period: then it is so on the first of them, as only later registrations supersede it.
bool IsInForce(const DutyBook& book, PersonIndex person, const Registration& row) {
  if (!row.approved || *row.approved > book.period().last) return false;
  return book.RegistrationOn(person, std::max(book.period().first, *row.approved)) == &row;
}

/// Calls visit(Staff, Registration) for the registrations that are checked.
template <typename Visit>
void ForEachRegistration(const RuleInput& input, Visit visit) {
  const DutyBook& book = input.book();
  PersonFinder finder(input.records);
  for (const Registration& row : input.records.registrations.rows) {
    const PersonIndex person = finder.Of(row.staff);
    if (person == kNobody) continue;
    if (input.period.Holds(row.applied) || IsInForce(book, person, row)) visit(book.Person(person), row);
  }
}

/// Why no registration is in force on a day, as far as the person's own registrations tell.
std::string WhyNot(const DutyBook& book, const DutyDay& day) {
  const Registration* last = nullptr;
  for (const Registration* row : book.RegistrationsOf(day.index)) {
    if (last == nullptr || last->applied < row->applied) last = row;
  }
  if (last == nullptr) return Say("登録申請がありません", "there is no registration");
  const std::string applied = ShortDayText(last->applied);
  if (!last->approved) return Say("{}申請の登録に承認日がありません", "the one of {} is not approved", applied);
  if (*last->approved > day.date) {
    return Say("{}申請の登録の承認は{}です", "the one of {} was approved only on {}", applied,
               DayText(*last->approved));
  }
  return Say("{}申請の登録は{}に取り消されています", "the one of {} was revoked on {}", applied,
             last->revoked ? DayText(*last->revoked) : std::string("?"));
}

}  // namespace

void CheckNotRegistered(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  ForEachTeleworkDay(book, [&](const DutyDay& day) {
    if (book.RegistrationOn(day.index, day.date) != nullptr) return;
    AddAtDay(
        input, day, "status",
        Say("{}は{}が在宅勤務ですが、この日に有効な在宅勤務登録がありません（{}）。",
            "{} teleworks on {} without a registration in force: {}.", PersonText(day.person), DayText(day.date),
            WhyNot(book, day)),
        Say("在宅勤務登録の承認日・取消日を確かめてください。登録がなければ、区分を直すか、登録申請を求めてください。",
            "Check when the registration was approved or revoked; without one, correct the status or ask for a "
            "registration."),
        reporter);
  });
}

void CheckNotEligible(const RuleInput& input, Reporter* reporter) {
  const auto& ineligible = input.office.policy.ineligible;
  ForEachRegistration(input, [&](const Staff& person, const Registration& row) {
    const std::string_view appointment = AppointmentText(person.appointment);
    if (appointment.empty() || std::find(ineligible.begin(), ineligible.end(), appointment) == ineligible.end()) return;
    reporter->Add(PlaceOf("registrations", input.records.registrations, row, "staff"), KeyOf(row),
                  Say("{}の在宅勤務登録（{}申請）がありますが、任用区分が「{}」の職員は在宅勤務の対象外です。",
                      "{} has a telework registration (applied for on {}), but people of appointment {} may not "
                      "telework.",
                      PersonText(person), DayText(row.applied), appointment),
                  Say("登録に取消日を入れるか、職員の任用区分を確かめてください。",
                      "Revoke the registration, or check the appointment in the staff table."));
  });
}

void CheckReason(const RuleInput& input, Reporter* reporter) {
  ForEachRegistration(input, [&](const Staff& person, const Registration& row) {
    if (row.reason != RegistrationReason::kHeadApproved || !row.detail.empty()) return;
    reporter->Add(PlaceOf("registrations", input.records.registrations, row, "detail"), KeyOf(row),
                  Say("{}の在宅勤務登録（{}申請）は所属長認定ですが、事由詳細が空です。",
                      "the telework registration of {} (applied for on {}) is by the head's leave, but 事由詳細 is "
                      "empty.",
                      PersonText(person), DayText(row.applied)),
                  Say("所属長が認めた事由を事由詳細に書いてください。", "Write the head's reason into 事由詳細."));
  });
}

}  // namespace chohyo
