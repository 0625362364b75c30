#include "pipeline/rules/rules.h"

#include <optional>

#include "pipeline/rules/attendance.h"
#include "pipeline/rules/bcp.h"
#include "pipeline/rules/data.h"
#include "pipeline/rules/departments.h"
#include "pipeline/rules/duty_book.h"
#include "pipeline/rules/incident.h"
#include "pipeline/rules/loan.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/security.h"
#include "pipeline/rules/standby.h"
#include "pipeline/rules/telework.h"

namespace chohyo {

const std::vector<const Rule*>& AllRules() {
  static const std::vector<const Rule*> all = [] {
    std::vector<const Rule*> rules;
    const auto add = [&](const std::vector<Rule>& family) {
      for (const Rule& rule : family) rules.push_back(&rule);
    };
    add(DataRules());
    add(AttendanceRules());
    add(StandbyRules());
    add(RosterRules());
    add(BcpRules());
    add(TeleworkRules());
    add(LoanRules());
    add(IncidentRules());
    add(SecurityRules());
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
  std::optional<DutyBook> book;
  RuleInput with_book = input;
  with_book.book = [&]() -> const DutyBook& {
    if (!book) book.emplace(input.records, input.calendar, input.period);
    return *book;
  };
  for (const Rule* rule : rules) {
    Reporter reporter(*rule, &findings);
    rule->check(with_book, &reporter);
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
