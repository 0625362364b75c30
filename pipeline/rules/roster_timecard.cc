#include <optional>
#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/leave.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/roster_book.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// Days spent elsewhere, or recorded as absent: no card is needed, and one that is there says nothing of the shift.
bool NeedsNoCard(Status status) {
  switch (status) {
    case Status::kStandby:
    case Status::kTelework:
    case Status::kTrip:
    case Status::kAnnualLeave:
    case Status::kSpecialLeave:
    case Status::kSickLeave:
    case Status::kAbsent: return true;
    default: return false;
  }
}

/// Time cards of the period's days.
class Cards {
 public:
  explicit Cards(const RuleInput& input) : cards_(input.records, input.records.timecards, input.period) {}

  /// The first card of the day that holds a time; nullptr if there is none.
  const Timecard* Of(PersonIndex person, Date date) const {
    const auto cards = cards_.Of(person, date);
    const bool stamped = !cards.empty() && (cards.front()->in || cards.front()->out);
    return stamped ? cards.front() : nullptr;
  }

 private:
  PersonDays<Timecard> cards_;
};

std::string ShiftWithHours(Shift shift) {
  const Hours hours = HoursOfShift(shift);
  return Say("{}（{}）", "{} ({})", ShiftText(shift), SpanText(hours.start, hours.end));
}

class TimecardCheck {
 public:
  TimecardCheck(const RuleInput& input, Reporter* reporter)
      : input_(input), book_(input.book()), rosters_(input), cards_(input), reporter_(reporter) {}

  const DateSpan& days() const { return rosters_.days(); }

  void Check(PersonIndex person, Date date) {
    if (IsUnknown(person, date)) return;
    const RosterDay* sign = book_.SignOf(person, date);
    const Timecard* card = cards_.Of(person, date);
    if (sign == nullptr) {
      if (card != nullptr) AddDayOff(person, *card);
      return;
    }
    const Attendance* row = book_.RowOf(person, date);
    if (row != nullptr && NeedsNoCard(row->status)) return;
    if (card == nullptr) return AddNoCard(person, *sign);
    if (!IsExcused(person, date, row)) Compare(person, *sign, *card);
  }

 private:
  std::int32_t Tolerance() const { return input_.office.policy.timecard_tolerance.value; }

  /// Plan, card or attendance of the day could not be read: whether they differ is not known.
  bool IsUnknown(PersonIndex person, Date date) const {
    if (input_.unusable_keys.empty()) return false;
    const std::string key = PersonDayKey(book_.Person(person).id, date);
    return input_.IsUnusable("roster_days", key) || input_.IsUnusable("timecards", key) ||
           input_.IsUnusable("attendance", key);
  }

  bool IsExcused(PersonIndex person, Date date, const Attendance* row) const {
    const bool late = row != nullptr && row->status == Status::kLate;
    return late || HasHourLeave(book_, person, date) || HasHalfLeave(book_, person, date);
  }

  void Compare(PersonIndex person, const RosterDay& sign, const Timecard& card) {
    const Hours hours = HoursOfShift(sign.shift);
    std::string what;
    if (!card.in) {
      what = Say("出勤の打刻なし", "no time in");
    } else if (card.in->minutes > hours.start.minutes + Tolerance()) {
      what = Say("出勤 {}（{} 分遅い）", "in at {}, {} minutes late", card.in->Text(),
                 card.in->minutes - hours.start.minutes);
    }
    const std::string out = WhatOfOut(card, hours);
    if (!what.empty() && !out.empty()) what += Say("、", ", ");
    what += out;
    if (!what.empty()) AddDifference(person, sign, card, what);
  }

  std::string WhatOfOut(const Timecard& card, const Hours& hours) const {
    if (!card.out) return Say("退勤の打刻なし", "no time out");
    if (card.out->minutes >= hours.end.minutes - Tolerance()) return {};
    return Say("退勤 {}（{} 分早い）", "out at {}, {} minutes early", card.out->Text(),
               hours.end.minutes - card.out->minutes);
  }

  void AddDifference(PersonIndex person, const RosterDay& sign, const Timecard& card, const std::string& what) {
    AddAtCard(person, card,
              Say("{}の{}は勤務計画の {}に対し、タイムカードは{}です（許容 {} 分）。",
                  "{0} is planned for {2} on {1}, but the time card has {3} (tolerance {4} minutes).",
                  PersonText(book_.Person(person)), DayText(card.date), ShiftWithHours(sign.shift), what, Tolerance()),
              Say("本人に確かめ、遅刻・休暇なら勤怠に、勤務の変更なら勤務計画に反映してください。",
                  "Ask the person; enter lateness or leave into attendance, a changed shift into the roster."));
  }

