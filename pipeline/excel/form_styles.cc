#include "pipeline/excel/form_styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/base/lang.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr Um kPadX = 500;  // Excel keeps two pixels clear at each side
constexpr Um kPadY = 0;
constexpr double kIndentEm = 0.8;  // a step of indent is about three spaces of the default font
constexpr int kStacked = 255;
constexpr CentiPoint kSmallestFont = 100, kLargestFont = 40900;

/// Parts of font names that tell a serif from a sans serif.
constexpr std::array<std::string_view, 16> kSerifNames = {
    "明朝",     "Mincho", "mincho", "MINCHO", "Century", "Times", "Cambria", "Georgia",
    "Garamond", "楷書",   "行書",   "隷書",   "教科書",  "Serif", "Song",    "Batang"};

struct LineWord {
  std::string_view word;
  LineStyle style;
};

constexpr LineWord kLineWords[] = {{"thin", LineStyle::kThin},
                                   {"medium", LineStyle::kMedium},
                                   {"dashed", LineStyle::kDashed},
                                   {"dotted", LineStyle::kDotted},
                                   {"thick", LineStyle::kThick},
                                   {"double", LineStyle::kDouble},
                                   {"hair", LineStyle::kHair},
                                   {"mediumDashed", LineStyle::kMediumDashed},
                                   {"dashDot", LineStyle::kDashDot},
                                   {"mediumDashDot", LineStyle::kMediumDashDot},
                                   {"dashDotDot", LineStyle::kDashDotDot},
                                   {"mediumDashDotDot", LineStyle::kMediumDashDotDot},
                                   {"slantDashDot", LineStyle::kSlantDashDot}};

/// How much of a pattern is its foreground, in hundredths.
int ShareOf(std::string_view pattern) {
  if (pattern == "solid") return 100;
  if (pattern == "darkGray") return 75;
  if (pattern == "mediumGray") return 50;
  if (pattern == "lightGray") return 25;
  if (pattern == "gray125") return 13;
  if (pattern == "gray0625") return 6;
  return pattern.starts_with("light") ? 25 : 50;
}

Rgb Mix(Rgb a, Rgb b, int share) {
  Rgb mixed = 0;
  for (const unsigned shift : {16U, 8U, 0U}) {
    const auto part = [shift](Rgb rgb) { return static_cast<int>(rgb >> shift & 0xFFU); };
    mixed |= static_cast<Rgb>((part(a) * share + part(b) * (100 - share) + 50) / 100) << shift;
  }
  return mixed;
}

std::optional<HAlign> HorizontalOf(std::string_view word) {
  if (word == "left") return HAlign::kLeft;
  if (word == "center") return HAlign::kCenter;
  if (word == "right") return HAlign::kRight;
  if (word == "fill") return HAlign::kLeft;
  if (word == "justify") return HAlign::kJustify;
  if (word == "distributed") return HAlign::kDistribute;
  if (word == "centerContinuous") return HAlign::kCenterAcross;
  return std::nullopt;
}

VAlign VerticalOf(std::string_view word) {
  if (word == "top" || word == "justify") return VAlign::kTop;
  if (word == "center" || word == "distributed") return VAlign::kCenter;
  return VAlign::kBottom;
}

bool IsGeneral(std::string_view code) { return code.empty() || code == "General" || code == "GENERAL"; }

}  // namespace

std::string FontChainOf(const std::string& font_name) {
  const bool serif = std::any_of(kSerifNames.begin(), kSerifNames.end(),
                                 [&](std::string_view part) { return font_name.find(part) != std::string::npos; });
  return serif && font_name.find("Sans") == std::string::npos ? "mincho" : "gothic";
}

LineStyle LineStyleOfWord(const std::string& word) {
  for (const LineWord& known : kLineWords) {
    if (known.word == word) return known.style;
  }
  return LineStyle::kNone;
}

Edge EdgeOf(const WorkbookLine& line) { return {LineStyleOfWord(line.style), line.color.value_or(kBlack)}; }

std::optional<Rgb> FillOf(const WorkbookFormat& format) {
  if (format.fill_pattern.empty() || format.fill_pattern == "none") return std::nullopt;
  if (format.fill_pattern == "solid") return format.fill;
  return Mix(format.fill.value_or(kBlack), format.fill_background.value_or(0xFFFFFF), ShareOf(format.fill_pattern));
}

CellStyle FormStyles::FontStyle(const WorkbookFont& font) const {
  CellStyle style;
  style.font = FontChainOf(font.name);
  style.font_name = font.name;
  style.size = std::clamp(font.size, kSmallestFont, kLargestFont);
  style.bold = font.bold;
  style.italic = font.italic;
  style.strike = font.strike;
  style.underline = font.underline == WorkbookFont::Underline::kSingle;
  style.double_underline = font.underline == WorkbookFont::Underline::kDouble;
  style.text_rgb = font.color.value_or(kBlack);
  style.pad_x = kPadX;
  style.pad_y = kPadY;
  return style;
}

