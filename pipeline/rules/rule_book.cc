#include "pipeline/rules/rule_book.h"

#include <algorithm>
#include <map>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/rules/rule_texts.h"

namespace chohyo {
namespace {

/// Rules whose findings are made by other stages: readers, layout, delivery, the waivers.
const std::vector<RuleInfo>& RulesOfOtherStages() {
  constexpr auto kError = Severity::kError;
  constexpr auto kWarning = Severity::kWarning;
  static const std::vector<RuleInfo> rules = {
      {"data.format", kError, "読めない日付・時刻・数", "unreadable date, time or number", ""},
      {"data.required", kError, "空の必須欄", "empty required cell", ""},
      {"data.range", kError, "ありえない値・前後する期間", "value out of range, end before beginning", ""},
      {"data.choice", kError, "一覧にない値", "value outside its list", ""},
      {"data.no-glyph", kWarning, "どの書体にもない文字", "character that no font can draw", ""},
      {"data.unknown-column", kWarning, "使われない列", "column no one asked for", ""},
      {"waiver.unused", kWarning, "当てはまる指摘のない特例承認", "waiver that covers nothing", ""},
      {"mail.domain", kError, "許されていない宛先・差出人", "sender or recipient outside the allowed domains", ""},
      {"mail.size", kError, "大きすぎる添付", "attachment too large", ""},
      {"mail.unprotected", kError, "パスワードのない添付", "attachment without a password", ""},
      {"mail.permission", kError, "許可のない送信", "sending without recorded permission", ""},
  };
  return rules;
}

}  // namespace

const std::vector<const RuleInfo*>& RuleBook() {
  static const std::vector<const RuleInfo*> book = [] {
    std::vector<const RuleInfo*> rules(AllRules().begin(), AllRules().end());
    for (const RuleInfo& rule : RulesOfOtherStages()) rules.push_back(&rule);
    std::stable_partition(rules.begin(), rules.end(),
                          [](const RuleInfo* rule) { return rule->id.starts_with("data."); });
    return rules;
  }();
  return book;
}

const RuleInfo* FindInRuleBook(std::string_view id) {
  const auto& book = RuleBook();
  const auto found = std::find_if(book.begin(), book.end(), [&](const RuleInfo* rule) { return rule->id == id; });
  return found == book.end() ? nullptr : *found;
}

std::optional<std::string> NearestRule(std::string_view id) {
  std::vector<std::string> ids;
  for (const RuleInfo* rule : RuleBook()) ids.emplace_back(rule->id);
  return NearestName(id, ids);
}

RuleText ExplainRule(const RuleInfo& rule) {
  const bool japanese = CurrentLang() == Lang::kJa;
  RuleText text;
  text.title = japanese ? rule.title_ja : rule.title_en;
  const RuleWords* words = FindRuleWords(rule.id);
  if (words == nullptr) return text;
  text.checks = japanese ? words->checks_ja : words->checks_en;
  text.remedy = japanese ? words->remedy_ja : words->remedy_en;
  return text;
}

std::string_view LimitKeyOf(std::string_view id) {
  static const std::map<std::string_view, std::string_view> keys = {
      {"standby.contact-start", "contact_tolerance"},
      {"standby.contact-end", "contact_tolerance"},
      {"roster.overlap", "overlap_share"},
      {"roster.timecard", "timecard_tolerance"},
      {"roster.overtime", "timecard_tolerance"},
      {"telework.not-eligible", "ineligible"},
      {"telework.days-per-week", "telework_days_per_week"},
  };
  const auto found = keys.find(id);
  return found == keys.end() ? std::string_view() : found->second;
}

}  // namespace chohyo
