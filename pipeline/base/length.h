// Lengths on paper are integers in micrometres, so that the same form is the same bytes on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chohyo {

/// A length on paper in micrometres.
using Um = std::int32_t;

/// A font size in hundredths of a point (10.5 pt = 1050).
using CentiPoint = std::int32_t;

constexpr double kUmPerPoint = 25400.0 / 72.0;

constexpr double PointsOfUm(double um) { return um / kUmPerPoint; }
constexpr Um UmOfPoints(double points) { return static_cast<Um>(points * kUmPerPoint + (points < 0 ? -0.5 : 0.5)); }
constexpr Um UmOfMm(double mm) { return static_cast<Um>(mm * 1000.0 + (mm < 0 ? -0.5 : 0.5)); }

/// Reads "25mm", "2.5cm" or "10.5pt"; nothing for anything else, for negative lengths and for lengths over 10 m.
std::optional<Um> ParseLength(std::string_view text);

}  // namespace chohyo
