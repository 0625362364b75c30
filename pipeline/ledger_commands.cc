#include "pipeline/ledger_commands.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/clock.h"
#include "pipeline/deliver/ledger.h"
#include "pipeline/deliver/ledger_lines.h"
#include "pipeline/ledger_export.h"
#include "pipeline/results.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kPatience{60};

LedgerFilter FilterOf(const Options& options) {
  LedgerFilter filter;
  filter.forms = options.forms;
  filter.departments = options.departments;
  filter.period = options.period;
  filter.recipient = options.recipient;
  if (options.state.empty()) return filter;
  const auto state = LineStateOf(options.state);
  if (!state) {
    throw UsageFault(
        Say("状態「{}」はありません。作成・送信待ち・再送待ち・保留・不明・失敗・送信済・差替え のどれかです。",
            "there is no state \"{}\"; known are made, waiting, retry, held, unknown, failed, sent, "
            "withdrawn.",
            options.state));
  }
  filter.state = *state;
  return filter;
}

void PrintLine(const LedgerLine& line) {
  const std::string report = line.report > 1 ? Say("  第{}報", "  report {}", line.report) : "";
  fmt::print("{}  {:<8}  {}  {}  {}{}\n", LocalTime(line.changed_at), LineStateWord(line.state), line.form, line.key,
             Printable(line.title), report);
  if (!line.route.empty()) {
    fmt::print("    {} → {}  [{}]\n", line.route, Join(line.to, ", "), line.message);
  }
  if (!line.reply.empty()) fmt::print("    {}\n", Printable(line.reply));
  if (!line.released_by.empty()) {
    fmt::print("    {}\n", Say("確認した人: {}", "confirmed by {}", line.released_by));
  }
}

ExitCode Prune(const Options& options) {
  if (!options.before) {
    throw UsageFault(Say("いつより前を整理するかを --before 2020-04-01 のように書いてください。",
                         "say before which day to prune, like --before 2020-04-01."));
  }
  const RunLock lock = LockResults(options, ExitCode::kOutput);
  if (!fs::exists(Ledger::FileIn(OutFolder(options)))) Ledger::OpenToRead(OutFolder(options));
  Ledger ledger = Ledger::OpenToWrite(OutFolder(options));
  const std::size_t rows = ledger.Prune(NowSeconds(), SecondsOf(*options.before, TimeOfDay{0}));
  if (!options.quiet) {
    fmt::print(stderr, "{}\n",
               Say("{} より前の {} 行から、氏名・番号・宛先などを除きました。要約値は残っています。",
                   "names, numbers and addresses were taken out of {1} rows before {0}; digests stay.",
                   options.before->Iso(), rows));
  }
  return ExitCode::kDone;
}

/// The files that should stand, by path: as they were last made.
std::map<std::string, LedgerFile> StandingFiles(const LedgerView& view) {
  std::vector<const LedgerDocument*> documents;
  for (const LedgerDocument& document : view.documents()) {
    if (!document.removed && !document.pruned) documents.push_back(&document);
  }
  std::stable_sort(documents.begin(), documents.end(),
                   [](const auto* a, const auto* b) { return a->made_at < b->made_at; });
  std::map<std::string, LedgerFile> files;
  for (const LedgerDocument* document : documents) {
    for (const LedgerFile& file : document->files) files[file.path] = file;
  }
  return files;
}

std::optional<LedgerProblem> ProblemOf(const fs::path& out, const LedgerFile& file) {
  std::error_code error;
  if (!fs::exists(out / file.path, error)) {
    return LedgerProblem{"missing", file.path, Say("ファイルがありません", "the file is missing")};
  }
  const std::string bytes = ReadWholeFile(out / file.path);
  if (bytes.size() == file.bytes && Sha256Hex(bytes) == file.sha256) return std::nullopt;
  return LedgerProblem{"changed", file.path,
                       Say("作ったときと中身が違います", "it is not what it was when it was made")};
}

}  // namespace

RunLock LockResults(const Options& options, ExitCode code) {
  const std::string who =
      Say("{}、プロセス {}、{} から", "{}, process {}, since {}", UserName(), ::getpid(), LocalTime(NowSeconds()));
  const auto tell = [](const std::string& message) { fmt::print(stderr, "chohyo: {}\n", message); };
  return RunLock(OutFolder(options), who, kPatience, code, tell);
}

std::vector<LedgerProblem> LedgerProblems(const fs::path& out) {
  const Ledger ledger = Ledger::OpenToRead(out);
  const std::vector<Entry> entries = ledger.All();
  std::vector<LedgerProblem> problems;
  for (const std::string& broken : ChainProblems(entries, ledger.Last())) {
    problems.push_back({"chain", "ledger.sqlite", broken});
  }
  for (const auto& [path, file] : StandingFiles(LedgerView(entries))) {
    if (const auto problem = ProblemOf(out, file)) problems.push_back(*problem);
  }
  return problems;
}

ExitCode ShowLedger(const Options& options) {
  if (options.action == "prune") return Prune(options);
  const LedgerFilter filter = FilterOf(options);
  const auto lines = LedgerLines(LedgerView(Ledger::OpenToRead(OutFolder(options)).All()), filter);
  if (!options.export_file.empty()) {
    ExportLedger(options, lines);
  } else if (options.json) {
    fmt::print("{}", LedgerJson(lines));
  } else {
    for (const LedgerLine& line : lines) PrintLine(line);
  }
  return ExitCode::kDone;
}

ExitCode VerifyLedger(const Options& options) {
  const auto problems = LedgerProblems(OutFolder(options));
  if (options.json) {
    fmt::print("{}", VerifyJson(problems));
  } else {
    for (const LedgerProblem& problem : problems) fmt::print("{}: {}\n", Printable(problem.path), problem.message);
  }
  if (problems.empty() && !options.quiet) {
    fmt::print(stderr, "{}\n",
               Say("台帳とファイルは合っています。", "the ledger is whole and every file is as it was made."));
  }
  return problems.empty() ? ExitCode::kDone : ExitCode::kFindings;
}

}  // namespace chohyo
