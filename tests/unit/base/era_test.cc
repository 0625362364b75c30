#include "pipeline/base/era.h"

#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

Date Day(int year, int month, int day) { return Date::FromYmd(year, month, day).value(); }

std::string IsoOf(std::string_view text) {
  const DateReading reading = ReadDate(text);
  CHECK(reading.date.has_value() == reading.problem.empty());
  return reading.date ? reading.date->Iso() : reading.problem;
}

std::string MonthOf(std::string_view text) {
  const MonthReading reading = ReadMonth(text);
  CHECK(reading.month.has_value() == reading.problem.empty());
  return reading.month ? reading.month->Iso() : reading.problem;
}

TEST_CASE("an era begins and ends on its days") {
  const auto text = [](int year, int month, int day) { return Wareki(Day(year, month, day)); };
  CHECK(text(1872, 12, 31) == "1872年12月31日");
  CHECK(text(1873, 1, 1) == "明治6年1月1日");
  CHECK(text(1912, 7, 29) == "明治45年7月29日");
  CHECK(text(1912, 7, 30) == "大正元年7月30日");
  CHECK(text(1926, 12, 24) == "大正15年12月24日");
  CHECK(text(1926, 12, 25) == "昭和元年12月25日");
  CHECK(text(1989, 1, 7) == "昭和64年1月7日");
  CHECK(text(1989, 1, 8) == "平成元年1月8日");
  CHECK(text(2019, 4, 30) == "平成31年4月30日");
  CHECK(text(2019, 5, 1) == "令和元年5月1日");
  CHECK(text(2021, 1, 13) == "令和3年1月13日");
}

TEST_CASE("short forms, months and fiscal years") {
  CHECK(WarekiShort(Day(2021, 1, 13)) == "R3.1.13");
  CHECK(WarekiShort(Day(1989, 1, 8)) == "H1.1.8");
  CHECK(WarekiShort(Day(1850, 3, 2)) == "1850.3.2");
  CHECK(WarekiMonth({2021, 1}) == "令和3年1月");
  CHECK(WarekiMonth({2019, 4}) == "平成31年4月");
  CHECK(WarekiMonth({2019, 5}) == "令和元年5月");
  CHECK(WarekiMonth({1989, 1}) == "平成元年1月");
  CHECK(WarekiMonth({1872, 12}) == "1872年12月");
  CHECK(WarekiMonth({9999, 12}) == "令和7981年12月");
  CHECK(WarekiFiscalYear(Day(2021, 3, 31)) == "令和2年度");
  CHECK(WarekiFiscalYear(Day(2021, 4, 1)) == "令和3年度");
  CHECK(WarekiFiscalYear(Day(2020, 1, 6)) == "令和元年度");
  CHECK(WarekiFiscalYear(Day(1989, 2, 1)) == "昭和63年度");
  CHECK(WarekiFiscalYear(Day(1, 1, 1)) == "0年度");
  CHECK(WeekdayKanji(Day(2021, 1, 13).weekday()) == "水");
  CHECK(WeekdayKanji(Weekday::kSunday) == "日");
  CHECK(WeekdayKanji(Weekday::kSaturday) == "土");
}

TEST_CASE("the parts of an era day") {
  const auto era = EraOf(Day(2021, 1, 13));
  REQUIRE(era);
  CHECK(era->era == "令和");
  CHECK(era->letter == 'R');
  CHECK(era->year == 3);
  CHECK(era->month == 1);
  CHECK(era->day == 13);
  CHECK_FALSE(EraOf(Day(1872, 12, 31)).has_value());
}

