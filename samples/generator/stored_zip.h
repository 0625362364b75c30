// A ZIP archive whose members are stored as they are: all that a small workbook needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chohyo::city {

/// Collects members; the same members give the same bytes.
class StoredZip {
 public:
  void Add(std::string_view name, std::string_view bytes);
  /// The archive. Call once, last.
  std::string Finish();

 private:
  std::string out_, directory_;
  std::uint16_t members_ = 0;
};

}  // namespace chohyo::city
