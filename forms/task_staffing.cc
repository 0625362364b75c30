#include "forms/task_staffing.h"

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

std::int64_t NeedOf(const Task& task, Crisis crisis) {
  const std::int64_t need = (crisis == Crisis::kHalf ? task.need_half : task.need_all).value_or(0);
  return std::max<std::int64_t>(need, 0);
}

/// People in office by department.
class PeopleCount {
 public:
  PeopleCount(const Records& records, Date day) : records_(records) {
    for (const Staff& person : records.staff.rows) {
      if (records.FindStaff(person.id) == &person) present_[person.department] += person.InOffice(day) ? 1 : 0;
    }
  }

  std::int64_t Of(const std::string& department) const {
    if (const auto own = present_.find(department); own != present_.end()) return own->second;
    std::int64_t below = 0;
    for (const auto& [code, people] : present_) below += IsBelow(code, department) ? people : 0;
    return below;
  }

 private:
  bool IsBelow(const std::string& code, const std::string& department) const {
    const auto above = records_.Ancestry(code);
    return std::any_of(above.begin(), above.end(), [&](const Department* at) { return at->code == department; });
  }

  const Records& records_;
  std::map<std::string, std::int64_t> present_;
};

/// Gives each substitute to one task, so that tasks earlier in the list get what they need before later ones.
class SubstituteShare {
 public:
  SubstituteShare(const Records& records, Date day, std::vector<MannedTask>* tasks) : tasks_(*tasks) {
    for (const MannedTask& manned : tasks_) {
      candidates_.emplace_back();
      for (const std::string& id : manned.task->substitutes) {
        const Staff* person = records.FindStaff(id);
        const bool outside = person != nullptr && person->department != manned.task->department;
        if (outside && person->InOffice(day)) candidates_.back().push_back(id);
      }
    }
  }

  void Assign() {
    for (const bool going_on : {true, false}) {
      ForTasks(going_on, [this](std::size_t at) {
        std::set<std::string_view> tried;
        for (std::int64_t i = 0; i < tasks_[at].need && Place(at, &tried); ++i) tried.clear();
      });
      if (going_on) ForTasks(true, [this](std::size_t at) { KeepRest(at); });
    }
    for (const auto& [person, at] : holder_) ++tasks_[at].secured;
  }

  /// Different substitutes of the tasks that go on.
  std::int64_t Available() const {
    std::set<std::string_view> people;
    for (std::size_t at = 0; at < tasks_.size(); ++at) {
      if (tasks_[at].goes_on) people.insert(candidates_[at].begin(), candidates_[at].end());
    }
    return static_cast<std::int64_t>(people.size());
  }

 private:
  template <typename Visit>
  void ForTasks(bool going_on, Visit visit) {
    for (std::size_t at = 0; at < tasks_.size(); ++at) {
      if (tasks_[at].goes_on == going_on) visit(at);
    }
  }

  /// Finds one more person for a task, moving others to tasks that can do with someone else.
  bool Place(std::size_t at, std::set<std::string_view>* tried) {
    for (const std::string& id : candidates_[at]) {
      const auto holder = holder_.find(id);
      if (holder != holder_.end() && holder->second == at) continue;
      if (!tried->insert(id).second) continue;
      if (holder != holder_.end() && !Place(holder->second, tried)) continue;
      holder_[id] = at;
      return true;
    }
    return false;
  }

  void KeepRest(std::size_t at) {
    for (const std::string& id : candidates_[at]) holder_.emplace(id, at);
  }

  std::vector<MannedTask>& tasks_;
  std::vector<std::vector<std::string>> candidates_;  ///< by task
  std::map<std::string, std::size_t> holder_;         ///< the task that a person stands in for
};

CrisisPlan PlanFor(const std::vector<const Task*>& tasks, Crisis crisis) {
  CrisisPlan plan;
  for (const Task* task : tasks) {
    plan.tasks.push_back({task, GoesOn(*task), NeedOf(*task, crisis), 0});
    if (plan.tasks.back().goes_on) plan.needed += plan.tasks.back().need;
  }
  return plan;
}

