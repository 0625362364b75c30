#include "pipeline/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace chohyo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";

bool IsContinuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Length of the sequence a lead byte starts, 0 for a byte that starts none.
std::size_t SequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool IsShortest(char32_t code_point, std::size_t length) {
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  return code_point >= kLeast[length] && code_point <= 0x10FFFF && !(code_point >= 0xD800 && code_point <= 0xDFFF);
}

/// Decodes the sequence at `offset`; nothing where the bytes are ill-formed.
std::optional<char32_t> Decode(std::string_view utf8, std::size_t offset, std::size_t* length) {
  const auto lead = static_cast<unsigned char>(utf8[offset]);
  *length = SequenceLength(lead);
  if (*length == 0 || offset + *length > utf8.size()) return std::nullopt;
  if (*length == 1) return lead;
  auto code_point = static_cast<char32_t>(lead & (0xFFU >> (*length + 1)));
  for (std::size_t i = 1; i < *length; ++i) {
    const auto byte = static_cast<unsigned char>(utf8[offset + i]);
    if (!IsContinuation(byte)) return std::nullopt;
    code_point = (code_point << 6U) | (byte & 0x3FU);
  }
  if (!IsShortest(code_point, *length)) return std::nullopt;
  return code_point;
}

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// How many characters are wrong, missing, too many, or swapped with their neighbour.
std::size_t EditDistance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1});
      const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before_last[j - 1] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

char32_t NextCodePoint(std::string_view utf8, std::size_t* offset) {
  std::size_t length = 0;
  const auto code_point = Decode(utf8, *offset, &length);
  *offset += code_point ? length : 1;
  return code_point.value_or(kReplacement);
}

void AppendUtf8(char32_t code_point, std::string* out) {
  const auto byte = [out](char32_t value) { out->push_back(static_cast<char>(value)); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0 | (code_point >> 6));
    byte(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    byte(0xE0 | (code_point >> 12));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  } else {
    byte(0xF0 | (code_point >> 18));
    byte(0x80 | ((code_point >> 12) & 0x3F));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  }
}

std::u32string CodePoints(std::string_view utf8) {
  std::u32string result;
  result.reserve(utf8.size() / 3 + 1);
  for (std::size_t offset = 0; offset < utf8.size();) result.push_back(NextCodePoint(utf8, &offset));
  return result;
}

bool IsValidUtf8(std::string_view bytes) {
  for (std::size_t offset = 0; offset < bytes.size();) {
    std::size_t length = 0;
    if (!Decode(bytes, offset, &length)) return false;
    offset += length;
  }
  return true;
}

std::string_view Trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && IsAsciiSpace(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kIdeographicSpace)) {
      text.remove_prefix(kIdeographicSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && IsAsciiSpace(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kIdeographicSpace)) {
      text.remove_suffix(kIdeographicSpace.size());
    } else {
      return text;
    }
  }
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

std::string Join(std::span<const std::string> pieces, std::string_view separator) {
  return fmt::format("{}", fmt::join(pieces, separator));
}

std::optional<std::string> NearestName(std::string_view name, std::span<const std::string> candidates) {
  const std::u32string wanted = CodePoints(name);
  std::optional<std::string> nearest;
  std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::u32string other = CodePoints(candidate);
    const std::size_t longer = std::max(wanted.size(), other.size());
    if (longer - std::min(wanted.size(), other.size()) >= least) continue;  // spares the work for a text of any length
    const std::size_t distance = EditDistance(wanted, other);
    if (distance < least && distance < longer) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

bool IsVariationSelector(char32_t code_point) {
  return (code_point >= 0xFE00 && code_point <= 0xFE0F) || (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

std::string Printable(std::string_view text) {
  std::string shown;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t c = NextCodePoint(text, &offset);
    const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
    const bool direction =
        c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || direction) {
      shown += "<" + CodePointName(c) + ">";
    } else {
      shown.append(text.substr(start, offset - start));
    }
  }
  return shown;
}

std::string CodePointName(char32_t code_point) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

}  // namespace chohyo
