// Shared and inline strings with their looks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/workbook/package.h"
#include "pipeline/workbook/styles.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// A text of a cell; `runs` only where a part has a look of its own.
struct RichString {
  std::string text;
  std::vector<WorkbookRun> runs;

  /// About the bytes it takes.
  std::size_t Bytes() const;
};

/// The text of an element si or is, without furigana.
RichString ReadRichString(const XmlNode& node, const WorkbookStyles& styles);

/// The workbook's shared strings; none if it has no such part.
std::vector<RichString> ReadSharedStrings(const WorkbookPackage& package, const WorkbookParts& parts,
                                          const WorkbookStyles& styles);

}  // namespace chohyo
