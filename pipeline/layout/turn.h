// Turning by whole degrees, counter-clockwise as Excel counts, on paper whose y points down.
#pragma once

#include <cmath>
#include <numbers>

#include "pipeline/layout/paper_box.h"

namespace chohyo {

class Turn {
 public:
  explicit Turn(int degrees)
      : cosine_(degrees == 0 ? 1 : std::cos(degrees * std::numbers::pi / 180)),
        sine_(degrees == 0 ? 0 : std::sin(degrees * std::numbers::pi / 180)) {}

  double cosine() const { return cosine_; }
  double sine() const { return sine_; }

  /// Where a distance from the turning point goes.
  Um X(Um dx, Um dy) const { return Rounded(dx * cosine_ + dy * sine_); }
  Um Y(Um dx, Um dy) const { return Rounded(dy * cosine_ - dx * sine_); }
  /// How far below the turning point's line a turned distance was before it was turned.
  Um DepthOf(Um dx, Um dy) const { return Rounded(dx * sine_ + dy * cosine_); }

  /// Size of the upright rectangle around a turned one.
  Um WidthOf(const PaperBox& box) const {
    return Rounded(std::abs(box.width * cosine_) + std::abs(box.height * sine_));
  }
  Um HeightOf(const PaperBox& box) const {
    return Rounded(std::abs(box.width * sine_) + std::abs(box.height * cosine_));
  }

 private:
  static Um Rounded(double length) { return static_cast<Um>(std::lround(length)); }
  double cosine_, sine_;
};

}  // namespace chohyo
