#include "pipeline/excel/foreign_syntax.h"

#include <cctype>
#include <string_view>

#include "pipeline/base/lang.h"
#include "pipeline/excel/field_names.h"

namespace chohyo {
namespace {

constexpr std::size_t kLongestText = 2000;

/// The signs around a name.
struct Syntax {
  std::string_view open, close;
};

/// The order counts: longer signs come before those they begin with.
constexpr Syntax kSyntaxes[] = {{"<%", "%>"}, {"<<", ">>"}, {"«", "»"},   {"≪", "≫"},  {"[[", "]]"}, {"${", "}"},
                                {"#{", "}"},  {"@{", "}"},  {"{%", "%}"}, {"%{", "}"}, {"{d.", "}"}, {"{", "}"},
                                {"%", "%"},   {"##", "##"}, {"$$", "$$"}, {"[", "]"}};

bool IsNameByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || std::string_view("_.=:#/ -").find(c) != std::string_view::npos;
}

/// Signs that also stand in plain text need a name that only a program would write.
bool NeedsPlainName(std::string_view open) { return open == "%" || open == "["; }

bool IsPlainName(std::string_view name) {
  if (name.empty() || std::isalpha(static_cast<unsigned char>(name.front())) == 0) return false;
  bool has_sign = false;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_' && c != '.') return false;
    has_sign = has_sign || c == '_' || c == '.' || (std::islower(static_cast<unsigned char>(c)) != 0);
  }
  return has_sign;
}

bool IsName(std::string_view name) {
  constexpr std::size_t kLongest = 120;
  if (name.empty() || name.size() > kLongest) return false;
  for (const char c : name) {
    if (!IsNameByte(c)) return false;
  }
  return true;
}

std::string_view TrimSigns(std::string_view name) {
  while (!name.empty() && std::string_view(" =:#/").find(name.front()) != std::string_view::npos) name.remove_prefix(1);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return name;
}

}  // namespace

std::optional<std::string> ForeignSyntaxIn(const std::string& text) {
  if (text.size() > kLongestText) return std::nullopt;
  const std::string_view view(text);
  for (const Syntax& syntax : kSyntaxes) {
    for (auto at = view.find(syntax.open); at != std::string_view::npos; at = view.find(syntax.open, at + 1)) {
      const auto start = at + syntax.open.size();
      const auto end = view.find(syntax.close, start);
      if (end == std::string_view::npos) break;
      const std::string_view name = TrimSigns(view.substr(start, end - start));
      const bool meant = NeedsPlainName(syntax.open) ? (IsPlainName(name) || IsKnownHeader(name)) : IsName(name);
      if (!meant) continue;
      const std::string found(view.substr(at, end + syntax.close.size() - at));
      return Say(
          "「{}」はほかのソフトの差し込みの書き方に見えます。そのまま印字します。値を入れるには {{{{{}}}}} "
          "と書いてください。",
          "\"{}\" looks like another tool's placeholder; it is printed as it stands. Write {{{{{}}}}} to have it "
          "filled.",
          found, std::string(name));
    }
  }
  return std::nullopt;
}

}  // namespace chohyo
