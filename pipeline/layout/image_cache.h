// Pictures that were read before: an office's forms carry the same few again and again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/layout/image.h"

namespace chohyo {

using Images = std::vector<std::shared_ptr<const Image>>;

class ImageCache {
 public:
  /// The picture of these bytes, nullptr if they are none (or nullptr themselves).
  std::shared_ptr<const Image> Get(const std::shared_ptr<const std::string>& bytes);

 private:
  struct Entry {
    std::shared_ptr<const std::string> bytes;  ///< held, so that no other bytes come to stand at their address
    std::shared_ptr<const Image> image;
  };
  std::vector<Entry> entries_;
};

}  // namespace chohyo
