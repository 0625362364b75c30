#include "pipeline/rules/waivers.h"

#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "pipeline/rules/check_office.h"
#include "tests/unit/rules/roster_office.h"

namespace chohyo {
namespace {

/// Checked as an office is, with all rules on.
struct WaiverOffice : RosterOffice {
  Waiver& Waive(const std::string& rule, const std::string& staff, std::string_view from, std::string_view to = "") {
    Waiver& row = Add(records.waivers);
    row.rule = rule;
    row.staff = staff;
    row.from = Day(from);
    row.to = DayOrNone(to);
    row.reason = "通院のため";
    row.by = "人事課長";
    return row;
  }

  Findings CheckAll(Findings earlier = {}) {
    records.BuildIndex();
    RuleChoice choice;
    for (const Rule* rule : AllRules()) choice.on.emplace(rule->id);
    return CheckOffice(Input(), choice, std::move(earlier));
  }

  /// Findings of the rule and of waiver.unused, each as "rule severity key".
  Lines Told(std::string_view rule) {
    Lines told;
    for (const Finding& f : CheckAll()) {
      if (f.rule == rule || f.rule == "waiver.unused") {
        told.push_back(fmt::format("{} {} {}", f.rule, SeverityName(f.severity), f.key));
      }
    }
    return told;
  }
};

/// 12 January a day of overtime on standby.
struct OvertimeOffice : WaiverOffice {
  OvertimeOffice() { Row("2021-01-12", Status::kStandby).overtime = Minutes{60}; }
};

const Lines kWaived{"standby.overtime info 0101/2021-01-12"};

TEST_CASE("a covered finding stays as info, with reason and who allowed it") {
  OvertimeOffice city;
  city.Waive("standby.overtime", "0101", "2021-01-12", "2021-01-12").approved = Day("2021-01-08");
  for (const Finding& finding : city.CheckAll()) {
    if (finding.rule != "standby.overtime") continue;
    CHECK(finding.severity == Severity::kInfo);
    CHECK(finding.message ==
          "若葉 太郎（0101）の令和3年1月12日（火）は「自宅待機」の日ですが、時間外が 60 分あります。（特例承認: "
          "通院のため。承認 人事課長、令和3年1月8日（金））");
    CHECK(finding.hint == "特例承認（data/waivers.csv:2）は令和3年1月12日（火）から令和3年1月12日（火）までです。");
  }
  CHECK(city.Told("standby.overtime") == kWaived);
  city.records.waivers.rows[0].by = "0101";
  city.records.waivers.rows[0].approved = std::nullopt;
  city.records.waivers.rows[0].to = std::nullopt;
  SetLang(Lang::kEn);
  for (const Finding& finding : city.CheckAll()) {
    if (finding.rule != "standby.overtime") continue;
    CHECK(finding.message.ends_with("(waived: 通院のため; allowed by 若葉 太郎 (0101))"));
    CHECK(finding.hint == "The waiver (data/waivers.csv:2) runs from 2021-01-12 (Tue) without end.");
  }
  SetLang(Lang::kJa);
}

TEST_CASE("a waiver covers when its span holds the finding's day") {
  const auto told = [](std::string_view from, std::string_view to) {
    OvertimeOffice city;
    city.Waive("standby.overtime", "0101", from, to);
    return city.Told("standby.overtime");
  };
  const auto unused = [](const std::string& from) {
    return Lines{"standby.overtime error 0101/2021-01-12", "waiver.unused warning standby.overtime/0101/" + from};
  };
  CHECK(told("2020-01-01", "") == kWaived);
  CHECK(told("2021-01-12", "2021-01-31") == kWaived);
  CHECK(told("2021-01-01", "2021-01-12") == kWaived);
  CHECK(told("2021-01-13", "") == unused("2021-01-13"));
  CHECK(told("2021-01-01", "2021-01-11") == unused("2021-01-01"));
}

TEST_CASE("only that rule, person and department are set aside") {
  const auto covers = [](const std::string& rule, const std::string& staff, const std::string& department) {
    OvertimeOffice city;
    city.AddDepartment("0110", "庶務係", "0100");
    city.AddDepartment("0200", "福祉課");
    city.AddStaff("0102", "山田 花子");
    city.records.staff.rows[0].department = "0110";
    city.Waive(rule, staff, "2021-01-01").department = department;
    return city.Told("standby.overtime") == kWaived;
  };
  CHECK(covers("standby.overtime", "0101", ""));
  CHECK(covers("standby.overtime", "", "0110"));
  CHECK(covers("standby.overtime", "", "0100"));
  CHECK(covers("standby.overtime", "", ""));
  CHECK(covers("standby.overtime", "0101", "0100"));
  CHECK_FALSE(covers("standby.overtime", "0102", ""));
  CHECK_FALSE(covers("standby.overtime", "", "0200"));
  CHECK_FALSE(covers("standby.overtime", "0101", "0200"));
  CHECK_FALSE(covers("standby.shift", "0101", ""));
}

TEST_CASE("a finding about a week is covered by a waiver that touches it") {
  const auto covers = [](std::string_view from, std::string_view to) {
    WaiverOffice city;
    std::string signs = city.Plain(kJanuary);
    signs[18] = '-';  // in the week from the 18th
    city.Wide("0101", kJanuary, signs);
    city.Waive("roster.week", "0101", from, to);
    return city.Told("roster.week") == Lines{"roster.week info 0101/2021-01-18"};
  };
  CHECK(covers("2021-01-18", "2021-01-29"));
  CHECK(covers("2021-01-24", ""));
  CHECK(covers("2021-01-01", "2021-01-18"));
  CHECK_FALSE(covers("2021-01-25", ""));
  CHECK_FALSE(covers("2021-01-01", "2021-01-17"));
}

TEST_CASE("a finding without a day is covered by a waiver that overlaps the period") {
  const auto covers = [](std::string_view from, std::string_view to) {
    WaiverOffice city;
    Loan& loan = city.Add(city.records.loans);
    loan.id = "K1";
    loan.staff = "0101";
    loan.from = Day("2021-01-12");
    loan.data_class = DataClass::kI;
    city.Waive("loan.data-class", "0101", from, to);
    return city.Told("loan.data-class") == Lines{"loan.data-class info K1"};
  };
  CHECK(covers("2020-12-01", "2021-01-01"));
  CHECK(covers("2021-01-31", ""));
  CHECK_FALSE(covers("2020-12-01", "2020-12-31"));
  CHECK_FALSE(covers("2021-02-01", ""));
}

TEST_CASE("an incident is of its day, a plan of its first or the period's") {
  const auto covers = [](const std::string& rule, std::string_view from, std::string_view to) {
    WaiverOffice city;
    city.Plan("2020-12-28", "2021-01-05", "");
    Incident& incident = city.Add(city.records.incidents);
    incident.id = "J1";
    incident.staff = "0101";
    incident.date = Day("2021-01-12");
    city.Waive(rule, "0101", from, to);
    for (const Finding& finding : city.CheckAll()) {
      if (finding.rule == rule) return finding.severity == Severity::kInfo;
    }
    return false;
  };
  CHECK(covers("incident.report-late", "2021-01-12", "2021-01-12"));
  CHECK_FALSE(covers("incident.report-late", "2021-01-13", ""));
  CHECK(covers("telework.plan-late", "2021-01-01", "2021-01-31"));
  CHECK(covers("telework.plan-late", "2020-12-28", "2020-12-28"));
  CHECK_FALSE(covers("telework.plan-late", "2021-01-02", ""));
}

TEST_CASE("findings of reading are set aside too") {
  WaiverOffice city;
  city.Waive("data.format", "0101", "2021-01-01");
  Finding bad;
  bad.rule = "data.format";
  bad.table = "attendance";
  bad.key = "0101/2021-01-12";
  const Findings findings = city.CheckAll({bad});
  const auto found =
      std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "data.format"; });
  REQUIRE(found != findings.end());
  CHECK(found->severity == Severity::kInfo);
  CHECK(found->department == "0100");
}

