#include "pipeline/render/xlsx_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr char32_t kFirstBeyondPlaneZero = 0x10000;

bool IsHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// True where the text reads like Excel's own escape "_x0041_".
bool IsEscapeAt(std::string_view text, std::size_t at) {
  constexpr std::size_t kEscapeLength = 7;
  if (text.size() - at < kEscapeLength || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  const std::string_view digits = text.substr(at + 2, 4);
  return std::all_of(digits.begin(), digits.end(), IsHexDigit);
}

bool XmlForbids(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF; }

/// True if every byte can stay as it is; spares the common text a walk by characters.
bool IsPlain(std::string_view text) {
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value < 0x20 && byte != '\n' && byte != '\t') || byte == '_' || value == 0xEF) return false;
  }
  return IsValidUtf8(text);
}

void AppendEscaped(char32_t c, std::string* out) {
  fmt::format_to(std::back_inserter(*out), "_x{:04X}_", static_cast<std::uint32_t>(c));
}

bool Combines(char32_t c) {
  return IsVariationSelector(c) || (c >= 0x0300 && c <= 0x036F) || c == 0x3099 || c == 0x309A ||
         (c >= 0x200B && c <= 0x200F);
}

bool IsHalfWidth(char32_t c) { return c < 0x0370 || (c >= 0xFF61 && c <= 0xFF9F); }

/// "A" for 0, "AA" for 26.
std::string ColumnLetters(int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace

std::string XlsxText(std::string_view text) {
  if (IsPlain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, &at);
    if (c == '\r') {
      if (at >= text.size() || text[at] != '\n') out.push_back('\n');
    } else if (XmlForbids(c)) {
      AppendEscaped(c, &out);
    } else if (c == '_' && IsEscapeAt(text, begin)) {
      AppendEscaped('_', &out);
    } else {
      AppendUtf8(c, &out);
    }
  }
  return out;
}

std::size_t Utf16Length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += NextCodePoint(text, &at) >= kFirstBeyondPlaneZero ? 2 : 1;
  return units;
}

std::string_view Utf16Prefix(std::string_view text, std::size_t units) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    used += NextCodePoint(text, &at) >= kFirstBeyondPlaneZero ? 2 : 1;
    if (used > units) return text.substr(0, begin);
  }
  return text;
}

int HalfWidths(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (!Combines(c)) width += IsHalfWidth(c) ? 1 : 2;
  }
  return width;
}

bool ReadsAsMoreThanText(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  char32_t c = NextCodePoint(text, &at);
  if (at == text.size()) return c >= '0' && c <= '9';
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms of ASCII
  constexpr std::u32string_view kStarters = U"=+-@.\\$￥¥(0123456789−";
  return kStarters.find(c) != std::u32string_view::npos;
}

std::string QuotedSheetName(const std::string& sheet_name) {
  std::string out = "'";
  for (const char c : sheet_name) out.append(c == '\'' ? 2U : 1U, c);
  return out + "'";
}

std::string AbsoluteRange(const std::string& sheet_name, const CellRange& range) {
  const auto corner = [](int row, int column) { return fmt::format("${}${}", ColumnLetters(column), row + 1); };
  std::string out = QuotedSheetName(sheet_name) + "!" + corner(range.first_row, range.first_column);
  if (range.first_row == range.last_row && range.first_column == range.last_column) return out;
  return out + ":" + corner(range.last_row, range.last_column);
}

}  // namespace chohyo