  void AddDayOff(PersonIndex person, const Timecard& card) {
    AddAtCard(person, card,
              Say("{}の{}は勤務計画では勤務のない日ですが、タイムカード（出勤 {}、退勤 {}）があります。",
                  "{} has no sign on {}, but there is a time card (in {}, out {}).", PersonText(book_.Person(person)),
                  DayText(card.date), TimeText(card.in), TimeText(card.out)),
              Say("出勤したのなら勤務計画と勤怠を直し、そうでなければタイムカードを確かめてください。",
                  "If the person did work, correct roster and attendance; else check the time card."));
  }

  static std::string TimeText(const std::optional<TimeOfDay>& time) { return time ? time->Text() : "–"; }

  void AddAtCard(PersonIndex person, const Timecard& card, std::string message, std::string hint) {
    reporter_->Add(PlaceOf("timecards", input_.records.timecards, card, ""),
                   PersonDayKey(book_.Person(person).id, card.date), std::move(message), std::move(hint));
  }

  void AddNoCard(PersonIndex person, const RosterDay& sign) {
    const Staff& staff = book_.Person(person);
    reporter_->Add(rosters_.PlaceOfDay(person, sign.date), PersonDayKey(staff.id, sign.date),
                   Say("{}の{}は勤務計画では {}ですが、タイムカードがありません。",
                       "{0} is planned for {2} on {1}, but there is no time card.", PersonText(staff),
                       DayText(sign.date), ShiftWithHours(sign.shift)),
                   Say("打刻漏れか休みかを本人に確かめ、タイムカードか勤怠・勤務計画を直してください。",
                       "Ask whether the person forgot or was away; correct the card, or attendance and roster."));
  }

  const RuleInput& input_;
  const DutyBook& book_;
  RosterBook rosters_;
  Cards cards_;
  Reporter* reporter_;
};

void AddStay(const RuleInput& input, const SignDay& day, const Timecard& card, Reporter* reporter) {
  const TimeOfDay end = HoursOfShift(day.sign.shift).end;
  reporter->Add(
      PlaceOf("timecards", input.records.timecards, card, "out"), PersonDayKey(day.person.id, day.date()),
      Say("{}の{}は時差出勤の {}ですが、退勤が {} で、終了から {} 分居残っています（許容 {} 分）。",
          "{0} has the staggered shift {2} on {1}, but went at {3}, {4} minutes after its end (tolerance {5} "
          "minutes).",
          PersonText(day.person), DayText(day.date()), ShiftWithHours(day.sign.shift), card.out->Text(),
          card.out->minutes - end.minutes, input.office.policy.timecard_tolerance.value),
      Say("時差出勤の日の時間外勤務は控えることになっています。事情を確かめ、続くようならシフトを見直してください。",
          "Staggered days should have no overtime: ask why, and change the shift if it happens often."));
}

}  // namespace

void CheckTimecard(const RuleInput& input, Reporter* reporter) {
  if (input.records.timecards.file.empty()) return;  // an office without time cards has nothing to compare
  const DutyBook& book = input.book();
  TimecardCheck check(input, reporter);
  for (PersonIndex person = 0; person < book.people(); ++person) {
    for (Date date = check.days().first; date <= check.days().last; ++date) {
      if (book.IsOnRoster(person, date) && book.Person(person).InOffice(date)) check.Check(person, date);
    }
  }
}

void CheckShiftOvertime(const RuleInput& input, Reporter* reporter) {
  const RosterBook rosters(input);
  const Cards cards(input);
  const std::int32_t tolerance = input.office.policy.timecard_tolerance.value;
  rosters.ForEachSign([&](const SignDay& day) {
    if (!day.IsOf(RosterMethod::kStaggered) || !IsStaggered(day.sign.shift)) return;
    const Timecard* card = cards.Of(day.index, day.date());
    if (card == nullptr || !card->out) return;
    const std::int32_t end = HoursOfShift(day.sign.shift).end.minutes;
    if (card->out->minutes > end + tolerance) AddStay(input, day, *card, reporter);
  });
}

}  // namespace chohyo
