#include "pipeline/rules/shifts.h"

namespace chohyo {
namespace {

constexpr std::int32_t kHour = 60;

/// By how much a shift lies after the plain hours.
std::int32_t DelayOf(Shift shift) {
  switch (shift) {
    case Shift::kA: return -kHour;
    case Shift::kC: return kHour;
    case Shift::kD: return 2 * kHour;
    default: return 0;
  }
}

}  // namespace

Hours HoursOfShift(Shift shift) {
  const std::int32_t start = 8 * kHour + 30 + DelayOf(shift);
  return {{start}, {start + kShiftLength.value}};
}

Hours BreakOfShift(Shift shift) {
  const std::int32_t start = 12 * kHour + DelayOf(shift);
  return {{start}, {start + kHour}};
}

}  // namespace chohyo
