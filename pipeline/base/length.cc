#include "pipeline/base/length.h"

#include <charconv>

namespace chohyo {
namespace {

constexpr double kLongestUm = 10'000'000;

std::optional<double> UmPerUnit(std::string_view unit) {
  if (unit == "mm") return 1000.0;
  if (unit == "cm") return 10000.0;
  if (unit == "pt") return kUmPerPoint;
  return std::nullopt;
}

}  // namespace

std::optional<Um> ParseLength(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  const auto unit = UmPerUnit(std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)));
  if (!unit) return std::nullopt;
  const double um = number * *unit;
  if (!(um >= 0 && um <= kLongestUm)) return std::nullopt;
  return static_cast<Um>(um + 0.5);
}

}  // namespace chohyo
