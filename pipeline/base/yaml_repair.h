// Takes faulty places out of a YAML tree, so that what is wrong behind them can be found as well.
#pragma once

#include <optional>
#include <string_view>

#include "pipeline/base/yaml.h"

namespace chohyo {

/// Where a fault's message says it stands.
struct YamlPlace {
  int line = 0, column = 0;
  friend bool operator==(const YamlPlace&, const YamlPlace&) = default;
};

/// The place in a message "file:line:column: …"; nothing if it does not begin so.
std::optional<YamlPlace> PlaceOfFault(std::string_view message, std::string_view file);

/// Mends one tree step by step.
class YamlRepair {
 public:
  explicit YamlRepair(YamlNode* root) : root_(*root) {}

  /// Takes out what stands at a place: the entry whose key stands there or whose value is a scalar there; a cell or
  /// scalar in a list becomes nothing, a row of a table a row of one empty cell, any other part of a list goes. False
  /// if nothing stands there, or only the whole tree.
  bool TakeOut(YamlPlace place);

  /// True if a place is that of something around (or the same as) what was taken out: a fault there may well come of
  /// the repair.
  bool IsAround(YamlPlace place) const;

 private:
  /// What the entries of a list are.
  enum class Items { kBlocks, kRows, kCells };

  bool TakeOutOf(YamlNode* node, YamlPlace place, Items items);
  bool TakeOutEntry(YamlNode* map, YamlPlace place);
  bool TakeOutItem(YamlNode* list, YamlPlace place, Items items);
  static void Empty(YamlNode* node);
  static void MakeEmptyRow(YamlNode* node);

  YamlNode& root_;
  std::vector<YamlPlace> around_;
};

}  // namespace chohyo
