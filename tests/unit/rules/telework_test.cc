#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

TEST_CASE("telework.not-registered: a day of 在宅勤務 before, between or after registrations") {
  DutyOffice city;
  city.Registers("2021-01-06", "2021-01-13", "2021-01-15");
  city.Row("2021-01-12", Status::kTelework);
  city.Row("2021-01-13", Status::kTelework);
  city.Row("2021-01-14", Status::kTelework);
  city.Row("2021-01-15", Status::kTelework);
  city.Row("2021-01-18", Status::kPresent);
  CHECK(
      city.Texts("telework.not-registered") ==
      Lines{
          "data/attendance.csv:2:3 0101/2021-01-12 error 若葉 太郎（0101）は令和3年1月12日（火）が在宅勤務ですが、この"
          "日に有効な在宅勤務登録がありません（1月6日（水）申請の登録の承認は令和3年1月13日（水）です）。 / "
          "在宅勤務登録の承認日・取消日を確かめてください。登録がなければ、区分を直すか、登録申請を求めてください。",
          "data/attendance.csv:5:3 0101/2021-01-15 error 若葉 太郎（0101）は令和3年1月15日（金）が在宅勤務ですが、この"
          "日に有効な在宅勤務登録がありません（1月6日（水）申請の登録は令和3年1月15日（金）に取り消されています）。 / "
          "在宅勤務登録の承認日・取消日を確かめてください。登録がなければ、区分を直すか、登録申請を求めてください。"});
}

TEST_CASE("telework.not-registered: the message says what there is instead") {
  const auto why = [](auto fill) {
    DutyOffice city;
    city.Row("2021-01-12", Status::kTelework);
    fill(&city);
    const std::string message = city.Found("telework.not-registered").at(0).message;
    return message.substr(message.find("登録がありません"));
  };
  CHECK(why([](DutyOffice*) {}) == "登録がありません（登録申請がありません）。");
  CHECK(why([](DutyOffice* city) { city->Registers("2021-01-06", ""); }) ==
        "登録がありません（1月6日（水）申請の登録に承認日がありません）。");
}

TEST_CASE("days that a standby case covers concern none of the telework rules") {
  DutyOffice city;
  city.period = {Day("2021-01-18"), Day("2021-01-22")};
  city.office.policy.telework_days_per_week = 0;
  for (const char* day : {"2021-01-18", "2021-01-19"}) {
    city.Row(day, Status::kTelework);
    city.Says(day, "10:00", ContactKind::kEnd);
    city.Says(day, "11:00", ContactKind::kStart);
  }
  city.Plan("2021-01-19", "", "");
  const auto broken = [&] {
    std::set<std::string> rules;
    for (const char* rule : {"telework.not-registered", "telework.days-per-week", "telework.plan-late",
                             "telework.plan-missing", "telework.no-result", "telework.gap"}) {
      if (!city.Found(rule).empty()) rules.insert(rule);
    }
    return rules;
  };
  CHECK(broken().size() == 6);
  city.Case("R1", CaseKind::kCloseContact, "2021-01-12", "2021-01-19");
  CHECK(broken().empty());
}

TEST_CASE("telework.not-eligible: appointments that the policy names") {
  DutyOffice city;
  city.Registers("2020-12-01", "2020-12-08");
  for (const Appointment may :
       {Appointment::kNone, Appointment::kRegular, Appointment::kReappointed, Appointment::kFixedTerm}) {
    city.records.staff.rows[0].appointment = may;
    CHECK(city.Texts("telework.not-eligible").empty());
  }
  for (const Appointment may_not :
       {Appointment::kConditional, Appointment::kTemporary, Appointment::kPartTime, Appointment::kFiscalYear}) {
    city.records.staff.rows[0].appointment = may_not;
    CHECK(city.Places("telework.not-eligible") == Lines{"registrations:2 0101/2020-12-01"});
  }
  CHECK(city.Texts("telework.not-eligible") ==
        Lines{"data/registrations.csv:2:1 0101/2020-12-01 error 若葉 "
              "太郎（0101）の在宅勤務登録（令和2年12月1日（火）申請）がありますが、任用区分が「会計年度任用」の職員は在"
              "宅勤務"
              "の対象外です。 / 登録に取消日を入れるか、職員の任用区分を確かめてください。"});
  city.office.policy.ineligible = {"正規"};
  CHECK(city.Texts("telework.not-eligible").empty());
}

