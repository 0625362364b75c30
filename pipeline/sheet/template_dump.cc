#include "pipeline/sheet/template_dump.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/base/yaml.h"
#include "pipeline/base/yaml_writer.h"
#include "pipeline/sheet/template.h"

namespace chohyo {
namespace {

/// Keys in the order in which they are written; others stand after `alt`, as they were. What holds most comes last.
constexpr std::string_view kFirstKeys[] = {
    "form", "title", "number", "records", "where", "key", "department", "date", "formats", "list",
    // pages
    "paper", "orientation", "margins", "font", "smallest", "reported", "footer", "page",
    // contents of cells and blocks
    "name", "text", "label", "seal", "checks", "chosen", "labels", "across", "kind", "categories", "values",
    // repetition and conditions
    "each", "at_least", "formula", "when", "if", "keep", "page_break", "space_before", "space_after", "band",
    // sizes
    "columns", "indent", "outer", "inner", "row_height", "label_fill", "width", "height", "grows", "hidden", "freeze",
    "span",
    // looks
    "spread", "size", "bold", "italic", "underline", "strike", "vertical", "wrap", "align", "pad", "color", "fill",
    "faint", "format", "borders", "top", "right", "bottom", "left", "diagonal", "dropdown", "id", "style_if", "cond",
    "x_title", "y_title", "alt"};
constexpr std::string_view kLastKeys[] = {"series", "cell",     "cells",  "rows", "center", "note",   "sender", "space",
                                          "chart",  "approval", "beside", "grid", "table",  "sheets", "body"};
constexpr std::string_view kSenderKeys[] = {"width", "labels", "row_height", "seal"};
constexpr std::string_view kListKeys[] = {"formats", "checks", "dropdown"};
constexpr std::string_view kConditionKeys[] = {"if", "where", "when", "cond", "diagonal"};
constexpr std::string_view kWideKeys[] = {"body", "sheets", "beside", "table", "grid"};

template <std::size_t N>
std::size_t PlaceIn(const std::string_view (&keys)[N], std::string_view key) {
  return static_cast<std::size_t>(std::find(std::begin(keys), std::end(keys), key) - std::begin(keys));
}

template <std::size_t N>
bool IsIn(const std::string_view (&keys)[N], std::string_view key) {
  return PlaceIn(keys, key) < N;
}

/// First keys, unknown ones, last keys.
std::size_t RankOf(std::string_view key) {
  constexpr std::size_t kUnknown = std::size(kFirstKeys);
  const std::size_t first = PlaceIn(kFirstKeys, key);
  if (first < kUnknown) return first;
  return IsIn(kLastKeys, key) ? kUnknown + 1 + PlaceIn(kLastKeys, key) : kUnknown;
}

/// Where a node stands decides what its short form is.
enum class Role { kOther, kRows, kRow, kCells, kCell };

bool HoldsRows(std::string_view key) { return key == "rows" || key == "table" || key == "grid"; }

Role RoleUnder(std::string_view key) {
  if (HoldsRows(key)) return Role::kRows;
  if (key == "cells") return Role::kCells;
  return key == "cell" ? Role::kCell : Role::kOther;
}

Role RoleOfItem(Role list) {
  if (list == Role::kRows) return Role::kRow;
  return list == Role::kCells || list == Role::kRow ? Role::kCell : Role::kOther;
}

YamlTree ListOf(YamlTree item) {
  YamlTree list;
  list.kind = YamlTree::Kind::kList;
  list.items.push_back(std::move(item));
  return list;
}

std::string Words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : Split(text, ' ')) {
    if (!Trim(word).empty()) words.emplace_back(Trim(word));
  }
  return Join(words, " ");
}

/// One to four lengths as four: top, right, bottom, left.
std::string FourMargins(std::string_view text) {
  const std::string tidy = Words(text);
  std::vector<std::string> lengths;
  for (const std::string_view word : Split(tidy, ' ')) lengths.emplace_back(word);
  for (std::size_t i = lengths.size(); i < 4; ++i) lengths.push_back(i == 1 ? lengths[0] : lengths[i - 2]);
  return Join(lengths, " ");
}

