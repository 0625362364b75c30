// The ledger's list as a file for a spreadsheet.
#pragma once

#include <string>
#include <vector>

#include "pipeline/deliver/ledger_lines.h"
#include "pipeline/options.h"

namespace chohyo {

/// Writes the lines to options.export_file: .csv (UTF-8 with BOM, as Excel opens it) or .xlsx. Throws UsageFault for
/// any other ending, OutputFault.
void ExportLedger(const Options& options, const std::vector<LedgerLine>& lines);

/// The lines as CSV. Text that a spreadsheet would take for a formula is led by an apostrophe.
std::string LedgerCsv(const std::vector<LedgerLine>& lines);

}  // namespace chohyo
