#include "pipeline/rules/check_office.h"

#include <iterator>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/rules/departments.h"
#include "pipeline/rules/mail.h"
#include "pipeline/rules/rule_book.h"
#include "pipeline/rules/waivers.h"

namespace chohyo {
namespace {

void AddBasis(const RuleChoice& choice, Findings* findings) {
  for (Finding& finding : *findings) {
    const auto article = choice.basis.find(finding.rule);
    if (article == choice.basis.end()) continue;
    if (!finding.hint.empty() && CurrentLang() == Lang::kEn) finding.hint += ' ';
    finding.hint += Say("（根拠: {}）", "(Basis: {})", article->second);
  }
}

}  // namespace

Findings CheckOffice(const RuleInput& input, const RuleChoice& choice, Findings earlier) {
  std::vector<const Rule*> rules;
  for (const Rule* rule : AllRules()) {
    if (choice.IsOn(*rule)) rules.push_back(rule);
  }
  Findings findings = std::move(earlier);
  FillDepartments(input.records, &findings);
  Findings found = CheckRules(rules, input);
  findings.insert(findings.end(), std::move_iterator(found.begin()), std::move_iterator(found.end()));
  const Findings routes = CheckMailRoutes(input.office.mail);
  findings.insert(findings.end(), routes.begin(), routes.end());
  const auto is_on = [&](std::string_view id) {
    const RuleInfo* rule = FindInRuleBook(id);
    return rule != nullptr && choice.IsOn(*rule);
  };
  ApplyWaivers(input, is_on, &findings);
  AddBasis(choice, &findings);
  SortFindings(&findings);
  return findings;
}

}  // namespace chohyo
