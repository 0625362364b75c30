// Delivery: what the routes ask for is checked, written down, spooled and sent. `chohyo send`, `chohyo run --send`.
#pragma once

#include <string>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/deliver/ledger_view.h"
#include "pipeline/model/finding.h"
#include "pipeline/options.h"

namespace chohyo {

/// A message and how it stands after a run.
struct SendLine {
  std::string route, form, keys;
  std::string state;  ///< StateName; "due" for what is not due yet, "ready" for what a dry run would send
  std::vector<std::string> to, cc;
  std::string message, subject, note, text;
  std::vector<LedgerFile> attachments;
};

/// `chohyo send`: takes the results' folder for itself.
ExitCode Send(const Options& options);

/// Delivers within a run that holds the results' folder.
ExitCode SendPeriod(const Options& options, const std::string& period);

}  // namespace chohyo
