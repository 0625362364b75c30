#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

TEST_CASE("standby.overtime: on days of 自宅待機 and 在宅勤務") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kStandby).overtime = Minutes{1};
  city.Row("2021-01-13", Status::kTelework).overtime = Minutes{90};
  city.Row("2021-01-14", Status::kTelework).overtime = Minutes{0};
  city.Row("2021-01-15", Status::kStandby);
  city.Row("2021-01-18", Status::kPresent).overtime = Minutes{90};
  const Lines texts = city.Texts("standby.overtime");
  REQUIRE(texts.size() == 2);
  CHECK(texts[0] ==
        "data/attendance.csv:2:7 0101/2021-01-12 error "
        "若葉 太郎（0101）の令和3年1月12日（火）は「自宅待機」の日ですが、時間外が 1 分あります。 / "
        "自宅待機・在宅勤務の日に時間外勤務はできません。時間外を消すか、区分を確かめてください。");
  CHECK(city.Places("standby.overtime")[1] == "attendance:3 0101/2021-01-13");
}

TEST_CASE("standby.shift: A, C and D on a standby day") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kStandby, "", Shift::kC);
  city.Row("2021-01-13", Status::kStandby, "", Shift::kB);
  city.Row("2021-01-14", Status::kStandby);
  city.Row("2021-01-15", Status::kPresent, "", Shift::kD);
  CHECK(
      city.Texts("standby.shift") ==
      Lines{
          "data/attendance.csv:2:4 0101/2021-01-12 error "
          "若葉 太郎（0101）の令和3年1月12日（火）は自宅待機の日ですが、時差の勤務記号 C（9:30–18:15）が入っています。 "
          "/ 自宅待機の日に時差勤務はできません。勤務記号を B にするか空にしてください。"});
}

TEST_CASE("standby.shift: 在宅勤務 is a standby day where a case orders it, not where a plan does") {
  DutyOffice city;
  city.Case("R1", CaseKind::kCloseContact, "2021-01-12", "2021-01-12");
  city.Row("2021-01-12", Status::kTelework, "", Shift::kA);
  city.Row("2021-01-13", Status::kTelework, "", Shift::kA);
  CHECK(
      city.Texts("standby.shift") ==
      Lines{"data/attendance.csv:2:4 0101/2021-01-12 error 若葉 太郎（0101）の令和3年1月12日（火）は濃厚接触（R1）によ"
            "る自宅待機の日ですが、時差の勤務記号 A（7:30–16:15）が入っています。 / "
            "自宅待機の日に時差勤務はできません。勤務記号を B にするか空にしてください。"});
}

TEST_CASE("standby.contact: none of the kind that day") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kTelework, "8:30-17:15");
  city.Says("2021-01-12", "8:30", ContactKind::kAnyTime);
  city.Says("2021-01-12", "17:15", ContactKind::kEnd);
  city.Says("2021-01-13", "8:30", ContactKind::kStart);
  CHECK(
      city.Texts("standby.contact-start") ==
      Lines{
          "data/attendance.csv:2:0 0101/2021-01-12 warning "
          "若葉 太郎（0101）は令和3年1月12日（火）が「在宅勤務」ですが、開始の連絡（8:30）がありません。 / "
          "所属長に確かめ、連絡があったのなら連絡記録に種別「開始」で加えてください。なかったのなら本人に伝えてください"
          "。"});
  CHECK(city.Texts("standby.contact-end").empty());
}

TEST_CASE("standby.contact: only days at home are asked for contacts") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kPresent);
  city.Row("2021-01-13", Status::kSpecialLeave);
  city.Row("2021-01-14", Status::kStandby);
  CHECK(city.Places("standby.contact-start") == Lines{"attendance:4 0101/2021-01-14"});
  CHECK(city.Places("standby.contact-end") == Lines{"attendance:4 0101/2021-01-14"});
}

