// Finds the mark of a document in a workbook that came back.
#pragma once

#include <optional>
#include <string>

#include "pipeline/base/document_mark.h"

namespace chohyo {

/// The mark among the custom properties of an XLSX package; nothing if there is none. `file` is named in messages.
/// Throws InputFault for a package that is damaged.
std::optional<DocumentMark> MarkOfPackage(const std::string& package, const std::string& file);

}  // namespace chohyo
