#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

TEST_CASE("attendance.missing: a working day without a row, of no line") {
  DutyOffice city;
  city.period = {Day("2021-01-18"), Day("2021-01-20")};
  city.Row("2021-01-18", Status::kPresent);
  city.Row("2021-01-20", Status::kHourLeave);
  CHECK(city.Texts("attendance.missing") ==
        Lines{"data/attendance.csv:0:0 0101/2021-01-19 warning 若葉 太郎（0101）の令和3年1月19日（火）は勤務日ですが、"
              "勤怠の行がありません（未報告と数えます）。 / "
              "この日が出勤か休暇かなどを所属に確かめ、勤怠に行を加えてください。"});
  city.Row("2021-01-19", Status::kAbsent);
  CHECK(city.Texts("attendance.missing").empty());
}

TEST_CASE("attendance.missing: not on days off, out of office, or where the row could not be read") {
  DutyOffice city;
  city.period = {Day("2021-01-08"), Day("2021-01-14")};  // Saturday to Monday off
  city.records.staff.rows[0].from = Day("2021-01-12");
  city.records.staff.rows[0].until = Day("2021-01-13");
  CHECK(city.Places("attendance.missing") == Lines{"attendance:0 0101/2021-01-12", "attendance:0 0101/2021-01-13"});
  city.unusable["attendance"] = {"0101/2021-01-12"};
  CHECK(city.Places("attendance.missing") == Lines{"attendance:0 0101/2021-01-13"});
}

TEST_CASE("attendance.missing: a staff id given twice is one person") {
  DutyOffice city;
  city.period = {Day("2021-01-18"), Day("2021-01-18")};
  city.AddStaff("0101", "若葉 太郎");
  CHECK(city.Places("attendance.missing").size() == 1);
}

TEST_CASE("attendance.missing: on a roster exactly the signed days are due") {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const Month month{2019 + static_cast<int>(random() % 4), 1 + static_cast<int>(random() % 12)};
    DutyOffice city;
    city.period = {month.first(), month.last()};
    city.OnRoster(month);
    Lines expected;
    for (Date date = month.first(); date <= month.last(); ++date) {
      const bool sign = random() % 2 == 0;
      const bool row = random() % 2 == 0;
      if (sign) city.Sign(date.Iso());
      if (row) city.Row(date.Iso(), Status::kPresent);
      if (sign && !row) expected.push_back("attendance:0 0101/" + date.Iso());
    }
    REQUIRE(city.Places("attendance.missing") == expected);
  }
}

TEST_CASE("attendance.conflict: at the office on a day of a case") {
  DutyOffice city;
  city.Case("R02-0001", CaseKind::kInfected, "2021-01-12", "2021-01-14");
  city.Row("2021-01-11", Status::kWeekDayOff);
  city.Row("2021-01-14", Status::kPresent);
  city.Row("2021-01-15", Status::kPresent);
  CHECK(
      city.Texts("attendance.conflict") ==
      Lines{"data/attendance.csv:3:3 0101/2021-01-14 error 若葉 太郎（0101）は令和3年1月14日（木）に「出勤」となってい"
            "ますが、この日は自宅待機 感染（R02-0001）の期間（1月12日（火）から1月14日（木）まで）です。 / "
            "出勤していなければ勤怠の区分を、出勤していれば自宅待機の終了日を直してください。"});
}

TEST_CASE("attendance.conflict: at the office on a day of a plan") {
  DutyOffice city;
  city.Plan("2021-01-12", "2021-01-13");
  city.Row("2021-01-12", Status::kTelework);
  city.Row("2021-01-13", Status::kSupport);
  CHECK(
      city.Texts("attendance.conflict") ==
      Lines{"data/attendance.csv:3:3 0101/2021-01-13 error 若葉 太郎（0101）は令和3年1月13日（水）に「応援」となってい"
            "ますが、この日は在宅勤務計画（1月12日（火）～1月13日（水））の日です。 / "
            "在宅勤務をしていれば勤怠の区分を、出勤していれば在宅勤務計画の期間を直してください。"});
}