TEST_CASE("standby.contact: within the tolerance to either side of the day's hours") {
  const auto found = [](const char* start, const char* end, Shift shift) {
    DutyOffice city;
    city.Row("2021-01-12", Status::kStandby, "", shift);
    city.Says("2021-01-12", start, ContactKind::kStart);
    city.Says("2021-01-12", end, ContactKind::kEnd);
    return std::pair(city.Texts("standby.contact-start").size(), city.Texts("standby.contact-end").size());
  };
  CHECK(found("8:15", "17:00", Shift::kNone) == std::pair<std::size_t, std::size_t>(0, 0));
  CHECK(found("8:45", "17:30", Shift::kB) == std::pair<std::size_t, std::size_t>(0, 0));
  CHECK(found("8:14", "16:59", Shift::kNone) == std::pair<std::size_t, std::size_t>(1, 1));
  CHECK(found("8:46", "17:31", Shift::kB) == std::pair<std::size_t, std::size_t>(1, 1));
  CHECK(found("10:30", "19:15", Shift::kD) == std::pair<std::size_t, std::size_t>(0, 0));
}

TEST_CASE("standby.contact: the nearest contact is named, and the office's own tolerance") {
  DutyOffice city;
  city.office.policy.contact_tolerance = Minutes{5};
  city.Row("2021-01-12", Status::kStandby);
  city.Says("2021-01-12", "18:00", ContactKind::kEnd);
  city.Says("2021-01-12", "17:21", ContactKind::kEnd);
  CHECK(
      city.Texts("standby.contact-end") ==
      Lines{
          "data/attendance.csv:2:0 0101/2021-01-12 warning 若葉 太郎（0101）は令和3年1月12日（火）が「自宅待機」です"
          "が、終了の連絡が 17:21 で、17:15 の前後 5 分にありません。 / "
          "所属長に確かめ、連絡があったのなら連絡記録に種別「終了」で加えてください。なかったのなら本人に伝えてください"
          "。"});
  city.office.policy.contact_tolerance = Minutes{6};
  CHECK(city.Texts("standby.contact-end").empty());
}

/// How many of both contact rules a telework day breaks whose contacts come at two times.
int Broken(DutyOffice city, const char* start, const char* end) {
  city.Says("2021-01-12", start, ContactKind::kStart);
  city.Says("2021-01-12", end, ContactKind::kEnd);
  return static_cast<int>(city.Places("standby.contact-start").size() + city.Places("standby.contact-end").size());
}

TEST_CASE("standby.contact: half a day of leave moves the end it takes") {
  DutyOffice own_hours;
  own_hours.Row("2021-01-12", Status::kTelework, "8:30-12:30");
  own_hours.Row("2021-01-12", Status::kHalfLeave);
  CHECK(Broken(own_hours, "8:30", "12:30") == 0);
  CHECK(Broken(own_hours, "8:30", "17:15") == 1);

  DutyOffice afternoon;
  afternoon.Row("2021-01-12", Status::kTelework, "8:30-17:15");
  afternoon.Row("2021-01-12", Status::kHalfLeave, "13:00-17:15");
  CHECK(Broken(afternoon, "8:30", "13:00") == 0);
  CHECK(Broken(afternoon, "8:30", "12:00") == 0);
  CHECK(Broken(afternoon, "8:30", "17:15") == 1);

  DutyOffice morning;
  morning.Row("2021-01-12", Status::kHalfLeave, "8:30-12:30");
  morning.Row("2021-01-12", Status::kTelework);
  CHECK(Broken(morning, "12:30", "17:15") == 0);
  CHECK(Broken(morning, "13:00", "17:15") == 0);
  CHECK(Broken(morning, "8:30", "17:15") == 1);

  DutyOffice both;  // the row's own hours begin after the leave
  both.Row("2021-01-12", Status::kTelework, "13:15-17:15");
  both.Row("2021-01-12", Status::kHalfLeave, "8:30-12:00");
  CHECK(Broken(both, "13:30", "17:15") == 0);
  CHECK(Broken(both, "13:31", "17:15") == 1);
}

