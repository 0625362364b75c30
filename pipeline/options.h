// The command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"

namespace chohyo {

enum class Command {
  kRun,
  kCheck,
  kRender,
  kForms,
  kBlank,
  kInit,
  kRules,
  kExplain,
  kTemplate,
  kList,
  kParity,
  kSend,
  kLedger,
  kVerify,
  kDoctor,
  kCollect
};

struct Options {
  Command command = Command::kRun;
  std::string period;  ///< as written; "" = default
  std::filesystem::path folder = ".";
  std::filesystem::path out;  ///< "" = `out` in the office folder
  unsigned jobs = 0;          ///< threads; 0 = all cores
  bool json = false;
  bool quiet = false;
  bool force = false;  ///< render documents that an error blocks, marked 要確認
  std::optional<Date> issued;
  std::vector<std::string> forms;  ///< `render --form`, `blank ID…`
  std::vector<std::string> departments;
  std::vector<std::string> formats;  ///< "pdf", "xlsx"; empty = what the template says
  std::filesystem::path init_folder;
  bool sample = false;
  bool fail_on_warning = false;       ///< `check --fail-on warning`: warnings end in status 1 too
  std::filesystem::path policy_file;  ///< `check --policy`: what other limits would change; "" = none
  std::string rule;                   ///< `explain RULE`
  std::string action;                 ///< of `template`: "check", "dump", "fields", "preview"; of `ledger`: "prune"
  std::string subject;                ///< of `template`: the file; of `template fields` the form or table
  std::string list_table, list_title, list_group;  ///< of `list` and `render --form general.list`
  std::vector<std::string> list_where, list_columns, list_sort;
  bool blank = false;                   ///< `template preview --blank`
  bool send = false;                    ///< `run --send`
  bool dry_run = false;                 ///< `send`: only say what would go
  bool now = false;                     ///< `send`: also what is not due yet
  bool wait = false;                    ///< `send`: try again until it is done, with longer and longer pauses
  std::string confirm, arrived;         ///< `send`: the id of a message to let go, or to be taken as arrived
  std::filesystem::path export_folder;  ///< `send --export`: write messages there; "" = send
  std::string recipient, state;         ///< `ledger`: only these; "" = all
  std::filesystem::path export_file;    ///< `ledger --export`: .csv or .xlsx; "" = none
  std::optional<Date> before;           ///< `ledger prune --before`
  std::vector<std::string> files;  ///< `doctor FILES…`; empty = all of the data folder; `collect`: workbooks, folders
  std::filesystem::path password_file;  ///< `collect --password-file`; "" = none
};

/// Where results go.
inline std::filesystem::path OutFolder(const Options& options) {
  return options.out.empty() ? options.folder / "out" : options.out;
}

/// What came of reading the command line.
struct ParsedOptions {
  std::optional<Options> options;  ///< nothing: the program ends here
  std::string out;                 ///< to print: help, version
};

/// Reads the command line; sets the language of messages on the way (--lang, else the locale).
/// Throws UsageFault with the nearest command or option.
ParsedOptions ParseOptions(int argc, const char* const* argv);

}  // namespace chohyo
