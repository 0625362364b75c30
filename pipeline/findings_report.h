// findings.xlsx: every finding as a list that a clerk can filter and tick off, for all and department by department.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/office_data.h"

namespace chohyo {

/// The workbook's bytes. `folder` is where it will lie: files are linked from there. Throws OutputFault.
std::string FindingsWorkbook(const OfficeData& data, const Findings& findings, const std::filesystem::path& folder);

}  // namespace chohyo
