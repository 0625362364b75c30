#include "pipeline/rules/waivers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "pipeline/base/era.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/rules/departments.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/rule_book.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

constexpr std::string_view kUnused = "waiver.unused";
constexpr int kDaysOfWeek = 7;

/// Rules whose findings come after this check: from layout and from sending.
bool IsFoundLater(std::string_view rule) { return rule == "data.no-glyph" || rule.starts_with("mail."); }

bool IsAboutWeek(const Finding& finding) {
  return finding.rule == "roster.week" || finding.rule == "telework.days-per-week" ||
         (finding.rule == "roster.hours" && finding.table == "roster_days");
}

/// The tables whose keys hold a day.
bool IsOfDay(std::string_view table) {
  constexpr std::string_view kTables[] = {"attendance",  "timecards",      "contacts",
                                          "roster_days", "telework_plans", "telework_tasks"};
  return std::find(std::begin(kTables), std::end(kTables), table) != std::end(kTables);
}

/// The day in a key such as "0101/2021-01-13" or "0101/2021-01-13/8:30".
std::optional<Date> DayInKey(std::string_view key) {
  std::optional<Date> day;
  for (const std::string_view piece : Split(key, '/')) {
    if (const auto found = Date::FromIso(piece)) day = found;
  }
  return day;
}

/// Holds the waivers and what each has covered so far.
class Waivers {
 public:
  explicit Waivers(const RuleInput& input) : input_(input), subjects_(input.records) {
    for (const Waiver& waiver : input.records.waivers.rows) by_rule_[waiver.rule].push_back({&waiver});
  }

  void Apply(Findings* findings) {
    for (Finding& finding : *findings) {
      const auto found = by_rule_.find(finding.rule);
      if (found != by_rule_.end()) ApplyTo(&finding, found->second);
    }
  }

  template <typename Visit>
  void ForEachUnused(Visit visit) const {
    for (const auto& [rule, candidates] : by_rule_) {
      for (const Candidate& candidate : candidates) {
        if (!candidate.used && candidate.waiver->from <= input_.period.last) visit(*candidate.waiver);
      }
    }
  }

 private:
  struct Candidate {
    const Waiver* waiver;
    bool used = false;
  };

  /// The first waiver that covers a finding is named in it; all that do are used.
  void ApplyTo(Finding* finding, std::vector<Candidate>& candidates) {
    const Waiver* first = nullptr;
    for (Candidate& candidate : candidates) {
      if (!Covers(*candidate.waiver, *finding)) continue;
      candidate.used = true;
      if (first == nullptr) first = candidate.waiver;
    }
    if (first != nullptr) SetAside(*first, finding);
  }

  bool Covers(const Waiver& waiver, const Finding& finding) const {
    return IsForPerson(waiver, finding) && IsForDepartment(waiver, finding) && IsForTime(waiver, finding);
  }

  bool IsForPerson(const Waiver& waiver, const Finding& finding) const {
    if (waiver.staff.empty()) return true;
    const Staff* person = subjects_.PersonOf(finding);
    return person != nullptr && person->id == waiver.staff;
  }

  bool IsForDepartment(const Waiver& waiver, const Finding& finding) const {
    if (waiver.department.empty()) return true;
    const auto above = input_.records.Ancestry(finding.department);
    return std::any_of(above.begin(), above.end(),
                       [&](const Department* department) { return department->code == waiver.department; });
  }

  bool IsForTime(const Waiver& waiver, const Finding& finding) const {
    const DateSpan days = DaysOf(finding).value_or(input_.period);
    return waiver.from <= days.last && (!waiver.to || *waiver.to >= days.first);
  }

  /// The finding's day, its week, or what of a plan lies up to the period's first day; nothing if it has none.
  std::optional<DateSpan> DaysOf(const Finding& finding) const {
    if (finding.table == "incidents") return DayOfIncident(finding.key);
    const auto day = IsOfDay(finding.table) ? DayInKey(finding.key) : std::nullopt;
    if (!day) return std::nullopt;
    if (IsAboutWeek(finding)) return DateSpan{*day, *day + (kDaysOfWeek - 1)};
    if (finding.table == "telework_plans") return DateSpan{*day, std::max(*day, input_.period.first)};
    return DateSpan{*day, *day};
  }

