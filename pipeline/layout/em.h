// Widths of text before its size is known: in parts of an em, so that one measuring serves every size that is tried.
#pragma once

#include <cstdint>

#include "pipeline/base/length.h"

namespace chohyo {

/// A width in 1/65536 em.
using EmUnits = std::int64_t;
constexpr EmUnits kEm = 65536;

/// One centipoint is 25400/7200 = 127/36 µm.
constexpr std::int64_t kUmNumerator = 127, kUmDenominator = 36;

/// The width on paper at a size, rounded to the nearest µm.
constexpr Um UmOfEm(EmUnits width, CentiPoint size) {
  const std::int64_t scaled = width * size * kUmNumerator;
  const std::int64_t divisor = kEm * kUmDenominator;
  return static_cast<Um>((scaled >= 0 ? scaled + divisor / 2 : scaled - divisor / 2) / divisor);
}

/// The widest text that a width on paper can hold at a size. Half a µm is forgiven, as UmOfEm rounds.
constexpr EmUnits EmOfUm(Um width, CentiPoint size) {
  if (size <= 0) return 0;
  return (std::int64_t{width} * 2 + 1) * kEm * kUmDenominator / (std::int64_t{2} * size * kUmNumerator);
}

/// The em square at a size.
constexpr Um UmOfSize(CentiPoint size) { return UmOfEm(kEm, size); }

}  // namespace chohyo
