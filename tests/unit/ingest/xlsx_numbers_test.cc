#include "pipeline/ingest/xlsx_numbers.h"

#include <catch2/catch.hpp>

namespace chohyo {
namespace {

std::string Shown(std::string_view raw, NumberStyle style = NumberStyle::kPlain, bool since_1904 = false) {
  return NumberText(raw, style, since_1904).text;
}

TEST_CASE("plain numbers are written without decimals and never padded") {
  CHECK(Shown("123") == "123");
  CHECK(Shown("123.0") == "123");
  CHECK(Shown("1.0E+3") == "1000");
  CHECK(Shown("-0") == "0");
  CHECK(Shown("-12.50") == "-12.5");
  CHECK(Shown("0.1") == "0.1");
  CHECK(Shown("0.30000000000000004") == "0.3");
  CHECK(Shown("1E+15") == "1000000000000000");
  CHECK(Shown("9999999999999999") == "10000000000000000");
  CHECK(Shown("007") == "7");
  CHECK(Shown("1e-5") == "1e-05");
  CHECK(Shown("1e300") == "1e+300");
}

TEST_CASE("what is no number stays as it is, as text") {
  for (const char* raw : {"", "abc", "1,5", "0x10", "nan", "inf", "1e999", "12 "}) {
    INFO(raw);
    const CellText text = NumberText(raw, NumberStyle::kDate, false);
    CHECK(text.text == raw);
    CHECK(text.kind == CellKind::kText);
  }
}

TEST_CASE("serial days, with the leap day of 1900 that never was") {
  CHECK(Shown("1", NumberStyle::kDate) == "1900-01-01");
  CHECK(Shown("59", NumberStyle::kDate) == "1900-02-28");
  CHECK(Shown("60", NumberStyle::kDate) == "1900-02-29");
  CHECK(Shown("61", NumberStyle::kDate) == "1900-03-01");
  CHECK(Shown("2958465", NumberStyle::kDate) == "9999-12-31");
  CHECK(Shown("2958466", NumberStyle::kDate) == "2958466");
  CHECK(Shown("0", NumberStyle::kDate) == "0");
  CHECK(Shown("-1", NumberStyle::kDate) == "-1");
  CHECK(Shown("0", NumberStyle::kDate, true) == "1904-01-01");
  CHECK(Shown("42747", NumberStyle::kDate, true) == "2021-01-13");
}

TEST_CASE("times are rounded to the second") {
  CHECK(Shown("0.354166666666667", NumberStyle::kTime) == "8:30");
  CHECK(Shown("0.35416666", NumberStyle::kTime) == "8:30");
  CHECK(Shown("0.354178240740741", NumberStyle::kTime) == "8:30:01");
  CHECK(Shown("0", NumberStyle::kTime) == "0:00");
  CHECK(Shown("1", NumberStyle::kTime) == "24:00");
  CHECK(Shown("0.9999999", NumberStyle::kTime) == "24:00");
  CHECK(Shown("44209.75", NumberStyle::kTime) == "18:00");
  CHECK(Shown("1.104166666666667", NumberStyle::kElapsed) == "26:30");
}

TEST_CASE("a cell of day and time shows what its style shows") {
  CHECK(Shown("44209.75", NumberStyle::kDate) == "2021-01-13");
  CHECK(Shown("44209.75", NumberStyle::kDateTime) == "2021-01-13 18:00");
  CHECK(Shown("44209", NumberStyle::kDateTime) == "2021-01-13");
  CHECK(Shown("0.75", NumberStyle::kDateTime) == "18:00");
  CHECK(NumberText("44209.75", NumberStyle::kDateTime, false).kind == CellKind::kDateTime);
}

TEST_CASE("formats built into Excel") {
  CHECK(BuiltinNumberStyle(0) == NumberStyle::kPlain);
  CHECK(BuiltinNumberStyle(13) == NumberStyle::kPlain);
  for (const int id : {14, 17, 27, 31, 34, 36, 50, 58}) CHECK(BuiltinNumberStyle(id) == NumberStyle::kDate);
  for (const int id : {18, 20, 21, 32, 33, 45, 47}) CHECK(BuiltinNumberStyle(id) == NumberStyle::kTime);
  CHECK(BuiltinNumberStyle(22) == NumberStyle::kDateTime);
  CHECK(BuiltinNumberStyle(46) == NumberStyle::kElapsed);
  for (const int id : {37, 44, 48, 49, 59}) CHECK(BuiltinNumberStyle(id) == NumberStyle::kPlain);
}

TEST_CASE("custom formats by their letters outside quotes, brackets and escapes") {
  for (const char* code : {"yyyy/m/d", "[$-411]ggge\"年\"m\"月\"d\"日\";@", "yyyy\"年\"m\"月\"", "m/d", "ge.m.d", "aaa",
                           "[Red]mmm", "[$-F800]dddd, mmmm dd, yyyy", "e", "mm"}) {
    INFO(code);
    CHECK(CustomNumberStyle(code) == NumberStyle::kDate);
  }
  for (const char* code : {"h:mm", "h:mm AM/PM", "mm:ss", "h\"時\"mm\"分\"", "hh:mm;@", "mm:ss.0", "[$-411]h:mm"}) {
    INFO(code);
    CHECK(CustomNumberStyle(code) == NumberStyle::kTime);
  }
  for (const char* code : {"yyyy/m/d h:mm", "m/d/yy h:mm:ss", "d hh"}) {
    INFO(code);
    CHECK(CustomNumberStyle(code) == NumberStyle::kDateTime);
  }
  for (const char* code : {"[h]:mm", "[mm]:ss", "[ss]", "[hh]\"時間\""}) {
    INFO(code);
    CHECK(CustomNumberStyle(code) == NumberStyle::kElapsed);
  }
  for (const char* code : {"General", "0", "#,##0", "0.00E+00", "0\"days\"", "@", "000000", "0\\d", "_d0", "[Red]0",
                           "0%", "\"", "[", "G/標準General", "#,##0;[Red]yyyy"}) {
    INFO(code);
    CHECK(CustomNumberStyle(code) == NumberStyle::kPlain);
  }
}

}  // namespace
}  // namespace chohyo
