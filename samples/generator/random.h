// Chance with a seed: the same numbers on every machine (the standard's distributions promise no such thing).
#pragma once

#include <cstdint>

namespace chohyo::city {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  /// 0 … limit−1.
  int Below(int limit) { return static_cast<int>((Next() >> 32) * static_cast<std::uint64_t>(limit) >> 32); }

  /// first … last, both included.
  int Between(int first, int last) { return first + Below(last - first + 1); }

  bool PerMille(int chance) { return Below(1000) < chance; }

  template <typename List>
  const auto& Pick(const List& list) {
    return list[static_cast<std::size_t>(Below(static_cast<int>(std::size(list))))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace chohyo::city