TEST_CASE("dates are read however an office writes them") {
  for (const char* text : {"2021-01-13",
                           "2021-1-13",
                           "2021/1/13",
                           "2021/01/13",
                           "2021.1.13",
                           "20210113",
                           "R3.1.13",
                           "r3.1.13",
                           "R3/1/13",
                           "r3/1/13",
                           "R3-1-13",
                           "R03.01.13",
                           "令和3年1月13日",
                           "令和03年01月13日",
                           "2021年1月13日",
                           "㋿3年1月13日",
                           "㋿3.1.13",
                           "R3年1月13日",
                           "令和3/1/13",
                           "２０２１－０１－１３",
                           "２０２１／１／１３",
                           "Ｒ３．１．１３",
                           "ｒ３．１．１３",
                           "令和３年１月１３日",
                           "令和 3 年 1 月 13 日",
                           "令和　３年　１月１３日",
                           " 2021-01-13 ",
                           "　R3.1.13　",
                           "2021 - 01 - 13",
                           "R 3. 1. 13",
                           "2021\xE2\x88\x92"
                           "1\xE2\x88\x92"
                           "13"}) {
    INFO(text);
    CHECK(IsoOf(text) == "2021-01-13");
  }
  CHECK(IsoOf("令和元年5月1日") == "2019-05-01");
  CHECK(IsoOf("令和1年5月1日") == "2019-05-01");
  CHECK(IsoOf("㍻31.4.30") == "2019-04-30");
  CHECK(IsoOf("㍼64年1月7日") == "1989-01-07");
  CHECK(IsoOf("㍽元年7月30日") == "1912-07-30");
  CHECK(IsoOf("㍾6.1.1") == "1873-01-01");
  CHECK(IsoOf("S64.1.7") == "1989-01-07");
  CHECK(IsoOf("T15.12.24") == "1926-12-24");
  CHECK(IsoOf("M45.7.29") == "1912-07-29");
  CHECK(IsoOf("S元.12.25") == "1926-12-25");
  CHECK(IsoOf("1850-03-02") == "1850-03-02");
}

TEST_CASE("an era's limits are strict both ways, and the right era is suggested") {
  CHECK(IsoOf("平成31年5月1日") == "「平成31年5月1日」はありません。令和元年5月1日ではありませんか。");
  CHECK(IsoOf("令和元年4月1日") == "「令和元年4月1日」はありません。平成31年4月1日ではありませんか。");
  CHECK(IsoOf("令和元年4月30日") == "「令和元年4月30日」はありません。平成31年4月30日ではありませんか。");
  CHECK(IsoOf("昭和64年1月8日") == "「昭和64年1月8日」はありません。平成元年1月8日ではありませんか。");
  CHECK(IsoOf("平成元年1月7日") == "「平成元年1月7日」はありません。昭和64年1月7日ではありませんか。");
  CHECK(IsoOf("大正15年12月25日") == "「大正15年12月25日」はありません。昭和元年12月25日ではありませんか。");
  CHECK(IsoOf("昭和元年12月24日") == "「昭和元年12月24日」はありません。大正15年12月24日ではありませんか。");
  CHECK(IsoOf("明治45年7月30日") == "「明治45年7月30日」はありません。大正元年7月30日ではありませんか。");
  CHECK(IsoOf("H33.1.13") == "「H33.1.13」はありません。令和3年1月13日ではありませんか。");
  CHECK(IsoOf("明治5年12月2日") == "「明治5年12月2日」は旧暦の日です。明治6年1月1日より前は西暦で書いてください。");
  SetLang(Lang::kEn);
  CHECK(IsoOf("H31.5.1") == "there is no \"H31.5.1\"; did you mean 令和元年5月1日?");
  SetLang(Lang::kJa);
}

TEST_CASE("days that no calendar has") {
  for (const char* text :
       {"2021-02-29", "2021-13-01", "2021-00-10", "令和3年2月29日", "R3.4.31", "R0.1.1", "20210230", "令和0年5月1日"}) {
    INFO(text);
    CHECK(IsoOf(text) == std::string("「") + text + "」という日はありません。");
  }
}

TEST_CASE("what is no date is refused with what to write") {
  for (const char* text : {"",
                           "-",
                           "なし",
                           "2021-01",
                           "21-01-13",
                           "2021-01-13-1",
                           "2021-01-00",
                           "2021-01/13",
                           "R3.1",
                           "令和3年1月13",
                           "令和年1月13日",
                           "X3.1.13",
                           "元年5月1日",
                           "2021-1-1 3",
                           "202 1-01-13",
                           "2021-001-13",
                           "R003.1.13",
                           "R030113",
                           "2021-01-13 8:30",
                           "44209",
                           "202101130",
                           "令和",
                           "2021-01-13\x01",
                           "-2021-01-13",
                           "+2021-01-13"}) {
    INFO(text);
    CHECK(IsoOf(text) == std::string("「") + text +
                             "」は日付として読めません。2021-01-13、令和3年1月13日、R3.1.13 のように書いてください。");
  }
}

