// Which id was meant: fast enough to be asked for every row of a table whose ids are all wrong.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace chohyo {

/// Knows the ids of a table and finds the one that an unknown id is a slip of: the same but for leading zeros (which
/// spreadsheets drop), width of letters or case, else one character wrong, missing or too many, or two neighbours
/// swapped.
class IdSuggester {
 public:
  explicit IdSuggester(std::vector<std::string> ids);

  /// The nearest id, the earliest in the table where several are equally near.
  std::optional<std::string> Nearest(const std::string& unknown) const;

 private:
  std::vector<std::string> ids_;
  /// By what is left of an id when differences of writing are taken away.
  std::unordered_map<std::u32string, std::size_t> same_;
  /// By an id as it is, and with each one of its characters left out: two ids a slip apart share one of these.
  std::unordered_map<std::u32string, std::vector<std::size_t>> shorter_;
};

}  // namespace chohyo
