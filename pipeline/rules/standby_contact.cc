#include <algorithm>
#include <cstdlib>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/leave.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/standby_days.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// When a contact is in time, the tolerance not counted: one moment on plain days, a stretch where leave of part of the
/// day leaves open when work began or ended.
struct Window {
  TimeOfDay first, last;
};

constexpr Window kAnyTime{{0}, {24 * 60}};

/// The hours of a day at home with the windows of both contacts.
struct ContactWindows {
  Window start, end;
};

bool IsWholeDay(const Attendance& row) {
  return !row.start || !row.end || row.end->minutes - row.start->minutes >= kShiftLength.value;
}

/// Leave whose hours the table does not say: at the end that the note names, else at either.
void OpenEnds(const Attendance& leave, ContactWindows* windows) {
  const bool morning = leave.note.find("午前") != std::string::npos;
  const bool afternoon = leave.note.find("午後") != std::string::npos;
  if (morning || !afternoon) windows->start = kAnyTime;
  if (afternoon || !morning) windows->end = kAnyTime;
}

/// Leave from or up to an end of the day. Half a day moves that end to the leave (or to the break beside it, or to
/// where the row's own hours begin or end), an hour lets the contact stand at either.
void MoveEnds(const Attendance& leave, const Hours& hours, const Hours& pause, ContactWindows* windows) {
  const bool half = leave.status == Status::kHalfLeave;
  if (*leave.start <= hours.start) {
    windows->start = {half ? *leave.end : hours.start,
                      half ? std::max({*leave.end, pause.end, hours.start}) : *leave.end};
  } else if (*leave.end >= hours.end) {
    windows->end = {half ? std::min({*leave.start, pause.start, hours.end}) : *leave.start,
                    half ? *leave.start : hours.end};
  }
}

/// The hours as the row that counts has them, moved by leave for a part of the day.
ContactWindows WindowsOf(const DutyBook& book, const DutyDay& day) {
  const Hours hours = book.HoursOf(day.index, day.date);
  ContactWindows windows{{hours.start, hours.start}, {hours.end, hours.end}};
  for (const Attendance* leave : book.RowsOf(day.index, day.date)) {
    if (!IsPartDayLeave(leave->status)) continue;
    if (leave->start && leave->end) {
      MoveEnds(*leave, hours, BreakOfShift(day.row.shift), &windows);
    } else if (leave->status == Status::kHalfLeave && IsWholeDay(day.row)) {
      OpenEnds(*leave, &windows);
    }
  }
  if (NamesHalfLeave(day.row.note) && IsWholeDay(day.row)) OpenEnds(day.row, &windows);
  return windows;
}

/// How a start or an end is looked for and spoken of.
struct ContactEnd {
  ContactKind kind;
  Window ContactWindows::*window;
  const char *ja, *en;  ///< what the contact is called
};

constexpr ContactEnd kStart{ContactKind::kStart, &ContactWindows::start, "開始", "start"};
constexpr ContactEnd kEnd{ContactKind::kEnd, &ContactWindows::end, "終了", "end"};

class ContactCheck {
 public:
  ContactCheck(const RuleInput& input, const ContactEnd& end, Reporter* reporter)
      : input_(input), book_(input.book()), end_(end), reporter_(reporter) {}

  void Check(const DutyDay& day) {
    const Window window = WindowsOf(book_, day).*end_.window;
    const Contact* nearest = nullptr;
    for (const Contact* contact : book_.ContactsOf(day.index, day.date)) {
      if (contact->kind != end_.kind) continue;
      if (nearest == nullptr || Off(contact->time, window) < Off(nearest->time, window)) nearest = contact;
    }
    if (nearest == nullptr) return AddNone(day, window);
    if (Off(nearest->time, window) > Tolerance()) AddOff(day, window, nearest->time);
  }

 private:
  std::int32_t Tolerance() const { return input_.office.policy.contact_tolerance.value; }

  /// By how many minutes a time misses the window.
  static std::int32_t Off(TimeOfDay time, const Window& window) {
    return std::max({0, window.first.minutes - time.minutes, time.minutes - window.last.minutes});
  }

  static std::string WindowText(const Window& window) {
    return window.first == window.last ? window.first.Text() : SpanText(window.first, window.last);
  }

  void AddNone(const DutyDay& day, const Window& window) {
    Add(day, Say("{0}は{1}が「{2}」ですが、{3}の連絡（{5}）がありません。",
                 "{0} has {2} on {1}, but the log has no contact at the {4} ({5}).", PersonText(day.person),
                 DayText(day.date), StatusText(day.row.status), end_.ja, end_.en, WindowText(window)));
  }

  void AddOff(const DutyDay& day, const Window& window, TimeOfDay time) {
    Add(day, Say("{0}は{1}が「{2}」ですが、{3}の連絡が {6} で、{5} の前後 {7} 分にありません。",
                 "{0} has {2} on {1}; the contact at the {4} came at {6}, not within {7} minutes of {5}.",
                 PersonText(day.person), DayText(day.date), StatusText(day.row.status), end_.ja, end_.en,
                 WindowText(window), time.Text(), Tolerance()));
  }

  void Add(const DutyDay& day, std::string message) {
    AddAtDay(
        input_, day, "", std::move(message),
        Say("所属長に確かめ、連絡があったのなら連絡記録に種別「{0}」で加えてください。なかったのなら本人に伝えてくだ"
            "さい。",
            "Ask the head: if there was a contact, add it to the log as {0}; if not, tell the person.", end_.ja),
        reporter_);
  }

  const RuleInput& input_;
  const DutyBook& book_;
  const ContactEnd& end_;
  Reporter* reporter_;
};

void CheckContact(const RuleInput& input, const ContactEnd& end, Reporter* reporter) {
  ContactCheck check(input, end, reporter);
  ForEachHomeDay(input.book(), [&](const DutyDay& day) { check.Check(day); });
}

}  // namespace

void CheckContactStart(const RuleInput& input, Reporter* reporter) { CheckContact(input, kStart, reporter); }
void CheckContactEnd(const RuleInput& input, Reporter* reporter) { CheckContact(input, kEnd, reporter); }

}  // namespace chohyo
