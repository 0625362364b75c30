// The commands about templates: `chohyo template check|dump|fields|preview`.
#pragma once

#include "pipeline/base/fault.h"
#include "pipeline/options.h"

namespace chohyo {

/// Does what `options.action` says. Throws InputFault for a file that cannot be read, UsageFault for an unknown name.
ExitCode RunTemplateCommand(const Options& options);

}  // namespace chohyo
