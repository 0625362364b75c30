// The commands: the one place that knows all stages.
#pragma once

#include "pipeline/base/fault.h"
#include "pipeline/options.h"

namespace chohyo {

/// Does what the command line asks for. Results go to stdout, everything else to stderr. Faults are thrown; every other
/// outcome is the exit status.
ExitCode RunJob(const Options& options);

}  // namespace chohyo
