// YAML as the program reads it: plain nodes that know file, line and column, and errors that a clerk can act on.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/base/fault.h"

namespace chohyo {

/// One node of a YAML text. Scalars are kept as text: `0110` stays `0110`.
class YamlNode {
 public:
  enum class Kind { kNull, kScalar, kList, kMap };
  using Entry = std::pair<YamlNode, YamlNode>;  ///< key (a scalar) and value

  YamlNode() = default;

  Kind kind() const { return kind_; }
  bool IsNull() const { return kind_ == Kind::kNull; }
  bool IsScalar() const { return kind_ == Kind::kScalar; }
  bool IsList() const { return kind_ == Kind::kList; }
  bool IsMap() const { return kind_ == Kind::kMap; }
  int line() const { return line_; }      ///< 1-based
  int column() const { return column_; }  ///< 1-based
  const std::string& file() const;

  /// The text of a scalar, "" for null. A Fail()ure for lists and maps.
  const std::string& Text() const;
  bool quoted() const { return quoted_; }  ///< written in quotes: always text, never a number or truth value
  const std::vector<YamlNode>& Items() const { return items_; }   ///< of a list
  const std::vector<Entry>& Entries() const { return entries_; }  ///< of a map, in the order written

  /// The value under a key, or nullptr.
  const YamlNode* Find(std::string_view key) const;

  std::string TextOr(std::string_view key, std::string_view fallback) const;
  bool BoolOr(std::string_view key, bool fallback) const;  ///< true/false; else a fault
  int IntOr(std::string_view key, int fallback) const;     ///< a whole number; else a fault
  /// A list of texts; one scalar counts as a list of one; missing = empty.
  std::vector<std::string> TextsOf(std::string_view key) const;

  bool AsBool() const;
  int AsInt() const;

  /// Refuses keys of a map that are not in `known`, naming the nearest one.
  void RefuseUnknownKeys(std::span<const std::string> known) const;
  /// Refuses anything but the kind wanted.
  const YamlNode& Expect(Kind kind) const;

  /// Throws InputFault "file:line:column: エラー: message".
  [[noreturn]] void Fail(const std::string& message) const;

 private:
  friend class YamlLoader;
  friend class YamlRepair;
  Kind kind_ = Kind::kNull;
  bool quoted_ = false;
  int line_ = 0;
  int column_ = 0;
  std::shared_ptr<const std::string> file_;
  std::string scalar_;
  std::vector<YamlNode> items_;
  std::vector<Entry> entries_;
};

/// Reads one YAML document. `file` is the name used in messages. Throws InputFault for bad YAML, doubled keys,
/// anchors that refer to themselves, and nesting deeper than 64.
YamlNode ParseYaml(std::string_view text, const std::string& file);

}  // namespace chohyo
