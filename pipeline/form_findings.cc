#include "pipeline/form_findings.h"

#include "pipeline/base/lang.h"
#include "pipeline/sheet/body.h"

namespace chohyo {
namespace {

std::string PlaceOf(const TemplateNote& note) {
  if (note.sheet.empty()) return {};
  return note.cell.empty() ? note.sheet : note.sheet + "!" + note.cell;
}

}  // namespace

Finding FindingOfNote(const Template& form, const TemplateNote& note) {
  Finding finding;
  finding.rule = "template.not-honoured";
  finding.severity = note.warning ? Severity::kWarning : Severity::kInfo;
  finding.file = form.body().file;
  finding.key = PlaceOf(note);
  finding.message = finding.key.empty() ? note.message : Say("{}: {}", "{}: {}", finding.key, note.message);
  return finding;
}

void FormFindings::Add(const Template& form, const std::vector<TemplateNote>& notes) {
  for (const TemplateNote& note : form.Notes()) Add(form, note);
  for (const TemplateNote& note : notes) Add(form, note);
}

void FormFindings::Add(const Template& form, const TemplateNote& note) {
  Finding finding = FindingOfNote(form, note);
  std::string identity = finding.file + '\n' + finding.message;
  seen_.emplace(std::move(identity), std::move(finding));
}

Findings FormFindings::All() const {
  Findings all;
  for (const auto& [identity, finding] : seen_) all.push_back(finding);
  return all;
}

}  // namespace chohyo
