#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/roster_office.h"

namespace chohyo {
namespace {

/// A roster whose only sign is that of Wednesday, 13 January.
struct CardOffice : RosterOffice {
  explicit CardOffice(char sign = 'B', RosterMethod method = RosterMethod::kStaggered) : RosterOffice(method) {
    Wide("0101", kJanuary, std::string(12, '-') + sign);
  }
};

constexpr std::string_view kDay = "2021-01-13";

TEST_CASE("roster.timecard: no card for a sign, at the sign") {
  CardOffice city('C');
  CHECK(
      city.Texts("roster.timecard") ==
      Lines{"data/roster_days.csv:2:15 0101/2021-01-13 warning "
            "若葉 太郎（0101）の令和3年1月13日（水）は勤務計画では C（9:30–18:15）ですが、タイムカードがありません。 / "
            "打刻漏れか休みかを本人に確かめ、タイムカードか勤怠・勤務計画を直してください。"});
  city.Card(kDay, "", "");
  CHECK(city.Places("roster.timecard") == Lines{"roster_days:2 0101/2021-01-13"});
}

TEST_CASE("roster.timecard: days spent elsewhere need no card, days at the office do") {
  for (const Status status : {Status::kStandby, Status::kTelework, Status::kTrip, Status::kAnnualLeave,
                              Status::kSpecialLeave, Status::kSickLeave, Status::kAbsent}) {
    CardOffice city;
    city.Row(kDay, status);
    CHECK(city.Places("roster.timecard").empty());
    city.Card(kDay, "10:00", "11:00");
    CHECK(city.Places("roster.timecard").empty());
  }
  for (const Status status : {Status::kPresent, Status::kSupport, Status::kLate, Status::kHalfLeave, Status::kHourLeave,
                              Status::kWeekDayOff, Status::kHoliday}) {
    CardOffice city;
    city.Row(kDay, status);
    CHECK(city.Places("roster.timecard").size() == 1);
  }
}

TEST_CASE("roster.timecard: a card on a day off, at the card") {
  CardOffice city;
  city.Card(kDay, "8:30", "17:15");
  city.Card("2021-01-14", "8:30", "");
  CHECK(city.Texts("roster.timecard") ==
        Lines{"data/timecards.csv:3:0 0101/2021-01-14 warning "
              "若葉 太郎（0101）の令和3年1月14日（木）は勤務計画では勤務のない日ですが、タイムカード（出勤 8:30、退勤 "
              "–）があります。 / 出勤したのなら勤務計画と勤怠を直し、そうでなければタイムカードを確かめてください。"});
}

TEST_CASE("roster.timecard: late in and early out beyond the tolerance, together one finding") {
  const auto found = [](char sign, std::string_view in, std::string_view out) {
    CardOffice city(sign);
    city.Card(kDay, in, out);
    const Findings findings = city.Found("roster.timecard");
    REQUIRE(findings.size() <= 1);
    return findings.empty() ? "" : findings[0].message;
  };
  CHECK(found('B', "8:40", "17:05") == "");
  CHECK(found('B', "6:00", "22:00") == "");
  CHECK(found('B', "8:41", "17:15") ==
        "若葉 太郎（0101）の令和3年1月13日（水）は勤務計画の B（8:30–17:15）に対し、タイムカードは出勤 8:41（11 "
        "分遅い）です（許容 10 分）。");
  CHECK(found('A', "7:41", "16:04") ==
        "若葉 太郎（0101）の令和3年1月13日（水）は勤務計画の A（7:30–16:15）に対し、タイムカードは出勤 7:41（11 "
        "分遅い）、退勤 16:04（11 分早い）です（許容 10 分）。");
  CHECK(found('D', "10:30", "") ==
        "若葉 太郎（0101）の令和3年1月13日（水）は勤務計画の D（10:30–19:15）に対し、タイムカードは退勤の打刻なしです（"
        "許容 10 分）。");
}

TEST_CASE("roster.timecard: the office's tolerance") {
  CardOffice city;
  city.Card(kDay, "8:50", "17:15");
  CHECK(city.Places("roster.timecard") == Lines{"timecards:2 0101/2021-01-13"});
  city.office.policy.timecard_tolerance = Minutes{20};
  CHECK(city.Places("roster.timecard").empty());
}

TEST_CASE("roster.timecard: lateness and leave for a part of the day excuse") {
  const auto found = [](Status first, Status second) {
    CardOffice city;
    city.Card(kDay, "9:30", "15:00");
    city.Row(kDay, first);
    if (second != Status::kNone) city.Row(kDay, second);
    return city.Places("roster.timecard").size();
  };
  CHECK(found(Status::kPresent, Status::kNone) == 1);
  CHECK(found(Status::kLate, Status::kNone) == 0);
  CHECK(found(Status::kHalfLeave, Status::kNone) == 0);
  CHECK(found(Status::kPresent, Status::kHourLeave) == 0);
  CHECK(found(Status::kHourLeave, Status::kPresent) == 0);
  CardOffice noted;
  noted.Card(kDay, "9:30", "17:15");
  noted.Row(kDay, Status::kPresent).note = "時間休暇 1時間";
  CHECK(noted.Places("roster.timecard").empty());
}

TEST_CASE("roster.timecard: only people on a roster, in office, in the period; the first of two cards") {
  CardOffice city;
  city.AddStaff("0102", "山田 花子");
  city.Card(kDay, "8:30", "17:15");
  city.Card(kDay, "9:30", "17:15");
  city.Card(kDay, "9:30", "17:15").staff = "0102";
  city.Card("2021-02-01", "8:30", "17:15");
  CHECK(city.Places("roster.timecard").empty());
  city.records.timecards.rows.clear();
  city.records.staff.rows[0].until = Day("2021-01-12");
  CHECK(city.Places("roster.timecard").empty());
}

TEST_CASE("roster.timecard: what could not be read is no difference") {
  for (const char* table : {"timecards", "attendance", "roster_days"}) {
    CardOffice city;
    city.unusable[table].insert("0101/2021-01-13");
    CHECK(city.Places("roster.timecard").empty());
  }
}

TEST_CASE("roster.timecard: an office without the table has nothing to compare") {
  CardOffice city;
  city.records.timecards.file.clear();
  CHECK(city.Places("roster.timecard").empty());
}

TEST_CASE("roster.overtime: staying on after A, C or D") {
  CardOffice city('A');
  city.Card(kDay, "7:25", "16:26");
  CHECK(
      city.Texts("roster.overtime") ==
      Lines{
          "data/timecards.csv:2:4 0101/2021-01-13 warning "
          "若葉 太郎（0101）の令和3年1月13日（水）は時差出勤の A（7:30–16:15）ですが、退勤が 16:26 で、終了から 11 "
          "分居残っています（許容 10 分）。 / "
          "時差出勤の日の時間外勤務は控えることになっています。事情を確かめ、続くようならシフトを見直してください。"});
  city.records.timecards.rows[0].out = At("16:25");
  CHECK(city.Places("roster.overtime").empty());
  city.records.timecards.rows[0].out = std::nullopt;
  CHECK(city.Places("roster.overtime").empty());
}

TEST_CASE("roster.overtime: each shift has its own end, B and rotations none") {
  const auto found = [](char sign, std::string_view out, RosterMethod method = RosterMethod::kStaggered) {
    CardOffice city(sign, method);
    city.Card(kDay, "7:00", out);
    return city.Places("roster.overtime").size();
  };
  CHECK(found('C', "18:25") == 0);
  CHECK(found('C', "18:26") == 1);
  CHECK(found('D', "19:25") == 0);
  CHECK(found('D', "19:26") == 1);
  CHECK(found('B', "23:00") == 0);
  CHECK(found('C', "23:00", RosterMethod::kRotation) == 0);
}

TEST_CASE("time card messages in English") {
  CardOffice city('A');
  city.Card(kDay, "7:50", "18:00");
  city.Card("2021-01-14", "8:30", "17:15");
  Lines messages;
  SetLang(Lang::kEn);
  for (const char* rule : {"roster.timecard", "roster.overtime"}) {
    for (const Finding& finding : city.Found(rule)) messages.push_back(finding.message);
  }
  city.records.timecards.rows.clear();
  messages.push_back(city.Found("roster.timecard").front().message);
  SetLang(Lang::kJa);
  CHECK(
      messages ==
      Lines{"若葉 太郎 (0101) is planned for A (7:30–16:15) on 2021-01-13 (Wed), but the time card has in at 7:50, 20 "
            "minutes late (tolerance 10 minutes).",
            "若葉 太郎 (0101) has no sign on 2021-01-14 (Thu), but there is a time card (in 8:30, out 17:15).",
            "若葉 太郎 (0101) has the staggered shift A (7:30–16:15) on 2021-01-13 (Wed), but went at 18:00, 105 "
            "minutes after its end (tolerance 10 minutes).",
            "若葉 太郎 (0101) is planned for A (7:30–16:15) on 2021-01-13 (Wed), but there is no time card."});
}

}  // namespace
}  // namespace chohyo
