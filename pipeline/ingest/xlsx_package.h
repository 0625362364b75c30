// What a table needs of an XLSX beside its first worksheet: what its styles make of numbers, the shared strings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/ingest/xlsx_numbers.h"
#include "pipeline/workbook/package.h"

namespace chohyo {

/// A text in a block of text.
struct TextSpan {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// The style of each cell format (the `s` of a cell). Throws InputFault for a damaged part.
std::vector<NumberStyle> ReadNumberStyles(const WorkbookPackage& package, const WorkbookParts& parts);

/// The shared strings, appended to `text`. Throws InputFault for a damaged part.
std::vector<TextSpan> ReadSharedTexts(const WorkbookPackage& package, const WorkbookParts& parts, std::string* text);

}  // namespace chohyo
