#include "pipeline/render_job.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/blocking.h"
#include "pipeline/document_maker.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/layout_findings.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// A document on its way.
struct Planned {
  DocumentPlan plan;
  const Template* form = nullptr;
  Findings behind;        ///< error-level findings that stand behind it
  std::string file_stem;  ///< "oyama.device-loan/L-001", unique in the run
  bool blank = false;
};

/// What became of it.
struct Outcome {
  std::vector<MadeFile> files;
  std::vector<LayoutIssue> issues;
  std::string input_problem, output_problem;
};

std::vector<std::string> FormsWanted(const OfficeData& data, const RenderRequest& request) {
  const auto active = data.catalog.ActiveForms();
  if (request.forms.empty()) return active;
  for (const std::string& form : request.forms) {
    if (std::find(active.begin(), active.end(), form) != active.end()) continue;
    const auto nearest = NearestName(form, active);
    throw UsageFault(
        nearest
            ? Say("帳票「{}」はありません。「{}」ではありませんか。", "there is no form \"{}\"; did you mean \"{}\"?",
                  form, *nearest)
            : Say("帳票「{}」はありません。chohyo forms で一覧が出ます（パックが使われているかも確かめてください）。",
                  "there is no form \"{}\"; chohyo forms lists them (is its pack on?).", form));
  }
  return request.forms;
}

void RefuseUnknownDepartments(const OfficeData& data, const RenderRequest& request) {
  std::vector<std::string> codes;
  for (const Department& department : data.records.departments.rows) codes.push_back(department.code);
  for (const std::string& code : request.departments) {
    if (data.records.FindDepartment(code) != nullptr) continue;
    const auto nearest = NearestName(code, codes);
    throw UsageFault(nearest
                         ? Say("所属コード「{}」は所属の表にありません。「{}」ではありませんか。",
                               "no department has the code \"{}\"; did you mean \"{}\"?", code, *nearest)
                         : Say("所属コード「{}」は所属の表にありません。", "no department has the code \"{}\".", code));
  }
}

bool IsWanted(const OfficeData& data, const RenderRequest& request, const DocumentPlan& plan) {
  if (request.departments.empty()) return true;
  for (const Department* department : data.records.Ancestry(plan.department)) {
    const auto& wanted = request.departments;
    if (std::find(wanted.begin(), wanted.end(), department->code) != wanted.end()) return true;
  }
  return false;
}

std::vector<DocumentPlan> PlansOf(const std::string& form, const OfficeData& data, std::vector<std::string>* problems) {
  const FormContext context = data.context();
  try {
    const auto builder = FormBuilders().find(form);
    if (builder != FormBuilders().end()) return builder->second(context);
    const Template* found = data.catalog.Find(form);
    if (found != nullptr) return PlanFromRecords(*found, context);
  } catch (const InputFault& fault) {
    problems->emplace_back(fault.what());
  }
  return {};
}

/// Keys may hold anything; two keys that make the same file name must not make the same file.
std::string UniqueStem(const std::string& folder, const std::string& key, std::set<std::string>* used) {
  const std::string name = SafeFileName(key);
  std::string stem = folder + "/" + name;
  for (int copy = 2; !used->insert(stem).second; ++copy) stem = fmt::format("{}/{}~{}", folder, name, copy);
  return stem;
}

std::vector<Planned> PlanAll(const OfficeData& data, const RenderRequest& request, RenderOutcome* outcome) {
  RefuseUnknownDepartments(data, request);
  const Blocking blocking(data.findings);
  std::vector<Planned> tasks;
  std::set<std::string> stems;
  for (const std::string& form : FormsWanted(data, request)) {
    for (DocumentPlan& plan : PlansOf(form, data, &outcome->input_problems)) {
      if (!IsWanted(data, request, plan)) continue;
      Planned task;
      task.form = data.catalog.Find(plan.template_name.empty() ? plan.form : plan.template_name);
      if (task.form == nullptr) continue;  // its template could not be read, which the catalog has said
      task.behind = blocking.Behind(plan);
      if (plan.blocks && !task.behind.empty() && !request.force) {
        outcome->blocked.push_back({plan.form, plan.key, plan.title});
        continue;
      }
      task.file_stem = UniqueStem(SafeFileName(plan.form), plan.key, &stems);
      task.plan = std::move(plan);
      tasks.push_back(std::move(task));
    }
  }
  return tasks;
}

