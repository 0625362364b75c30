// A flat table from code points to glyphs, filled as characters are asked for, shared by all threads.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "pipeline/layout/font.h"

namespace chohyo {

/// Remembers which glyph a font has for a number: a code point, or another glyph. Pages of 256 code points are made
/// when first needed; nothing is ever locked: two threads that look up the same character at once merely both ask the
/// font.
class GlyphMemory {
 public:
  GlyphMemory() = default;
  ~GlyphMemory();
  GlyphMemory(const GlyphMemory&) = delete;
  GlyphMemory& operator=(const GlyphMemory&) = delete;

  /// The glyph, asked of `lookup(code_point)` (→ optional<GlyphId>) the first time.
  template <typename Lookup>
  std::optional<GlyphId> Find(char32_t code_point, Lookup&& lookup) {
    if (code_point >= kCodePoints) return std::nullopt;
    std::atomic<std::uint32_t>& slot = PageOf(code_point)[code_point % kPageSize];
    std::uint32_t known = slot.load(std::memory_order_relaxed);
    if (known == kUnknown) {
      const std::optional<GlyphId> glyph = lookup(code_point);
      known = glyph ? *glyph + kFirst : kMissing;
      slot.store(known, std::memory_order_relaxed);
    }
    return known == kMissing ? std::nullopt : std::optional<GlyphId>(known - kFirst);
  }

 private:
  static constexpr std::uint32_t kUnknown = 0, kMissing = 1, kFirst = 2;
  static constexpr char32_t kCodePoints = 0x110000;
  static constexpr std::size_t kPageSize = 256;
  using Page = std::array<std::atomic<std::uint32_t>, kPageSize>;

  Page& PageOf(char32_t code_point) {
    Page* page = pages_[code_point / kPageSize].load(std::memory_order_acquire);
    return page ? *page : MakePage(code_point / kPageSize);
  }
  Page& MakePage(std::size_t index);

  std::array<std::atomic<Page*>, kCodePoints / kPageSize> pages_{};
};

}  // namespace chohyo
