#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/unit/rules/builder.h"

namespace chohyo {
namespace {

constexpr const char* kHint = "いちばん上の所属の上位所属コードを空にしてください。";

TEST_CASE("a ring of departments is one finding, at its first row in the file") {
  TestOffice city;
  city.AddDepartment("0900", "外の課", "0310");  // leads into the ring, is no part of it
  city.AddDepartment("0300", "福祉部", "0320");
  city.AddDepartment("0310", "高齢課", "0300");
  city.AddDepartment("0320", "介護係", "0310");
  CHECK(city.Texts("data.cycle") ==
        Lines{std::string("data/departments.csv:4:3 0300 [0300] 上位所属が輪になっています: "
                          "0300 福祉部 → 0320 介護係 → 0310 高齢課 → 0300 福祉部 / ") +
              kHint});
}

TEST_CASE("every ring is found, a department above itself too") {
  TestOffice city;
  city.AddDepartment("0300", "福祉部", "0300");
  city.AddDepartment("0400", "土木部", "0410");
  city.AddDepartment("0410", "道路課", "0400");
  CHECK(city.Texts("data.cycle") ==
        Lines{std::string(
                  "data/departments.csv:3:3 0300 [0300] 上位所属が輪になっています: 0300 福祉部 → 0300 福祉部 / ") +
                  kHint,
              std::string("data/departments.csv:4:3 0400 [0400] 上位所属が輪になっています: "
                          "0400 土木部 → 0410 道路課 → 0400 土木部 / ") +
                  kHint});
}

TEST_CASE("trees, deep ones and unknown parents are no rings") {
  TestOffice city;
  city.AddDepartment("d0", "長", "0100");
  for (int i = 1; i < 3000; ++i) city.AddDepartment(fmt::format("d{}", i), "下", fmt::format("d{}", i - 1));
  city.AddDepartment("0800", "行方", "0999");
  CHECK(city.Texts("data.cycle").empty());
}

}  // namespace
}  // namespace chohyo
