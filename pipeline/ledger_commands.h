// The commands about what was made and sent: `chohyo ledger`, `chohyo verify`.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/deliver/run_lock.h"
#include "pipeline/options.h"

namespace chohyo {

/// Lists the ledger, writes the list to a file, or prunes it. Throws InputFault for a ledger that cannot be read.
ExitCode ShowLedger(const Options& options);

/// Compares every file with the ledger and checks the ledger's chain. Ends in kFindings where something differs.
ExitCode VerifyLedger(const Options& options);

/// Holds the results' folder for this run, waiting a while for another; `code` is the status if it does not end.
RunLock LockResults(const Options& options, ExitCode code);

/// What is wrong with a file of the ledger, or with the ledger.
struct LedgerProblem {
  std::string kind;  ///< "missing", "changed", "chain"
  std::string path;  ///< relative to the results' folder; "ledger.sqlite" for the chain
  std::string message;
};

/// Files that are not as the ledger says, and breaks of the chain.
std::vector<LedgerProblem> LedgerProblems(const std::filesystem::path& out);

}  // namespace chohyo
