#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

struct IncidentOffice : DutyOffice {
  void Happens(const std::string& id, std::string_view day, std::string_view reported) {
    Incident& row = Add(records.incidents);
    row.id = id;
    row.staff = "0101";
    row.date = Day(day);
    row.reported = DayOrNone(reported);
  }
};

TEST_CASE("incident.report-late: no report, or one on a later day") {
  IncidentOffice city;
  city.Happens("J1", "2021-01-12", "2021-01-12");
  city.Happens("J2", "2021-01-12", "2021-01-13");
  city.Happens("J3", "2021-01-31", "");
  const std::string hint =
      " / 事故は起きたその日に所属長へ報告します。報告済みなら報告日を直し、まだならすぐに報告してください。";
  CHECK(city.Texts("incident.report-late") ==
        Lines{"data/incidents.csv:3:9 J2 error 若葉 太郎（0101）の事故 "
              "J2（令和3年1月12日（火）発生）は報告日が令和3年1月13日（水）で、1 日後です。" +
                  hint,
              "data/incidents.csv:4:9 J3 error 若葉 太郎（0101）の事故 "
              "J3（令和3年1月31日（日）発生）は報告日がありません。" +
                  hint});
}

TEST_CASE("incident.report-late: only incidents of the period") {
  IncidentOffice city;
  city.Happens("J1", "2020-12-31", "");
  city.Happens("J2", "2021-02-01", "");
  CHECK(city.Places("incident.report-late").empty());
}

TEST_CASE("incident.report-late in English") {
  IncidentOffice city;
  city.Happens("J1", "2021-01-12", "2021-01-15");
  city.Happens("J2", "2021-01-12", "");
  SetLang(Lang::kEn);
  const Lines texts = city.Texts("incident.report-late");
  SetLang(Lang::kJa);
  const std::string hint = " / Incidents are reported the day they happen: correct 報告日, or report it at once.";
  CHECK(texts == Lines{"data/incidents.csv:2:9 J1 error incident J1 of 若葉 太郎 (0101) on 2021-01-12 (Tue) was "
                       "reported on 2021-01-15 (Fri), 3 days later." +
                           hint,
                       "data/incidents.csv:3:9 J2 error incident J2 of 若葉 太郎 (0101) on 2021-01-12 (Tue) has no "
                       "date of report." +
                           hint});
}

}  // namespace
}  // namespace chohyo
