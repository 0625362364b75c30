#include "pipeline/base/document_mark.h"

#include <algorithm>

#include "pipeline/base/text.h"

namespace chohyo {

std::string MarkText(const DocumentMark& mark) {
  constexpr std::size_t kMostKey = 120;
  std::string key = mark.key.substr(0, kMostKey);
  std::replace(key.begin(), key.end(), ';', '_');
  return mark.form + ";" + key + ";" + mark.digest;
}

std::optional<DocumentMark> ReadMark(std::string_view text) {
  const auto parts = Split(Trim(text), ';');
  if (parts.size() != 3 || parts[0].empty()) return std::nullopt;
  return DocumentMark{std::string(parts[0]), std::string(parts[1]), std::string(parts[2])};
}

}  // namespace chohyo