/// How Excel sets a cell's text: one line that runs on over empty neighbours, unless the cell says otherwise.
CellStyle FormStyles::StyleOf(const WorkbookFormat& format, const CellUse& use, const WorkbookFont* font) const {
  CellStyle style = FontStyle(font != nullptr ? *font : format.font);
  style.fill_rgb = FillOf(format);
  style.v_align = VerticalOf(format.vertical);
  style.vertical = format.rotation == kStacked;
  if (!style.vertical) style.rotation = std::clamp(format.rotation, -90, 90);
  style.h_align = HorizontalOf(format.horizontal).value_or(HAlign::kLeft);
  const bool spread = style.h_align == HAlign::kDistribute || style.h_align == HAlign::kJustify;
  const bool breaks = format.vertical == "justify" || format.vertical == "distributed";
  style.wrap = format.wrap || spread || breaks || style.vertical;
  style.shrink = format.shrink && !style.wrap;
  style.spill = !style.wrap && !style.shrink && !use.merged && style.rotation == 0 && format.horizontal != "fill";
  style.indent =
      static_cast<Um>(std::clamp(format.indent, 0, 250) * kIndentEm * book_.default_font.size / 100.0 * kUmPerPoint);
  return style;
}

std::string FormStyles::DisplayFormat(int format, const CellUse& use) const {
  const std::string& code = book_.formats[static_cast<std::size_t>(format)].number_code;
  if (!IsGeneral(code)) return std::string(kExcelFormatPrefix) + code;
  if (use.content == CellUse::Content::kPlaceholder || use.content == CellUse::Content::kNothing) return use.format;
  return std::string(kExcelFormatPrefix) + "General";
}

int FormStyles::Intern(const CellStyle& style) {
  const std::string key = fmt::format(
      "{}|{}|{}|{}{}{}{}{}{}{}{}{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", style.font, style.font_name, style.size, style.bold,
      style.italic, style.underline, style.strike, style.double_underline, style.wrap, style.spill, style.shrink,
      style.vertical, static_cast<int>(style.h_align), static_cast<int>(style.v_align), style.rotation, style.text_rgb,
      style.fill_rgb ? static_cast<std::int64_t>(*style.fill_rgb) : -1, style.pad_x, style.pad_y, style.indent,
      style.format);
  const auto [known, is_new] = interned_.emplace(key, static_cast<int>(body_.styles.size()));
  if (is_new) body_.styles.push_back(style);
  return known->second;
}

const WorkbookFont* FontOfRuns(const WorkbookCell& cell) {
  const WorkbookRun* longest = nullptr;
  for (const WorkbookRun& run : cell.runs) {
    if (longest == nullptr || run.text.size() > longest->text.size()) longest = &run;
  }
  return longest != nullptr && longest->font ? &*longest->font : nullptr;
}

std::vector<int> FormStyles::StylesOf(int format_index, const CellUse& use, const WorkbookFont* font, int row,
                                      int column) {
  const WorkbookFormat& format = book_.formats[static_cast<std::size_t>(format_index)];
  if (use.content != CellUse::Content::kNothing) NoteAlignment(format, row, column);
  const std::string display = DisplayFormat(format_index, use);
  const std::string key = fmt::format("{}|{}|{}", format_index, use.merged, display);
  const auto known = known_.find(key);
  if (font == nullptr && known != known_.end()) return known->second;
  CellStyle style = StyleOf(format, use, font);
  style.format = display;
  std::vector<int> styles;
  for (int by = 0; by < kAlignments; ++by) {
    CellStyle own = style;
    if (!HorizontalOf(format.horizontal) && by != static_cast<int>(AlignBy::kText)) own.h_align = HAlign::kRight;
    if (by != static_cast<int>(AlignBy::kText)) own.spill = false;
    styles.push_back(Intern(own));
  }
  if (font == nullptr) known_.emplace(key, styles);
  return styles;
}

void FormStyles::NoteAlignment(const WorkbookFormat& format, int row, int column) {
  if (format.horizontal == "fill") {
    notes_.Add(row, column,
               Say("配置「繰り返し」は繰り返さず、左詰めで一度だけ印字します。",
                   "the alignment \"fill\" is printed once, at the left, not repeated."));
  }
  if (format.font.script != WorkbookFont::Script::kNone) {
    notes_.Add(row, column,
               Say("上付き・下付きの文字は、ふつうの高さに印字します。",
                   "superscript and subscript are printed on the line."));
  }
}

}  // namespace chohyo