TEST_CASE("standby.contact: half a day without hours leaves open the end that the note names") {
  DutyOffice row;
  row.Row("2021-01-12", Status::kTelework);
  row.Row("2021-01-12", Status::kHalfLeave).note = "午後";
  CHECK(Broken(row, "8:30", "12:10") == 0);
  CHECK(Broken(row, "10:00", "12:10") == 1);

  DutyOffice note;
  note.Row("2021-01-12", Status::kTelework).note = "午前半日休暇";
  CHECK(Broken(note, "13:00", "17:15") == 0);
  CHECK(Broken(note, "13:00", "15:00") == 1);
}

TEST_CASE("standby.contact: an hour of leave at an end may be told before or after") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kTelework, "8:30-17:15");
  city.Row("2021-01-12", Status::kHourLeave, "15:15-17:15");
  CHECK(Broken(city, "8:30", "17:15") == 0);
  CHECK(Broken(city, "8:30", "15:15") == 0);
  CHECK(Broken(city, "8:30", "14:59") == 1);

  DutyOffice within;
  within.Row("2021-01-12", Status::kTelework, "8:30-17:15");
  within.Row("2021-01-12", Status::kHourLeave, "13:00-15:00");
  CHECK(Broken(within, "8:30", "17:15") == 0);
  CHECK(Broken(within, "8:30", "13:00") == 1);
}

TEST_CASE("standby.next-day-report: on the next working day, over weekend and holiday") {
  DutyOffice city;
  city.Row("2021-01-08", Status::kStandby);
  city.Says("2021-01-09", "9:00", ContactKind::kReport);
  city.Says("2021-01-12", "9:00", ContactKind::kStart);
  CHECK(
      city.Texts("standby.next-day-report") ==
      Lines{"data/attendance.csv:2:0 0101/2021-01-08 warning 若葉 太郎（0101）は令和3年1月8日（金）が自宅待機でしたが、"
            "翌勤務日の1月12日（火）に「報告」も「随時」も連絡がありません。 / "
            "待機の状況を本人から聞き、連絡記録に種別「報告」で加えてください。"});
  DutyOffice any_time = city;
  any_time.Says("2021-01-12", "9:00", ContactKind::kAnyTime);
  CHECK(any_time.Texts("standby.next-day-report").empty());
  city.Says("2021-01-12", "9:00", ContactKind::kReport);
  CHECK(city.Texts("standby.next-day-report").empty());
}

TEST_CASE("standby.next-day-report: the next working day must lie in the period and in office") {
  DutyOffice city;
  city.Row("2020-12-28", Status::kStandby);
  city.Row("2021-01-29", Status::kStandby);
  CHECK(city.Texts("standby.next-day-report").empty());
  city.period.last = Day("2021-02-01");
  CHECK(city.Places("standby.next-day-report") == Lines{"attendance:3 0101/2021-01-29"});
  city.records.staff.rows[0].until = Day("2021-01-31");
  CHECK(city.Texts("standby.next-day-report").empty());
}

TEST_CASE("standby.next-day-report: 在宅勤務 needs none, and on a roster the next sign counts") {
  DutyOffice city;
  city.OnRoster({2021, 1});
  city.Sign("2021-01-08");
  city.Sign("2021-01-16");
  city.Row("2021-01-07", Status::kTelework);
  city.Row("2021-01-08", Status::kStandby);
  city.Says("2021-01-12", "9:00", ContactKind::kReport);
  CHECK(city.Places("standby.next-day-report") == Lines{"attendance:3 0101/2021-01-08"});
  city.Says("2021-01-16", "9:00", ContactKind::kReport);
  CHECK(city.Texts("standby.next-day-report").empty());
}

TEST_CASE("standby.unit: shorter than a shift without leave for the rest") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kTelework, "8:30-17:14");
  city.Row("2021-01-13", Status::kStandby, "8:30-17:15");
  city.Row("2021-01-14", Status::kStandby).start = At("9:00");
  city.Row("2021-01-15", Status::kPresent, "8:30-12:00");
  CHECK(
      city.Texts("standby.unit") ==
      Lines{"data/attendance.csv:2:5 0101/2021-01-12 error 若葉 太郎（0101）の令和3年1月12日（火）の「在宅勤務」は "
            "8:30–17:14 で、1 分足りません（一日は 8:45）。残りの時間休暇も半日休暇もありません。 / "
            "自宅待機・在宅勤務は一日を単位とします。残りを時間休暇か半日休暇にするか、開始・終了を直してください。"});
}

