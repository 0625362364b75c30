// `chohyo parity`: do the PDF and the XLSX of each document say the same?
#pragma once

#include "pipeline/base/fault.h"
#include "pipeline/options.h"

namespace chohyo {

/// Compares the files of the documents that a run has left for the period. Throws InputFault where there are none.
/// kFindings if any differ.
ExitCode CompareFiles(const Options& options);

}  // namespace chohyo
