// A source of bytes that can be foretold, for tests.
#pragma once

#include <cstddef>
#include <random>
#include <string>

#include "pipeline/base/crypto.h"

namespace chohyo {

/// The bytes of a seeded generator, one after the other.
inline RandomSource FixedRandom(unsigned seed = 1) {
  return [generator = std::mt19937(seed)](std::size_t count) mutable {
    std::string bytes(count, '\0');
    for (char& byte : bytes) byte = static_cast<char>(generator() & 0xFFU);
    return bytes;
  };
}

}  // namespace chohyo
