#include "pipeline/workbook/xml_tree.h"

#include "pipeline/base/lang.h"
#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {

std::string_view XmlNode::Get(std::string_view attribute) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute) return value;
  }
  return {};
}

std::string_view XmlNode::GetPrefixed(std::string_view local_name) const {
  for (const auto& [key, value] : attributes) {
    const std::size_t colon = key.rfind(':');
    if (colon != std::string::npos && std::string_view(key).substr(colon + 1) == local_name) return value;
  }
  return {};
}

int XmlNode::Int(std::string_view attribute, int fallback) const {
  return ReadXmlInt(Get(attribute)).value_or(fallback);
}

std::int64_t XmlNode::Long(std::string_view attribute, std::int64_t fallback) const {
  return ReadXmlLong(Get(attribute)).value_or(fallback);
}

std::optional<double> XmlNode::Number(std::string_view attribute) const { return ReadXmlNumber(Get(attribute)); }

bool XmlNode::Flag(std::string_view attribute, bool fallback) const { return ReadXmlFlag(Get(attribute), fallback); }

const XmlNode* XmlNode::Child(std::string_view child) const {
  for (const XmlNode& node : children) {
    if (node.name == child) return &node;
  }
  return nullptr;
}

const XmlNode* XmlNode::Descend(std::initializer_list<std::string_view> path) const {
  const XmlNode* node = this;
  for (const std::string_view step : path) {
    if (node != nullptr) node = node->Child(step);
  }
  return node;
}

std::vector<const XmlNode*> FindAll(const XmlNode& node, std::string_view name) {
  std::vector<const XmlNode*> found;
  for (const XmlNode& child : node.children) {
    if (child.name == name) found.push_back(&child);
    const std::vector<const XmlNode*> below = FindAll(child, name);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

void XmlTreeBuilder::Count(std::size_t bytes) {
  bytes_ += bytes;
  if (nodes_ > kMostTreeNodes || bytes_ > kMostTreeBytes) throw XmlError(Say("大きすぎる", "too large"));
}

void XmlTreeBuilder::OnStart(std::string_view name, const XmlAttributes& attributes) {
  ++nodes_;
  if (open_.empty()) {
    root_ = XmlNode();
    open_.push_back(&root_);
  } else {
    open_.push_back(&open_.back()->children.emplace_back());
  }
  XmlNode& node = *open_.back();
  node.name = name;
  std::size_t bytes = name.size();
  attributes.ForEach([&](std::string_view key, std::string_view value) {
    bytes += key.size() + value.size();
    node.attributes.emplace_back(key, value);
  });
  Count(bytes);
}

void XmlTreeBuilder::OnEnd(std::string_view) {
  if (!open_.empty()) open_.pop_back();
}

void XmlTreeBuilder::OnText(std::string_view text) {
  if (open_.empty()) return;
  Count(text.size());
  open_.back()->text += text;
}

XmlNode XmlTreeBuilder::Take() {
  open_.clear();
  nodes_ = bytes_ = 0;
  return std::exchange(root_, XmlNode());
}

}  // namespace chohyo
