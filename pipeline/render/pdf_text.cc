#include "pipeline/render/pdf_text.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "pipeline/layout/turn.h"

namespace chohyo {
namespace {

/// Glyphs that stand this near to where the one before ends are left there: thousandths of the size, 7 µm at 10.5 pt.
constexpr std::int64_t kTolerance = 2;
/// The outline of bold text, in parts of the size.
constexpr CentiPoint kBoldPart = 35;
/// Tangent of 12°, the usual slant.
constexpr const char* kSlant = "1 0 .2126 1 ";
constexpr double kSlantTangent = .2126;

/// A distance in thousandths of the size: the unit of glyph widths.
std::int64_t ThousandthsOf(Um distance, CentiPoint size) {
  return RoundedQuotient(std::int64_t{distance} * 36'000, std::int64_t{127} * size);
}

Um UmOfFontUnits(int units, const Font& font, CentiPoint size) {
  return static_cast<Um>(RoundedQuotient(std::int64_t{units} * size * 127, std::int64_t{36} * font.units_per_em()));
}

/// A part of a matrix as an operand of four decimals at most.
void AppendTenThousandths(double part, std::string* out) {
  const long rounded = std::lround(part * 10000);
  std::string digits = fmt::format("{:04}", std::labs(rounded));
  digits.insert(digits.size() - 4, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  if (digits.empty()) digits = "0";
  out->append(rounded < 0 ? "-" : "").append(digits).append(" ");
}

std::string_view TextOf(const TextRun& run, const Glyph& glyph) {
  return std::string_view(run.text).substr(glyph.text_begin, glyph.text_length);
}

}  // namespace

void PdfText::Append(const std::vector<TextRun>& runs) {
  if (runs.empty()) return;
  out_ += "BT\n";
  for (const TextRun& run : runs) {
    if (!run.glyphs.empty()) AppendRun(run);
  }
  out_ += "ET\n";
}

void PdfText::AppendRun(const TextRun& run) {
  SetLook(run);
  run.vertical ? AppendVertical(run) : AppendHorizontal(run);
}

void PdfText::SetLook(const TextRun& run) {
  if (font_ != run.font || size_ != run.size) {
    out_ += '/';
    out_ += PdfFonts::KeyOf(run.font);
    out_ += ' ';
    AppendOperand(run.size, &out_);
    out_ += "Tf\n";
  }
  if (rgb_ != run.rgb) AppendColour(run.rgb, false, &out_);
  if (bold_ != run.bold) out_ += run.bold ? "2 Tr\n" : "0 Tr\n";
  if (run.bold && (!bold_ || size_ != run.size || rgb_ != run.rgb)) SetBold(run);
  font_ = run.font;
  size_ = run.size;
  rgb_ = run.rgb;
  bold_ = run.bold;
}

void PdfText::SetBold(const TextRun& run) {
  AppendColour(run.rgb, true, &out_);
  AppendOperand(run.size / kBoldPart, &out_);
  out_ += "w 1 j\n";  // round joins: kanji have corners on which mitres would stand out
}

/// The text matrix but for its place: turned, slanted or both.
void PdfText::AppendMatrix(const TextRun& run) {
  if (run.rotation == 0) {
    out_ += run.italic ? kSlant : "1 0 0 1 ";
    return;
  }
  const Turn turn(run.rotation);
  const double slant = run.italic ? kSlantTangent : 0;
  for (const double part :
       {turn.cosine(), turn.sine(), slant * turn.cosine() - turn.sine(), slant * turn.sine() + turn.cosine()}) {
    AppendTenThousandths(part, &out_);
  }
}

/// Distances between starts of lines are exact: both ends are rounded before they are subtracted.
void PdfText::MoveTo(const TextRun& run, Um x, Um y) {
  const PageUnit to_x = PageUnitsOf(x), to_y = PageUnitsOf(page_height_ - y);
  const bool turned = run.italic || run.rotation != 0;
  const bool absolute = slanted_ || turned;
  if (absolute) AppendMatrix(run);
  AppendOperand(absolute ? to_x : to_x - x_, &out_);
  AppendOperand(absolute ? to_y : to_y - y_, &out_);
  out_ += absolute ? "Tm " : "Td ";
  slanted_ = turned;
  x_ = to_x;
  y_ = to_y;
}

void PdfText::AppendHorizontal(const TextRun& run) {
  for (std::size_t begin = 0; begin < run.glyphs.size();) begin = AppendStretch(run, begin);
}

std::size_t PdfText::AppendStretch(const TextRun& run, std::size_t begin) {
  PdfFont& font = fonts_.Use(run.font);
  const Glyph& first = run.glyphs[begin];
  const Turn turn(run.rotation);
  MoveTo(run, run.x + turn.X(first.x, first.y), run.y + turn.Y(first.x, first.y));
  out_ += "[(";
  std::int64_t pen = 0;
  std::size_t i = begin;
  for (; i < run.glyphs.size() && run.glyphs[i].y == first.y; ++i) {
    const Glyph& glyph = run.glyphs[i];
    const std::int64_t place = ThousandthsOf(glyph.x - first.x, run.size);
    if (std::llabs(place - pen) > kTolerance) {
      out_ += ")";
      AppendInteger(pen - place, &out_);
      out_ += "(";
      pen = place;
    }
    const PdfCode code = font.CodeOf(glyph.id, TextOf(run, glyph));
    PutCode(code.cid);
    pen += code.width;
  }
  out_ += ")]TJ\n";
  return i;
}

void PdfText::AppendVertical(const TextRun& run) {
  PdfFont& pdf_font = fonts_.Use(run.font);
  const Font& font = pdf_font.font();
  for (const Glyph& glyph : run.glyphs) {
    const Um half_width = UmOfFontUnits(font.Advance(glyph.id), font, run.size) / 2;
    const Um height = UmOfFontUnits(font.VerticalOrigin(glyph.id), font, run.size);
    MoveTo(run, run.x - half_width + glyph.y, run.y + glyph.x + height);
    out_ += "(";
    PutCode(pdf_font.CodeOf(glyph.id, TextOf(run, glyph)).cid);
    out_ += ")Tj\n";
  }
}

void PdfText::PutCode(std::uint16_t cid) {
  PutByte(static_cast<std::uint8_t>(cid >> 8));
  PutByte(static_cast<std::uint8_t>(cid & 0xFF));
}

/// Brackets and backslashes would end or change a string; a bare carriage return would be read as a line feed.
void PdfText::PutByte(std::uint8_t byte) {
  const char c = static_cast<char>(byte);
  if (c == '(' || c == ')' || c == '\\') out_.push_back('\\');
  if (c == '\r') {
    out_ += "\\r";
  } else {
    out_.push_back(c);
  }
}

}  // namespace chohyo