/// Messages and hints of waiver.unused.
Lines Unused(WaiverOffice* city) {
  Lines texts;
  for (const Finding& f : city->CheckAll()) {
    if (f.rule == "waiver.unused") {
      texts.push_back(
          fmt::format("{}:{}:{} {} [{}] {} / {}", f.file, f.line, f.column, f.key, f.department, f.message, f.hint));
    }
  }
  return texts;
}

TEST_CASE("waiver.unused says why a waiver covers nothing") {
  WaiverOffice city;
  city.Waive("standby.overtime", "0101", "2021-01-04");
  city.Waive("standby.overtime", "0101", "2020-10-01", "2020-12-31");
  city.Waive("standby.overtme", "0101", "2021-01-04");
  city.Waive("何か", "", "2021-01-04").department = "0100";
  CHECK(
      Unused(&city) ==
      Lines{"data/waivers.csv:2:0 standby.overtime/0101/2021-01-04 [0100] "
            "若葉 太郎（0101）の特例承認（standby.overtime）に当てはまる指摘が、この期間（令和3年1月1日（金）～1月31日"
            "（日））にありません。 / 対象と期間を確かめ、不要なら表から除いてください。",
            "data/waivers.csv:3:5 standby.overtime/0101/2020-10-01 [0100] "
            "若葉 太郎（0101）の特例承認（standby.overtime）は令和2年12月31日（木）で終わっています。 / "
            "続けるなら承認を受け直して新しい行を加え、終わったものなら表から除いてください。",
            "data/waivers.csv:4:1 standby.overtme/0101/2021-01-04 [0100] "
            "若葉 太郎（0101）の特例承認の規則「standby.overtme」はありません。 / "
            "「standby.overtime」ではありませんか。",
            "data/waivers.csv:5:1 何か/0100/2021-01-04 [0100] "
            "総務課（0100）の特例承認の規則「何か」はありません。 / 規則の一覧は chohyo rules で見られます。"});
}

