#include <catch2/catch.hpp>
#include <random>

#include "tests/unit/rules/roster_office.h"

namespace chohyo {
namespace {

TEST_CASE("roster.week: a sixth day of work, at its sign; roster.hours says the same of the hours") {
  RosterOffice city;
  std::string signs = city.Plain(kJanuary);
  signs[22] = 'B';  // Saturday, the 23rd
  city.Wide("0101", kJanuary, signs);
  CHECK(
      city.Texts("roster.week") ==
      Lines{"data/roster_days.csv:2:25 0101/2021-01-18 error "
            "若葉 太郎（0101）は令和3年1月18日（月）からの週の週休日が 1 日（1月24日（日））で、2 日に足りません（勤務 "
            "6 日）。 / 週休日にする日の勤務記号を消して、月曜から日曜までに 2 日の休みを置いてください。"});
  CHECK(city.Texts("roster.hours") ==
        Lines{"data/roster_days.csv:2:25 0101/2021-01-18 error "
              "若葉 太郎（0101）は令和3年1月18日（月）からの週の勤務が 6 日 46:30 で、38:45 を 7:45 "
              "超えています（1月23日（土）が最初の超過日）。 / 勤務記号を消して、週の勤務を 5 日までにしてください。"});
}

TEST_CASE("roster.week: a third day off, at the person's row") {
  RosterOffice city;
  std::string signs = city.Plain(kJanuary);
  signs[18] = '-';
  city.Wide("0101", kJanuary, signs);
  CHECK(
      city.Texts("roster.week") ==
      Lines{"data/roster_days.csv:2:0 0101/2021-01-18 error 若葉 太郎（0101）は令和3年1月18日（月）からの週の週休日が "
            "3 日（1月19日（火）、1月23日（土）、1月24日（日））で、2 日を超えています。 / "
            "勤務日にする日に勤務記号を入れて、週休日を 2 日にしてください。"});
  CHECK(city.Places("roster.hours").empty());
}

TEST_CASE("roster.week: days off may lie anywhere in the week") {
  RosterOffice city;
  std::string signs = city.Plain(kJanuary);
  signs[22] = 'B';
  signs[19] = '-';
  city.Wide("0101", kJanuary, signs);
  CHECK(city.Places("roster.week").empty());
}

TEST_CASE("roster.week: holidays not worked may stand for days off") {
  // The week of 11 January 2021, a holiday: it counts towards the two days but needs no third.
  const auto found = [](std::string_view week) {
    RosterOffice city;
    std::string signs = city.Plain(kJanuary);
    signs.replace(10, 7, week);
    city.Wide("0101", kJanuary, signs);
    return city.Places("roster.week").size();
  };
  CHECK(found("-BBBB--") == 0);
  CHECK(found("-BBBBB-") == 0);
  CHECK(found("-BBBBBB") == 1);
  CHECK(found("-BBB---") == 1);
  CHECK(found("BBBBB--") == 0);
  CHECK(found("BBBBBB-") == 1);
  CHECK(found("BBBB---") == 1);
}

TEST_CASE("roster.week: part weeks only with the neighbouring roster") {
  RosterOffice city;
  city.period = {Day("2021-04-01"), Day("2021-04-30")};
  std::string april = city.Plain({2021, 4});
  april[2] = 'B';   // Saturday the 3rd: six days of work with three in March
  april[27] = '-';  // Wednesday the 28th; the 29th is a holiday, May begins on Saturday
  city.Wide("0101", {2021, 4}, april);
  CHECK(city.Places("roster.week").empty());
  CHECK(city.Places("roster.hours").empty());
  city.Wide("0101", {2021, 3}, city.Plain({2021, 3}));
  CHECK(city.Places("roster.week") == Lines{"roster_days:2 0101/2021-03-29"});
  CHECK(city.Places("roster.hours") == Lines{"roster_days:2 0101/2021-03-29"});
  city.Wide("0101", {2021, 5}, city.Plain({2021, 5}));
  CHECK(city.Places("roster.week") == Lines{"roster_days:2 0101/2021-04-26", "roster_days:2 0101/2021-03-29"});
}

TEST_CASE("roster.week: the neighbouring month is only context") {
  RosterOffice city;
  city.period = {Day("2021-04-01"), Day("2021-04-30")};
  city.Wide("0101", {2021, 4}, city.Plain({2021, 4}));
  std::string march = city.Plain({2021, 3});
  march[23] = '-';  // in a week of March alone
  city.Wide("0101", {2021, 3}, march);
  CHECK(city.Places("roster.week").empty());
}

TEST_CASE("roster.week: nothing after a period of one day counts") {
  RosterOffice city;
  std::string signs = city.Plain(kJanuary);
  signs[22] = 'B';
  signs[23] = 'B';
  city.Wide("0101", kJanuary, signs);
  city.period = {Day("2021-01-23"), Day("2021-01-23")};
  CHECK(city.Places("roster.week").empty());
  CHECK(city.Places("roster.hours") == Lines{"roster_days:2 0101/2021-01-18"});
  city.period = {Day("2021-01-24"), Day("2021-01-24")};
  CHECK(city.Places("roster.week") == Lines{"roster_days:2 0101/2021-01-18"});
}

TEST_CASE("roster.week: who joins or leaves that week has no whole week") {
  const auto found = [](std::string_view from, std::string_view until) {
    RosterOffice city;
    std::string signs = city.Plain(kJanuary);
    signs[19] = '-';
    city.Wide("0101", kJanuary, signs);
    city.records.staff.rows[0].from = DayOrNone(from);
    city.records.staff.rows[0].until = DayOrNone(until);
    return city.Places("roster.week").size();
  };
  CHECK(found("", "") == 1);
  CHECK(found("2021-01-17", "2021-01-25") == 1);
  CHECK(found("2021-01-18", "") == 0);
  CHECK(found("2021-01-24", "") == 0);
  CHECK(found("2021-01-25", "") == 0);
  CHECK(found("", "2021-01-18") == 0);
  CHECK(found("", "2021-01-24") == 0);
}

TEST_CASE("roster.week: a sign that could not be read leaves the week unknown") {
  RosterOffice city;
  std::string signs = city.Plain(kJanuary);
  signs[19] = '-';
  city.Wide("0101", kJanuary, signs);
  city.unusable["roster_days"].insert("0101/2021-01-20");
  CHECK(city.Places("roster.week").empty());
}

TEST_CASE("roster.week: a third day off stands at the long row that says so") {
  RosterOffice city;
  city.records.roster_people.push_back({kJanuary, "0101", 2, false});
  for (const char* day : {"2021-01-18", "2021-01-19", "2021-01-20", "2021-01-21"}) city.Sign(day);
  for (int i = 0; i < 3; ++i)
    city.records.roster_blanks[{"0101", Day("2021-01-22") + i}] = 90U + static_cast<unsigned>(i);
  city.period = {Day("2021-01-18"), Day("2021-01-24")};
  CHECK(city.Places("roster.week") == Lines{"roster_days:92 0101/2021-01-18"});
}

TEST_CASE("roster.week: long rows stand at their own lines") {
  RosterOffice city;
  city.records.roster_people.push_back({kJanuary, "0101", 2, false});
  for (Date date = kJanuary.first(); date <= kJanuary.last(); ++date) {
    const bool extra = date == Day("2021-01-23");
    if (extra || city.calendar.IsWorkingDay(date)) city.Sign(date.Iso());
  }
  const auto& rows = city.records.roster_days.rows;
  const auto saturday =
      std::find_if(rows.begin(), rows.end(), [](const RosterDay& row) { return row.date == Day("2021-01-23"); });
  const std::string place = fmt::format("roster_days:{} 0101/2021-01-18", saturday->line);
  CHECK(city.Places("roster.week") == Lines{place});
  CHECK(city.Places("roster.hours") == Lines{place});
}

/// What the rule says of a week, told in another way: with E empty days, of them H holidays, it takes two days off and
/// not more than two that are no holidays.
bool IsRight(const WorkCalendar& calendar, Date monday, const std::set<Date>& signs) {
  int empty = 0, holidays = 0;
  for (Date date = monday; date < monday + 7; ++date) {
    if (signs.contains(date)) continue;
    ++empty;
    if (calendar.IsHoliday(date)) ++holidays;
  }
  return empty >= 2 && empty - holidays <= 2;
}

/// All weeks of three months' rosters with some signs changed, the middle month being checked.
void CheckRandomRosters(Month middle, unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
  for (int round = 0; round < 60; ++round) {
    RosterOffice city;
    city.calendar = WorkCalendar({}, {{middle.first() + below(middle.days()), "閉庁日"}});
    std::set<Date> signs;
    for (int i = -1; i <= 1; ++i) {
      const Month month = middle.Plus(i);
      std::string row = city.Plain(month);
      for (int change = below(4); change > 0; --change) {
        char& sign = row[static_cast<std::size_t>(below(month.days()))];
        sign = sign == '-' ? 'B' : '-';
      }
      city.Wide("0101", month, row);
      for (int day = 0; day < month.days(); ++day) {
        if (row[static_cast<std::size_t>(day)] != '-') signs.insert(month.first() + day);
      }
    }
    city.period = {middle.first(), middle.last()};
    std::set<std::string> found;
    for (const Finding& finding : city.Found("roster.week")) {
      CHECK(finding.line == 3);  // always at the row of the month that is checked
      CHECK(found.insert(finding.key).second);
    }
    for (Date monday = middle.first().MondayOfWeek(); monday <= middle.last(); monday = monday + 7) {
      const bool inside = city.period.Holds(monday) && city.period.Holds(monday + 6);
      const bool reported = found.contains("0101/" + monday.Iso());
      if (inside) CHECK(reported == !IsRight(city.calendar, monday, signs));
      if (reported) CHECK_FALSE(IsRight(city.calendar, monday, signs));
    }
  }
}

TEST_CASE("roster.week holds over month and year ends, Golden Week and long weekends") {
  CheckRandomRosters({2021, 1}, 1);
  CheckRandomRosters({2020, 12}, 2);
  CheckRandomRosters({2021, 5}, 3);
  CheckRandomRosters({2019, 5}, 4);
  CheckRandomRosters({2020, 2}, 5);
  CheckRandomRosters({2021, 9}, 6);
}

TEST_CASE("a roster worked as the calendar has it is right in every month of fifteen years") {
  for (Month month{2016, 1}; month < Month{2031, 1}; month = month.Plus(1)) {
    for (const RosterMethod method : {RosterMethod::kRotation, RosterMethod::kStaggered}) {
      RosterOffice city(method);
      city.records.rosters.rows[0].month = month;
      for (int i = -1; i <= 1; ++i) city.Wide("0101", month.Plus(i), city.Plain(month.Plus(i)));
      city.period = {month.first(), month.last()};
      CHECK(city.Places("roster.week").empty());
      CHECK(city.Places("roster.hours").empty());
      CHECK(city.Places("roster.holiday").empty());
    }
  }
}

}  // namespace
}  // namespace chohyo
