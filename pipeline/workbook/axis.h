// The columns or the rows of a sheet as a line: where each begins, and which one stands at a place.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace chohyo {

class Axis {
 public:
  /// `sizes` holds those that differ from the default; `count` is how many there can be.
  Axis(std::int64_t default_size, const std::map<int, std::int64_t>& sizes, int count);

  std::int64_t Size(int index) const;
  /// Where one begins; beyond the last: where the last ends.
  std::int64_t Start(int index) const;
  /// The one at a place; the first or last for places outside.
  int Find(std::int64_t place) const;

 private:
  struct Own {
    int index = 0;
    std::int64_t size = 0;
    std::int64_t extra = 0;  ///< what those up to it add to the default sizes, itself included
  };
  std::vector<Own>::const_iterator After(int index) const;

  std::int64_t default_size_;
  int count_;
  std::vector<Own> own_;
};

}  // namespace chohyo
