#include "pipeline/base/length.h"

#include <catch2/catch.hpp>

namespace chohyo {
namespace {

TEST_CASE("lengths are whole micrometres") {
  CHECK(ParseLength("25mm") == 25000);
  CHECK(ParseLength("2.5cm") == 25000);
  CHECK(ParseLength("10.5pt") == 3704);
  CHECK(ParseLength("72pt") == 25400);
  CHECK(ParseLength("0mm") == 0);
  CHECK(ParseLength("0.0004mm") == 0);
  CHECK(ParseLength("0.0005mm") == 1);
  CHECK(ParseLength("10000mm") == 10'000'000);
}

TEST_CASE("what is no length is refused") {
  for (const char* text : {"", "mm", "25", "25 mm", "25mm ", " 25mm", "-1mm", "+1mm", "10001mm", "1e9mm", "nanmm",
                           "infpt", "25px", "25MM", "2,5cm", "0x10mm", "25mmm"}) {
    INFO(text);
    CHECK_FALSE(ParseLength(text).has_value());
  }
}

TEST_CASE("points and micrometres are turned into each other") {
  CHECK(UmOfPoints(72) == 25400);
  CHECK(UmOfPoints(-72) == -25400);
  CHECK(UmOfMm(0.25) == 250);
  CHECK(PointsOfUm(25400) == Approx(72.0));
  for (int points = 0; points < 1000; ++points) CHECK(UmOfPoints(PointsOfUm(UmOfPoints(points))) == UmOfPoints(points));
}

}  // namespace
}  // namespace chohyo