TEST_CASE("months are read alone and from full dates") {
  for (const char* text :
       {"2021-01", "2021/1", "2021.1", "202101", "令和3年1月", "令和３年１月", "R3.1", "r3/1", "㋿3年1月",
        "2021年1月", "2021-01-13", "R3.1.13", "20210113", "令和3年1月13日", " 2021-1 "}) {
    INFO(text);
    CHECK(MonthOf(text) == "2021-01");
  }
  CHECK(MonthOf("昭和64年1月") == "1989-01");
  CHECK(MonthOf("平成元年1月") == "1989-01");
  CHECK(MonthOf("大正15年12月") == "1926-12");
  CHECK(MonthOf("昭和元年12月") == "1926-12");
  CHECK(MonthOf("平成31年4月") == "2019-04");
  CHECK(MonthOf("9999-12") == "9999-12");
}

TEST_CASE("months that are refused") {
  CHECK(MonthOf("平成31年5月") == "「平成31年5月」はありません。令和元年5月ではありませんか。");
  CHECK(MonthOf("令和元年4月") == "「令和元年4月」はありません。平成31年4月ではありませんか。");
  CHECK(MonthOf("平成31年5月1日") == "「平成31年5月1日」はありません。令和元年5月1日ではありませんか。");
  CHECK(MonthOf("明治5年12月") == "「明治5年12月」は旧暦の日です。明治6年1月1日より前は西暦で書いてください。");
  CHECK(MonthOf("2021-13") == "「2021-13」という月はありません。");
  CHECK(MonthOf("2021-00") == "「2021-00」という月はありません。");
  CHECK(MonthOf("R0.1") == "「R0.1」という月はありません。");
  CHECK(MonthOf("0000-01") == "「0000-01」という月はありません。");
  for (const char* text : {"", "1月", "2021", "令和3年", "2021-1-", "20211", "2021年1"}) {
    INFO(text);
    CHECK(MonthOf(text) ==
          std::string("「") + text + "」は年月として読めません。2021-01、令和3年1月、R3.1 のように書いてください。");
  }
}

TEST_CASE("what is written is read back, every day from 1873 to 2100") {
  for (Date date = Day(1873, 1, 1); date <= Day(2100, 12, 31); ++date) {
    if (ReadDate(Wareki(date)).date != date || ReadDate(WarekiShort(date)).date != date ||
        ReadDate(date.Iso()).date != date) {
      FAIL_CHECK(date.Iso());
    }
  }
}

TEST_CASE("an era day is readable in exactly one era") {
  constexpr const char* kEras = "MTSHR";
  for (Date date = Day(1873, 1, 1); date <= Day(2030, 12, 31); date = date + 5) {
    int readable = 0;
    for (const char* era = kEras; *era != '\0'; ++era) {
      for (int year = 1; year <= 99; ++year) {
        const auto read = ReadDate(fmt::format("{}{}.{}.{}", *era, year, date.month(), date.day())).date;
        if (read == date) ++readable;
        if (year > 70 && *era != 'R') CHECK_FALSE(read.has_value());
      }
    }
    CHECK(readable == 1);
    if (date.year() > 1880 && date.year() < 2015) date = date + 200;
  }
}

TEST_CASE("any bytes are read as a date or refused with a reason") {
  std::mt19937 random(20210113);
  const std::string alphabet = "0123456789-/.RSHTM年月日元令和平成　 \xE3\xFF\x80";
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
  std::uniform_int_distribution<int> length(0, 14);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (int n = length(random); n > 0; --n) text += alphabet[letter(random)];
    const DateReading date = ReadDate(text);
    const MonthReading month = ReadMonth(text);
    if (date.date.has_value() != date.problem.empty()) FAIL_CHECK(text);
    if (month.month.has_value() != month.problem.empty()) FAIL_CHECK(text);
    if (date.date && month.month != Month::Of(*date.date)) FAIL_CHECK(text);
  }
}

}  // namespace
}  // namespace chohyo
