// What a run made, into the ledger.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/office_data.h"
#include "pipeline/results.h"

namespace chohyo {

/// What has been sent in so far, by the ledger in `out`; nothing if there is no ledger. Throws InputFault for one that
/// cannot be read.
ReportBook ReportsSent(const std::filesystem::path& out);

/// Writes down the documents whose files or content differ from what the ledger knows, and those of this period that no
/// longer stand. Nothing is added where nothing changed. `made`: of this run; `standing`: all that stand after it.
void RecordRun(const std::filesystem::path& out, const OfficeData& data, const std::vector<MadeDocument>& made,
               const std::vector<MadeDocument>& standing);

}  // namespace chohyo
