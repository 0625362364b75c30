#include "pipeline/base/yaml_writer.h"

#include <fmt/format.h>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr std::size_t kLineWidth = 120;

bool IsNullWord(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool IsOdd(char32_t c) { return c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF; }

/// True where YAML reads the words as they stand, in one line or several.
bool IsPlain(std::string_view text) {
  constexpr std::string_view kBadStarts = "-?:,[]{}#&*!|>'\"%@`= <";
  if (IsNullWord(text) || kBadStarts.find(text.front()) != std::string_view::npos) return false;
  if (text.back() == ' ' || text.back() == ':' || text.find_first_of(",[]{}\\\"") != std::string_view::npos)
    return false;
  if (text.find(" #") != std::string_view::npos || text.find(": ") != std::string_view::npos) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (IsOdd(NextCodePoint(text, &at))) return false;
  }
  return true;
}

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (IsOdd(c)) {
      out += c < 0x100 ? fmt::format("\\x{:02X}", static_cast<unsigned>(c))
                       : fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      AppendUtf8(c, &out);
    }
  }
  return out + '"';
}

std::string Word(std::string_view text) { return IsPlain(text) ? std::string(text) : Quoted(text); }

bool HasWide(const YamlTree& tree) {
  if (tree.wide) return true;
  for (const YamlTree& item : tree.items) {
    if (HasWide(item)) return true;
  }
  for (const auto& [key, value] : tree.entries) {
    if (HasWide(value)) return true;
  }
  return false;
}

std::string InOneLine(const YamlTree& tree) {
  std::string out;
  switch (tree.kind) {
    case YamlTree::Kind::kNull: return "~";
    case YamlTree::Kind::kScalar: return Word(tree.scalar);
    case YamlTree::Kind::kList:
      for (const YamlTree& item : tree.items) out += (out.empty() ? "" : ", ") + InOneLine(item);
      return "[" + out + "]";
    case YamlTree::Kind::kMap:
      for (const auto& [key, value] : tree.entries)
        out += (out.empty() ? "" : ", ") + Word(key) + ": " + InOneLine(value);
      return "{" + out + "}";
  }
  return out;
}

/// Columns of a terminal: full-width characters take two.
std::size_t WidthOf(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += NextCodePoint(text, &at) < 0x100 ? 1 : 2;
  return width;
}

/// Writes a tree whose first line begins after `used` columns; further lines are indented.
void Write(const YamlTree& tree, std::size_t indent, std::size_t used, bool after_key, std::string* out) {
  const bool leaf = tree.kind == YamlTree::Kind::kNull || tree.kind == YamlTree::Kind::kScalar;
  const bool empty = tree.items.empty() && tree.entries.empty();
  const std::string line = InOneLine(tree);
  if (leaf || empty || (!HasWide(tree) && used + WidthOf(line) <= kLineWidth)) {
    *out += (after_key ? " " : "") + line + "\n";
    return;
  }
  bool first = !after_key;
  if (after_key) *out += "\n";
  const auto begin_line = [&] {
    if (!first) out->append(indent, ' ');
    first = false;
  };
  for (const YamlTree& item : tree.items) {
    begin_line();
    *out += "- ";
    Write(item, indent + 2, indent + 2, false, out);
  }
  for (const auto& [key, value] : tree.entries) {
    begin_line();
    const std::string word = Word(key) + ":";
    *out += word;
    const bool list = value.kind == YamlTree::Kind::kList;
    Write(value, list ? indent : indent + 2, indent + WidthOf(word) + 1, true, out);
  }
}

}  // namespace

YamlTree YamlTree::Text(std::string_view text) {
  YamlTree tree;
  tree.kind = Kind::kScalar;
  tree.scalar = text;
  return tree;
}

const YamlTree* YamlTree::Find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name == key) return &value;
  }
  return nullptr;
}

std::string WriteYaml(const YamlTree& tree) {
  std::string out;
  Write(tree, 0, 0, false, &out);
  return out;
}

}  // namespace chohyo
