// The commands about rules: `chohyo rules`, `chohyo explain RULE`, `chohyo check --policy FILE`.
#pragma once

#include "pipeline/base/fault.h"
#include "pipeline/office_data.h"
#include "pipeline/options.h"

namespace chohyo {

/// Lists all rules with severity, whether they are on, limit in force and where it is set, and article.
ExitCode ListRules(const Options& options);

/// Says what a rule looks for and what to do. Throws UsageFault for a rule that does not exist, with the nearest name.
ExitCode ExplainRule(const Options& options);

/// Shows which findings come and go under the limits that the `policy:` of another file sets over those in force.
/// Ends as a check under those limits would. Throws InputFault.
ExitCode CompareLimits(const Options& options, const OfficeData& data);

}  // namespace chohyo
