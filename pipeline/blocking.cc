#include "pipeline/blocking.h"

#include <fmt/format.h>

#include <set>

namespace chohyo {
namespace {

constexpr char kKeySeparator = '/';

std::string FirstPart(const std::string& key) { return key.substr(0, key.find(kKeySeparator)); }

bool TouchesDays(const Finding& finding, const std::optional<DateSpan>& days) {
  const auto day = DayOf(finding);
  return !days || !day || days->Holds(*day);
}

/// A person's own document tells of days too, whose findings have keys of their own.
bool IsAboutPerson(const DocumentPlan& plan) { return plan.blocking_table == "staff"; }

Findings Sorted(const std::set<const Finding*>& chosen) {
  Findings findings;
  for (const Finding* finding : chosen) findings.push_back(*finding);
  SortFindings(&findings);
  return findings;
}

}  // namespace

std::string DocumentFindings::Note() const {
  constexpr std::size_t kMostNamed = 2;
  std::set<std::string> waivers;
  for (const Finding& finding : waived) waivers.insert(fmt::format("（{}）: {}", finding.rule, finding.waiver));
  std::string note = errors.empty() ? "" : "要確認";
  const auto add = [&](const std::string& text) { note += (note.empty() ? "" : "　") + text; };
  if (waivers.size() > kMostNamed) {
    add(fmt::format("特例承認 {} 件（指摘一覧を参照）", waivers.size()));
  } else {
    for (const std::string& waiver : waivers) add("特例承認" + waiver);
  }
  return note;
}

void Blocking::Index::Add(const Finding& finding) {
  by_first_key.emplace(FirstPart(finding.key), &finding);
  if (!finding.department.empty()) by_department.emplace(finding.department, &finding);
}

Blocking::Blocking(const Findings& findings) {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError) errors_.Add(finding);
    if (!finding.waiver.empty()) waived_.Add(finding);
  }
}

DocumentFindings Blocking::Behind(const DocumentPlan& plan) const {
  return {Sorted(errors_.Of(plan)), Sorted(waived_.Of(plan)), plan.blocks && !errors_.OfRecord(plan).empty()};
}

Blocking::Chosen Blocking::Index::Of(const DocumentPlan& plan) const {
  if (!plan.blocks) return OfShown(plan);
  Chosen chosen = OfRecord(plan);
  if (IsAboutPerson(plan)) chosen.merge(OfShown(plan));
  return chosen;
}

Blocking::Chosen Blocking::Index::OfRecord(const DocumentPlan& plan) const {
  Chosen chosen;
  const auto [first, last] = by_first_key.equal_range(FirstPart(plan.blocking_key));
  for (auto it = first; it != last; ++it) {
    const Finding& finding = *it->second;
    const bool same_record = finding.table == plan.blocking_table && finding.key == plan.blocking_key;
    // Rows that belong to a record carry its key in front: a case's history, a plan's slots.
    const bool child = finding.table != plan.blocking_table && finding.key.starts_with(plan.blocking_key + "/") &&
                       !IsAboutPerson(plan);
    if (same_record || child) chosen.insert(&finding);
  }
  return chosen;
}

Blocking::Chosen Blocking::Index::OfShown(const DocumentPlan& plan) const {
  Chosen chosen;
  const auto choose = [&](const auto& index, const std::string& key) {
    const auto [first, last] = index.equal_range(key);
    for (auto it = first; it != last; ++it) {
      if (TouchesDays(*it->second, plan.days)) chosen.insert(it->second);
    }
  };
  for (const std::string& staff : plan.shown_staff) choose(by_first_key, staff);
  for (const std::string& department : plan.shown_departments) choose(by_department, department);
  return chosen;
}

}  // namespace chohyo
