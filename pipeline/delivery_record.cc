#include "pipeline/delivery_record.h"

#include <algorithm>
#include <set>

#include "pipeline/clock.h"
#include "pipeline/deliver/ledger.h"
#include "pipeline/deliver/ledger_view.h"
#include "pipeline/input_files.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// A template may name its formats in any order: the ledger has one.
void SortFiles(std::vector<LedgerFile>* files) {
  std::sort(files->begin(), files->end(), [](const LedgerFile& a, const LedgerFile& b) { return a.path < b.path; });
}

LedgerDocument DocumentOf(const OfficeData& data, const MadeDocument& made, const std::string& inputs) {
  LedgerDocument document;
  document.id = DocumentId(made.form, made.key, made.content.about);
  document.form = made.form;
  document.key = made.key;
  document.period = data.period.text;
  document.about = made.content.about;
  document.title = made.title;
  document.department = made.department;
  const Department* department = data.records.FindDepartment(made.department);
  document.department_name = department != nullptr ? department->name : std::string();
  for (const MadeFile& file : made.files) document.files.push_back({file.path, file.bytes, file.sha256});
  SortFiles(&document.files);
  document.content = made.content.digest;
  document.inputs = inputs;
  document.report = made.content.report.number;
  document.figures = made.content.figures;
  document.changes = made.content.report.changes;
  document.needs_check = HasError(made.findings);
  return document;
}

/// What is made once more in another format only keeps the files of the formats made before.
void KeepOtherFiles(const fs::path& out, const LedgerDocument& earlier, LedgerDocument* document) {
  for (const LedgerFile& file : earlier.files) {
    const auto same = [&](const LedgerFile& made) { return made.path == file.path; };
    std::error_code ignored;
    if (std::any_of(document->files.begin(), document->files.end(), same) || !fs::exists(out / file.path, ignored)) {
      continue;
    }
    document->files.push_back(file);
  }
  SortFiles(&document->files);
}

bool IsSame(const LedgerDocument& a, const LedgerDocument& b) {
  return a.files == b.files && a.content == b.content && a.report == b.report && a.title == b.title &&
         a.department == b.department && a.department_name == b.department_name && a.needs_check == b.needs_check;
}

/// The row of a document that was made, if the ledger does not say so already.
void AddMade(const fs::path& out, const LedgerView& view, LedgerDocument document, std::vector<NewEntry>* entries) {
  const LedgerDocument* newest = view.Newest(document.id);
  const bool says_the_same = newest != nullptr && newest->content == document.content;
  if (newest != nullptr) document.revision = newest->revision + (says_the_same ? 0 : 1);
  const LedgerDocument* earlier = view.Find(document.id, document.period);
  const bool stood = earlier != nullptr && !earlier->removed;
  if (stood && earlier->content == document.content) KeepOtherFiles(out, *earlier, &document);
  if (!stood || !says_the_same || !IsSame(*earlier, document)) entries->push_back(MadeEntry(document));
}

/// Documents of the period that the ledger has and the results no longer.
void AddRemoved(const LedgerView& view, const std::string& period, const std::vector<MadeDocument>& standing,
                std::vector<NewEntry>* entries) {
  std::set<std::pair<std::string, std::string>> stands;
  for (const MadeDocument& document : standing) stands.emplace(document.form, document.key);
  for (const LedgerDocument& document : view.documents()) {
    if (document.removed || document.pruned || document.period != period) continue;
    if (!stands.contains({document.form, document.key})) entries->push_back(RemovedEntry(document));
  }
}

NewEntry RunEntry(const OfficeData& data, const std::vector<LedgerFile>& inputs) {
  NewEntry entry{entry_kind::kRun, {}, {}, {}};
  entry.fields.Add("period", data.period.text);
  entry.fields.Add("program", "chohyo " CHOHYO_VERSION);
  entry.fields.Add("now", data.now.Iso());
  entry.fields.Add("inputs", DigestOf(inputs));
  for (const LedgerFile& file : inputs) {
    entry.fields.AddParts("input", {file.path, std::to_string(file.bytes), file.sha256});
  }
  return entry;
}

}  // namespace

ReportBook ReportsSent(const fs::path& out) {
  std::error_code ignored;
  if (!fs::exists(Ledger::FileIn(out), ignored)) return {};
  return LedgerView(Ledger::OpenToRead(out).All()).Reports();
}

void RecordRun(const fs::path& out, const OfficeData& data, const std::vector<MadeDocument>& made,
               const std::vector<MadeDocument>& standing) {
  Ledger ledger = Ledger::OpenToWrite(out);
  const LedgerView view(ledger.All());
  const std::vector<LedgerFile> inputs = InputFiles(data.office.folder);
  const std::string inputs_digest = DigestOf(inputs);
  std::vector<NewEntry> entries{RunEntry(data, inputs)};
  for (const MadeDocument& document : made) {
    AddMade(out, view, DocumentOf(data, document, inputs_digest), &entries);
  }
  AddRemoved(view, data.period.text, standing, &entries);
  if (entries.size() > 1) ledger.Append(NowSeconds(), entries);
}

}  // namespace chohyo
