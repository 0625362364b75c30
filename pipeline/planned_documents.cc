#include "pipeline/planned_documents.h"

#include <algorithm>
#include <set>

#include "forms/general_list.h"
#include "forms/offers.h"
#include "forms/own_values.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/blocking.h"

namespace chohyo {
namespace {

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

/// A list that the command line asks for.
DocumentPlan PlanAskedList(const OfficeData& data, const RenderRequest& request) {
  try {
    return PlanList(kGeneralList, *request.list, data.context(),
                    request.list_of_period ? ListRows::kOfPeriod : ListRows::kAll);
  } catch (const InputFault& fault) {
    throw UsageFault(fault.what());
  }
}

std::vector<DocumentPlan> PlansOf(const std::string& form, const OfficeData& data, const RenderRequest& request,
                                  std::vector<std::string>* problems) {
  if (form == kGeneralList && request.list) return {PlanAskedList(data, request)};
  const FormContext context = data.context();
  try {
    const auto builder = FormBuilders().find(form);
    if (builder != FormBuilders().end()) return builder->second(context);
    const Template* found = data.catalog.Find(form);
    if (found != nullptr) return PlanForm(*found, context);
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

std::vector<std::string> FormatsOf(const Template& form, const RenderRequest& request) {
  if (form.head().form == kGeneralList && !request.formats.empty()) return request.formats;
  std::vector<std::string> formats;
  for (const std::string& format : form.head().formats) {
    const auto& wanted = request.formats;
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), format) != wanted.end()) formats.push_back(format);
  }
  return formats;
}

Planned PlanBlank(const OfficeData& data, const RenderRequest& request, const Template& form) {
  Planned task;
  const std::string& id = form.head().form;
  const auto list = id == kGeneralList && request.list ? request.list : form.head().list;
  task.form = &form;
  task.blank = true;
  task.file_stem = SafeFileName(id);
  task.plan = list ? PlanBlankList(id, *list, data.context()) : BlankPlan(form, data.context());
  if (task.plan.own_template != nullptr) task.form = task.plan.own_template.get();
  return task;
}

}  // namespace

DocumentsPlan PlanDocuments(const OfficeData& data, const RenderRequest& request) {
  RefuseUnknownDepartments(data, request);
  const Blocking blocking(data.findings);
  DocumentsPlan result;
  std::set<std::string> stems;
  for (const std::string& form : FormsWanted(data, request)) {
    for (DocumentPlan& plan : PlansOf(form, data, request, &result.problems)) {
      if (!IsWanted(data, request, plan)) continue;
      Planned task;
      task.form = data.catalog.Find(plan.template_name.empty() ? plan.form : plan.template_name);
      if (plan.own_template != nullptr) task.form = plan.own_template.get();
      if (task.form == nullptr) continue;  // its template could not be read, which the catalog has said
      OfferOwnTables(*task.form, data.context(), &plan);
      task.behind = blocking.Behind(plan);
      if (task.behind.blocks && !request.force) {
        result.blocked.push_back({plan.form, plan.key, plan.title, plan.department});
        continue;
      }
      task.file_stem = UniqueStem(SafeFileName(plan.form), plan.key, &stems);
      task.plan = std::move(plan);
      result.documents.push_back(std::move(task));
    }
  }
  return result;
}

std::vector<Planned> PlanBlanks(const OfficeData& data, const RenderRequest& request) {
  std::vector<Planned> blanks;
  for (const std::string& form : FormsWanted(data, request)) {
    const Template* found = data.catalog.Find(form);
    if (found != nullptr) blanks.push_back(PlanBlank(data, request, *found));
  }
  return blanks;
}

MakeOptions OptionsFor(const OfficeData& data, const RenderRequest& request, const Planned& document) {
  MakeOptions options;
  options.bind.blank = document.blank;
  options.bind.approval = data.office.ApprovalFor(document.plan.form);
  options.bind.note = document.behind.Note();
  options.bind.today = data.now;
  options.formats = FormatsOf(*document.form, request);
  options.pdf_a_1b = data.office.pdf.standard == "a-1b";
  options.author = data.office.names.name;
  options.created = data.now;
  return options;
}

}  // namespace chohyo
