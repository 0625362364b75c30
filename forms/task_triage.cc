#include "forms/task_triage.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "tokubetsuku.task-triage";
constexpr const char* kTitle = "業務の仕分け表";

using Tasks = std::vector<const Task*>;

/// A column of the table (特別区長会調査研究機構 テレワーク研究報告, 脅威別にみたテレワークの活用例).
struct Column {
  TaskClass task_class;
  const char* name;
};
constexpr std::array<Column, 4> kColumns = {{{TaskClass::kContinue, "continued"},
                                             {TaskClass::kNew, "added"},
                                             {TaskClass::kReduce, "reduced"},
                                             {TaskClass::kStop, "stopped"}}};

/// A group of rows.
struct Group {
  TaskTelework telework;
  const char* label;
};
constexpr std::array<Group, 4> kGroups = {{{TaskTelework::kYes, "在宅勤務\n可"},
                                           {TaskTelework::kPartly, "在宅勤務\n一部可"},
                                           {TaskTelework::kNo, "在宅勤務\n否"},
                                           {TaskTelework::kNone, "在宅可否\n未記入"}}};

template <typename Wanted>
Tasks Where(const Tasks& tasks, Wanted is_wanted) {
  Tasks found;
  std::copy_if(tasks.begin(), tasks.end(), std::back_inserter(found), is_wanted);
  return found;
}

/// A, B, C, then those without.
int Urgency(const Task& task) { return task.priority == TaskPriority::kNone ? 4 : static_cast<int>(task.priority); }

/// Each piece of equipment once, in the order of the tasks.
ValueList EquipmentOf(const Tasks& tasks) {
  std::vector<std::string> seen;
  ValueList list;
  for (const Task* task : tasks) {
    if (task->equipment.empty() || std::find(seen.begin(), seen.end(), task->equipment) != seen.end()) continue;
    seen.push_back(task->equipment);
    list.emplace_back(task->equipment);
  }
  return list;
}

/// The first row stands beside the group's label, which covers the others too.
Value GroupValue(const Group& group, ValueList rows) {
  Value first = std::move(rows.front());
  rows.erase(rows.begin());
  return Value(ValueMap{{"label", group.label}, {"first", std::move(first)}, {"rest", Value(std::move(rows))}});
}

/// Everything the tables of one run share.
class TriageForm : public std::enable_shared_from_this<TriageForm> {
 public:
  explicit TriageForm(const FormContext& context) : context_(context) {
    for (const Task& task : context.records.tasks.rows) {
      Tasks& tasks = tasks_[task.department];
      if (tasks.empty()) departments_.push_back(task.department);
      tasks.push_back(&task);
    }
    for (auto& [department, tasks] : tasks_) {
      std::stable_sort(tasks.begin(), tasks.end(),
                       [](const Task* a, const Task* b) { return Urgency(*a) < Urgency(*b); });
    }
  }

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const std::string& department : departments_) plans.push_back(Plan(department));
    return plans;
  }

 private:
  DocumentPlan Plan(const std::string& department) const {
    const Department* unit = context_.records.FindDepartment(department);
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = department;
    plan.title = std::string(kTitle) + "　" + (unit != nullptr ? unit->name : department);
    plan.department = department;
    plan.days = context_.period.span;
    plan.shown_departments = {department};
    plan.values = [self = shared_from_this(), plan] { return self->Values(plan); };
    return plan;
  }

  Value Values(const DocumentPlan& plan) const {
    const Tasks& tasks = tasks_.at(plan.department);
    ValueMap values = ValuesOf(plan, context_);
    values.emplace_back("threats", TextList(context_.office.threats));
    values.emplace_back("unit", DepartmentValue(context_, plan.department));
    ValueList groups;
    for (const Group& group : kGroups) {
      const Tasks in_group = Where(tasks, [&](const Task* task) { return task->telework == group.telework; });
      if (group.telework == TaskTelework::kNone && in_group.empty()) continue;
      groups.push_back(GroupValue(group, Rows(in_group)));
    }
    values.emplace_back("groups", Value(std::move(groups)));
    ValueMap equipment, counts;
    for (const Column& column : kColumns) {
      const Tasks in_column = Of(tasks, column.task_class);
      equipment.emplace_back(column.name, Value(EquipmentOf(in_column)));
      counts.emplace_back(column.name, static_cast<std::int64_t>(in_column.size()));
    }
    values.emplace_back("equipment", Value(std::move(equipment)));
    values.emplace_back("count", Value(std::move(counts)));
    ValueList unsorted;
    for (const Task* task : Of(tasks, TaskClass::kNone)) unsorted.push_back(TaskValue(task));
    values.emplace_back("unsorted", Value(std::move(unsorted)));
    return Value(std::move(values));
  }

  static Tasks Of(const Tasks& tasks, TaskClass task_class) {
    return Where(tasks, [task_class](const Task* task) { return task->task_class == task_class; });
  }

  /// The n-th row holds the n-th task of each column; there is at least one row.
  ValueList Rows(const Tasks& tasks) const {
    std::array<Tasks, kColumns.size()> columns;
    std::size_t height = 0;
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      columns[i] = Of(tasks, kColumns[i].task_class);
      height = std::max(height, columns[i].size());
    }
    ValueList rows;
    for (std::size_t row = 0; row < std::max<std::size_t>(height, 1); ++row) {
      ValueMap cells;
      for (std::size_t i = 0; i < kColumns.size(); ++i) {
        cells.emplace_back(kColumns[i].name, TaskValue(row < columns[i].size() ? columns[i][row] : nullptr));
      }
      rows.push_back(Value(std::move(cells)));
    }
    return rows;
  }

  Value TaskValue(const Task* task) const {
    if (task == nullptr) return Value(EmptyRecord("tasks"));
    const auto row = static_cast<std::size_t>(task - context_.records.tasks.rows.data());
    return Value(context_.values->RowOf("tasks", row));
  }

  FormContext context_;
  std::map<std::string, Tasks> tasks_;
  std::vector<std::string> departments_;  // in the order of the table
};

}  // namespace

std::vector<DocumentPlan> PlanTaskTriages(const FormContext& context) {
  return std::make_shared<const TriageForm>(context)->Plans();
}

ValueMap BlankTaskTriage() {
  ValueMap none, row;
  for (const Column& column : kColumns) {
    none.emplace_back(column.name, Value());
    row.emplace_back(column.name, Value(EmptyRecord("tasks")));
  }
  ValueList groups;
  for (const Group& group : kGroups) {
    if (group.telework != TaskTelework::kNone) groups.push_back(GroupValue(group, {Value(ValueMap(row))}));
  }
  return {{"unit", Value(EmptyRecord("departments"))},
          {"threats", Value(ValueList{})},
          {"groups", Value(std::move(groups))},
          {"equipment", Value(ValueMap(none))},
          {"count", Value(ValueMap(none))},
          {"unsorted", Value(ValueList{})}};
}

}  // namespace chohyo
