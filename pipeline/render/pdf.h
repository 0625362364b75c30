// Pages → PDF.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// An entry of the outline (しおり).
struct PdfBookmark {
  std::string title;
  int page = 0;  ///< 0-based
  std::vector<PdfBookmark> children;
};

/// How viewers number the pages from `first` (0-based) on: the prefix and numbers from `number` on; 0 = the prefix
/// alone.
struct PdfPageLabel {
  int first = 0;
  std::string prefix;
  int number = 0;
};

struct PdfSettings {
  bool pdf_a_1b = true;  ///< PDF/A-1b (ISO 19005-1): XMP, sRGB intent, CIDSet, Info and XMP equal
  std::string producer;  ///< "chohyo 0.1.0"
  /// 0–12, as libdeflate counts. Nearly all that is compressed are outlines, which hardly get smaller: a report of 270
  /// kinds of characters takes 65.2 KB at 1 and 63.3 KB at 6, which costs 1.7 times the time (bench/pdf_bench).
  int deflate_level = 1;
  std::vector<PdfBookmark> outline;
  std::vector<PdfPageLabel> page_labels;  ///< the first begins at page 0; none = 1, 2, 3 …
};

/// The PDF file. Every font is embedded as a subset made for this file; ToUnicode gives back exactly the text drawn.
/// The same pages give the same bytes. Throws OutputFault.
std::string RenderPdf(const Document& document, const Pages& pages, const PdfSettings& settings);

}  // namespace chohyo
