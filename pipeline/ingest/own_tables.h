// Files in the data folder that are no table of the contract, read as tables of the office's own.
#pragma once

#include "pipeline/model/finding.h"
#include "pipeline/model/office.h"
#include "pipeline/model/own_table.h"

namespace chohyo {

/// Reads every further CSV and XLSX of the data folder. A column whose filled cells are (but for one in ten) dates,
/// times or numbers holds such; a cell of it that is none stays text and is a finding. Codes with leading zeros are
/// text. A damaged cell is an error finding, and its row is left out. A file that cannot be read is a warning, with the
/// reason in the table's `problem`.
OwnTables ReadOwnTables(const Office& office, Findings* findings);

}  // namespace chohyo
