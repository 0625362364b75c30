#include "pipeline/rule_list.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/pack_rules.h"
#include "pipeline/rules/rule_book.h"

namespace chohyo {
namespace {

/// A limit as chohyo.yaml writes it.
std::string LimitText(const Policy& policy, std::string_view key) {
  if (key == "telework_days_per_week") return fmt::format("{}", policy.telework_days_per_week);
  if (key == "timecard_tolerance") return fmt::format("{}min", policy.timecard_tolerance.value);
  if (key == "contact_tolerance") return fmt::format("{}min", policy.contact_tolerance.value);
  if (key == "overlap_share") return fmt::format("{}", policy.overlap_share);
  return "[" + Join(policy.ineligible, ", ") + "]";
}

/// "chohyo.yaml:12" if the map sets the key.
std::optional<std::string> PlaceIn(const YamlNode& limits, std::string_view key) {
  const YamlNode* value = limits.IsMap() ? limits.Find(key) : nullptr;
  if (value == nullptr || value->IsNull()) return std::nullopt;
  return fmt::format("{}:{}", value->file(), value->line());
}

std::string PlaceOfLimit(const Office& office, const std::vector<Pack>& packs, std::string_view key) {
  if (const auto place = PlaceIn(office.policy_written, key)) return *place;
  for (const Pack& pack : packs) {
    if (const auto place = PlaceIn(pack.limits, key)) return *place;
  }
  return Say("既定", "default");
}

std::vector<std::string> PacksWith(const std::vector<Pack>& packs, std::string_view rule) {
  std::vector<std::string> names;
  for (const Pack& pack : packs) {
    if (std::find(pack.rules.begin(), pack.rules.end(), rule) != pack.rules.end()) names.push_back(pack.name);
  }
  return names;
}

}  // namespace

std::vector<RuleLine> RuleLines(const Office& office, const std::vector<Pack>& packs, const std::vector<Pack>& others) {
  const RuleChoice choice = ChooseRules(packs);
  const Policy policy = PolicyInForce(office, packs);
  const RuleChoice all = ChooseRules(others);
  std::vector<RuleLine> lines;
  for (const RuleInfo* rule : RuleBook()) {
    RuleLine line;
    line.id = rule->id;
    line.severity = rule->severity;
    line.on = choice.IsOn(*rule);
    line.packs = PacksWith(line.on ? packs : others, rule->id);
    const auto& basis = line.on ? choice.basis : all.basis;
    if (const auto article = basis.find(rule->id); article != basis.end()) line.basis = article->second;
    line.limit_key = LimitKeyOf(rule->id);
    if (!line.limit_key.empty()) {
      line.limit = LimitText(policy, line.limit_key);
      line.limit_from = PlaceOfLimit(office, packs, line.limit_key);
    }
    const RuleText text = ExplainRule(*rule);
    line.title = text.title;
    line.checks = text.checks;
    line.remedy = text.remedy;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace chohyo
