// The rules the office's data is checked against: what a rule is, what it may look at, and the registry of all rules.
// A family of rules (data.*, roster.* …) lives in files of its own; each rule is one small function.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/base/holidays.h"
#include "pipeline/model/finding.h"
#include "pipeline/model/office.h"
#include "pipeline/model/records.h"

namespace chohyo {

class DutyBook;
class Reporter;

/// Keys of the rows that could not be used, by table name: references to them are no fault of the referring row.
using UnusableKeys = std::map<std::string, std::set<std::string>>;

/// What rules may look at. Everything lives as long as the check; `records` has its index built.
struct RuleInput {
  const Records& records;
  const Office& office;
  const WorkCalendar& calendar;
  DateSpan period;
  Date now;
  const UnusableKeys& unusable_keys;
  /// The period's days by person, built for the first rule that asks. CheckRules sets it.
  std::function<const DutyBook&()> book = {};

  /// Nothing after a period of one day counts.
  bool IsOneDay() const { return period.first == period.last; }

  /// A row of that key is there but could not be read: what it said is not known.
  bool IsUnusable(const std::string& table, const std::string& key) const {
    const auto keys = unusable_keys.find(table);
    return keys != unusable_keys.end() && keys->second.contains(key);
  }

  /// The person's roster of that day is there but could not be read: whether it is a working day is not known.
  bool IsRosterUnknown(const std::string& staff, Date date) const {
    return unusable_keys.contains("roster_days") && (IsUnusable("roster_days", staff + "/" + date.Iso()) ||
                                                     IsUnusable("roster_days", staff + "/" + Month::Of(date).Iso()));
  }
};

/// What is said of a rule in lists of rules.
struct RuleInfo {
  std::string_view id;  ///< "data.duplicate"
  Severity severity = Severity::kError;
  std::string_view title_ja;
  std::string_view title_en;
  std::string_view source;  ///< where an office's rules say so; "" for rules that always apply
};

/// A rule: what it is called, and the function that looks for what breaks it.
struct Rule : RuleInfo {
  void (*check)(const RuleInput&, Reporter*) = nullptr;
};

/// All rules, family by family.
const std::vector<const Rule*>& AllRules();

/// The rule of an id; nullptr if there is none.
const Rule* FindRule(std::string_view id);

/// Checks some rules; the findings are sorted and know their departments.
Findings CheckRules(const std::vector<const Rule*>& rules, const RuleInput& input);

/// Checks the data.* rules that need more than one cell: they hold for all data, whatever the period.
Findings CheckData(const RuleInput& input);

}  // namespace chohyo
