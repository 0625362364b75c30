// `chohyo collect`: headcount workbooks that departments filled in are checked and merged.
#pragma once

#include "pipeline/base/fault.h"
#include "pipeline/options.h"

namespace chohyo {

/// Reads the workbooks named in the options, merges them into out/<day>/collected/ and tells what is wrong or missing.
ExitCode CollectWorkbooks(const Options& options);

}  // namespace chohyo
