#include "pipeline/pack_rules.h"

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/rules/rule_book.h"

namespace chohyo {
namespace {

void RefuseUnknown(const Pack& pack, const std::string& rule) {
  if (FindInRuleBook(rule) != nullptr) return;
  const auto nearest = NearestRule(rule);
  throw InputFault(Say("{}: エラー: rules: の規則「{}」はありません。{}",
                       "{}: error: rules: names \"{}\", which is no rule. {}", (pack.folder / "pack.yaml").string(),
                       rule,
                       nearest ? Say("「{}」ではありませんか。", "Did you mean \"{}\"?", *nearest)
                               : Say("規則の一覧は chohyo rules で見られます。", "chohyo rules lists all rules.")));
}

}  // namespace

RuleChoice ChooseRules(const std::vector<Pack>& packs) {
  RuleChoice choice;
  for (const Pack& pack : packs) {
    for (const std::string& rule : pack.rules) {
      RefuseUnknown(pack, rule);
      choice.on.insert(rule);
    }
    for (const auto& [rule, article] : pack.basis) {
      std::string& articles = choice.basis[rule];
      if (!articles.empty()) articles += Say("、", "; ");
      articles += article;
    }
  }
  return choice;
}

Policy PolicyInForce(const Office& office, const std::vector<Pack>& packs) {
  Policy policy;
  for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack) {  // the pack named first has the last word
    if (!pack->limits.IsNull()) policy = PolicyOver(std::move(policy), pack->limits);
  }
  return office.policy_written.IsNull() ? policy : PolicyOver(std::move(policy), office.policy_written);
}

}  // namespace chohyo
