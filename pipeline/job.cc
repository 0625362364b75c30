#include "pipeline/job.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "forms/general_list.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/collect_command.h"
#include "pipeline/deliver/run_lock.h"
#include "pipeline/delivery_record.h"
#include "pipeline/doctor.h"
#include "pipeline/findings_report.h"
#include "pipeline/findings_text.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/glyph_check.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/ledger_commands.h"
#include "pipeline/office_data.h"
#include "pipeline/parity_command.h"
#include "pipeline/progress.h"
#include "pipeline/render_job.h"
#include "pipeline/resources.h"
#include "pipeline/results.h"
#include "pipeline/rule_commands.h"
#include "pipeline/send_job.h"
#include "pipeline/stale_files.h"
#include "pipeline/starter.h"
#include "pipeline/template_commands.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

void Tell(const Options& options, const std::string& message) {
  if (!options.quiet) fmt::print(stderr, "{}\n", message);
}

void TellProblems(const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) fmt::print(stderr, "{}\n", problem);
}

void TellFindings(const Options& options, const Findings& findings, const Records& records) {
  std::FILE* stream = options.command == Command::kCheck ? stdout : stderr;
  if (options.quiet && stream == stderr) return;
  fmt::print(stream, "{}", FindingsText(findings, records, WantsColour(stream)));
}

void TellEmptyPeriod(const Options& options, const OfficeData& data) {
  const auto& rows = data.records.attendance.rows;
  const bool any =
      std::any_of(rows.begin(), rows.end(), [&](const Attendance& row) { return data.period.span.Holds(row.date); });
  if (any) return;
  Tell(options, Say("注意: {} には勤怠の行が一件もありません。期間と data/attendance を確かめてください。",
                    "note: there is no attendance row in {}; check the period and data/attendance.", data.period.text));
}

std::optional<ListSpec> ListOf(const Options& options) {
  if (options.list_table.empty()) return std::nullopt;
  ListSpec list;
  list.table = options.list_table;
  list.where = options.list_where;
  list.columns = options.list_columns;
  list.sort = options.list_sort;
  list.group = options.list_group;
  list.title = options.list_title;
  return list;
}

RenderRequest RequestOf(const Options& options) {
  RenderRequest request;
  request.forms = options.forms;
  request.departments = options.departments;
  request.formats = options.formats;
  request.force = options.force;
  request.list = ListOf(options);
  request.list_of_period = !options.period.empty();
  if (request.list && request.forms.empty()) request.forms = {kGeneralList};
  request.jobs = options.jobs;
  request.out = OutFolder(options);
  return request;
}

RenderOutcome RenderWithProgress(const Options& options, const OfficeData& data, RenderRequest request,
                                 RenderOutcome (*render)(const OfficeData&, const RenderRequest&)) {
  ProgressBar bar(stderr, !options.quiet && !options.json, Say("帳票を作成中", "rendering"));
  request.progress = [&bar](std::size_t done, std::size_t all) { bar.Show(done, all); };
  return render(data, request);
}

ExitCode StatusOf(const Findings& findings, const RenderOutcome& outcome) {
  if (!outcome.output_problems.empty()) return ExitCode::kOutput;
  if (!outcome.input_problems.empty()) return ExitCode::kInput;
  return HasError(findings) ? ExitCode::kFindings : ExitCode::kDone;
}

void WriteFindingsWorkbook(const OfficeData& data, const Findings& findings, const fs::path& folder,
                           RenderOutcome* outcome) {
  try {
    WriteWholeFile(folder / "findings.xlsx", FindingsWorkbook(data, findings, folder));
  } catch (const OutputFault& fault) {
    outcome->output_problems.emplace_back(fault.what());
  }
}

std::vector<MadeDocument> EarlierDocuments(const fs::path& folder) {
  const fs::path manifest = folder / "manifest.json";
  return fs::exists(manifest) ? ReadManifest(ReadWholeFile(manifest)) : std::vector<MadeDocument>();
}

