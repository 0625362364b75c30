// How a reader finds the way in a PDF: outline and page labels.
#pragma once

#include <vector>

#include "pipeline/render/pdf.h"
#include "pipeline/render/pdf_file.h"

namespace chohyo {

/// Puts an outline into the catalog, its first level open; nothing for an empty one (ISO 32000-1, 12.3.3).
void PutOutline(const std::vector<PdfBookmark>& outline, const std::vector<PdfDict>& pages, PdfFile* file,
                PdfDict* catalog);

/// Puts page labels into the catalog; nothing for none (ISO 32000-1, 12.4.2).
void PutPageLabels(const std::vector<PdfPageLabel>& labels, PdfFile* file, PdfDict* catalog);

}  // namespace chohyo
