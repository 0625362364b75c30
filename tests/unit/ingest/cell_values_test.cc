#include "pipeline/ingest/cell_values.h"

#include <catch2/catch.hpp>

namespace chohyo {
namespace {

int TimeOf(std::string_view text) {
  const auto time = ReadTimeOfDay(text);
  return time ? time->minutes : -1;
}
int DurationOf(std::string_view text) {
  const auto duration = ReadDuration(text);
  return duration ? duration->value : -1;
}
std::int64_t NumberOf(std::string_view text) { return ReadWholeNumber(text).value_or(-1); }

TEST_CASE("times of day in every writing of the contract") {
  for (const char* text : {"8:30", "08:30", "0830", "830", "8時30分", "８：３０", "０８３０", "８時３０分", "8:30:00",
                           "08:30:59", "8 時 30 分"}) {
    CHECK(TimeOf(text) == 510);
  }
  CHECK(TimeOf("8時") == 480);
  CHECK(TimeOf("0:00") == 0);
  CHECK(TimeOf("24:00") == 1440);
}

TEST_CASE("what is no time of day") {
  for (const char* text : {"",           ":",
                           "8:",         ":30",
                           "8:3",        "8:60",
                           "24:01",      "25:00",
                           "8:30:60",    "8:30:0",
                           "8:30:00:00", "-8:30",
                           "8.30",       "08300",
                           "2460",       "99",
                           "8時30",      "時30分",
                           "8時60分",    "午前8時",
                           "8：30x",     "99999999999999:00"}) {
    INFO(text);
    CHECK(TimeOf(text) == -1);
  }
}

TEST_CASE("durations are minutes or hours and minutes") {
  CHECK(DurationOf("90") == 90);
  CHECK(DurationOf("0") == 0);
  CHECK(DurationOf("1:30") == 90);
  CHECK(DurationOf("１：３０") == 90);
  CHECK(DurationOf("26:30:00") == 1590);
  CHECK(DurationOf("9999:59") == 599'999);
  for (const char* text : {"", "-1", "1.5", "1:5", "1時間", "10000:00", "600000", "1:60"}) {
    INFO(text);
    CHECK(DurationOf(text) == -1);
  }
}

TEST_CASE("whole numbers") {
  CHECK(NumberOf("0") == 0);
  CHECK(NumberOf("007") == 7);
  CHECK(NumberOf("１２") == 12);
  CHECK(NumberOf("1,234,567") == 1'234'567);
  CHECK(NumberOf("999999999999") == 999'999'999'999);
  for (const char* text : {"", "-3", "1.0", "1e3", "12,34", ",123", "1,,000", "1234,567", "1000000000000", "3人"}) {
    INFO(text);
    CHECK(NumberOf(text) == -1);
  }
}

TEST_CASE("plain dates agree with the calendar") {
  CHECK(ReadPlainDate("2021-01-13")->Iso() == "2021-01-13");
  CHECK(ReadPlainDate("2021/1/3")->Iso() == "2021-01-03");
  CHECK(ReadPlainDate("2021-1-13")->Iso() == "2021-01-13");
  CHECK(ReadPlainDate("20200229")->Iso() == "2020-02-29");
  for (const char* text : {"", "2021-02-29", "2021-13-01", "2021/1-3", "2021//13", "2021-01-", "2021-011-3", "20210229",
                           "202101", "2021-01-130", "0000-01-01", "R3.1.13", "2021.1.3", "2021-1-1x"}) {
    INFO(text);
    CHECK_FALSE(ReadPlainDate(text));
  }
}

TEST_CASE("words of closed lists match in either width, not in either case") {
  ColumnInfo column;
  constexpr std::string_view kWords[] = {"BCP待機", "A", "メール"};
  column.choices = kWords;
  CHECK(ReadChoice(column, "BCP待機")->value == 1);
  CHECK(ReadChoice(column, "ＢＣＰ待機")->value == 1);
  CHECK(ReadChoice(column, "Ａ")->value == 2);
  CHECK(ReadChoice(column, "ﾒｰﾙ")->value == 3);
  CHECK_FALSE(ReadChoice(column, "a"));
  CHECK_FALSE(ReadChoice(column, "1"));
  CHECK_FALSE(ReadChoice(column, ""));
}

TEST_CASE("data classes in roman numerals of both kinds and in digits") {
  ColumnInfo column;
  constexpr std::string_view kWords[] = {"Ⅰ", "Ⅱ", "Ⅲ"};
  column.choices = kWords;
  for (const char* text : {"Ⅱ", "2", "２", "II", "ＩＩ"}) CHECK(ReadChoice(column, text)->value == 2);
  CHECK_FALSE(ReadChoice(column, "4"));
  CHECK_FALSE(ReadChoice(column, "IIII"));
}

TEST_CASE("lists are split at semicolons of both widths and at the ideographic comma") {
  using Texts = std::vector<std::string>;
  CHECK(ReadList("1;2；3、4") == Texts{"1", "2", "3", "4"});
  CHECK(ReadList(" 1 ;;　2　、") == Texts{"1", "2"});
  CHECK(ReadList("a,b・c") == Texts{"a,b・c"});
  CHECK(ReadList("、").empty());
}

}  // namespace
}  // namespace chohyo
