#include "pipeline/sheet/format.h"

#include <catch2/catch.hpp>

#include <limits>

namespace chohyo {
namespace {

const Scalar kDate = *Date::FromYmd(2021, 1, 13);
const Scalar kFirstYear = *Date::FromYmd(2019, 5, 1);

std::string Code(const Scalar& value, std::string_view format) {
  return ExcelNumberFormat(value, format).value_or("text");
}

}  // namespace

TEST_CASE("Values without a format show by their type") {
  CHECK(FormatValue(Scalar(), "") == "");
  CHECK(FormatValue(std::string("0012"), "") == "0012");
  CHECK(FormatValue(std::int64_t{12345}, "") == "12345");
  CHECK(FormatValue(12.5, "") == "12.5");
  CHECK(FormatValue(0.1 + 0.2, "") == "0.3");
  CHECK(FormatValue(3.0, "") == "3");
  CHECK(FormatValue(std::numeric_limits<double>::infinity(), "") == "");
  CHECK(FormatValue(std::numeric_limits<double>::quiet_NaN(), "percent") == "");
  CHECK(FormatValue(true, "") == "○");
  CHECK(FormatValue(false, "") == "");
  CHECK(FormatValue(kDate, "") == "令和3年1月13日");
  CHECK(FormatValue(Month{2021, 1}, "") == "令和3年1月");
  CHECK(FormatValue(TimeOfDay{510}, "") == "8:30");
  CHECK(FormatValue(Minutes{465}, "") == "7:45");
  CHECK(FormatValue(Minutes{-75}, "") == "-1:15");
}

TEST_CASE("Formats of days and months") {
  CHECK(FormatValue(kDate, "wareki") == "令和3年1月13日");
  CHECK(FormatValue(kFirstYear, "wareki") == "令和元年5月1日");
  CHECK(FormatValue(kDate, "wareki_short") == "R3.1.13");
  CHECK(FormatValue(kDate, "month") == "令和3年1月");
  CHECK(FormatValue(kDate, "fiscal_year") == "令和2年度");
  CHECK(FormatValue(kDate, "md") == "1月13日");
  CHECK(FormatValue(kDate, "md_weekday") == "1月13日（水）");
  CHECK(FormatValue(kDate, "weekday") == "水");
  CHECK(FormatValue(kDate, "iso") == "2021-01-13");
  CHECK(FormatValue(Month{2021, 1}, "iso") == "2021-01");
}

TEST_CASE("Formats of numbers round half away from zero, as Excel does") {
  CHECK(FormatValue(std::int64_t{1234567}, "integer") == "1,234,567");
  CHECK(FormatValue(std::int64_t{-123456}, "integer") == "-123,456");
  CHECK(FormatValue(std::int64_t{-123}, "integer") == "-123");
  CHECK(FormatValue(2.5, "integer") == "3");
  CHECK(FormatValue(-0.4, "integer") == "0");
  CHECK(FormatValue(1234.5, "plain") == "1235");
  CHECK(FormatValue(0.25, "decimal1") == "0.3");
  CHECK(FormatValue(1.45, "decimal1") == "1.5");
  CHECK(FormatValue(0.125, "percent") == "12.5%");
  CHECK(FormatValue(0.12345, "percent") == "12.3%");
  CHECK(FormatValue(std::int64_t{1}, "percent") == "100.0%");
  CHECK(FormatValue(std::int64_t{0}, "zero_blank") == "");
  CHECK(FormatValue(0.0, "zero_blank") == "");
  CHECK(FormatValue(std::int64_t{1500}, "zero_blank") == "1,500");
  CHECK(FormatValue(std::int64_t{465}, "hm") == "7:45");
}

TEST_CASE("A format that does not suit a value shows it by its type") {
  CHECK(FormatValue(std::string("未定"), "wareki") == "未定");
  CHECK(FormatValue(std::string("－"), "percent") == "－");
  CHECK(FormatValue(std::int64_t{5}, "md") == "5");
  CHECK(FormatValue(kDate, "integer") == "令和3年1月13日");
  CHECK(FormatValue(TimeOfDay{510}, "percent") == "8:30");
}

TEST_CASE("Excel is told to show the same") {
  CHECK(Code(kDate, "wareki") == "[$-ja-JP]ggge\"年\"m\"月\"d\"日\";@");
  CHECK(Code(kDate, "") == Code(kDate, "wareki"));
  CHECK(Code(kDate, "wareki_short") == "[$-ja-JP]ge.m.d;@");
  CHECK(Code(kDate, "month") == "[$-ja-JP]ggge\"年\"m\"月\";@");
  CHECK(Code(Month{2021, 1}, "wareki") == Code(kDate, "month"));
  CHECK(Code(kDate, "md") == "m\"月\"d\"日\";@");
  CHECK(Code(kDate, "md_weekday") == "[$-ja-JP]m\"月\"d\"日（\"aaa\"）\";@");
  CHECK(Code(kDate, "weekday") == "[$-ja-JP]aaa;@");
  CHECK(Code(kDate, "iso") == "yyyy-mm-dd");
  CHECK(Code(Month{2021, 1}, "iso") == "yyyy-mm");
  CHECK(Code(TimeOfDay{510}, "time") == "[h]:mm");
  CHECK(Code(Minutes{465}, "") == "[h]:mm");
  CHECK(Code(std::int64_t{5}, "") == "0");
  CHECK(Code(1.5, "") == "General");
  CHECK(Code(std::int64_t{5}, "integer") == "#,##0");
  CHECK(Code(0.5, "percent") == "0.0%");
  CHECK(Code(0.5, "decimal1") == "0.0");
  CHECK(Code(std::int64_t{0}, "zero_blank") == "#,##0;-#,##0;;@");
  CHECK(Code(Scalar(), "wareki") == "[$-ja-JP]ggge\"年\"m\"月\"d\"日\";@");
}

TEST_CASE("What Excel cannot show goes as text") {
  CHECK(Code(kFirstYear, "wareki") == "text");  // Excel says 令和1年
  CHECK(Code(Month{2019, 5}, "month") == "text");
  CHECK(Code(*Date::FromYmd(1989, 1, 3), "month") == "text");  // the month is 平成元年1月
  CHECK(Code(*Date::FromYmd(1900, 2, 28), "iso") == "text");
  CHECK(Code(*Date::FromYmd(1900, 3, 1), "iso") == "yyyy-mm-dd");
  CHECK(Code(kDate, "fiscal_year") == "text");
  CHECK(Code(kDate, "text") == "text");
  CHECK(Code(Minutes{-5}, "hm") == "text");
  CHECK(Code(std::int64_t{465}, "hm") == "text");
  CHECK(Code(std::string("未定"), "wareki") == "text");
  CHECK(Code(std::string("5"), "integer") == "text");
  CHECK(Code(true, "") == "text");
  CHECK(Code(Scalar(), "") == "text");
  CHECK(Code(std::numeric_limits<double>::infinity(), "") == "text");
}

TEST_CASE("Formats are known by name") {
  CHECK(IsFormat("wareki"));
  CHECK_FALSE(IsFormat(""));
  CHECK_FALSE(IsFormat("Wareki"));
  CHECK(FormatNames().size() == 16);
  for (const std::string& name : FormatNames()) CHECK(IsFormat(name));
}

}  // namespace chohyo
