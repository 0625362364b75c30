#include "pipeline/render/xlsx_styles.h"

#include <algorithm>

namespace chohyo {
namespace {

constexpr int kStyleShift = 24;
constexpr std::uint32_t kRgbMask = 0xFFFFFF;

std::uint32_t Pack(const Edge& edge) {
  if (edge.style == LineStyle::kNone) return 0;
  return static_cast<std::uint32_t>(edge.style) << kStyleShift | (edge.rgb & kRgbMask);
}

Edge Unpack(std::uint32_t packed) { return {static_cast<LineStyle>(packed >> kStyleShift), packed & kRgbMask}; }

/// The fonts of official documents that every Japanese Windows has. The PDF's own fonts (IPAex and others) are not on
/// the clerks' machines; LibreOffice puts its own Mincho and Gothic in place of these.
std::string ExcelFont(const std::string& chain) {
  if (chain == "mincho") return "ＭＳ 明朝";
  if (chain == "gothic") return "ＭＳ ゴシック";
  return chain;
}

/// What Excel leaves beside the text.
constexpr Um kOwnPadding = 500;

/// An indent adds three spaces of the Normal style (18 pt).
int IndentOf(Um padding) {
  constexpr Um kStep = 6350;
  constexpr int kMostIndent = 15;
  return std::clamp((padding - kOwnPadding + kStep / 2) / kStep, 0, kMostIndent);
}

}  // namespace

XlsxStyles::XlsxStyles(XlsxBook* book) : book_(book), codes_{""}, code_numbers_{{"", 0}} {}

int XlsxStyles::Intern(const CellStyle& style) {
  const auto found = std::find(styles_.begin(), styles_.end(), style);
  if (found != styles_.end()) return static_cast<int>(found - styles_.begin());
  styles_.push_back(style);
  return static_cast<int>(styles_.size()) - 1;
}

int XlsxStyles::InternCode(const std::string& code) {
  if (code.empty()) return 0;
  const auto [place, added] = code_numbers_.try_emplace(code, static_cast<int>(codes_.size()));
  if (added) codes_.push_back(code);
  return place->second;
}

void XlsxStyles::SetEdges(const XlsxEdges& edges, XlsxLook* look) {
  look->top = Pack(edges.top);
  look->bottom = Pack(edges.bottom);
  look->left = Pack(edges.left);
  look->right = Pack(edges.right);
}

void XlsxStyles::SetDiagonals(const Cell& cell, XlsxLook* look) {
  look->diagonal = cell.diagonal;
  look->down = Pack(cell.diagonal_down);
  look->up = Pack(cell.diagonal_up);
}

XlsxFormatId XlsxStyles::FormatOf(const XlsxLook& look) {
  const auto found = formats_.find(look);
  if (found != formats_.end()) return found->second;
  const XlsxFormatId added = book_->AddFormat(Describe(look));
  formats_.emplace(look, added);
  return added;
}

XlsxFormat XlsxStyles::Describe(const XlsxLook& look) const {
  XlsxFormat out;
  out.size = look.size;
  out.number_format = codes_[static_cast<std::size_t>(look.number_format)];
  out.diagonal_down = look.down != 0;
  out.diagonal_up = look.up != 0 || look.diagonal;
  out.diagonal = Unpack(look.down != 0 ? look.down : look.up);
  if (look.diagonal) out.diagonal = {LineStyle::kThin, kBlack};
  out.top = Unpack(look.top);
  out.bottom = Unpack(look.bottom);
  out.left = Unpack(look.left);
  out.right = Unpack(look.right);
  const CellStyle plain;
  const CellStyle& from = look.style >= 0 ? style(look.style) : plain;
  out.font = from.font_name.empty() ? ExcelFont(from.font) : from.font_name;
  out.bold = from.bold;
  out.italic = from.italic;
  out.underline = from.underline && !from.double_underline;
  out.double_underline = from.double_underline;
  out.strike = from.strike;
  out.h_align = look.across ? HAlign::kCenterAcross : from.h_align;
  out.v_align = from.v_align;
  out.vertical = from.vertical;
  out.rotation = from.vertical ? 0 : from.rotation;
  out.shrink = look.shrink;
  out.wrap = from.wrap && !look.shrink && !from.vertical && !from.spill;
  out.text_rgb = from.text_rgb;
  out.fill_rgb = from.fill_rgb;
  const bool indents =
      from.h_align == HAlign::kLeft || from.h_align == HAlign::kRight || from.h_align == HAlign::kDistribute;
  const int own = from.indent > 0 ? std::max(IndentOf(from.indent + kOwnPadding), 1) : IndentOf(from.pad_x);
  out.indent = indents && !look.across && !from.vertical ? std::max(own, look.apart ? 1 : 0) : 0;
  return out;
}

}  // namespace chohyo
