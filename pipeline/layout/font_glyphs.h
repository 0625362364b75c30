// The outline tables of a TrueType font (`glyf` and what belongs to it), read in place from the mapped file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/layout/font.h"

namespace chohyo {

/// Reads big-endian numbers out of a font table. Places outside the table read as 0: callers check sizes where it
/// matters.
class TableView {
 public:
  TableView() = default;
  explicit TableView(std::string_view bytes) : bytes_(bytes) {}

  std::size_t size() const { return bytes_.size(); }
  std::string_view bytes() const { return bytes_; }
  std::uint8_t U8(std::size_t at) const { return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : 0; }
  std::uint16_t U16(std::size_t at) const { return static_cast<std::uint16_t>(U8(at) << 8 | U8(at + 1)); }
  std::int16_t I16(std::size_t at) const { return static_cast<std::int16_t>(U16(at)); }
  std::uint32_t U32(std::size_t at) const { return static_cast<std::uint32_t>(U16(at)) << 16 | U16(at + 2); }

 private:
  std::string_view bytes_;
};

/// The tables a subset is made from. The bytes belong to the open font.
struct GlyphTables {
  TableView head, hhea, maxp, hmtx, loca, glyf;
  std::string file;  ///< named in faults

  /// Throws InputFault unless the tables are there and agree with one another.
  void Check() const;

  std::uint32_t glyph_count() const { return maxp.U16(4); }
  int units_per_em() const { return head.U16(18); }
  /// The outline's bytes, "" for an empty glyph or one that the font does not have.
  std::string_view Outline(GlyphId glyph) const;
  int Advance(GlyphId glyph) const;      ///< font units
  int SideBearing(GlyphId glyph) const;  ///< left, font units

  /// Throws InputFault: the font's data contradict themselves.
  [[noreturn]] void Damaged() const;

 private:
  std::uint32_t metrics_count() const { return hhea.U16(34); }
  std::size_t OutlineBegin(GlyphId glyph) const;
};

}  // namespace chohyo
