#include "pipeline/rules/bcp_needs.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace chohyo {
namespace {

bool GoesOn(const Task& task) {
  const bool urgent = task.priority == TaskPriority::kA || task.priority == TaskPriority::kB;
  return urgent && task.task_class != TaskClass::kStop;
}

/// People by department.
class Headcounts {
 public:
  Headcounts(const Records& records, Date date) : records_(records) {
    for (const Staff& person : records.staff.rows) {
      if (records.FindStaff(person.id) != &person) continue;
      has_people_.insert(person.department);
      if (person.InOffice(date)) ++present_[person.department];
    }
  }

  /// Those of the department itself; of a department that has only others below it, theirs.
  std::int64_t Of(const std::string& department) const {
    if (has_people_.contains(department)) return Own(department);
    std::int64_t below = 0;
    for (const auto& [code, people] : present_) {
      if (IsBelow(code, department)) below += people;
    }
    return below;
  }

 private:
  std::int64_t Own(const std::string& department) const {
    const auto found = present_.find(department);
    return found == present_.end() ? 0 : found->second;
  }
  bool IsBelow(const std::string& code, const std::string& department) const {
    const auto above = records_.Ancestry(code);
    return std::any_of(above.begin(), above.end(), [&](const Department* at) { return at->code == department; });
  }

  const Records& records_;
  std::set<std::string> has_people_;
  std::map<std::string, std::int64_t> present_;
};

/// Collects the needs task by task.
class NeedsReader {
 public:
  explicit NeedsReader(const RuleInput& input)
      : records_(input.records), date_(input.period.first), headcounts_(input.records, input.period.first) {}

  void Add(const Task& task) {
    BcpNeed& need = NeedOf(task);
    need.can_lend += task.lend.value_or(0);
    if (!GoesOn(task)) return;
    need.need_half += task.need_half.value_or(0);
    need.need_all += task.need_all.value_or(0);
    for (const std::string& id : task.substitutes) {
      if (IsOutsider(id, task.department) && outsiders_.emplace(task.department, id).second) ++need.outside;
    }
  }

  std::vector<BcpNeed> Take() { return std::move(needs_); }

 private:
  BcpNeed& NeedOf(const Task& task) {
    const auto [at, is_new] = place_.emplace(task.department, needs_.size());
    if (is_new) needs_.push_back({task.department, &task, headcounts_.Of(task.department)});
    return needs_[at->second];
  }

  /// An id that no table has is a finding of its own; whom it means may well stand in.
  bool IsOutsider(const std::string& id, const std::string& department) const {
    const Staff* person = records_.FindStaff(id);
    return person == nullptr || (person->department != department && person->InOffice(date_));
  }

  const Records& records_;
  Date date_;
  Headcounts headcounts_;
  std::set<std::pair<std::string, std::string>> outsiders_;
  std::unordered_map<std::string, std::size_t> place_;
  std::vector<BcpNeed> needs_;
};

/// The section 課 that a department is or belongs to; the department itself where there is none above it.
std::string SectionOf(const Records& records, const std::string& department) {
  for (const Department* at : records.Ancestry(department)) {
    if (at->kind == DepartmentKind::kSection) return at->code;
  }
  return department;
}

/// Hands out what lenders have, step by step.
class Assignment {
 public:
  Assignment(const Records& records, const std::vector<BcpNeed>& needs) : needs_(needs), loans_(needs.size()) {
    for (const BcpNeed& need : needs) {
      sections_.push_back(SectionOf(records, need.department));
      wanted_.push_back(need.shortage());
      left_.push_back(need.spare());
    }
  }

  /// Everyone in need takes from lenders of its own section, or of others.
  void Step(bool in_section) {
    for (std::size_t taker = 0; taker < needs_.size(); ++taker) {
      for (std::size_t lender = 0; lender < needs_.size() && wanted_[taker] > 0; ++lender) {
        if ((sections_[taker] == sections_[lender]) == in_section) Take(taker, lender, in_section);
      }
    }
  }

  std::vector<std::vector<Loaned>> TakeLoans() { return std::move(loans_); }

 private:
  void Take(std::size_t taker, std::size_t lender, bool in_section) {
    const std::int64_t people = std::min(wanted_[taker], left_[lender]);
    if (people <= 0) return;
    wanted_[taker] -= people;
    left_[lender] -= people;
    loans_[taker].push_back({needs_[lender].department, people, in_section});
  }

  const std::vector<BcpNeed>& needs_;
  std::vector<std::string> sections_;
  std::vector<std::int64_t> wanted_, left_;
  std::vector<std::vector<Loaned>> loans_;
};

}  // namespace

std::int64_t BcpNeed::spare() const {
  if (shortage() > 0) return 0;
  return std::clamp<std::int64_t>(people - 2 * need_half, 0, std::max<std::int64_t>(can_lend, 0));
}

std::vector<const Task*> TasksTakingPart(const Records& records) {
  std::vector<const Task*> tasks;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Task& task : records.tasks.rows) {
    if (seen.emplace(task.department, task.name).second) tasks.push_back(&task);
  }
  return tasks;
}

std::vector<BcpNeed> BcpNeeds(const RuleInput& input) {
  NeedsReader reader(input);
  for (const Task* task : TasksTakingPart(input.records)) {
    if (input.records.FindDepartment(task->department) != nullptr) reader.Add(*task);
  }
  return reader.Take();
}

std::vector<std::vector<Loaned>> AssignLenders(const Records& records, const std::vector<BcpNeed>& needs) {
  Assignment assignment(records, needs);
  assignment.Step(true);
  assignment.Step(false);
  return assignment.TakeLoans();
}

}  // namespace chohyo
