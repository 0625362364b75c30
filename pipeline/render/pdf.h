// Pages → PDF.
#pragma once

#include <string>

#include "pipeline/layout/pages.h"

namespace chohyo {

struct PdfSettings {
  bool pdf_a_1b = true;  ///< PDF/A-1b (ISO 19005-1): XMP, sRGB intent, CIDSet, Info and XMP equal
  std::string producer;  ///< "chohyo 0.1.0"
  int deflate_level = 6;
};

/// The PDF file. Every font is embedded as a subset made for this file; ToUnicode gives back exactly the text drawn.
/// The same pages give the same bytes. Throws OutputFault.
std::string RenderPdf(const Document& document, const Pages& pages, const PdfSettings& settings);

}  // namespace chohyo
