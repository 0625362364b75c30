// The text of a ledger entry: one `name=value` a line, in the order written, so that anyone can read it with any tool.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chohyo {

/// The fields of an entry; a name may come several times (`file`, `to`).
class LedgerFields {
 public:
  /// Adds a field. Empty values are not written.
  void Add(std::string_view name, std::string_view value);
  void Add(std::string_view name, std::int64_t number);
  /// Adds a field of several parts, kept apart by tabs.
  void AddParts(std::string_view name, const std::vector<std::string>& parts);

  /// The first value of a name; "" if there is none.
  std::string Get(std::string_view name) const;
  std::int64_t Number(std::string_view name) const;  ///< 0 for what is no number
  std::vector<std::string> All(std::string_view name) const;
  /// The parts of each value of a name, at least `count` of them each.
  std::vector<std::vector<std::string>> AllParts(std::string_view name, std::size_t count) const;

  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

  std::string Text() const;
  static LedgerFields Parse(std::string_view text);

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace chohyo
