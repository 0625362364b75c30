// Which department a finding belongs to.
#pragma once

#include "pipeline/model/finding.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// Fills Finding::department where it is empty and the finding's key names a known department, or a person, case, loan
/// or incident whose person has one. Works for findings of any room: it looks at table and key only.
void FillDepartments(const Records& records, Findings* findings);

}  // namespace chohyo