TEST_CASE("standby.unit: leave in a row of its own or in the note makes up the day") {
  for (const char* note : {"時間休暇2時間", "午後半休", "半日休暇"}) {
    DutyOffice city;
    city.Row("2021-01-12", Status::kTelework, "8:30-12:30").note = note;
    CHECK(city.Texts("standby.unit").empty());
  }
  for (const Status leave : {Status::kHourLeave, Status::kHalfLeave}) {
    DutyOffice city;
    city.Row("2021-01-12", Status::kTelework, "8:30-12:30");
    city.Row("2021-01-12", leave);
    CHECK(city.Texts("standby.unit").empty());
  }
  DutyOffice other;
  other.Row("2021-01-12", Status::kTelework, "8:30-12:30").note = "午後は私用";
  other.Row("2021-01-13", Status::kHourLeave);
  CHECK(other.Places("standby.unit") == Lines{"attendance:2 0101/2021-01-12"});
}

/// Whether the treatment of a Tuesday of a case draws a finding.
bool Warns(CaseKind kind, Status status, YesNo restraint = YesNo::kNone) {
  DutyOffice city;
  city.Case("R1", kind, "2021-01-12").restraint = restraint;
  city.Row("2021-01-12", status);
  return !city.Texts("standby.treatment").empty();
}

TEST_CASE("standby.treatment: each kind of case asks for its own leave") {
  for (const CaseKind kind : {CaseKind::kInfected, CaseKind::kSuspected, CaseKind::kSchoolClosure}) {
    CHECK_FALSE(Warns(kind, Status::kSpecialLeave));
    for (const Status other : {Status::kTelework, Status::kStandby, Status::kSickLeave, Status::kPresent}) {
      CHECK(Warns(kind, other));
    }
  }
  for (const CaseKind kind : {CaseKind::kCloseContact, CaseKind::kFamilyInfected}) {
    CHECK_FALSE(Warns(kind, Status::kTelework));
    CHECK_FALSE(Warns(kind, Status::kTelework, YesNo::kYes));
    CHECK_FALSE(Warns(kind, Status::kSpecialLeave, YesNo::kYes));
    CHECK(Warns(kind, Status::kSpecialLeave, YesNo::kNo));
    CHECK(Warns(kind, Status::kSpecialLeave));
    CHECK(Warns(kind, Status::kAnnualLeave, YesNo::kYes));
  }
  for (const Status any : {Status::kStandby, Status::kPresent, Status::kAnnualLeave}) {
    CHECK_FALSE(Warns(CaseKind::kBcpStandby, any));
  }
}

TEST_CASE("standby.treatment says what the case asks for") {
  DutyOffice city;
  city.Case("R02-0003", CaseKind::kFamilyInfected, "2021-01-12", "2021-01-12");
  city.Row("2021-01-12", Status::kSpecialLeave);
  CHECK(city.Texts("standby.treatment") ==
        Lines{"data/attendance.csv:2:3 0101/2021-01-12 warning 若葉 太郎（0101）の令和3年1月12日（火）は自宅待機 "
              "家族感染（R02-"
              "0003）の日で在宅勤務（特別休暇は外出自粛要請がある場合だけ）とするところ、「特別休暇」となってい"
              "ます。 / 勤怠の区分か、自宅待機の区分・期間・外出自粛要請を直してください。"});
}

TEST_CASE("standby.treatment skips days off, of the calendar, of the roster and of the row") {
  DutyOffice city;
  city.Case("R1", CaseKind::kInfected, "2021-01-01");
  city.Row("2021-01-09", Status::kStandby);
  city.Row("2021-01-11", Status::kStandby);
  city.Row("2021-01-12", Status::kWeekDayOff);
  city.Row("2021-01-13", Status::kHoliday);
  CHECK(city.Texts("standby.treatment").empty());
  city.Row("2021-01-14", Status::kStandby);
  CHECK(city.Places("standby.treatment") == Lines{"attendance:6 0101/2021-01-14"});
  city.OnRoster({2021, 1});
  city.Sign("2021-01-09");
  CHECK(city.Places("standby.treatment") == Lines{"attendance:2 0101/2021-01-09"});
}

