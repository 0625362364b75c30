#include "pipeline/render/xlsx_names.h"

#include <fmt/format.h>

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr std::size_t kLongestName = 31;

bool IsRefused(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0xFFFD || c == 0xFFFE || c == 0xFFFF ||
         std::u32string_view(U"[]:*?/\\").find(c) != std::u32string_view::npos;
}

/// Without what Excel refuses; apostrophes become U+2019 at the ends.
std::string Legal(std::string_view wanted) {
  std::string out;
  for (std::size_t at = 0; at < wanted.size();) {
    const bool first = out.empty();
    const char32_t c = NextCodePoint(wanted, &at);
    const bool at_end = first || at == wanted.size();
    AppendUtf8(IsRefused(c) ? U'_' : (c == '\'' && at_end ? U'\u2019' : c), &out);
  }
  return out;
}

/// Cut to `units`; a cut can bring an apostrophe or a space to the end.
std::string Cut(std::string_view name, std::size_t units) { return Legal(Trim(Utf16Prefix(Trim(name), units))); }

bool IsReserved(const std::string& folded) { return folded == "history" || folded == "履歴"; }

}  // namespace

std::string XlsxNames::Take(const std::string& wanted) {
  const std::string legal = Legal(wanted);
  const std::string base = Cut(legal, kLongestName).empty() ? "シート" : legal;
  std::string name = Cut(base, kLongestName);
  for (int count = 2;; ++count) {
    const std::string folded = FoldForComparing(name);
    if (!IsReserved(folded) && taken_.insert(folded).second) return name;
    const std::string suffix = fmt::format("({})", count);
    name = Cut(base, kLongestName - suffix.size()) + suffix;
  }
}

std::vector<std::string> TakeNames(const std::vector<std::string>& wanted, XlsxNames* names) {
  std::vector<std::string> out;
  out.reserve(wanted.size());
  for (const std::string& name : wanted) out.push_back(names->Take(name));
  return out;
}

std::string WithNewNames(std::string formula, const std::vector<std::string>& wanted,
                         const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (wanted[i] == names[i]) continue;
    const std::string before = QuotedSheetName(wanted[i]) + "!";
    const std::string after = QuotedSheetName(names[i]) + "!";
    for (std::size_t at = formula.find(before); at != std::string::npos; at = formula.find(before, at + after.size())) {
      formula.replace(at, before.size(), after);
    }
  }
  return formula;
}

}  // namespace chohyo
