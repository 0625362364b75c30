// Text runs as PDF operators.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/render/pdf_fonts.h"
#include "pipeline/render/pdf_numbers.h"

namespace chohyo {

/// Writes the text of one page: one text object, in which only what changes from run to run is said again.
class PdfText {
 public:
  PdfText(PdfFonts* fonts, Um page_height, std::string* out) : fonts_(*fonts), page_height_(page_height), out_(*out) {}

  void Append(const std::vector<TextRun>& runs);

 private:
  void AppendRun(const TextRun& run);
  void SetLook(const TextRun& run);
  void SetBold(const TextRun& run);
  void AppendHorizontal(const TextRun& run);
  void AppendVertical(const TextRun& run);
  /// Glyphs of one height above the baseline, from `begin` on; returns where they end.
  std::size_t AppendStretch(const TextRun& run, std::size_t begin);
  void AppendMatrix(const TextRun& run);
  void MoveTo(const TextRun& run, Um x, Um y);
  void PutCode(std::uint16_t cid);
  void PutByte(std::uint8_t byte);

  PdfFonts& fonts_;
  const Um page_height_;
  std::string& out_;

  // What the text object was last told.
  int font_ = -1;
  CentiPoint size_ = 0;
  Rgb rgb_ = kBlack;
  bool bold_ = false;
  bool slanted_ = false;  ///< or turned: the matrix is not the plain one
  PageUnit x_ = 0, y_ = 0;
};

}  // namespace chohyo
