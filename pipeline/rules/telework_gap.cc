#include <algorithm>
#include <array>
#include <string_view>

#include "pipeline/base/lang.h"
#include "pipeline/rules/leave.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/telework.h"
#include "pipeline/rules/telework_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

using Contacts = PersonDays<Contact>::Rows;

/// "中抜け" is named, and not only to say that there was none.
bool NamesGap(std::string_view text) {
  constexpr std::string_view kGap = "中抜け";
  constexpr std::array<std::string_view, 5> kDenials = {"なし", "無し", "はなし", "はありません", "はしていません"};
  for (std::size_t at = text.find(kGap); at != std::string_view::npos; at = text.find(kGap, at + 1)) {
    const std::string_view after = text.substr(at + kGap.size());
    if (std::none_of(kDenials.begin(), kDenials.end(), [&](auto denial) { return after.starts_with(denial); })) {
      return true;
    }
  }
  return false;
}

/// The earliest contact that `counts(contact)` is true for; of equally early ones the first in the file.
template <typename Counts>
const Contact* Earliest(const Contacts& contacts, Counts counts) {
  const Contact* earliest = nullptr;
  for (const Contact* contact : contacts) {
    if (!counts(*contact)) continue;
    if (earliest == nullptr || contact->time < earliest->time) earliest = contact;
  }
  return earliest;
}

const Contact* StartAfter(const Contacts& contacts, const Contact& stop) {
  return Earliest(contacts, [&](const Contact& c) { return c.kind == ContactKind::kStart && c.time > stop.time; });
}

/// A break of a day: the contact that tells of it, and the one after which work went on (nullptr if none tells).
struct Gap {
  const Contact* stop = nullptr;
  const Contact* start = nullptr;
};

Gap GapOf(const Contacts& contacts) {
  const Contact* end = Earliest(contacts, [](const Contact& c) { return c.kind == ContactKind::kEnd; });
  const Contact* again = end != nullptr ? StartAfter(contacts, *end) : nullptr;
  if (again != nullptr) return {end, again};
  const Contact* told =
      Earliest(contacts, [](const Contact& c) { return c.kind == ContactKind::kAnyTime && NamesGap(c.text); });
  return {told, told != nullptr ? StartAfter(contacts, *told) : nullptr};
}

std::string GapText(const Gap& gap) {
  if (gap.start != nullptr) {
    return Say(" {} から {} まで中抜けしています", "broke off work from {} to {}", gap.stop->time.Text(),
               gap.start->time.Text());
  }
  return Say(" {} の随時の連絡で「中抜け」と伝えています", "named a break (中抜け) in the contact at {}",
             gap.stop->time.Text());
}

}  // namespace

void CheckGap(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  ForEachTeleworkDay(book, [&](const DutyDay& day) {
    const Gap gap = GapOf(book.ContactsOf(day.index, day.date));
    if (gap.stop == nullptr || HasHourLeave(book, day.index, day.date)) return;
    const Contact& place = gap.start != nullptr ? *gap.start : *gap.stop;
    reporter->Add(PlaceOf("contacts", input.records.contacts, place, "time"), PersonDayKey(day.person.id, day.date),
                  Say("{}は{}の在宅勤務で{}が、時間休暇がありません。",
                      "{0}, teleworking on {1}, {2}, but has no leave by the hour.", PersonText(day.person),
                      DayText(day.date), GapText(gap)),
                  Say("中抜けの時間について時間休暇の申請を求め、勤怠に時間休暇の行を加えてください。",
                      "Ask for leave for the break and add a row 時間休暇 to attendance."));
  });
}

}  // namespace chohyo
