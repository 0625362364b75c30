#include "pipeline/base/lang.h"
#include "pipeline/rules/attendance.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// A month of a city of 40,000 without any row; more only shows that the period is wrong.
constexpr std::size_t kMostFindings = 1'000'000;

class MissingRows {
 public:
  MissingRows(const RuleInput& input, Reporter* reporter)
      : input_(input), book_(input.book()), file_(input.records.attendance.file), reporter_(reporter) {
    const auto unusable = input.unusable_keys.find("attendance");
    if (unusable != input.unusable_keys.end()) unusable_ = &unusable->second;
  }

  void Check(PersonIndex person) {
    const Staff& staff = book_.Person(person);
    for (Date date = book_.period().first; date <= book_.period().last && !IsFull(); ++date) {
      if (!book_.RowsOf(person, date).empty() || !staff.InOffice(date)) continue;
      if (book_.IsWorkingDay(person, date) && !input_.IsRosterUnknown(staff.id, date)) Add(staff, date);
    }
  }

  bool IsFull() const { return count_ >= kMostFindings; }

  void AddRest() {
    reporter_->Add({file_, "attendance"}, "",
                   Say("勤怠の行がない勤務日は、{} 件までを並べました。",
                       "only the first {} working days without an attendance row are listed.", kMostFindings),
                   Say("期間の指定と勤怠の表を確かめてください。", "Check the period asked for and the table."));
  }

 private:
  void Add(const Staff& person, Date date) {
    std::string key = PersonDayKey(person.id, date);
    if (unusable_ != nullptr && unusable_->contains(key)) return;
    ++count_;
    reporter_->Add({file_, "attendance"}, std::move(key),
                   Say("{}の{}は勤務日ですが、勤怠の行がありません（未報告と数えます）。",
                       "{} has no attendance row for the working day {}; the day counts as unreported.",
                       PersonText(person), DayText(date)),
                   Say("この日が出勤か休暇かなどを所属に確かめ、勤怠に行を加えてください。",
                       "Ask the department what the day was and add a row to attendance."));
  }

  const RuleInput& input_;
  const DutyBook& book_;
  std::string_view file_;
  Reporter* reporter_;
  const std::set<std::string>* unusable_ = nullptr;
  std::size_t count_ = 0;
};

}  // namespace

void CheckAttendanceMissing(const RuleInput& input, Reporter* reporter) {
  const DutyBook& book = input.book();
  MissingRows missing(input, reporter);
  for (PersonIndex person = 0; person < book.people(); ++person) {
    const bool first_of_its_id = input.records.FindStaff(book.Person(person).id) == &book.Person(person);
    if (first_of_its_id) missing.Check(person);
  }
  if (missing.IsFull()) missing.AddRest();
}

}  // namespace chohyo
