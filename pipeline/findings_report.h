// findings.xlsx: every finding as a list that a clerk can sort and tick off.
#pragma once

#include <memory>
#include <string>

#include "pipeline/layout/font.h"
#include "pipeline/office_data.h"

namespace chohyo {

/// The workbook's bytes. Throws InputFault or OutputFault.
std::string FindingsWorkbook(const OfficeData& data, const Findings& findings,
                             const std::shared_ptr<const FontSet>& fonts);

}  // namespace chohyo