  std::optional<DateSpan> DayOfIncident(const std::string& number) const {
    const auto& rows = input_.records.incidents.rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Incident& row) { return row.id == number; });
    if (found == rows.end()) return std::nullopt;
    return DateSpan{found->date, found->date};
  }

  void SetAside(const Waiver& waiver, Finding* finding) const {
    finding->severity = Severity::kInfo;
    // Forms print this, in Japanese whatever the language of messages is.
    finding->waiver = fmt::format("{}。承認 {}{}", waiver.reason, ByText(waiver),
                                  waiver.approved ? "、" + Wareki(*waiver.approved) : std::string());
    const std::string said = Say("{}。承認 {}{}", "{}; allowed by {}{}", waiver.reason, ByText(waiver),
                                 waiver.approved ? Say("、{}", ", {}", DayText(*waiver.approved)) : std::string());
    finding->message += Say("（特例承認: {}）", " (waived: {})", said);
    finding->hint = Say("特例承認（{}:{}）は{}です。", "The waiver ({}:{}) runs {}.", input_.records.waivers.file,
                        waiver.line, SpanOf(waiver));
  }

  std::string ByText(const Waiver& waiver) const {
    const Staff* person = input_.records.FindStaff(waiver.by);
    return person != nullptr ? PersonText(*person) : waiver.by;
  }

  static std::string SpanOf(const Waiver& waiver) {
    if (!waiver.to) return Say("{}から期限なし", "from {} without end", DayText(waiver.from));
    return Say("{}から{}まで", "from {} to {}", DayText(waiver.from), DayText(*waiver.to));
  }

  const RuleInput& input_;
  FindingSubjects subjects_;
  std::map<std::string, std::vector<Candidate>> by_rule_;
};

/// Writes down waivers that cover nothing.
class UnusedWaivers {
 public:
  UnusedWaivers(const RuleInput& input, Reporter* reporter) : input_(input), reporter_(reporter) {}

  void Add(const Waiver& waiver, bool active) {
    if (FindInRuleBook(waiver.rule) == nullptr) return AddUnknown(waiver);
    if (!active) return AddOff(waiver);
    if (waiver.to && *waiver.to < input_.period.first) return AddExpired(waiver);
    Report(waiver, "",
           Say("{}の特例承認（{}）に当てはまる指摘が、この期間（{}～{}）にありません。",
               "the waiver of {1} for {0} covers no finding from {2} to {3}.", Whom(waiver), waiver.rule,
               DayText(input_.period.first), ShortDayText(input_.period.last)),
           Say("対象と期間を確かめ、不要なら表から除いてください。",
               "Check whom and when it is for; remove it if it is no longer needed."));
  }

 private:
  void AddUnknown(const Waiver& waiver) {
    const auto nearest = NearestRule(waiver.rule);
    Report(waiver, "rule",
           Say("{}の特例承認の規則「{}」はありません。",
               "the waiver for {} names the rule \"{}\", which does not exist.", Whom(waiver), waiver.rule),
           nearest ? Say("「{}」ではありませんか。", "Did you mean \"{}\"?", *nearest)
                   : Say("規則の一覧は chohyo rules で見られます。", "chohyo rules lists all rules."));
  }

  void AddOff(const Waiver& waiver) {
    Report(waiver, "rule",
           Say("{}の特例承認の規則 {} は、今のパックでは働いていません。",
               "the waiver for {} sets aside {}, which no pack of this office switches on.", Whom(waiver), waiver.rule),
           Say("不要なら表から除いてください。使うパックは chohyo.yaml の packs: で決まります。",
               "Remove it if it is not needed; packs: in chohyo.yaml says which packs are on."));
  }

  void AddExpired(const Waiver& waiver) {
    Report(waiver, "to",
           Say("{}の特例承認（{}）は{}で終わっています。", "the waiver of {1} for {0} ended on {2}.", Whom(waiver),
               waiver.rule, DayText(*waiver.to)),
           Say("続けるなら承認を受け直して新しい行を加え、終わったものなら表から除いてください。",
               "To go on, have it allowed anew and add a row; else remove it."));
  }

  std::string Whom(const Waiver& waiver) const {
    if (waiver.staff.empty() && waiver.department.empty()) return Say("全職員", "everyone");
    if (waiver.staff.empty()) return DepartmentText(input_.records, waiver.department);
    const Staff* person = input_.records.FindStaff(waiver.staff);
    return person != nullptr ? PersonText(*person) : waiver.staff;
  }

  void Report(const Waiver& waiver, std::string_view column, std::string message, std::string hint) {
    reporter_->Add(PlaceOf("waivers", input_.records.waivers, waiver, column), KeyOf(waiver), std::move(message),
                   std::move(hint));
  }

  const RuleInput& input_;
  Reporter* reporter_;
};

}  // namespace

void ApplyWaivers(const RuleInput& input, const std::function<bool(std::string_view rule)>& active,
                  Findings* findings) {
  if (input.records.waivers.rows.empty()) return;
  Waivers waivers(input);
  waivers.Apply(findings);
  Findings unused;
  Reporter reporter(*FindInRuleBook(kUnused), &unused);
  UnusedWaivers writer(input, &reporter);
  waivers.ForEachUnused([&](const Waiver& waiver) {
    if (!IsFoundLater(waiver.rule)) writer.Add(waiver, active(waiver.rule));
  });
  FillDepartments(input.records, &unused);
  findings->insert(findings->end(), unused.begin(), unused.end());
}

}  // namespace chohyo
