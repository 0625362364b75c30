// Cell styles and borders → the workbook's formats, each made once.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/render/xlsx_book.h"

namespace chohyo {

/// The edges around one place of the grid.
struct XlsxEdges {
  Edge top, bottom, left, right;
};

/// What makes two cells look alike: a style, and what layout, borders and value add to it. Small, so that a hundred
/// thousand cells are compared in no time.
struct XlsxLook {
  int style = -1;         ///< as XlsxStyles::Intern numbers it
  CentiPoint size = 0;    ///< as set by layout
  int number_format = 0;  ///< as XlsxStyles::InternCode numbers it
  bool shrink = false;    ///< instead of wrapping
  bool diagonal = false;  ///< a void cell
  bool apart = false;     ///< indented by one step, to stand apart from the text right before it
  bool across = false;    ///< centred with its neighbours, whatever the style says
  std::uint32_t top = 0, bottom = 0, left = 0, right = 0;  ///< line style and colour
  std::uint32_t down = 0, up = 0;                          ///< diagonals of an office's own form, likewise
  friend auto operator<=>(const XlsxLook&, const XlsxLook&) = default;
};

class XlsxStyles {
 public:
  explicit XlsxStyles(XlsxBook* book);

  /// The number of a style; equal styles have equal numbers.
  int Intern(const CellStyle& style);
  /// The number of an Excel number format; 0 is General.
  int InternCode(const std::string& code);
  const CellStyle& style(int number) const { return styles_[static_cast<std::size_t>(number)]; }

  static void SetEdges(const XlsxEdges& edges, XlsxLook* look);
  static void SetDiagonals(const Cell& cell, XlsxLook* look);

  /// The workbook's format for a look, made on first use.
  XlsxFormatId FormatOf(const XlsxLook& look);

 private:
  XlsxFormat Describe(const XlsxLook& look) const;

  XlsxBook* book_;
  std::vector<CellStyle> styles_;
  std::vector<std::string> codes_;
  std::map<std::string, int> code_numbers_;
  std::map<XlsxLook, XlsxFormatId> formats_;
};

}  // namespace chohyo