/// Shares half of the people by priority; tasks that stop come last.
CrisisPlan PlanForHalf(const std::vector<const Task*>& tasks, std::int64_t people) {
  CrisisPlan plan = PlanFor(tasks, Crisis::kHalf);
  plan.available = people / 2;
  std::int64_t left = plan.available;
  for (const bool going_on : {true, false}) {
    for (MannedTask& manned : plan.tasks) {
      if (manned.goes_on != going_on) continue;
      manned.secured = std::min(manned.need, left);
      left -= manned.secured;
    }
  }
  return plan;
}

CrisisPlan PlanForAll(const Records& records, const std::vector<const Task*>& tasks, Date day) {
  CrisisPlan plan = PlanFor(tasks, Crisis::kAll);
  SubstituteShare share(records, day, &plan.tasks);
  share.Assign();
  plan.available = share.Available();
  return plan;
}

void AddLending(const Task& task, DepartmentStaffing* staffing) {
  if (task.lend.value_or(0) <= 0) return;
  staffing->can_lend += *task.lend;
  auto& periods = staffing->lend_periods;
  const bool is_new = std::find(periods.begin(), periods.end(), task.lend_period) == periods.end();
  if (!task.lend_period.empty() && is_new) periods.push_back(task.lend_period);
}

/// The section 課 that a department is or belongs to; the department itself where there is none above it.
std::string SectionOf(const Records& records, const std::string& department) {
  for (const Department* at : records.Ancestry(department)) {
    if (at->kind == DepartmentKind::kSection) return at->code;
  }
  return department;
}

/// Tasks by department in file order, departments in the order of their first tasks.
std::vector<std::vector<const Task*>> TasksByDepartment(const Records& records) {
  std::vector<std::vector<const Task*>> groups;
  std::unordered_map<std::string, std::size_t> places;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Task& task : records.tasks.rows) {
    if (!seen.emplace(task.department, task.name).second) continue;
    const auto [place, is_new] = places.emplace(task.department, groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(&task);
  }
  return groups;
}

}  // namespace

std::int64_t DepartmentStaffing::spare() const {
  if (shortage() > 0) return 0;
  return std::clamp<std::int64_t>(people - 2 * half.needed, 0, can_lend);
}

std::vector<DepartmentStaffing> StaffingOf(const Records& records, Date day) {
  const PeopleCount people(records, day);
  std::vector<DepartmentStaffing> departments;
  for (std::vector<const Task*>& tasks : TasksByDepartment(records)) {
    std::stable_sort(tasks.begin(), tasks.end(),
                     [](const Task* a, const Task* b) { return a->priority < b->priority; });
    DepartmentStaffing staffing;
    staffing.department = tasks.front()->department;
    staffing.people = people.Of(staffing.department);
    staffing.half = PlanForHalf(tasks, staffing.people);
    staffing.all = PlanForAll(records, tasks, day);
    for (const Task* task : tasks) AddLending(*task, &staffing);
    departments.push_back(std::move(staffing));
  }
  return departments;
}

std::vector<Support> ArrangeSupport(const Records& records, const std::vector<DepartmentStaffing>& departments) {
  std::vector<std::string> sections;
  std::vector<std::int64_t> wanted, left;
  for (const DepartmentStaffing& department : departments) {
    sections.push_back(SectionOf(records, department.department));
    wanted.push_back(department.shortage());
    left.push_back(department.spare());
  }
  std::vector<Support> supports;
  for (const bool in_section : {true, false}) {
    for (std::size_t taker = 0; taker < departments.size(); ++taker) {
      for (std::size_t lender = 0; lender < departments.size() && wanted[taker] > 0; ++lender) {
        if ((sections[taker] == sections[lender]) != in_section) continue;
        const std::int64_t people = std::min(wanted[taker], left[lender]);
        if (people <= 0) continue;
        wanted[taker] -= people;
        left[lender] -= people;
        supports.push_back({taker, lender, people, in_section});
      }
    }
  }
  return supports;
}

}  // namespace chohyo