std::vector<std::string> FormatsOf(const Template& form, const RenderRequest& request) {
  std::vector<std::string> formats;
  for (const std::string& format : form.head().formats) {
    const auto& wanted = request.formats;
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), format) != wanted.end()) formats.push_back(format);
  }
  return formats;
}

MakeOptions OptionsFor(const OfficeData& data, const RenderRequest& request, const Planned& task) {
  MakeOptions options;
  options.bind.blank = task.blank;
  options.bind.approval = data.office.ApprovalFor(task.plan.form);
  if (!task.behind.empty()) options.bind.note = "要確認";
  options.formats = FormatsOf(*task.form, request);
  options.pdf_a_1b = data.office.pdf.standard == "a-1b";
  options.author = data.office.names.name;
  options.created = data.now;
  return options;
}

/// Runs work(index, maker) for every index below `count` on several threads, each with a maker of its own.
void ForAll(std::size_t count, unsigned jobs, const std::shared_ptr<const FontSet>& fonts,
            const std::function<void(std::size_t, DocumentMaker*)>& work) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads = std::min<std::size_t>(jobs == 0 ? cores : jobs, std::max<std::size_t>(count, 1));
  std::atomic<std::size_t> next = 0;
  const auto worker = [&] {
    DocumentMaker maker(fonts);
    for (std::size_t i = next++; i < count; i = next++) work(i, &maker);
  };
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(worker);
  worker();
  for (std::thread& helper : helpers) helper.join();
}

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

void Gather(const OfficeData& data, const std::vector<Planned>& tasks, const std::vector<Outcome>& outcomes,
            RenderOutcome* result) {
  LayoutFindings layout(data.records);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    NoteProblem(outcomes[i].input_problem, &result->input_problems);
    NoteProblem(outcomes[i].output_problem, &result->output_problems);
    Findings findings = layout.Add(tasks[i].plan, outcomes[i].issues);
    if (outcomes[i].files.empty()) continue;
    const DocumentPlan& plan = tasks[i].plan;
    findings.insert(findings.begin(), tasks[i].behind.begin(), tasks[i].behind.end());
    result->documents.push_back({plan.form, plan.key, plan.title, plan.department, outcomes[i].files, findings});
  }
  result->layout_findings = layout.All();
}

RenderOutcome Render(const OfficeData& data, const RenderRequest& request, RenderOutcome outcome,
                     const std::vector<Planned>& tasks, const std::string& folder) {
  const auto fonts = OpenFonts(data.office, &outcome.input_problems);
  if (fonts == nullptr) return outcome;
  Gather(data, tasks, MakeAll(data, request, tasks, folder, fonts), &outcome);
  return outcome;
}

Planned PlanBlank(const OfficeData& data, const Template& form) {
  Planned task;
  task.form = &form;
  task.blank = true;
  task.file_stem = SafeFileName(form.head().form);
  task.plan = BlankPlan(form, data.context());
  return task;
}

}  // namespace

RenderOutcome RenderDocuments(const OfficeData& data, const RenderRequest& request) {
  RenderOutcome outcome;
  outcome.input_problems = data.catalog.problems;
  const std::vector<Planned> tasks = PlanAll(data, request, &outcome);
  return Render(data, request, std::move(outcome), tasks, SafeFileName(data.period.text));
}

RenderOutcome RenderBlanks(const OfficeData& data, const RenderRequest& request) {
  RenderOutcome outcome;
  std::vector<Planned> tasks;
  for (const std::string& form : FormsWanted(data, request)) {
    const Template* found = data.catalog.Find(form);
    if (found != nullptr) tasks.push_back(PlanBlank(data, *found));
  }
  outcome.input_problems = data.catalog.problems;
  return Render(data, request, std::move(outcome), tasks, "blank");
}

Findings TryLayout(const OfficeData& data, const RenderRequest& request) {
  RenderOutcome outcome;
  const std::vector<Planned> tasks = PlanAll(data, request, &outcome);
  const auto fonts = OpenFonts(data.office, &outcome.input_problems);
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
