// Findings as a terminal shows them: department by department, with counts at the end.
#pragma once

#include <cstdio>
#include <string>

#include "pipeline/model/finding.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// Colours go to terminals only, and not where NO_COLOR or a plain TERM asks for none.
bool WantsColour(std::FILE* stream);

/// All findings under the names of their departments, in the order of the departments table; those of no department
/// first. Then how many there are of each severity and rule. "" if there are none.
std::string FindingsText(const Findings& findings, const Records& records, bool colour);

/// "エラー 1 件、警告 2 件、情報 0 件"
std::string CountsText(const Findings& findings);

}  // namespace chohyo
