// A table as text, for comparing: "line: column=text", damage after "!".
#pragma once

#include <string>

#include "pipeline/base/text.h"
#include "pipeline/ingest/table.h"

namespace chohyo {

/// Every row on a line of its own, control characters as their pictures. Dates, times and numbers of XLSX are followed
/// by "#date", "#time", "#datetime", "#number".
std::string TableText(const Table& table);

}  // namespace chohyo
