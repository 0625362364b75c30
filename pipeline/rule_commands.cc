#include "pipeline/rule_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/results.h"
#include "pipeline/rule_list.h"
#include "pipeline/rules/rule_book.h"

namespace chohyo {
namespace {

/// The rules as the office in the folder has them, or as they are without one.
std::vector<RuleLine> LinesFor(const Options& options) {
  const std::vector<Pack> built_in = BuiltInPacks();
  if (!std::filesystem::exists(options.folder / kOfficeFile)) return RuleLines({}, {}, built_in);
  const Office office = LoadOffice(options.folder);
  return RuleLines(office, LoadCatalog(office).packs, built_in);
}

std::string OnText(const RuleLine& rule) {
  if (rule.on && rule.packs.empty()) return Say("常に", "always");
  if (rule.on) return Say("使用中: {}", "on: {}", Join(rule.packs, ", "));
  return rule.packs.empty() ? Say("停止", "off") : Say("停止（{} で使用）", "off (on with {})", Join(rule.packs, ", "));
}

std::string LimitText(const RuleLine& rule) {
  return Say("{} = {}（{}）", "{} = {} ({})", rule.limit_key, rule.limit, rule.limit_from);
}

void PrintLine(const RuleLine& rule) {
  fmt::print("{:<26} {}  {}  [{}]\n", rule.id, SeverityWord(rule.severity), rule.title, OnText(rule));
  if (!rule.limit_key.empty()) fmt::print("    {}\n", Say("上限: {}", "limit: {}", LimitText(rule)));
  if (!rule.basis.empty()) fmt::print("    {}\n", Say("根拠: {}", "basis: {}", rule.basis));
}

void PrintWhole(const RuleLine& rule) {
  fmt::print("{}  {}\n\n", rule.id, rule.title);
  const auto print = [](const std::string& name, const std::string& text) {
    if (!text.empty()) fmt::print("{}\n    {}\n", name, text);
  };
  print(Say("何を見るか", "What it looks for"), rule.checks);
  print(Say("どうするか", "What to do"), rule.remedy);
  print(Say("根拠", "Basis"), rule.basis);
  print(Say("上限", "Limit"), rule.limit_key.empty() ? "" : LimitText(rule));
  print(Say("重さ", "Severity"), SeverityWord(rule.severity));
  print(Say("使用", "In use"), OnText(rule));
}

[[noreturn]] void RefuseRule(const std::string& id) {
  const auto nearest = NearestRule(id);
  throw UsageFault(nearest ? Say("規則「{}」はありません。「{}」ではありませんか。",
                                 "there is no rule \"{}\"; did you mean \"{}\"?", id, *nearest)
                           : Say("規則「{}」はありません。規則の一覧は chohyo rules で見られます。",
                                 "there is no rule \"{}\"; chohyo rules lists all.", id));
}

Policy OtherPolicy(const Options& options, const Policy& in_force) {
  const std::string file = options.policy_file.string();
  const YamlNode root = ParseYaml(ReadWholeFile(options.policy_file), file);
  const YamlNode* written = root.IsMap() ? root.Find("policy") : nullptr;
  if (written == nullptr || written->IsNull()) {
    root.Fail(Say("policy: がありません。policy: {{telework_days_per_week: 3}} のように書いてください。",
                  "there is no policy:; write it like policy: {{telework_days_per_week: 3}}."));
  }
  return PolicyOver(in_force, *written);
}

/// What makes two findings the same under other limits: figures may differ, and the line of a week's first day too
/// many.
using FindingId = std::tuple<std::string, std::string, std::string>;

FindingId IdOf(const Finding& finding) { return {finding.rule, finding.table, finding.key}; }

Findings Without(const Findings& findings, const Findings& others) {
  std::set<FindingId> known;
  for (const Finding& finding : others) known.insert(IdOf(finding));
  Findings rest;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(rest),
               [&](const Finding& finding) { return !known.contains(IdOf(finding)); });
  return rest;
}

void PrintChange(const std::string& title, const char* sign, const Findings& findings) {
  fmt::print("{}\n", title);
  for (const Finding& finding : findings) fmt::print("{} {}\n", sign, FindingText(finding));
}

ExitCode StatusOf(const Options& options, const Findings& findings) {
  const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.severity == Severity::kError || (options.fail_on_warning && finding.severity == Severity::kWarning);
  });
  return fails ? ExitCode::kFindings : ExitCode::kDone;
}

}  // namespace

ExitCode ListRules(const Options& options) {
  const std::vector<RuleLine> lines = LinesFor(options);
  if (options.json) {
    fmt::print("{}", RulesJson(lines));
  } else {
    for (const RuleLine& line : lines) PrintLine(line);
  }
  return ExitCode::kDone;
}

ExitCode ExplainRule(const Options& options) {
  if (FindInRuleBook(options.rule) == nullptr) RefuseRule(options.rule);
  const std::vector<RuleLine> lines = LinesFor(options);
  const auto line = std::find_if(lines.begin(), lines.end(), [&](const RuleLine& l) { return l.id == options.rule; });
  if (options.json) {
    fmt::print("{}", RuleJson(*line));
  } else {
    PrintWhole(*line);
  }
  return ExitCode::kDone;
}

ExitCode CompareLimits(const Options& options, const OfficeData& data) {
  const Findings other = FindingsUnder(data, OtherPolicy(options, data.office.policy));
  const Findings gained = Without(other, data.findings);
  const Findings lost = Without(data.findings, other);
  const std::string file = options.policy_file.string();
  if (options.json) {
    fmt::print("{}", PolicyJson(data.period.text, file, gained, lost));
  } else {
    PrintChange(Say("{} にすると増える指摘: {} 件", "findings that {} would add: {}", file, gained.size()), "+",
                gained);
    PrintChange(Say("{} にすると減る指摘: {} 件", "findings that {} would remove: {}", file, lost.size()), "-", lost);
  }
  return StatusOf(options, other);
}

}  // namespace chohyo
