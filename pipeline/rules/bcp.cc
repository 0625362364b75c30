#include "pipeline/rules/bcp.h"

#include "pipeline/base/lang.h"
#include "pipeline/rules/bcp_needs.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

void AddAtTask(const RuleInput& input, const Task& task, std::string_view column, std::string message, std::string hint,
               Reporter* reporter) {
  reporter->Add(PlaceOf("tasks", input.records.tasks, task, column), task.department, std::move(message),
                std::move(hint));
}

}  // namespace

const std::vector<Rule>& BcpRules() {
  constexpr auto kWarning = Severity::kWarning;
  static const std::vector<Rule> rules = {
      {{"bcp.shortage", kWarning, "職員減少時の要員不足", "too few people for the tasks in a crisis", "tarumizu"},
       CheckShortage},
      {{"bcp.no-substitute", kWarning, "代替職員のいない優先度Aの業務", "priority A task without a substitute",
        "tarumizu"},
       CheckNoSubstitute},
      {{"bcp.telework-unknown", kWarning, "在宅可否が未記入の業務", "not said whether a task can be done at home",
        "tarumizu"},
       CheckTeleworkUnknown},
  };
  return rules;
}

void CheckNoSubstitute(const RuleInput& input, Reporter* reporter) {
  for (const Task* task : TasksTakingPart(input.records)) {
    if (task->priority != TaskPriority::kA || !task->substitutes.empty()) continue;
    AddAtTask(
        input, *task, "substitutes",
        Say("{}の優先度Aの業務「{}」に代替職員がいません。", "the priority A task \"{1}\" of {0} has no substitute.",
            DepartmentText(input.records, task->department), task->name),
        Say("担当者が出勤できないときに代わる職員（前任者など）を決め、代替職員に記入してください。",
            "Name someone who can stand in, such as who did it before, as 代替職員."),
        reporter);
  }
}

void CheckTeleworkUnknown(const RuleInput& input, Reporter* reporter) {
  for (const Task* task : TasksTakingPart(input.records)) {
    const bool goes_on = task->priority == TaskPriority::kA || task->priority == TaskPriority::kB;
    if (!goes_on || task->telework != TaskTelework::kNone) continue;
    AddAtTask(input, *task, "telework",
              Say("{}の優先度{}の業務「{}」の在宅可否が決まっていません。",
                  "it is not said whether the priority {1} task \"{2}\" of {0} can be done at home.",
                  DepartmentText(input.records, task->department), task->priority == TaskPriority::kA ? "A" : "B",
                  task->name),
              Say("在宅勤務でできるかを洗い出し、可・一部可・否のいずれかを記入してください。",
                  "Find out and enter 可, 一部可 or 否."),
              reporter);
  }
}

}  // namespace chohyo
