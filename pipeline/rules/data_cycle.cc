#include <unordered_map>

#include "pipeline/base/lang.h"
#include "pipeline/rules/data.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"

namespace chohyo {
namespace {

using Ring = std::vector<const Department*>;

/// Follows the departments above each row once, whatever the shape of the tree.
class RingFinder {
 public:
  explicit RingFinder(const Records& records) : records_(records) {}

  /// The ring that the way up from a department ends in, if no earlier way met it; else empty.
  Ring RingAbove(const Department& start) {
    Ring way;
    const Department* at = &start;
    while (at != nullptr && walk_of_.emplace(at, walk_).second) {
      way.push_back(at);
      at = records_.FindDepartment(at->parent);
    }
    const bool closed = at != nullptr && walk_of_[at] == walk_;
    ++walk_;
    if (!closed) return {};
    return {std::find(way.begin(), way.end(), at), way.end()};
  }

 private:
  const Records& records_;
  std::unordered_map<const Department*, std::uint32_t> walk_of_;  ///< by which walk a department was first met
  std::uint32_t walk_ = 0;
};

/// "0100 総務部 → 0110 庶務課 → 0100 総務部", beginning with the first row of the file.
std::string RingText(const Ring& ring, std::size_t first) {
  std::string text;
  for (std::size_t i = 0; i <= ring.size(); ++i) {
    const Department& department = *ring[(first + i) % ring.size()];
    if (i > 0) text += " → ";
    text += department.code + " " + department.name;
  }
  return text;
}

void AddRing(const Records& records, const Ring& ring, Reporter* reporter) {
  const auto by_row = [](const Department* a, const Department* b) { return a < b; };  // rows of one array
  const auto first = std::min_element(ring.begin(), ring.end(), by_row);
  reporter->Add(
      PlaceOf("departments", records.departments, **first, "parent"), KeyOf(**first),
      Say("上位所属が輪になっています: {}", "these departments are above each other: {}",
          RingText(ring, static_cast<std::size_t>(first - ring.begin()))),
      Say("いちばん上の所属の上位所属コードを空にしてください。", "Leave the parent of the topmost department empty."));
}

}  // namespace

void CheckCycle(const RuleInput& input, Reporter* reporter) {
  RingFinder finder(input.records);
  for (const Department& row : input.records.departments.rows) {
    const Ring ring = finder.RingAbove(row);
    if (!ring.empty()) AddRing(input.records, ring, reporter);
  }
}

}  // namespace chohyo