TEST_CASE("standby.treatment: where cases overlap, one that fits is enough") {
  DutyOffice city;
  city.Case("R1", CaseKind::kCloseContact, "2021-01-12", "2021-01-13");
  city.Case("R2", CaseKind::kInfected, "2021-01-13", "2021-01-14");
  city.Row("2021-01-13", Status::kSpecialLeave);
  CHECK(city.Texts("standby.treatment").empty());
}

TEST_CASE("standby.history-gap: days left out between start and report") {
  DutyOffice city;
  city.Case("R02-0001", CaseKind::kInfected, "2021-01-08", "2021-01-20").reported = Day("2021-01-14");
  city.Tells("R02-0001", "2021-01-09");
  city.Tells("R02-0001", "2021-01-11", "2021-01-12");
  CHECK(
      city.Texts("standby.history-gap") ==
      Lines{
          "data/standby_cases.csv:2:1 R02-0001 warning 自宅待機 感染（R02-0001）、若葉 "
          "太郎（0101）の行動歴（令和3年1月8日（金）～1月14日（木））に、1月8日（金）、1月10日（日）、1月13日（水）～1"
          "月"
          "14日（木）がありません。 / 行動歴（standby_days）を、開始日から報告日まで一日ずつ、抜けも重なりもないように"
          "直してください。"});
  city.Tells("R02-0001", "2021-01-13", "2021-01-14");
  city.Tells("R02-0001", "2021-01-10");
  city.Tells("R02-0001", "2021-01-07", "2021-01-08");
  CHECK(city.Texts("standby.history-gap").empty());
}

TEST_CASE("standby.history-gap: days told twice, each case once") {
  DutyOffice city;
  city.Case("R1", CaseKind::kSuspected, "2021-01-08").reported = Day("2021-01-10");
  city.Tells("R1", "2021-01-08", "2021-01-10");
  city.Tells("R1", "2021-01-10");
  const Lines texts = city.Texts("standby.history-gap");
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find("（令和3年1月8日（金）～1月10日（日））に、1月10日（日）が重なっています。") !=
        std::string::npos);
}

/// Whether the history of a case, told from 4 January to a day, has a gap.
bool HasGap(const char* told_to, const char* to, const char* now) {
  DutyOffice city;
  city.now = Day(now);
  city.Case("R1", CaseKind::kInfected, "2021-01-04", to);
  city.Tells("R1", "2021-01-04", told_to);
  return !city.Texts("standby.history-gap").empty();
}

TEST_CASE("standby.history-gap: without a report the history runs to the end, or as far as now") {
  CHECK_FALSE(HasGap("2021-01-12", "2021-01-12", "2021-01-31"));
  CHECK(HasGap("2021-01-11", "2021-01-12", "2021-01-31"));
  CHECK_FALSE(HasGap("2021-01-20", "", "2021-01-20"));
  CHECK(HasGap("2021-01-19", "", "2021-01-20"));
  CHECK_FALSE(HasGap("2021-01-20", "2021-02-10", "2021-01-20"));
}

TEST_CASE("standby.history-gap: not for BCP待機, cases outside the period and a number given again") {
  DutyOffice city;
  city.Case("R1", CaseKind::kBcpStandby, "2021-01-08", "2021-01-20");
  city.Case("R2", CaseKind::kInfected, "2020-12-01", "2020-12-31");
  city.Case("R3", CaseKind::kInfected, "2021-02-01");
  city.Case("R1", CaseKind::kInfected, "2021-01-08");
  CHECK(city.Places("standby.history-gap").empty());
  city.Case("R4", CaseKind::kInfected, "2020-12-01", "2021-01-01");
  CHECK(city.Places("standby.history-gap") == Lines{"standby_cases:6 R4"});
}

