#include "pipeline/base/yaml_repair.h"

#include <algorithm>
#include <charconv>

namespace chohyo {
namespace {

YamlPlace PlaceOf(const YamlNode& node) { return {node.line(), node.column()}; }

bool Starts(const YamlNode& node, YamlPlace place) { return PlaceOf(node) == place; }

/// A scalar on the line that begins at the place or before it.
bool MayHold(const YamlNode& node, YamlPlace place) {
  return node.IsScalar() && node.line() == place.line && node.column() <= place.column &&
         place.column <= node.column() + static_cast<int>(node.Text().size()) + 2;
}

bool TakeNumber(std::string_view* text, int* number) {
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), *number);
  if (error != std::errc() || end == text->data() + text->size() || *end != ':') return false;
  text->remove_prefix(static_cast<std::size_t>(end - text->data()) + 1);
  return true;
}

}  // namespace

std::optional<YamlPlace> PlaceOfFault(std::string_view message, std::string_view file) {
  if (!message.starts_with(file) || !message.substr(file.size()).starts_with(':')) return std::nullopt;
  message.remove_prefix(file.size() + 1);
  YamlPlace place;
  if (!TakeNumber(&message, &place.line) || !TakeNumber(&message, &place.column)) return std::nullopt;
  return place;
}

bool YamlRepair::TakeOut(YamlPlace place) { return TakeOutOf(&root_, place, Items::kBlocks); }

bool YamlRepair::IsAround(YamlPlace place) const {
  return std::find(around_.begin(), around_.end(), place) != around_.end();
}

bool YamlRepair::TakeOutOf(YamlNode* node, YamlPlace place, Items items) {
  const bool done = node->IsMap() ? TakeOutEntry(node, place) : node->IsList() && TakeOutItem(node, place, items);
  if (done && node != &root_) around_.push_back(PlaceOf(*node));
  return done;
}

bool YamlRepair::TakeOutEntry(YamlNode* map, YamlPlace place) {
  for (auto& [key, value] : map->entries_) {
    const bool rows = key.scalar_ == "rows" || key.scalar_ == "table" || key.scalar_ == "grid";
    const Items items = rows ? Items::kRows : key.scalar_ == "cells" ? Items::kCells : Items::kBlocks;
    if (TakeOutOf(&value, place, items)) return true;
  }
  const auto found = std::find_if(map->entries_.begin(), map->entries_.end(), [&](const YamlNode::Entry& entry) {
    const bool inside = MayHold(entry.first, place) || MayHold(entry.second, place);
    return Starts(entry.first, place) || Starts(entry.second, place) || inside;
  });
  if (found == map->entries_.end()) return false;
  around_.push_back(place);
  map->entries_.erase(found);
  return true;
}

bool YamlRepair::TakeOutItem(YamlNode* list, YamlPlace place, Items items) {
  for (auto item = list->items_.begin(); item != list->items_.end(); ++item) {
    if (TakeOutOf(&*item, place, items == Items::kRows ? Items::kCells : Items::kBlocks)) return true;
    if (!Starts(*item, place) && !MayHold(*item, place)) continue;
    around_.push_back(place);
    if (item->IsNull()) {
      list->items_.erase(item);  // emptying it was not enough
    } else if (item->IsScalar() || items == Items::kCells) {
      Empty(&*item);
    } else if (items == Items::kRows) {
      MakeEmptyRow(&*item);
    } else {
      list->items_.erase(item);
    }
    return true;
  }
  return false;
}

void YamlRepair::Empty(YamlNode* node) {
  node->kind_ = YamlNode::Kind::kNull;
  node->scalar_.clear();
  node->items_.clear();
  node->entries_.clear();
}

/// `[{span: "*"}]`
void YamlRepair::MakeEmptyRow(YamlNode* node) {
  Empty(node);
  YamlNode key = *node;
  key.kind_ = YamlNode::Kind::kScalar;
  YamlNode value = key;
  key.scalar_ = "span";
  value.scalar_ = "*";
  YamlNode cell = *node;
  cell.kind_ = YamlNode::Kind::kMap;
  cell.entries_.emplace_back(std::move(key), std::move(value));
  node->kind_ = YamlNode::Kind::kList;
  node->items_.push_back(std::move(cell));
}

}  // namespace chohyo
