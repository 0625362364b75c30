// Reads the text of PDFs that this program wrote: pages, content streams and ToUnicode maps as render/pdf_*.cc make
// them. No reader of PDFs at large.
#pragma once

#include <string>
#include <vector>

namespace chohyo {

/// A stretch of text and where its line begins, in points from the page's bottom left.
struct PdfTextRun {
  double x = 0, y = 0;
  std::string text;
};

struct PdfPageText {
  double width = 0, height = 0;  ///< points
  std::vector<PdfTextRun> runs;  ///< in the order of the page's content
};

/// The pages in order. Throws InputFault if the file is not as we write it.
std::vector<PdfPageText> ReadPdfText(const std::string& pdf, const std::string& file);

}  // namespace chohyo
