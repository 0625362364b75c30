#include "pipeline/rules/rules.h"

#include "pipeline/rules/data.h"
#include "pipeline/rules/departments.h"
#include "pipeline/rules/reporter.h"

namespace chohyo {

const std::vector<const Rule*>& AllRules() {
  static const std::vector<const Rule*> all = [] {
    std::vector<const Rule*> rules;
    for (const std::vector<Rule>* family : {&DataRules()}) {
      for (const Rule& rule : *family) rules.push_back(&rule);
    }
    return rules;
  }();
  return all;
}

const Rule* FindRule(std::string_view id) {
  for (const Rule* rule : AllRules()) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

Findings CheckRules(const std::vector<const Rule*>& rules, const RuleInput& input) {
  Findings findings;
  for (const Rule* rule : rules) {
    Reporter reporter(*rule, &findings);
    rule->check(input, &reporter);
  }
  FillDepartments(input.records, &findings);
  SortFindings(&findings);
  return findings;
}

Findings CheckData(const RuleInput& input) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : DataRules()) rules.push_back(&rule);
  return CheckRules(rules, input);
}

}  // namespace chohyo
