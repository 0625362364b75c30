#include <algorithm>
#include <optional>
#include <unordered_map>

#include "pipeline/base/lang.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

using Spans = std::vector<DateSpan>;

/// What is wrong with the days of a history.
struct HistoryFaults {
  Spans left_out, told_twice;
};

/// The days of `due` before, between and after the stretches, which are in order of their first days.
Spans LeftOut(const Spans& stretches, const DateSpan& due) {
  Spans left_out;
  Date next = due.first;
  for (const DateSpan& stretch : stretches) {
    if (next < stretch.first && next <= due.last) left_out.push_back({next, std::min(stretch.first - 1, due.last)});
    next = std::max(next, stretch.last + 1);
  }
  if (next <= due.last) left_out.push_back({next, due.last});
  return left_out;
}

Spans ToldTwice(const Spans& stretches) {
  Spans told_twice;
  std::optional<Date> told;
  for (const DateSpan& stretch : stretches) {
    if (told && stretch.first <= *told) told_twice.push_back({stretch.first, std::min(stretch.last, *told)});
    told = told ? std::max(*told, stretch.last) : stretch.last;
  }
  return told_twice;
}

std::string SpansText(const Spans& spans) {
  constexpr std::size_t kMostSpans = 4;
  std::string text;
  for (std::size_t i = 0; i < std::min(spans.size(), kMostSpans); ++i) {
    if (i > 0) text += Say("、", ", ");
    text += ShortDayText(spans[i].first);
    if (spans[i].first != spans[i].last) text += Say("～", " to ") + ShortDayText(spans[i].last);
  }
  if (spans.size() > kMostSpans) text += Say("など {} か所", " … ({} in all)", spans.size());
  return text;
}

std::string FaultsText(const HistoryFaults& faults) {
  std::string text;
  if (!faults.left_out.empty()) text = Say("{}がありません", "leaves out {}", SpansText(faults.left_out));
  if (faults.told_twice.empty()) return text;
  if (!text.empty()) text += Say("。また、", " and ");
  return text + Say("{}が重なっています", "tells {} twice", SpansText(faults.told_twice));
}

class Histories {
 public:
  Histories(const RuleInput& input, Reporter* reporter) : input_(input), reporter_(reporter) {
    for (const StandbyDay& row : input.records.standby_days.rows) {
      if (Counts(row.from)) stretches_[row.standby_case].push_back(row.span());
    }
    for (auto& [number, spans] : stretches_) std::sort(spans.begin(), spans.end());
  }

  void Check(const StandbyCase& standby) {
    const DateSpan due = DaysDue(standby);
    const Spans& stretches = stretches_[standby.id];
    const HistoryFaults faults{LeftOut(stretches, due), ToldTwice(stretches)};
    if (!faults.left_out.empty() || !faults.told_twice.empty()) Add(standby, due, faults);
  }

 private:
  /// Nothing after a period of one day counts.
  bool IsOneDay() const { return input_.period.first == input_.period.last; }
  bool Counts(Date date) const { return !IsOneDay() || date <= input_.period.last; }

  DateSpan DaysDue(const StandbyCase& standby) const {
    Date last = input_.now;
    if (standby.to) last = std::min(last, *standby.to);
    if (standby.reported) last = *standby.reported;
    return {standby.from, Counts(last) ? last : input_.period.last};
  }

  void Add(const StandbyCase& standby, const DateSpan& due, const HistoryFaults& faults) {
    const Staff* person = input_.records.FindStaff(standby.staff);
    reporter_->Add(
        PlaceOf("standby_cases", input_.records.standby_cases, standby, "case"), standby.id,
        Say("自宅待機 {}、{}の行動歴（{}～{}）に、{}。", "standby case {} of {}: the history ({} to {}) {}.",
            CaseText(standby), person != nullptr ? PersonText(*person) : standby.staff, DayText(due.first),
            ShortDayText(due.last), FaultsText(faults)),
        Say("行動歴（standby_days）を、開始日から報告日まで一日ずつ、抜けも重なりもないように直してください。",
            "Tell each day from the first to the report exactly once in standby_days."));
  }

  const RuleInput& input_;
  Reporter* reporter_;
  std::unordered_map<std::string, Spans> stretches_;  ///< by case, in order of first days
};

bool Overlaps(const StandbyCase& standby, const DateSpan& period) {
  return standby.from <= period.last && (!standby.to || *standby.to >= period.first);
}

}  // namespace

void CheckHistoryGap(const RuleInput& input, Reporter* reporter) {
  Histories histories(input, reporter);
  for (const StandbyCase& standby : input.records.standby_cases.rows) {
    const bool first_of_its_number = input.records.FindCase(standby.id) == &standby;
    if (!first_of_its_number || standby.kind == CaseKind::kBcpStandby) continue;
    if (Overlaps(standby, input.period)) histories.Check(standby);
  }
}

}  // namespace chohyo