/// Writes findings and manifest, clears away what an earlier run left, and returns all documents that now stand.
std::vector<MadeDocument> WriteResults(const Options& options, const OfficeData& data, const Findings& findings,
                                       RenderOutcome* outcome) {
  const fs::path out = OutFolder(options);
  const fs::path folder = out / SafeFileName(data.period.text);
  const auto earlier = EarlierDocuments(folder);
  std::vector<MadeDocument> documents = outcome->documents;
  if (RequestOf(options).IsPartial() || !outcome->input_problems.empty() || !outcome->output_problems.empty()) {
    documents = MergeDocuments(earlier, std::move(documents));
  } else {
    for (const std::string& kept : RemoveStaleFiles(out, earlier, documents)) {
      Tell(options, Say("注意: {} は今回の対象ではありませんが、手が加えられているため残しました。",
                        "note: {} is no longer made, but someone has changed it; it was kept.", kept));
    }
  }
  WriteWholeFile(folder / "findings.json", FindingsJson(data.period.text, findings));
  WriteFindingsWorkbook(data, findings, folder, outcome);
  WriteWholeFile(folder / "manifest.json", ManifestJson(data.period.text, documents));
  return documents;
}

void TellBlocked(const Options& options, const RenderOutcome& outcome) {
  for (const BlockedDocument& document : outcome.blocked) {
    Tell(options,
         Say("作成せず: {} {}（{}）はエラーがあるため作りませんでした。直して再実行するか、--force "
             "で「要確認」として作れます。",
             "not made: {} {} ({}) has errors; mend them and run again, or use --force to make it marked 要確認.",
             document.form, document.key, document.title));
  }
}

void TellSummary(const Options& options, const OfficeData& data, const Findings& findings,
                 const RenderOutcome& outcome) {
  std::size_t files = 0;
  for (const MadeDocument& document : outcome.documents) files += document.files.size();
  Tell(options, Say("{} {}: 帳票 {} 件（ファイル {} 個）を {} に作りました。指摘: {}。",
                    "{} {}: {} documents ({} files) made in {}. Findings: {}.", data.office.names.name,
                    data.period.text, outcome.documents.size(), files,
                    (OutFolder(options) / SafeFileName(data.period.text)).string(), CountsText(findings)));
}

Findings AllFindings(const OfficeData& data, const RenderOutcome& outcome) {
  Findings findings = data.findings;
  findings.insert(findings.end(), outcome.layout_findings.begin(), outcome.layout_findings.end());
  SortFindings(&findings);
  return findings;
}

void Record(const Options& options, const OfficeData& data, const std::vector<MadeDocument>& standing,
            RenderOutcome* outcome) {
  try {
    RecordRun(OutFolder(options), data, outcome->documents, standing);
  } catch (const OutputFault& fault) {
    outcome->output_problems.emplace_back(fault.what());
  }
}

ExitCode Render(const Options& options) {
  const auto data = ReadOffice(options.folder, options.period);
  data->issued = options.issued;
  const RunLock lock = LockResults(options, ExitCode::kOutput);
  data->reports = ReportsSent(OutFolder(options));
  TellEmptyPeriod(options, *data);
  RenderOutcome outcome = RenderWithProgress(options, *data, RequestOf(options), RenderDocuments);
  const Findings findings = AllFindings(*data, outcome);
  const auto documents = WriteResults(options, *data, findings, &outcome);
  Record(options, *data, documents, &outcome);
  if (options.json) fmt::print("{}", RunJson(data->period.text, findings, documents));
  TellFindings(options, findings, data->records);
  TellBlocked(options, outcome);
  TellProblems(outcome.input_problems);
  TellProblems(outcome.output_problems);
  TellSummary(options, *data, findings, outcome);
  const ExitCode status = StatusOf(findings, outcome);
  if (!options.send || status == ExitCode::kInput || status == ExitCode::kOutput) return status;
  const ExitCode delivery = SendPeriod(options, data->period.text);
  return delivery == ExitCode::kDone ? status : delivery;
}

/// Characters that no font can draw are looked for in the tables first; only if there are any is it worth laying out
/// every document to learn which of them a form shows.
Findings GlyphFindings(const Options& options, const OfficeData& data, RenderOutcome* outcome) {
  const auto fonts = OpenFonts(data.office, &outcome->input_problems);
  if (fonts == nullptr || AllDrawable(data.records, *fonts)) return {};
  Findings found = TryLayout(data, RequestOf(options));
  std::erase_if(found, [](const Finding& finding) { return finding.rule != "data.no-glyph"; });
  return found;
}

bool HasWarning(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::kWarning; });
}