TEST_CASE("telework.reason: 所属長認定 without 事由詳細") {
  DutyOffice city;
  city.Registers("2020-12-01", "2020-12-08");
  city.Registers("2021-01-12", "").reason = RegistrationReason::kHeadApproved;
  Registration& told = city.Registers("2021-01-13", "");
  told.reason = RegistrationReason::kHeadApproved;
  told.detail = "出勤者の削減のため";
  CHECK(city.Texts("telework.reason") ==
        Lines{"data/registrations.csv:3:4 0101/2021-01-12 error 若葉 "
              "太郎（0101）の在宅勤務登録（令和3年1月12日（火）申請）は所属長認定ですが、事由詳細が空です。 / "
              "所属長が認めた事由を事由詳細に書いてください。"});
}

/// Whether a registration is checked in January 2021.
bool IsChecked(const char* applied, const char* approved, const char* revoked = "") {
  DutyOffice city;
  city.Registers(applied, approved, revoked).reason = RegistrationReason::kHeadApproved;
  return !city.Texts("telework.reason").empty();
}

TEST_CASE("registrations are checked where in force or applied for in the period") {
  CHECK(IsChecked("2020-12-01", "2020-12-08"));
  CHECK(IsChecked("2020-12-01", "2021-01-31"));
  CHECK(IsChecked("2021-01-31", ""));
  CHECK(IsChecked("2020-12-01", "2020-12-08", "2021-01-02"));
  CHECK_FALSE(IsChecked("2020-12-01", "2020-12-08", "2021-01-01"));
  CHECK_FALSE(IsChecked("2020-12-31", ""));
  CHECK_FALSE(IsChecked("2020-12-31", "2021-02-01"));
  CHECK_FALSE(IsChecked("2021-02-01", "2021-02-02"));
}

TEST_CASE("a registration superseded before the period is not checked") {
  DutyOffice city;
  city.Registers("2020-10-01", "2020-10-08").reason = RegistrationReason::kHeadApproved;
  city.Registers("2020-12-01", "2021-01-01");
  CHECK(city.Texts("telework.reason").empty());
  city.records.registrations.rows[1].approved = Day("2021-01-02");
  CHECK(city.Places("telework.reason") == Lines{"registrations:2 0101/2020-10-01"});
}

TEST_CASE("registrations are checked exactly if they are in force on a day of the period or applied for in it") {
  std::mt19937 random(9);
  const auto day = [&] { return Day("2020-11-15") + static_cast<int>(random() % 110); };
  for (int round = 0; round < 300; ++round) {
    DutyOffice city;
    for (unsigned i = random() % 4; i > 0; --i) {
      Registration& row = city.Registers(day().Iso(), "");
      row.reason = RegistrationReason::kHeadApproved;
      if (random() % 4 != 0) row.approved = row.applied + static_cast<int>(random() % 20);
      if (random() % 3 == 0) row.revoked = day();
    }
    const DutyBook book = city.Book();
    std::set<std::uint32_t> expected;
    for (Date date = city.period.first; date <= city.period.last; ++date) {
      if (const Registration* row = book.RegistrationOn(0, date)) expected.insert(row->line);
    }
    for (const Registration& row : city.records.registrations.rows) {
      if (city.period.Holds(row.applied)) expected.insert(row.line);
    }
    std::set<std::uint32_t> checked;
    for (const Finding& finding : city.Found("telework.reason")) checked.insert(finding.line);
    REQUIRE(checked == expected);
  }
}

