#include "pipeline/blocking.h"

#include <algorithm>
#include <set>

namespace chohyo {
namespace {

constexpr char kKeySeparator = '/';

std::string FirstPart(const std::string& key) { return key.substr(0, key.find(kKeySeparator)); }

/// The day a finding is about, from the last part of its key ("1023/2021-01-13").
std::optional<Date> DayOf(const Finding& finding) {
  const std::size_t at = finding.key.rfind(kKeySeparator);
  return at == std::string::npos ? std::nullopt : Date::FromIso(finding.key.substr(at + 1));
}

bool TouchesDays(const Finding& finding, const std::optional<DateSpan>& days) {
  const auto day = DayOf(finding);
  return !days || !day || days->Holds(*day);
}

Findings Sorted(const std::set<const Finding*>& chosen) {
  Findings findings;
  for (const Finding* finding : chosen) findings.push_back(*finding);
  SortFindings(&findings);
  return findings;
}

}  // namespace

Blocking::Blocking(const Findings& findings) {
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kError) continue;
    by_first_key_.emplace(FirstPart(finding.key), &finding);
    if (!finding.department.empty()) by_department_.emplace(finding.department, &finding);
  }
}

Findings Blocking::Behind(const DocumentPlan& plan) const { return plan.blocks ? OfRecord(plan) : OfShown(plan); }

Findings Blocking::OfRecord(const DocumentPlan& plan) const {
  std::set<const Finding*> chosen;
  const auto [first, last] = by_first_key_.equal_range(FirstPart(plan.blocking_key));
  for (auto it = first; it != last; ++it) {
    const Finding& finding = *it->second;
    const bool same_record = finding.table == plan.blocking_table && finding.key == plan.blocking_key;
    // Rows that belong to a record carry its key in front: a case's history, a plan's slots.
    const bool child = finding.table != plan.blocking_table && finding.key.starts_with(plan.blocking_key + "/") &&
                       plan.blocking_table != "staff";
    if (same_record || child) chosen.insert(&finding);
  }
  return Sorted(chosen);
}

Findings Blocking::OfShown(const DocumentPlan& plan) const {
  std::set<const Finding*> chosen;
  const auto choose = [&](const auto& index, const std::string& key) {
    const auto [first, last] = index.equal_range(key);
    for (auto it = first; it != last; ++it) {
      if (TouchesDays(*it->second, plan.days)) chosen.insert(it->second);
    }
  };
  for (const std::string& staff : plan.shown_staff) choose(by_first_key_, staff);
  for (const std::string& department : plan.shown_departments) choose(by_department_, department);
  return Sorted(chosen);
}

}  // namespace chohyo
