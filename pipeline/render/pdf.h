// Pages → PDF.
#pragma once

#include <string>

#include "pipeline/layout/pages.h"

namespace chohyo {

struct PdfSettings {
  bool pdf_a_1b = true;  ///< PDF/A-1b (ISO 19005-1): XMP, sRGB intent, CIDSet, Info and XMP equal
  std::string producer;  ///< "chohyo 0.1.0"
  /// 0–12, as libdeflate counts. Nearly all that is compressed are outlines, which hardly get smaller: a report of 270
  /// kinds of characters takes 65.2 KB at 1 and 63.3 KB at 6, which costs 1.7 times the time (bench/pdf_bench).
  int deflate_level = 1;
};

/// The PDF file. Every font is embedded as a subset made for this file; ToUnicode gives back exactly the text drawn.
/// The same pages give the same bytes. Throws OutputFault.
std::string RenderPdf(const Document& document, const Pages& pages, const PdfSettings& settings);

}  // namespace chohyo