TEST_CASE("standby.history-gap: nothing after a period of one day counts") {
  DutyOffice city;
  city.period = {Day("2021-01-12"), Day("2021-01-12")};
  city.Case("R1", CaseKind::kInfected, "2021-01-11", "2021-01-20").reported = Day("2021-01-14");
  city.Tells("R1", "2021-01-11", "2021-01-12");
  city.Tells("R1", "2021-01-14");
  city.Tells("R1", "2021-01-14");
  CHECK(city.Texts("standby.history-gap").empty());
  city.period = {Day("2021-01-11"), Day("2021-01-12")};
  CHECK(city.Texts("standby.history-gap").size() == 1);
}

TEST_CASE("standby.history-gap: found exactly when a day count says so") {
  std::mt19937 random(3);
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  for (int round = 0; round < 400; ++round) {
    DutyOffice city;
    const Date from = Day("2021-01-05");
    const Date reported = from + below(6);
    city.Case("R1", CaseKind::kInfected, from.Iso()).reported = reported;
    std::map<Date, int> told;
    for (int i = below(5); i > 0; --i) {
      const DateSpan stretch{from + below(8) - 1, from + below(8) - 1};
      if (stretch.last < stretch.first) continue;
      city.Tells("R1", stretch.first.Iso(), stretch.last.Iso());
      for (Date date = stretch.first; date <= stretch.last; ++date) ++told[date];
    }
    bool faulty = false;
    for (Date date = from; date <= reported; ++date) faulty |= told[date] == 0;
    for (const auto& [date, times] : told) faulty |= times > 1;
    REQUIRE(city.Texts("standby.history-gap").size() == (faulty ? 1U : 0U));
  }
}

TEST_CASE("standby findings in English") {
  DutyOffice city;
  city.Case("R1", CaseKind::kInfected, "2021-01-12", "2021-01-13").reported = Day("2021-01-13");
  city.Tells("R1", "2021-01-12");
  city.Tells("R1", "2021-01-12");
  Attendance& row = city.Row("2021-01-12", Status::kStandby, "9:30-17:00", Shift::kC);
  row.overtime = Minutes{30};
  city.Says("2021-01-12", "10:30", ContactKind::kStart);
  SetLang(Lang::kEn);
  Lines messages;
  for (const char* rule :
       {"overtime", "shift", "contact-start", "contact-end", "next-day-report", "unit", "treatment", "history-gap"}) {
    for (const Finding& f : city.Found(std::string("standby.") + rule)) messages.push_back(f.message);
  }
  SetLang(Lang::kJa);
  CHECK(
      messages ==
      Lines{
          "若葉 太郎 (0101) has 自宅待機 on 2021-01-12 (Tue) and yet 30 minutes of overtime.",
          "若葉 太郎 (0101) is on standby on 2021-01-12 (Tue) by case 感染 (R1), but the row has the staggered shift C "
          "(9:30–18:15).",
          "若葉 太郎 (0101) has 自宅待機 on 2021-01-12 (Tue); the contact at the start came at 10:30, not within 15 "
          "minutes of 9:30.",
          "若葉 太郎 (0101) has 自宅待機 on 2021-01-12 (Tue), but the log has no contact at the end (17:00).",
          "若葉 太郎 (0101) was on standby on 2021-01-12 (Tue), but the log of the next working day, 01-13 (Wed), has "
          "neither 報告 nor 随時.",
          "若葉 太郎 (0101) has 自宅待機 on 2021-01-12 (Tue) from 9:30–17:00 only, 75 minutes short of the day's 8:45, "
          "and no leave for the rest.",
          "若葉 太郎 (0101) has 自宅待機 on 2021-01-12 (Tue), a day of standby case 感染 (R1), which asks for "
          "特別休暇.",
          "standby case 感染 (R1) of 若葉 太郎 (0101): the history (2021-01-12 (Tue) to 01-13 (Wed)) leaves out 01-13 "
          "(Wed) and tells 01-12 (Tue) twice."});
}

}  // namespace
}  // namespace chohyo
