#include "pipeline/doctor_cells.h"

#include <catch2/catch.hpp>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

std::string Dates(std::string_view text) {
  std::vector<std::string> days;
  for (const Date date : DateReadingsOf(text)) days.push_back(date.Iso());
  return Join(days, " ");
}

std::string Times(std::string_view text) {
  std::vector<std::string> times;
  for (const Minutes minutes : TimeReadingsOf(text)) times.push_back(std::to_string(minutes.value));
  return Join(times, " ");
}

TEST_CASE("doctor: days without a clear year are read in every way") {
  CHECK(Dates("3.1.13") == "1928-01-13 1991-01-13 2003-01-13 2013-01-03 2013-03-01 2021-01-13");
  CHECK(Dates("01/02/03") == "1989-02-03 2001-02-03 2003-01-02 2003-02-01");
  CHECK(Dates("１/２/2021") == "2021-01-02 2021-02-01");
  CHECK(Dates("030113") == "1928-01-13 1991-01-13 2003-01-13 2013-01-03 2013-03-01 2021-01-13");
}

TEST_CASE("doctor: clear dates have no other reading") {
  for (const char* text : {"2021-01-13", "R3.1.13", "20210113", "2021.1.13", "総務課", "", "1.15", "2021-13-45"}) {
    CAPTURE(text);
    CHECK(Dates(text).empty());
  }
  CHECK(Dates("13/13/2021").empty());
  CHECK(Dates("1/13/2021") == "2021-01-13");
}

TEST_CASE("doctor: decimals in columns of time") {
  CHECK(Times("1.15") == "75 69");
  CHECK(Times("1.5") == "110 90");
  CHECK(Times("８．３０") == "510 498");
  CHECK(Times("7.75") == "465");
  CHECK(Times("8.00") == "480");
  for (const char* text : {"1:15", "115", "1.155", "1.", ".5", "a.b", "1.1.5", ""}) {
    CAPTURE(text);
    CHECK(Times(text).empty());
  }
}

TEST_CASE("doctor: Excel's numbers of days") {
  CHECK(SerialDateOf("44209")->Iso() == "2021-01-13");
  CHECK(SerialDateOf("４４２０９")->Iso() == "2021-01-13");
  CHECK((*SerialDateOf("42747") + kDaysOf1904Counting).Iso() == "2021-01-13");
  for (const char* text : {"19999", "60001", "4420", "442090", "R3", ""}) {
    CAPTURE(text);
    CHECK_FALSE(SerialDateOf(text));
  }
}

}  // namespace
}  // namespace chohyo
