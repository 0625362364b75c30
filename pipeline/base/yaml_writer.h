// YAML text from a plain tree, always written the same way.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chohyo {

/// A tree to be written. Maps keep the order of their entries.
struct YamlTree {
  enum class Kind { kNull, kScalar, kList, kMap } kind = Kind::kNull;
  std::string scalar;
  std::vector<YamlTree> items;
  std::vector<std::pair<std::string, YamlTree>> entries;
  bool wide = false;  ///< always one entry a line, even where there is room for all in one

  static YamlTree Text(std::string_view text);
  const YamlTree* Find(std::string_view key) const;
};

/// The tree as a YAML document: everything that fits into a line of 120 columns in one line, quotes only where needed.
std::string WriteYaml(const YamlTree& tree);

}  // namespace chohyo
