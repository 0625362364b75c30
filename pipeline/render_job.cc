#include "pipeline/render_job.h"

#include <algorithm>
#include <mutex>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/for_all.h"
#include "pipeline/form_findings.h"
#include "pipeline/layout_findings.h"
#include "pipeline/submission.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// What became of it.
struct Outcome {
  std::vector<MadeFile> files;
  std::vector<LayoutIssue> issues;
  std::vector<TemplateNote> notes;
  std::string content;
  std::string input_problem, output_problem;
};

void WriteFiles(const fs::path& out, const std::string& stem, const MadeContent& content, Outcome* outcome) {
  for (const MadeBytes& file : content.files) {
    const std::string path = stem + "." + file.format;
    WriteWholeFile(out / path, file.bytes);
    outcome->files.push_back({path, file.bytes.size(), Sha256Hex(file.bytes), file.pages});
  }
}

/// Makes one document; whatever goes wrong with it concerns no other.
Outcome MakeOne(const Planned& task, const MakeOptions& options, const fs::path& out, const std::string& folder,
                DocumentMaker* maker) {
  Outcome outcome;
  try {
    MadeContent content = maker->Make(task.plan, *task.form, options);
    outcome.issues = std::move(content.issues);
    outcome.notes = std::move(content.notes);
    outcome.content = std::move(content.content);
    WriteFiles(out, folder + "/" + task.file_stem, content, &outcome);
  } catch (const OutputFault& fault) {
    outcome.output_problem = fault.what();
  } catch (const InputFault& fault) {
    outcome.input_problem = fault.what();
  } catch (const std::exception& error) {
    outcome.output_problem =
        Say("{} {}: エラー: 帳票を作れません（{}）。", "{} {}: error: the document cannot be made ({}).",
            task.plan.form, task.plan.key, error.what());
  }
  return outcome;
}

std::vector<Outcome> MakeAll(const OfficeData& data, const RenderRequest& request, const std::vector<Planned>& tasks,
                             const std::string& folder, const std::shared_ptr<const FontSet>& fonts) {
  std::vector<Outcome> outcomes(tasks.size());
  std::mutex telling;
  std::size_t done = 0;
  ForAll(tasks.size(), request.jobs, fonts, [&](std::size_t i, DocumentMaker* maker) {
    outcomes[i] = MakeOne(tasks[i], OptionsFor(data, request, tasks[i]), request.out, folder, maker);
    const std::lock_guard<std::mutex> lock(telling);
    ++done;
    if (request.progress) request.progress(done, tasks.size());
  });
  return outcomes;
}

void NoteProblem(const std::string& problem, std::vector<std::string>* problems) {
  if (problem.empty() || std::find(problems->begin(), problems->end(), problem) != problems->end()) return;
  problems->push_back(problem);
}

/// What a document reports on: its day, or what the run is about.
std::string AboutOf(const OfficeData& data, const DocumentPlan& plan) {
  const bool one_day = plan.days && plan.days->first == plan.days->last;
  return one_day ? plan.days->first.Iso() : data.period.text;
}

void Gather(const OfficeData& data, const std::vector<Planned>& tasks, const std::vector<Outcome>& outcomes,
            RenderOutcome* result) {
  LayoutFindings layout(data.records);
  FormFindings forms;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    forms.Add(*tasks[i].form, outcomes[i].notes);
    NoteProblem(outcomes[i].input_problem, &result->input_problems);
    NoteProblem(outcomes[i].output_problem, &result->output_problems);
    Findings findings = layout.Add(tasks[i].plan, outcomes[i].issues);
    if (outcomes[i].files.empty()) continue;
    const DocumentPlan& plan = tasks[i].plan;
    const DocumentFindings& behind = tasks[i].behind;
    findings.insert(findings.begin(), behind.waived.begin(), behind.waived.end());
    findings.insert(findings.begin(), behind.errors.begin(), behind.errors.end());
    result->documents.push_back({plan.form,
                                 plan.key,
                                 plan.title,
                                 plan.department,
                                 outcomes[i].files,
                                 findings,
                                 {AboutOf(data, plan), outcomes[i].content, plan.figures, plan.report}});
  }
  result->layout_findings = layout.All();
  const Findings of_forms = forms.All();
  result->layout_findings.insert(result->layout_findings.end(), of_forms.begin(), of_forms.end());
}

}  // namespace

RenderOutcome RenderDocuments(const OfficeData& data, const RenderRequest& request) {
  DocumentsPlan plan = PlanDocuments(data, request);
  RenderOutcome outcome;
  outcome.input_problems = data.catalog.problems;
  outcome.input_problems.insert(outcome.input_problems.end(), plan.problems.begin(), plan.problems.end());
  outcome.blocked = plan.blocked;
  const auto fonts = OpenFonts(data.office, &outcome.input_problems);
  if (fonts == nullptr) return outcome;
  const std::string folder = SafeFileName(data.period.text);
  Gather(data, plan.documents, MakeAll(data, request, plan.documents, folder, fonts), &outcome);
  MakeSubmissions(data, request, plan, fonts, &outcome);
  return outcome;
}

RenderOutcome RenderBlanks(const OfficeData& data, const RenderRequest& request) {
  RenderOutcome outcome;
  outcome.input_problems = data.catalog.problems;
  const auto fonts = OpenFonts(data.office, &outcome.input_problems);
  if (fonts == nullptr) return outcome;
  const std::vector<Planned> blanks = PlanBlanks(data, request);
  Gather(data, blanks, MakeAll(data, request, blanks, "blank", fonts), &outcome);
  return outcome;
}

Findings TryLayout(const OfficeData& data, const RenderRequest& request) {
  const std::vector<Planned> tasks = PlanDocuments(data, request).documents;
  std::vector<std::string> problems;
  const auto fonts = OpenFonts(data.office, &problems);
  if (fonts == nullptr) return {};
  std::vector<std::vector<LayoutIssue>> issues(tasks.size());
  ForAll(tasks.size(), request.jobs, fonts, [&](std::size_t i, DocumentMaker* maker) {
    try {
      issues[i] = maker->Try(tasks[i].plan, *tasks[i].form, OptionsFor(data, request, tasks[i]));
    } catch (const Fault&) {
      issues[i].clear();  // rendering will say what is wrong with the template
    }
  });
  LayoutFindings layout(data.records);
  for (std::size_t i = 0; i < tasks.size(); ++i) layout.Add(tasks[i].plan, issues[i]);
  return layout.All();
}

}  // namespace chohyo
