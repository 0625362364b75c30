#include "pipeline/layout/image_cache.h"

#include <algorithm>

namespace chohyo {
namespace {

constexpr std::size_t kMostEntries = 32;

}  // namespace

std::shared_ptr<const Image> ImageCache::Get(const std::shared_ptr<const std::string>& bytes) {
  if (bytes == nullptr) return nullptr;
  const auto known = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.bytes == bytes; });
  if (known != entries_.end()) return known->image;
  if (entries_.size() == kMostEntries) entries_.clear();
  return entries_.emplace_back(Entry{bytes, ReadImage(*bytes)}).image;
}

}  // namespace chohyo