TEST_CASE("waiver.unused: a rule that is off, waivers still to come, rules that later stages look at") {
  WaiverOffice city;
  city.Waive("standby.overtime", "", "2021-01-04");
  city.Waive("standby.shift", "0101", "2021-02-01");
  city.Waive("mail.size", "0101", "2021-01-04");
  city.Waive("data.no-glyph", "0101", "2021-01-04");
  city.records.BuildIndex();
  const Findings findings = CheckOffice(city.Input(), {}, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "全職員の特例承認の規則 standby.overtime は、今のパックでは働いていません。");
}

TEST_CASE("waiver.unused in English") {
  WaiverOffice city;
  city.Waive("standby.overtime", "0101", "2021-01-04");
  city.Waive("standby.overtime", "0101", "2020-10-01", "2020-12-31");
  city.Waive("standby.overtme", "0199", "2021-01-04");
  SetLang(Lang::kEn);
  Lines messages;
  for (const Finding& f : city.CheckAll()) {
    if (f.rule == "waiver.unused") messages.push_back(f.message);
  }
  SetLang(Lang::kJa);
  CHECK(messages ==
        Lines{"the waiver of standby.overtime for 若葉 太郎 (0101) covers no finding from 2021-01-01 (Fri) to 01-31 "
              "(Sun).",
              "the waiver of standby.overtime for 若葉 太郎 (0101) ended on 2020-12-31 (Thu).",
              "the waiver for 0199 names the rule \"standby.overtme\", which does not exist."});
}

TEST_CASE("two waivers of one finding are both used, the first is named") {
  OvertimeOffice city;
  city.Waive("standby.overtime", "0101", "2021-01-01").reason = "一つ目";
  city.Waive("standby.overtime", "", "2021-01-01").reason = "二つ目";
  CHECK(city.Told("standby.overtime") == kWaived);
  for (const Finding& finding : city.CheckAll()) {
    if (finding.rule == "standby.overtime") CHECK(finding.message.find("一つ目") != std::string::npos);
  }
}

}  // namespace
}  // namespace chohyo