ExitCode Check(const Options& options) {
  const auto data = ReadOffice(options.folder, options.period);
  if (!options.policy_file.empty()) return CompareLimits(options, *data);
  TellEmptyPeriod(options, *data);
  RenderOutcome outcome;
  outcome.input_problems = data->catalog.problems;
  outcome.layout_findings = GlyphFindings(options, *data, &outcome);
  const Findings findings = AllFindings(*data, outcome);
  if (options.json) {
    fmt::print("{}", FindingsJson(data->period.text, findings));
  } else {
    TellFindings(options, findings, data->records);
  }
  TellProblems(outcome.input_problems);
  Tell(options,
       Say("{} {}: 指摘 {}", "{} {}: findings: {}", data->office.names.name, data->period.text, CountsText(findings)));
  const ExitCode status = StatusOf(findings, outcome);
  const bool fails = status == ExitCode::kDone && options.fail_on_warning && HasWarning(findings);
  return fails ? ExitCode::kFindings : status;
}

ExitCode Forms(const Options& options) {
  std::optional<Office> office;
  if (fs::exists(options.folder / "chohyo.yaml")) office = LoadOffice(options.folder);
  const auto lines = ListForms(office ? &*office : nullptr);
  if (options.json) {
    fmt::print("{}", FormsJson(lines));
    return ExitCode::kDone;
  }
  std::string pack;
  for (const FormLine& line : lines) {
    if (line.pack != pack) fmt::print("{}\n", line.pack);
    pack = line.pack;
    fmt::print("  {:<28} {}{}\n", line.form, line.title, line.active ? Say("（使用中）", " (on)") : "");
  }
  return ExitCode::kDone;
}

ExitCode Blank(const Options& options) {
  const auto data = ReadOfficeNamesOnly(options.folder);
  const RenderOutcome outcome = RenderWithProgress(options, *data, RequestOf(options), RenderBlanks);
  TellProblems(outcome.input_problems);
  TellProblems(outcome.output_problems);
  if (options.json) fmt::print("{}", RunJson("blank", {}, outcome.documents));
  for (const MadeDocument& document : outcome.documents) {
    for (const MadeFile& file : document.files) {
      if (!options.json) fmt::print("{}\n", (OutFolder(options) / file.path).string());
    }
  }
  return StatusOf({}, outcome);
}

void PrintFiles(const Options& options, const RenderOutcome& outcome) {
  for (const MadeDocument& document : outcome.documents) {
    for (const MadeFile& file : document.files) fmt::print("{}\n", (OutFolder(options) / file.path).string());
  }
}

/// A list made on request stands beside the results of runs and in no manifest.
ExitCode List(const Options& options) {
  const auto data = ReadOffice(options.folder, options.period);
  const RenderOutcome outcome =
      RenderWithProgress(options, *data, RequestOf(options), options.blank ? RenderBlanks : RenderDocuments);
  if (options.json) {
    fmt::print("{}", RunJson(data->period.text, outcome.layout_findings, outcome.documents));
  } else {
    PrintFiles(options, outcome);
  }
  TellFindings(options, outcome.layout_findings, data->records);
  TellProblems(outcome.input_problems);
  TellProblems(outcome.output_problems);
  return StatusOf(outcome.layout_findings, outcome);
}

ExitCode Init(const Options& options) {
  const fs::path folder = options.init_folder.empty() ? options.folder : options.init_folder;
  if (options.sample) {
    WriteSampleOffice(folder, ResourceFolder() / "samples" / "wakaba");
  } else {
    WriteStarter(folder);
  }
  Tell(options, Say("{} に庁内フォルダを作りました。次は: chohyo run -C {}",
                    "made an office folder in {}. Next: chohyo run -C {}", folder.string(), folder.string()));
  return ExitCode::kDone;
}

}  // namespace

ExitCode RunJob(const Options& options) {
  switch (options.command) {
    case Command::kRun:
    case Command::kRender: return Render(options);
    case Command::kCheck: return Check(options);
    case Command::kForms: return Forms(options);
    case Command::kBlank: return Blank(options);
    case Command::kInit: return Init(options);
    case Command::kSend: return Send(options);
    case Command::kLedger: return ShowLedger(options);
    case Command::kVerify: return VerifyLedger(options);
    case Command::kRules: return ListRules(options);
    case Command::kExplain: return ExplainRule(options);
    case Command::kList: return List(options);
    case Command::kParity: return CompareFiles(options);
    case Command::kTemplate: return RunTemplateCommand(options);
    case Command::kDoctor: return RunDoctor(options);
    case Command::kCollect: return CollectWorkbooks(options);
  }
  return ExitCode::kUsage;
}

}  // namespace chohyo
