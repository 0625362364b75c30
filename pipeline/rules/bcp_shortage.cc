#include <string>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/rules/bcp.h"
#include "pipeline/rules/bcp_needs.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

std::string HalfText(const BcpNeed& need) {
  if (need.short_half() == 0) return {};
  return Say("職員 {} 人の半数が出勤できないとき（出勤 {} 人）、必要 {} 人に対し {} 人不足します。",
             "with half of its {0} people there ({1}), {3} are missing for a need of {2}.", need.people, need.half(),
             need.need_half, need.short_half());
}

std::string AllText(const BcpNeed& need) {
  if (need.short_all() == 0) return {};
  return Say("全員が出勤できないとき、必要 {} 人に対し他所属の代替職員は {} 人で、{} 人不足します。",
             "with all away, {2} are missing: a need of {0} against {1} substitutes from other departments.",
             need.need_all, need.outside, need.short_all());
}

/// "福祉課（020201）2 人、税務課（020102）1 人" of one step.
std::string LendersText(const Records& records, const std::vector<Loaned>& loans, bool in_section) {
  std::string text;
  for (const Loaned& loan : loans) {
    if (loan.in_section != in_section) continue;
    if (!text.empty()) text += Say("、", ", ");
    text += Say("{}{} 人", "{}: {}", DepartmentText(records, loan.lender), loan.people);
  }
  return text;
}

std::string Hint(const RuleInput& input, const BcpNeed& need, const std::vector<Loaned>& loans) {
  std::int64_t missing = need.shortage();
  for (const Loaned& loan : loans) missing -= loan.people;
  std::string hint;
  const auto step = [&](const std::string& text) {
    if (!hint.empty() && CurrentLang() == Lang::kEn) hint += ' ';
    hint += text;
  };
  const std::string inside = LendersText(input.records, loans, true);
  const std::string between = LendersText(input.records, loans, false);
  if (!inside.empty()) step(Say("課内で{}の応援が可能です。", "Inside the section can help {}.", inside));
  if (!between.empty()) step(Say("課間で{}の応援が可能です。", "Other sections can lend {}.", between));
  if (missing > 0) {
    step(Say("残り {} 人は{}に調整を依頼してください。", "For {} more ask {}.", missing, input.office.names.hr));
  }
  return hint;
}

}  // namespace

void CheckShortage(const RuleInput& input, Reporter* reporter) {
  const std::vector<BcpNeed> needs = BcpNeeds(input);
  const auto loans = AssignLenders(input.records, needs);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (needs[i].shortage() == 0) continue;
    const std::string half = HalfText(needs[i]);
    const std::string all = AllText(needs[i]);
    const std::string between = half.empty() || all.empty() ? "" : Say("また、", " Also, ");
    reporter->Add(PlaceOf("tasks", input.records.tasks, *needs[i].first_task, ""), needs[i].department,
                  Say("{}は、{}", "{}: {}", DepartmentText(input.records, needs[i].department), half + between + all),
                  Hint(input, needs[i], loans[i]));
  }
}

}  // namespace chohyo
