#include <set>
#include <string>
#include <utility>

#include "pipeline/base/era.h"
#include "pipeline/base/lang.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

std::string MonthText(Month month) { return CurrentLang() == Lang::kJa ? WarekiMonth(month) : month.Iso(); }

std::string WhenApproved(const Roster& roster) {
  if (!roster.approved) return Say("決裁日がありません", "has no date of approval");
  return Say("決裁日が{}で、月の初日（{}）より前ではありません", "was approved on {}, not before the month began on {}",
             DayText(*roster.approved), ShortDayText(roster.month.first()));
}

}  // namespace

void CheckRosterUnapproved(const RuleInput& input, Reporter* reporter) {
  std::set<std::pair<std::string, Month>> seen;
  for (const Roster& roster : input.records.rosters.rows) {
    const bool first = seen.emplace(roster.department, roster.month).second;
    if (!first || !input.period.Overlaps({roster.month.first(), roster.month.last()})) continue;
    if (roster.approved && *roster.approved < roster.month.first()) continue;
    reporter->Add(PlaceOf("rosters", input.records.rosters, roster, "approved"), roster.department,
                  Say("{}の{}の勤務計画は{}。", "the roster of {} for {} {}.",
                      DepartmentText(input.records, roster.department), MonthText(roster.month), WhenApproved(roster)),
                  Say("所属長の決裁を受け、決裁日を記入してください。計画は実施の前に決裁を受けます。",
                      "Have the head approve it and enter 決裁日; rosters are approved before they begin."));
  }
}

}  // namespace chohyo