TEST_CASE("attendance.conflict: a loan alone, leave and trips on planned days are none") {
  DutyOffice city;
  city.Plan("2021-01-12", "2021-01-15");
  Loan& loan = city.Add(city.records.loans);
  loan.staff = "0101";
  loan.from = Day("2021-01-01");
  city.Row("2021-01-08", Status::kPresent);
  city.Row("2021-01-12", Status::kAnnualLeave);
  city.Row("2021-01-13", Status::kTrip);
  city.Row("2021-01-14", Status::kTelework);
  city.Row("2021-01-14", Status::kHourLeave);
  city.Row("2021-01-15", Status::kHalfLeave);
  CHECK(city.Places("attendance.conflict").empty());
}

TEST_CASE("attendance.conflict: work on Saturday or Sunday without a roster, but not on a holiday") {
  DutyOffice city;
  city.Row("2021-01-09", Status::kPresent);
  city.Row("2021-01-10", Status::kWeekDayOff);
  city.Row("2021-01-11", Status::kPresent);
  CHECK(city.Texts("attendance.conflict") ==
        Lines{"data/attendance.csv:2:3 0101/2021-01-09 error 若葉 太郎（0101）は令和3年1月9日（土）に「出勤」となってい"
              "ますが、勤務計画のない職員の週休日です。 / "
              "日付と区分を確かめてください。週休日を振り替えたのなら、勤務計画表に勤務記号を入れてください。"});
}

TEST_CASE("attendance.conflict: on a roster work belongs on signed days") {
  DutyOffice city;
  city.OnRoster({2021, 1});
  city.Sign("2021-01-09");
  city.Row("2021-01-09", Status::kPresent);
  city.Row("2021-01-12", Status::kTelework);
  city.Row("2021-01-13", Status::kWeekDayOff);
  CHECK(
      city.Texts("attendance.conflict") ==
      Lines{"data/attendance.csv:3:3 0101/2021-01-12 error 若葉 太郎（0101）は令和3年1月12日（火）に「在宅勤務」となっ"
            "ていますが、勤務計画表では勤務のない日です。 / "
            "日付と区分を確かめてください。週休日を振り替えたのなら、勤務計画表に勤務記号を入れてください。"});
}

TEST_CASE("attendance.conflict: one finding a day, and only of days in the period") {
  DutyOffice city;
  city.Case("R1", CaseKind::kBcpStandby, "2020-12-01");
  city.Plan("2020-12-01", "2021-03-01");
  city.Row("2020-12-28", Status::kPresent);
  city.Row("2021-01-09", Status::kPresent);
  city.Row("2021-02-01", Status::kPresent);
  CHECK(city.Places("attendance.conflict") == Lines{"attendance:3 0101/2021-01-09"});
}

TEST_CASE("attendance findings in English") {
  DutyOffice city;
  city.period = {Day("2021-01-12"), Day("2021-01-13")};
  city.Case("R1", CaseKind::kBcpStandby, "2021-01-12");
  city.Row("2021-01-12", Status::kPresent);
  SetLang(Lang::kEn);
  const Lines texts = {city.Texts("attendance.conflict")[0], city.Texts("attendance.missing")[0]};
  SetLang(Lang::kJa);
  CHECK(texts ==
        Lines{"data/attendance.csv:2:3 0101/2021-01-12 error 若葉 太郎 (0101) is at the office on 2021-01-12 "
              "(Tue) (「出勤」), but standby case BCP待機 (R1) covers the day (from 01-12 (Tue), its end open). "
              "/ Correct the status of the row or, if the person did come, the end of the case.",
              "data/attendance.csv:0:0 0101/2021-01-13 warning 若葉 太郎 (0101) has no attendance row for the "
              "working day 2021-01-13 (Wed); the day counts as unreported. / "
              "Ask the department what the day was and add a row to attendance."});
}

}  // namespace
TEST_CASE("attendance: with a roster that could not be read, days off are not known") {
  DutyOffice city;
  city.period = {Day("2021-01-08"), Day("2021-01-10")};  // Friday to Sunday
  city.Row("2021-01-09", Status::kPresent);
  CHECK(city.Places("attendance.conflict") == Lines{"attendance:2 0101/2021-01-09"});
  CHECK(city.Places("attendance.missing") == Lines{"attendance:0 0101/2021-01-08"});
  city.unusable["roster_days"] = {"0101/2021-01"};
  CHECK(city.Places("attendance.conflict").empty());
  CHECK(city.Places("attendance.missing").empty());
}

}  // namespace chohyo