TEST_CASE("telework.days-per-week: at the first day too many, by the week's Monday") {
  DutyOffice city;
  for (const char* day : {"2021-01-18", "2021-01-19", "2021-01-20", "2021-01-21"}) city.Row(day, Status::kTelework);
  city.Row("2021-01-22", Status::kStandby);
  CHECK(city.Texts("telework.days-per-week").empty());
  city.records.attendance.rows.back().status = Status::kTelework;
  CHECK(
      city.Texts("telework.days-per-week") ==
      Lines{
          "data/attendance.csv:6:3 0101/2021-01-18 error 若葉 太郎（0101）は令和3年1月18日（月）からの週の在宅勤務が 5 "
          "日で、週 4 日までを超えています（1月22日（金）が最初の超過日）。 / "
          "出勤日に改めるか、やむを得ない事情があれば特例承認（waivers）に加えてください。"});
  city.Row("2021-01-23", Status::kTelework);
  CHECK(city.Places("telework.days-per-week") == Lines{"attendance:6 0101/2021-01-18"});
  city.office.policy.telework_days_per_week = 5;
  CHECK(city.Places("telework.days-per-week") == Lines{"attendance:7 0101/2021-01-18"});
  city.office.policy.telework_days_per_week = 6;
  CHECK(city.Texts("telework.days-per-week").empty());
}

TEST_CASE("telework.days-per-week: nothing after a period of one day counts") {
  DutyOffice city;
  for (int day = 18; day <= 22; ++day) city.Row((Day("2021-01-01") + (day - 1)).Iso(), Status::kTelework);
  city.period = {Day("2021-01-21"), Day("2021-01-21")};
  CHECK(city.Texts("telework.days-per-week").empty());
  city.period = {Day("2021-01-22"), Day("2021-01-22")};
  CHECK(city.Places("telework.days-per-week") == Lines{"attendance:6 0101/2021-01-18"});
}

TEST_CASE("telework.days-per-week: weeks over the ends of months and years are whole weeks") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const Month month{2019 + static_cast<int>(random() % 5), 1 + static_cast<int>(random() % 12)};
    DutyOffice city;
    city.period = {month.first(), month.last()};
    city.office.policy.telework_days_per_week = 3 + static_cast<int>(random() % 3);
    std::map<Date, std::vector<const Attendance*>> weeks;
    const int days = month.days() + 14;
    city.records.attendance.rows.reserve(static_cast<std::size_t>(days));
    for (Date date = month.first() - 7; date < month.first() - 7 + days; ++date) {
      const bool home = random() % 4 != 0;
      const Attendance& row = city.Row(date.Iso(), home ? Status::kTelework : Status::kPresent);
      if (home) weeks[date.MondayOfWeek()].push_back(&row);
    }
    Lines expected;
    for (const auto& [monday, rows] : weeks) {
      const auto limit = static_cast<std::size_t>(city.office.policy.telework_days_per_week);
      if (rows.size() <= limit || !city.period.Holds(rows[limit]->date)) continue;
      expected.push_back(fmt::format("attendance:{} 0101/{}", rows[limit]->line, monday.Iso()));
    }
    REQUIRE(city.Places("telework.days-per-week") == expected);
  }
}

TEST_CASE("telework.days-per-week: by half days a morning counts half, by hours what the row says") {
  DutyOffice city;
  city.office.policy.telework_days_per_week = 2;
  for (int day = 18; day <= 22; ++day) {
    Attendance& row = city.Row((Day("2021-01-01") + (day - 1)).Iso(), Status::kTelework);
    row.start = TimeOfDay{8 * 60 + 30};
    row.end = TimeOfDay{12 * 60};
  }
  CHECK(city.Places("telework.days-per-week") == Lines{"attendance:4 0101/2021-01-18"});
  city.office.policy.telework_unit = TeleworkUnit::kHalfDay;
  CHECK(
      city.Texts("telework.days-per-week") ==
      Lines{"data/attendance.csv:6:3 0101/2021-01-18 error 若葉 太郎（0101）は令和3年1月18日（月）からの週の在宅勤務が "
            "2.5 日で、週 2 日までを超えています（1月22日（金）が最初の超過日）。 / "
            "出勤日に改めるか、やむを得ない事情があれば特例承認（waivers）に加えてください。"});
  city.office.policy.telework_unit = TeleworkUnit::kHour;  // 5 × 3:30 = 17:30, more than 2 × 7:45
  CHECK(city.Places("telework.days-per-week") == Lines{"attendance:6 0101/2021-01-18"});
  city.records.attendance.rows[4].end = TimeOfDay{9 * 60 + 30};  // 15:00
  CHECK(city.Texts("telework.days-per-week").empty());
}

