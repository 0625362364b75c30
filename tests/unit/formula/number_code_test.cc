#include <catch2/catch.hpp>

#include "pipeline/formula/number_code.h"
#include "tests/unit/formula/number_code_cases.h"

namespace chohyo {
namespace {

TEST_CASE("Numbers are shown by their code") {
  for (const auto& [number, code, shown] : formula_test::kCodeCases) {
    INFO(code << " of " << number);
    CHECK(ShowByCode(number, code).text == shown);
  }
}

TEST_CASE("Texts, truth values, errors and nothing") {
  const ExcelValue text = std::string("山田");
  CHECK(ShowByCode(text, "General").text == "山田");
  CHECK(ShowByCode(text, "0").text == "山田");
  CHECK(ShowByCode(text, "@\"様\"").text == "山田様");
  CHECK(ShowByCode(text, "0;-0;0;\"氏名：\"@").text == "氏名：山田");
  CHECK(ShowByCode(text, ";;;").text.empty());
  CHECK(ShowByCode(text, "0;[Red]@").rgb == std::optional<std::uint32_t>(0xFF0000));
  CHECK(ShowByCode(5.0, "@").text == "5");
  CHECK(ShowByCode(true, "0").text == "TRUE");
  CHECK(ShowByCode(ExcelError::kDiv0, "0").text == "#DIV/0!");
  CHECK(ShowByCode(ExcelValue(), "0").text.empty());
}

TEST_CASE("Colours come with the section") {
  CHECK(ShowByCode(-1.0, "0;[Red]0").rgb == std::optional<std::uint32_t>(0xFF0000));
  CHECK(ShowByCode(-1.0, "0;[赤]0").rgb == std::optional<std::uint32_t>(0xFF0000));
  CHECK(ShowByCode(1.0, "[Color 10]0").rgb == std::optional<std::uint32_t>(0x008000));
  CHECK(ShowByCode(1.0, "[色5]0").rgb == std::optional<std::uint32_t>(0x0000FF));
  CHECK_FALSE(ShowByCode(1.0, "0;[Red]0").rgb);
}

TEST_CASE("Days from 1904 on") {
  CHECK(ShowByCode(0.0, "yyyy/m/d", true).text == "1904/1/1");
  CHECK(ShowByCode(43921.0, "yyyy/m/d", true).text == "2024/4/1");
  CHECK(ShowByCode(-1.5, "[h]:mm", true).text == "-36:00");
}

TEST_CASE("Date codes are known from number codes") {
  for (const char* code : {"yyyy/m/d", "h:mm", "[h]:mm", "[$-411]aaa", "ggge\"年\"", "AM/PM", "mmm"})
    CHECK(IsDateCode(code));
  for (const char* code : {"General", "0.00E+00", "#,##0", "\"ymd\"0", "[Red]0", "@", "\\y0", "[$-411]0", ""}) {
    CHECK_FALSE(IsDateCode(code));
  }
}

}  // namespace
}  // namespace chohyo