/// A condition without the braces that it may have around.
std::string BareCondition(std::string_view text) {
  std::string_view bare = Trim(text);
  if (bare.starts_with("{{") && bare.ends_with("}}")) bare = Trim(bare.substr(2, bare.size() - 4));
  return std::string(bare);
}

std::string CanonicalScalar(std::string_view key, const std::string& text) {
  if (key == "columns") return Words(text);
  if (key == "margins") return FourMargins(text);
  return IsIn(kConditionKeys, key) ? BareCondition(text) : text;
}

bool IsSinglePlaceholder(const std::string& text) {
  return text.starts_with("{{") && text.find("}}") == text.size() - 2;
}

/// `{label: 氏名}` is `氏名`, `{text: "{{x}}"}` is `"{{x}}"`: where both mean the same.
bool IsBareCell(const YamlTree& map) {
  if (map.entries.size() != 1) return false;
  const auto& [key, value] = map.entries.front();
  if (value.kind != YamlTree::Kind::kScalar || value.scalar.empty()) return false;
  const bool words = value.scalar.find("{{") == std::string::npos;
  return (words && (key == "label" || key == "text")) || (key == "text" && IsSinglePlaceholder(value.scalar));
}

YamlTree ShortForm(YamlTree map, Role role) {
  if (map.entries.empty()) return map;
  const auto& [key, value] = map.entries.front();
  const bool alone = map.entries.size() == 1;
  const bool list = value.kind == YamlTree::Kind::kList;
  if (role == Role::kRow && alone && key == "cells" && list) return YamlTree(value);
  if (role == Role::kRows && alone && key == "rows" && list) {
    YamlTree rows = value;
    rows.wide = true;
    return rows;
  }
  return role == Role::kCell && IsBareCell(map) ? YamlTree(value) : map;
}

YamlTree Canonical(const YamlNode& node, std::string_view key, Role role);

/// The lines of a sender block, and other words per choice, keep their order.
void Order(std::string_view key, YamlTree* map) {
  const bool words = key == "labels";
  std::stable_sort(map->entries.begin(), map->entries.end(), [&](const auto& a, const auto& b) {
    if (key == "sender") return IsIn(kSenderKeys, a.first) < IsIn(kSenderKeys, b.first);
    return !words && RankOf(a.first) < RankOf(b.first);
  });
}

YamlTree CanonicalMap(const YamlNode& node, std::string_view key, Role role) {
  YamlTree map;
  map.kind = YamlTree::Kind::kMap;
  for (const auto& [name, value] : node.Entries()) {
    const bool plain_words = key == "sender" || key == "labels";
    map.entries.emplace_back(name.Text(), plain_words ? Canonical(value, {}, Role::kOther)
                                                      : Canonical(value, name.Text(), RoleUnder(name.Text())));
  }
  Order(key, &map);
  return ShortForm(std::move(map), role);
}

YamlTree Canonical(const YamlNode& node, std::string_view key, Role role) {
  if (node.IsMap()) return CanonicalMap(node, key, role);
  YamlTree tree;
  if (node.IsNull()) return tree;
  if (node.IsScalar()) {
    tree = YamlTree::Text(CanonicalScalar(key, node.Text()));
    return IsIn(kListKeys, key) ? ListOf(std::move(tree)) : tree;
  }
  tree.kind = YamlTree::Kind::kList;
  for (const YamlNode& item : node.Items()) tree.items.push_back(Canonical(item, {}, RoleOfItem(role)));
  tree.wide = IsIn(kWideKeys, key) || (key == "rows" && role == Role::kRows);
  return tree;
}

}  // namespace

std::string DumpTemplate(std::string_view yaml, const std::string& file) {
  const YamlNode root = ParseYaml(yaml, file);
  Template::Parse(root, file);
  YamlTree tree = Canonical(root, {}, Role::kOther);
  tree.wide = true;
  return WriteYaml(tree);
}

}  // namespace chohyo