TEST_CASE("telework.days-per-week: a week with telework needs its days at the office") {
  DutyOffice city;
  city.office.policy.office_days_per_week = 3;
  city.Row("2021-01-18", Status::kTelework);
  city.Row("2021-01-19", Status::kTelework);
  city.Row("2021-01-20", Status::kPresent);
  city.Row("2021-01-21", Status::kHourLeave);
  city.Row("2021-01-22", Status::kLate);
  CHECK(city.Texts("telework.days-per-week").empty());
  city.records.attendance.rows[3].status = Status::kAnnualLeave;
  CHECK(city.Texts("telework.days-per-week") ==
        Lines{"data/attendance.csv:3:3 0101/2021-01-18 error 若葉 太郎（0101）は令和3年1月18日（月）からの週の出勤が 2 "
              "日で、在宅勤務をする週に要る 3 日に足りません（在宅勤務は 2 日）。 / "
              "出勤日に改めるか、やむを得ない事情があれば特例承認（waivers）に加えてください。"});
  city.records.attendance.rows[3].status = Status::kHoliday;  // a shorter week needs as many fewer
  CHECK(city.Texts("telework.days-per-week").empty());
}

TEST_CASE(
    "telework.days-per-week: days without a row are taken to be at the office, weeks without telework ask nothing") {
  DutyOffice city;
  city.office.policy.office_days_per_week = 5;
  city.Row("2021-01-18", Status::kAnnualLeave);
  CHECK(city.Texts("telework.days-per-week").empty());
  city.Row("2021-01-12", Status::kTelework);  // 11 January is a holiday: four working days, four needed
  CHECK(city.Places("telework.days-per-week") == Lines{"attendance:3 0101/2021-01-11"});
  city.office.policy.office_days_per_week = 4;
  CHECK(city.Texts("telework.days-per-week").empty());
}

TEST_CASE("telework.plan-late: not approved, or only on the first day") {
  DutyOffice city;
  city.Plan("2021-01-12", "2021-01-14", "2021-01-11");
  city.Plan("2021-01-18", "2021-01-19", "2021-01-18");
  city.Plan("2021-01-25", "", "");
  CHECK(city.Texts("telework.plan-late") ==
        Lines{"data/telework_plans.csv:3:5 0101/2021-01-18 warning 若葉 "
              "太郎（0101）の在宅勤務計画（令和3年1月18日（月）から）の承認日は令和3年1月18日（月）で、開始日より前では"
              "ありま"
              "せん。 / 計画は前日までに承認を受けます。承認日を確かめてください。",
              "data/telework_plans.csv:4:5 0101/2021-01-25 warning 若葉 "
              "太郎（0101）の在宅勤務計画（令和3年1月25日（月）から）の承認日が空です。 / "
              "計画は前日までに承認を受けます。承認日を確かめてください。"});
}

TEST_CASE("telework.plan-late: plans with a day in the period") {
  DutyOffice city;
  city.Plan("2020-12-28", "2020-12-31", "");
  city.Plan("2020-12-28", "2021-01-01", "");
  city.Plan("2021-01-31", "2021-02-01", "");
  city.Plan("2021-02-01", "", "");
  CHECK(city.Places("telework.plan-late") ==
        Lines{"telework_plans:3 0101/2020-12-28", "telework_plans:4 0101/2021-01-31"});
}

TEST_CASE("telework.plan-missing: a day of 在宅勤務 that no plan covers") {
  DutyOffice city;
  city.Plan("2021-01-12");
  city.Row("2021-01-12", Status::kTelework);
  city.Row("2021-01-13", Status::kTelework);
  city.Row("2021-01-14", Status::kStandby);
  CHECK(city.Texts("telework.plan-missing") ==
        Lines{"data/attendance.csv:3:3 0101/2021-01-13 error 若葉 "
              "太郎（0101）は令和3年1月13日（水）が在宅勤務ですが、この日を含む在宅勤務計画がありません。 / "
              "在宅勤務計画の期間を確かめ、計画書が出ていれば加え、出ていなければ本人に求めてください。"});
}

