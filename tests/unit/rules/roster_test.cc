#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/roster_office.h"

namespace chohyo {
namespace {

TEST_CASE("roster.method: a rotation knows only B") {
  RosterOffice city;
  city.Wide("0101", kJanuary, "---BBCBB");
  CHECK(
      city.Texts("roster.method") ==
      Lines{"data/roster_days.csv:2:8 0101/2021-01-06 error "
            "若葉 太郎（0101）の令和3年1月6日（水）の勤務記号が「C」ですが、総務課（0100）はローテーション勤務で、使え"
            "るのは B だけです。 / 勤務記号を B に直すか、所属の実施方法を時差出勤に改めてください（併用はできません）"
            "。"});
  city.records.rosters.rows[0].method = RosterMethod::kStaggered;
  CHECK(city.Places("roster.method").empty());
}

TEST_CASE("roster.method: the nearest department with a roster of that month decides, its first row") {
  RosterOffice city;
  city.AddDepartment("0110", "庶務係", "0100");
  city.records.staff.rows[0].department = "0110";
  city.Wide("0101", kJanuary, "---A");
  CHECK(city.Places("roster.method") == Lines{"roster_days:2 0101/2021-01-04"});
  city.AddRoster(kJanuary, RosterMethod::kStaggered).department = "0110";
  city.AddRoster(kJanuary, RosterMethod::kRotation).department = "0110";
  CHECK(city.Places("roster.method").empty());
}

TEST_CASE("roster.method: signs outside of period and office do not count, nor do second rows") {
  RosterOffice city;
  city.Wide("0101", kJanuary, "---AAB");
  city.Wide("0101", kJanuary, "---BBD");
  city.period = {Day("2021-01-05"), Day("2021-01-31")};
  city.records.staff.rows[0].from = Day("2021-01-05");
  CHECK(city.Places("roster.method") == Lines{"roster_days:2 0101/2021-01-05"});
}

TEST_CASE("roster.holiday: signs on national holidays, not at year end or on closures") {
  RosterOffice city;
  city.calendar = WorkCalendar({}, {{Day("2021-01-15"), "開庁記念日"}});
  city.Wide("0101", kJanuary, "BBBB------B---B");
  CHECK(city.Texts("roster.holiday") ==
        Lines{"data/roster_days.csv:2:3 0101/2021-01-01 error "
              "若葉 太郎（0101）の令和3年1月1日（金）に勤務記号「B」がありますが、この日は祝日（元日）です。 / "
              "ローテーション勤務では祝日を勤務日にできません。勤務記号を消してください。",
              "data/roster_days.csv:2:13 0101/2021-01-11 error "
              "若葉 太郎（0101）の令和3年1月11日（月）に勤務記号「B」がありますが、この日は祝日（成人の日）です。 / "
              "ローテーション勤務では祝日を勤務日にできません。勤務記号を消してください。"});
  city.records.rosters.rows[0].method = RosterMethod::kStaggered;
  CHECK(city.Places("roster.holiday").empty());
}

TEST_CASE("roster.holiday: Golden Week and the holidays moved in 2021") {
  RosterOffice city;
  city.period = {Day("2021-04-01"), Day("2021-07-31")};
  for (const int month : {4, 5, 7}) {
    city.AddRoster({2021, month}, RosterMethod::kRotation);
    city.Wide("0101", {2021, month}, std::string(static_cast<std::size_t>(Month{2021, month}.days()), 'B'));
  }
  CHECK(city.Places("roster.holiday") == Lines{"roster_days:2 0101/2021-04-29", "roster_days:3 0101/2021-05-03",
                                               "roster_days:3 0101/2021-05-04", "roster_days:3 0101/2021-05-05",
                                               "roster_days:4 0101/2021-07-22", "roster_days:4 0101/2021-07-23"});
}

TEST_CASE("roster.unapproved: approved before the first of the month, or not") {
  RosterOffice city;
  const auto found = [&](std::string_view approved) {
    city.records.rosters.rows[0].approved = DayOrNone(approved);
    return city.Texts("roster.unapproved");
  };
  const std::string hint = " / 所属長の決裁を受け、決裁日を記入してください。計画は実施の前に決裁を受けます。";
  CHECK(found("2020-12-31").empty());
  CHECK(found("2021-01-01") ==
        Lines{"data/rosters.csv:2:4 0100 warning "
              "総務課（0100）の令和3年1月の勤務計画は決裁日が令和3年1月1日（金）で、月の初日（1月1日（金））より前では"
              "ありません。" +
              hint});
  CHECK(found("") ==
        Lines{"data/rosters.csv:2:4 0100 warning 総務課（0100）の令和3年1月の勤務計画は決裁日がありません。" + hint});
}

TEST_CASE("roster.unapproved: rosters of the period's months, the first of each") {
  RosterOffice city;
  city.AddRoster(kJanuary, RosterMethod::kRotation, "");
  city.AddRoster({2021, 2}, RosterMethod::kRotation, "");
  city.AddRoster({2020, 12}, RosterMethod::kRotation, "");
  CHECK(city.Places("roster.unapproved").empty());
  city.period = {Day("2021-01-31"), Day("2021-02-01")};
  CHECK(city.Places("roster.unapproved") == Lines{"rosters:4 0100"});
}

/// 総務課 in staggered shifts, a letter a person for the 12th of January.
struct StaggeredOffice : RosterOffice {
  explicit StaggeredOffice(std::string_view shifts) : RosterOffice(RosterMethod::kStaggered) {
    for (std::size_t i = 0; i < shifts.size(); ++i) {
      const std::string id = fmt::format("02{:02}", i);
      AddStaff(id, "職員");
      Wide(id, kJanuary, std::string(11, '-') + shifts[i]);
    }
  }
};

TEST_CASE("roster.overlap: more than the share on one shift") {
  StaggeredOffice city("AAABC");
  CHECK(city.Texts("roster.overlap") ==
        Lines{"data/rosters.csv:2:0 0100 info "
              "総務課（0100）の時差出勤は令和3年1月12日（火）が最も重なり、5 人のうち 3 人（60%）が A です（目安は 50% "
              "まで）。 / できる範囲で分けてください。均等にすると A 2 人、B 1 人、C 1 人、D 1 人 です。"});
  city.office.policy.overlap_share = 0.6;
  CHECK(city.Places("roster.overlap").empty());
}

TEST_CASE("roster.overlap: half is not more than half, and someone alone meets nobody") {
  CHECK(StaggeredOffice("AABC").Places("roster.overlap").empty());
  CHECK(StaggeredOffice("AB").Places("roster.overlap").empty());
  CHECK(StaggeredOffice("A").Places("roster.overlap").empty());
  CHECK(StaggeredOffice("AA").Places("roster.overlap") == Lines{"rosters:2 0100"});
  StaggeredOffice rotation("AAAA");
  rotation.records.rosters.rows[0].method = RosterMethod::kRotation;
  CHECK(rotation.Places("roster.overlap").empty());
}

TEST_CASE("roster.overlap: the worst day is named, the earlier of two") {
  StaggeredOffice city("AAABC");
  city.AddStaff("0301", "職員");
  city.AddStaff("0302", "職員");
  city.Wide("0301", kJanuary, "------------BB");
  city.Wide("0302", kJanuary, "------------BB");
  const Findings found = city.Found("roster.overlap");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "総務課（0100）の時差出勤は令和3年1月13日（水）が最も重なり、2 人のうち 2 人（100%）が B です（目安は 50% "
        "まで）。");
}

TEST_CASE("roster.hours: more than 7:45 at the office without overtime") {
  RosterOffice city;
  city.Row("2021-01-12", Status::kPresent, "8:30-17:16");
  city.Row("2021-01-13", Status::kPresent, "8:30-17:15");
  city.Row("2021-01-14", Status::kPresent, "8:30-19:15").overtime = Minutes{120};
  city.Row("2021-01-15", Status::kPresent, "8:30-19:15").overtime = Minutes{0};
  city.Row("2021-01-18", Status::kTrip, "8:30-19:15");
  city.Row("2021-01-19", Status::kPresent);
  const Lines texts = city.Texts("roster.hours");
  REQUIRE(texts.size() == 2);
  CHECK(texts[0] ==
        "data/attendance.csv:2:6 0101/2021-01-12 error "
        "若葉 太郎（0101）の令和3年1月12日（火）の勤務は 8:30–17:16（休憩 60 分を除いて 7:46）で、7:45 を 0:01 "
        "超えていますが、時間外がありません。 / 時間外勤務なら時間外の欄に入れ、そうでなければ開始・終了を直してくださ"
        "い。");
  CHECK(city.Places("roster.hours")[1] == "attendance:5 0101/2021-01-15");
}

TEST_CASE("roster messages in English") {
  RosterOffice city;
  city.records.rosters.rows[0].approved = std::nullopt;
  city.Wide("0101", kJanuary, "---BBBBBB-B--C");
  city.Row("2021-01-12", Status::kPresent, "8:30-18:15");
  Lines messages;
  SetLang(Lang::kEn);
  for (const char* rule : {"roster.method", "roster.holiday", "roster.week", "roster.hours", "roster.unapproved"}) {
    for (const Finding& finding : city.Found(rule)) messages.push_back(finding.message);
  }
  SetLang(Lang::kJa);
  CHECK(
      messages ==
      Lines{"若葉 太郎 (0101) has the sign C on 2021-01-14 (Thu), but 総務課 (0100) works by rotation, where only B is "
            "allowed.",
            "若葉 太郎 (0101) has the sign B on 2021-01-11 (Mon), a national holiday (成人の日).",
            "若葉 太郎 (0101) has 5 days off in the week from 2021-01-11 (Mon) (01-12 (Tue), 01-13 (Wed), 01-15 "
            "(Fri), 01-16 (Sat), 01-17 (Sun)), more than 2.",
            "若葉 太郎 (0101) has 7 days off in the week from 2021-01-18 (Mon) (01-18 (Mon), 01-19 (Tue), 01-20 "
            "(Wed), 01-21 (Thu), 01-22 (Fri), 01-23 (Sat), 01-24 (Sun)), more than 2.",
            "若葉 太郎 (0101) has 7 days off in the week from 2021-01-25 (Mon) (01-25 (Mon), 01-26 (Tue), 01-27 "
            "(Wed), 01-28 (Thu), 01-29 (Fri), 01-30 (Sat), 01-31 (Sun)), more than 2.",
            "若葉 太郎 (0101) has 1 days off in the week from 2021-01-04 (Mon) (01-10 (Sun)), fewer than 2 (6 days "
            "of work).",
            "若葉 太郎 (0101) worked 8:30–18:15 on 2021-01-12 (Tue) (8:45 without the break of 60 minutes), 1:00 more "
            "than 7:45, but there is no overtime (時間外).",
            "若葉 太郎 (0101) is planned for 46:30 (6 days) in the week from 2021-01-04 (Mon), 7:45 more than 38:45 "
            "(01-09 (Sat) is the first day too many).",
            "the roster of 総務課 (0100) for 2021-01 has no date of approval."});
}

}  // namespace
}  // namespace chohyo
