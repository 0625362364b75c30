// Small XML parts as trees, with limits on how large they grow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/workbook/xml_parser.h"

namespace chohyo {

/// An element. Names come without prefix, those of attributes with theirs.
struct XmlNode {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  ///< its own text, pieces joined
  std::vector<XmlNode> children;

  /// An attribute without prefix; "" if there is none.
  std::string_view Get(std::string_view attribute) const;
  /// An attribute that has a prefix, whatever it is (r:id); "" if there is none.
  std::string_view GetPrefixed(std::string_view local_name) const;
  int Int(std::string_view attribute, int fallback = 0) const;
  std::int64_t Long(std::string_view attribute, std::int64_t fallback = 0) const;
  std::optional<double> Number(std::string_view attribute) const;
  bool Flag(std::string_view attribute, bool fallback = false) const;
  /// The first child of the name, or none.
  const XmlNode* Child(std::string_view child) const;
  /// The child at the end of a path of names, or none.
  const XmlNode* Descend(std::initializer_list<std::string_view> path) const;
};

/// Every element of the name below a node, in order of writing.
std::vector<const XmlNode*> FindAll(const XmlNode& node, std::string_view name);

/// Builds a tree from the events of a document, or of a part of one. Throws XmlError for trees beyond reason.
class XmlTreeBuilder : public XmlHandler {
 public:
  void OnStart(std::string_view name, const XmlAttributes& attributes) override;
  void OnEnd(std::string_view name) override;
  void OnText(std::string_view text) override;

  /// True between the start and the end of the outermost element.
  bool open() const { return !open_.empty(); }
  /// The finished tree; an empty node before.
  XmlNode Take();

 private:
  void Count(std::size_t bytes);

  XmlNode root_;
  std::vector<XmlNode*> open_;
  std::size_t nodes_ = 0, bytes_ = 0;
};

}  // namespace chohyo