TEST_CASE("telework.no-result: at the first empty slot, else at the plan") {
  DutyOffice city;
  city.Plan("2021-01-12", "2021-01-14");
  city.Slot("2021-01-12", "8:30", "済み");
  city.Slot("2021-01-13", "8:30", "済み");
  city.Slot("2021-01-13", "15:00", "");
  city.Slot("2021-01-13", "13:00", "");
  CHECK(
      city.Texts("telework.no-result") ==
      Lines{"data/telework_plans.csv:2:2 0101/2021-01-14 warning 若葉 "
            "太郎（0101）の令和3年1月14日（木）は在宅勤務計画の日ですが、在宅勤務計画明細に一行もありません。 / "
            "在宅勤務計画書（報告書）を本人から受け、実施結果を入れてください。",
            "data/telework_tasks.csv:5:5 0101/2021-01-13 warning 若葉 太郎（0101）の令和3年1月13日（水）の在宅勤務で、"
            "13:00 からの実施結果が空です（この日の空欄 2 か所）。 / "
            "在宅勤務計画書（報告書）を本人から受け、実施結果を入れてください。"});
}

TEST_CASE("telework.no-result: up to now, in the period, and once a day however many plans cover it") {
  DutyOffice city;
  city.Plan("2020-12-28", "2021-01-31");
  city.Plan("2021-01-04", "2021-01-08");
  city.now = Day("2021-01-06");
  CHECK(city.Places("telework.no-result") == Lines{"telework_plans:2 0101/2021-01-04",
                                                   "telework_plans:2 0101/2021-01-05",
                                                   "telework_plans:2 0101/2021-01-06"});
  city.now = Day("2021-01-03");
  CHECK(city.Texts("telework.no-result").empty());
}

TEST_CASE("telework.no-result: plans run over days off, leave and days out of office") {
  DutyOffice city;
  city.records.staff.rows[0].until = Day("2021-01-12");
  city.Plan("2021-01-07", "2021-01-13");  // 9–11 January are off
  city.Row("2021-01-07", Status::kAnnualLeave);
  city.Slot("2021-01-07", "8:30", "");
  city.Row("2021-01-08", Status::kTelework);
  city.Slot("2021-01-08", "8:30", "済み");
  city.Row("2021-01-12", Status::kPresent);
  city.Slot("2021-01-10", "8:30", "");
  CHECK(city.Places("telework.no-result") ==
        Lines{"telework_plans:2 0101/2021-01-12", "telework_tasks:4 0101/2021-01-10"});
}

TEST_CASE("telework.gap: 開始 after 終了 without leave by the hour") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kTelework);
  city.Says("2021-01-12", "17:15", ContactKind::kEnd);
  city.Says("2021-01-12", "8:30", ContactKind::kStart);
  city.Says("2021-01-12", "13:00", ContactKind::kStart);
  CHECK(city.Texts("telework.gap").empty());
  city.Says("2021-01-12", "10:00", ContactKind::kEnd);
  CHECK(city.Texts("telework.gap") ==
        Lines{"data/contacts.csv:4:2 0101/2021-01-12 warning "
              "若葉 太郎（0101）は令和3年1月12日（火）の在宅勤務で 10:00 から 13:00 "
              "まで中抜けしていますが、時間休暇がありませ"
              "ん。 / 中抜けの時間について時間休暇の申請を求め、勤怠に時間休暇の行を加えてください。"});
  DutyOffice noted = city;
  noted.records.attendance.rows[0].note = "時間休暇（10時～13時）";
  CHECK(noted.Texts("telework.gap").empty());
  city.Row("2021-01-12", Status::kHourLeave);
  CHECK(city.Texts("telework.gap").empty());
}

