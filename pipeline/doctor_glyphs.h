// Characters that the office's fonts lack or draw from another font than the first, and 外字 of the office's own.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/doctor_report.h"
#include "pipeline/layout/font.h"

namespace chohyo {

/// Looks at one cell after another; each kind of character is told of once, with the first cell and how many hold it.
class GlyphDoctor {
 public:
  /// `fonts` may be null: then only 外字 are told of.
  explicit GlyphDoctor(const FontSet* fonts) : fonts_(fonts) {}

  void Look(std::string_view text, std::uint32_t line, std::uint16_t column);

  /// Adds what was seen.
  void Tell(DoctorReport* report) const;

 private:
  using Character = std::pair<char32_t, char32_t>;  ///< base and variation selector, 0 for none
  enum class Fate { kMain, kOther, kSelectorLost, kMissing };
  struct Seen {
    Fate fate = Fate::kMain;
    std::string font, text;  ///< who draws it, the first cell
    std::uint32_t line = 0;
    std::uint16_t column = 0;
    std::uint64_t count = 0;
    bool private_use = false;
  };

  Seen FateOf(const Character& character) const;
  DoctorNote NoteOf(const Character& character, const Seen& seen) const;

  const FontSet* fonts_;
  std::map<Character, Seen> seen_;
};

}  // namespace chohyo
