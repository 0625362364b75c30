// XLSX (ECMA-376) to Table: the first worksheet, and of it the values.
#pragma once

#include <string>

#include "pipeline/ingest/table.h"

namespace chohyo {

/// Reads the first worksheet of a workbook. Furigana are left out; dates and times come as text (see CellKind).
/// `file` is the name used in messages. Throws InputFault for what is no XLSX, is damaged or protected by a password,
/// and for parts that grow beyond reason.
Table ReadXlsx(std::string bytes, const std::string& file);

}  // namespace chohyo