TEST_CASE("telework.gap: 中抜け in a contact 随時, at the 開始 after it or at the contact") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kTelework);
  city.Says("2021-01-12", "10:00", ContactKind::kReport, "中抜けします");
  CHECK(city.Texts("telework.gap").empty());
  city.Says("2021-01-12", "10:00", ContactKind::kAnyTime, "13時まで中抜けします");
  CHECK(city.Texts("telework.gap") ==
        Lines{"data/contacts.csv:3:2 0101/2021-01-12 warning 若葉 太郎（0101）は令和3年1月12日（火）の在宅勤務で 10:00 "
              "の随時の連絡で「中抜け」と伝えていますが、時間休暇がありません。 / "
              "中抜けの時間について時間休暇の申請を求め、勤怠に時間休暇の行を加えてください。"});
  city.Says("2021-01-12", "13:00", ContactKind::kStart);
  CHECK(city.Places("telework.gap") == Lines{"contacts:4 0101/2021-01-12"});
}

TEST_CASE("telework.gap: not where a contact says that there was none, nor on other days") {
  DutyOffice city;
  city.Row("2021-01-12", Status::kTelework);
  city.Says("2021-01-12", "16:00", ContactKind::kAnyTime, "本日は中抜けなし。");
  city.Row("2021-01-13", Status::kStandby);
  city.Says("2021-01-13", "10:00", ContactKind::kAnyTime, "中抜けします");
  CHECK(city.Texts("telework.gap").empty());
  city.Says("2021-01-12", "16:30", ContactKind::kAnyTime, "中抜けなしの予定でしたが、中抜けします");
  CHECK(city.Places("telework.gap") == Lines{"contacts:4 0101/2021-01-12"});
}

TEST_CASE("telework findings in English") {
  DutyOffice city;
  city.period = {Day("2021-01-12"), Day("2021-01-13")};
  city.office.policy.telework_days_per_week = 1;
  city.records.staff.rows[0].appointment = Appointment::kPartTime;
  city.Registers("2021-01-12", "").reason = RegistrationReason::kHeadApproved;
  city.Row("2021-01-12", Status::kTelework);
  city.Row("2021-01-13", Status::kTelework);
  city.Plan("2021-01-12", "", "2021-01-12");
  city.Slot("2021-01-12", "9:00", "");
  city.Says("2021-01-13", "10:00", ContactKind::kEnd);
  city.Says("2021-01-13", "11:00", ContactKind::kStart);
  SetLang(Lang::kEn);
  Lines messages;
  for (const char* rule :
       {"not-registered", "not-eligible", "reason", "days-per-week", "plan-late", "plan-missing", "no-result", "gap"}) {
    messages.push_back(city.Found(std::string("telework.") + rule).at(0).message);
  }
  SetLang(Lang::kJa);
  CHECK(
      messages ==
      Lines{
          "若葉 太郎 (0101) teleworks on 2021-01-12 (Tue) without a registration in force: the one of 01-12 (Tue) is "
          "not approved.",
          "若葉 太郎 (0101) has a telework registration (applied for on 2021-01-12 (Tue)), but people of appointment "
          "非常勤 may not telework.",
          "the telework registration of 若葉 太郎 (0101) (applied for on 2021-01-12 (Tue)) is by the head's leave, "
          "but 事由詳細 is empty.",
          "若葉 太郎 (0101) teleworks on 2 days of the week from 2021-01-11 (Mon), more than the 1 allowed (01-13 "
          "(Wed) is the first too many).",
          "the telework plan of 若葉 太郎 (0101) (from 2021-01-12 (Tue)) was approved on 2021-01-12 (Tue), not before "
          "its first day.",
          "若葉 太郎 (0101) teleworks on 2021-01-13 (Wed), but no telework plan covers the day.",
          "若葉 太郎 (0101) teleworked on 2021-01-12 (Tue), but the result from 9:00 on is empty (1 empty that day).",
          "若葉 太郎 (0101), teleworking on 2021-01-13 (Wed), broke off work from 10:00 to 11:00, but has no leave "
          "by the hour."});
}

}  // namespace
}  // namespace chohyo
