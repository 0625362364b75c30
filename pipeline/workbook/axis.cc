#include "pipeline/workbook/axis.h"

#include <algorithm>

namespace chohyo {

Axis::Axis(std::int64_t default_size, const std::map<int, std::int64_t>& sizes, int count)
    : default_size_(default_size), count_(count) {
  std::int64_t extra = 0;
  for (const auto& [index, size] : sizes) {
    extra += size - default_size_;
    own_.push_back({index, size, extra});
  }
}

std::vector<Axis::Own>::const_iterator Axis::After(int index) const {
  return std::lower_bound(own_.begin(), own_.end(), index, [](const Own& own, int at) { return own.index < at; });
}

std::int64_t Axis::Size(int index) const {
  const auto own = After(index);
  return own != own_.end() && own->index == index ? own->size : default_size_;
}

std::int64_t Axis::Start(int index) const {
  index = std::clamp(index, 0, count_);
  const auto own = After(index);
  const std::int64_t extra = own == own_.begin() ? 0 : std::prev(own)->extra;
  return index * default_size_ + extra;
}

int Axis::Find(std::int64_t place) const {
  int first = 0, last = count_ - 1;
  while (first < last) {
    const int middle = first + (last - first + 1) / 2;
    if (Start(middle) <= place) {
      first = middle;
    } else {
      last = middle - 1;
    }
  }
  return first;
}

}  // namespace chohyo
