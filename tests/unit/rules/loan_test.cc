#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

struct LoanOffice : DutyOffice {
  LoanOffice() {
    Device& device = Add(records.devices);
    device.id = "PC-1";
    device.state = DeviceState::kLent;
  }

  /// A loan of PC-1 to 若葉, approved in December.
  Loan& Lend(const std::string& id, std::string_view from, std::string_view to = "", std::string_view returned = "") {
    Loan& row = Add(records.loans);
    row.id = id;
    row.staff = "0101";
    row.applied = Day("2020-12-20");
    row.from = Day(from);
    row.to = DayOrNone(to);
    row.items = {"在宅勤務用端末機", "マウス"};
    row.device = "PC-1";
    row.approved = Day("2020-12-21");
    row.returned = DayOrNone(returned);
    row.erased = row.returned;
    return row;
  }
};

TEST_CASE("loan.missing: 在宅勤務 without a loan, with what comes nearest") {
  LoanOffice city;
  city.Row("2021-01-12", Status::kTelework);
  CHECK(
      city.Texts("loan.missing") ==
      Lines{"data/attendance.csv:2:3 0101/2021-01-12 error "
            "若葉 太郎（0101）の令和3年1月12日（火）は在宅勤務ですが、この日に使える端末機の借用がありません。 / "
            "借用願の承認と期間を確かめ、台帳（端末借用）を直してください。借りていなければ、この日の在宅勤務に端末機は"
            "使えません。"});
}

/// The message's part on the loan that comes nearest.
std::string WhyMissing(const LoanOffice& lent) {
  LoanOffice city = lent;
  city.Row("2021-01-12", Status::kTelework);
  const Findings found = city.Found("loan.missing");
  if (found.empty()) return "covered";
  const std::string& message = found.front().message;
  const std::size_t at = message.find("（借用");
  return at == std::string::npos ? "none" : message.substr(at);
}

TEST_CASE("loan.missing: first and last day of a loan cover, the days beside them do not") {
  const auto why = [](std::string_view from, std::string_view to, std::string_view returned = "") {
    LoanOffice city;
    city.Lend("K1", from, to, returned);
    return WhyMissing(city);
  };
  CHECK(why("2021-01-12", "2021-01-12") == "covered");
  CHECK(why("2021-01-01", "") == "covered");
  CHECK(why("2021-01-13", "") == "（借用 K1 は1月13日（水）からです）。");
  CHECK(why("2021-01-04", "2021-01-11") == "（借用 K1 は1月11日（月）までです）。");
  CHECK(why("2021-01-04", "2021-01-29", "2021-01-12") == "covered");
  CHECK(why("2021-01-04", "2021-01-29", "2021-01-11") == "（借用 K1 は1月11日（月）に返却されています）。");
}

TEST_CASE("loan.missing: only approved loans of a 端末機 count") {
  LoanOffice unapproved;
  unapproved.Lend("K1", "2021-01-04").approved = std::nullopt;
  CHECK(WhyMissing(unapproved) == "（借用 K1 は承認されていません）。");
  LoanOffice late;
  late.Lend("K1", "2021-01-04").approved = Day("2021-01-13");
  CHECK(WhyMissing(late) == "（借用 K1 は承認が1月13日（水）です）。");
  LoanOffice same_day;
  same_day.Lend("K1", "2021-01-04").approved = Day("2021-01-12");
  CHECK(WhyMissing(same_day) == "covered");
  LoanOffice mouse;
  mouse.Lend("K1", "2021-01-04").items = {"マウス", "セキュリティワイヤー"};
  CHECK(WhyMissing(mouse) == "none");
}

TEST_CASE("loan.missing: the later of two equal loans takes no part, an unknown device is no reason") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04", "2021-01-05");
  city.Lend("K1", "2021-01-04");
  CHECK(WhyMissing(city) == "（借用 K1 は1月5日（火）までです）。");
  LoanOffice unknown;
  unknown.Lend("K1", "2021-01-04").device = "PC-9";
  CHECK(WhyMissing(unknown) == "covered");
}

TEST_CASE("loan.missing: days of standby cases, other statuses and other months are left out") {
  LoanOffice city;
  city.Case("R1", CaseKind::kCloseContact, "2021-01-13", "2021-01-13");
  city.Row("2021-01-12", Status::kPresent);
  city.Row("2021-01-13", Status::kTelework);
  city.Row("2021-02-01", Status::kTelework);
  CHECK(city.Places("loan.missing").empty());
}

TEST_CASE("loan.double: two loans on one day, at the one that begins later") {
  LoanOffice city;
  city.Lend("K1", "2021-01-12", "2021-01-15", "2021-01-15");
  city.Lend("K2", "2021-01-04", "2021-01-12", "2021-01-12");
  CHECK(
      city.Texts("loan.double") ==
      Lines{"data/loans.csv:2:9 K1 error "
            "若葉 太郎（0101）の借用（K1）の端末機 PC-1 は、若葉 太郎（0101）の借用（K2）でも貸し出されています（1月12"
            "日（火）～1月15日（金）と1月4日（月）～1月12日（火））。令和3年1月12日（火）に重なっています。 / "
            "どちらかのPC管理番号か、期間・返却日を直してください。"});
}

TEST_CASE("loan.double: a loan lasts to its end or return, the later; without both it goes on") {
  const auto found = [](std::string_view to, std::string_view returned, std::string_view next) {
    LoanOffice city;
    city.Lend("K1", "2021-01-04", to, returned);
    city.Lend("K2", next, "2021-01-29");
    return city.Places("loan.double");
  };
  const Lines second{"loans:3 K2"};
  CHECK(found("2021-01-12", "", "2021-01-13").empty());
  CHECK(found("2021-01-12", "2021-01-14", "2021-01-14") == second);
  CHECK(found("2021-01-12", "2021-01-14", "2021-01-15").empty());
  CHECK(found("2021-01-12", "2021-01-08", "2021-01-12") == second);
  CHECK(found("", "2021-01-08", "2021-01-09").empty());
  CHECK(found("", "", "2021-01-25") == second);
}

TEST_CASE("loan.double: only shared days of the period count") {
  LoanOffice city;
  city.Lend("K1", "2020-12-01", "2020-12-31", "2020-12-31");
  city.Lend("K2", "2020-12-15", "2021-01-15", "2021-01-15");
  CHECK(city.Places("loan.double").empty());
  city.Lend("K3", "2020-12-20", "2021-01-01", "2021-01-01");
  CHECK(city.Places("loan.double") == Lines{"loans:4 K3"});
}

TEST_CASE("loan.double: unknown devices, none, and the later of equal loans take no part") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04");
  city.Lend("K1", "2021-01-04");
  city.Lend("K2", "2021-01-04").device = "PC-9";
  city.Lend("K3", "2021-01-04").device = "PC-9";
  city.Lend("K4", "2021-01-04").device = "";
  city.Lend("K5", "2021-01-04").device = "";
  CHECK(city.Places("loan.double").empty());
}

TEST_CASE("loan.double: a device out of use that is not back") {
  for (const DeviceState state : {DeviceState::kRepair, DeviceState::kDisposed}) {
    LoanOffice city;
    city.records.devices.rows[0].state = state;
    city.Lend("K1", "2020-12-01", "2020-12-10");
    city.Lend("K2", "2020-12-11", "2020-12-12", "2020-12-12");
    city.Lend("K3", "2021-02-01");
    CHECK(city.Places("loan.double") == Lines{"loans:2 K1"});
  }
  LoanOffice city;
  city.records.devices.rows[0].state = DeviceState::kRepair;
  city.Lend("K1", "2021-01-12", "2021-01-15");
  CHECK(city.Texts("loan.double") ==
        Lines{"data/loans.csv:2:9 K1 error 若葉 太郎（0101）の借用（K1）の端末機 PC-1 "
              "は「修理中」ですが、返却されていません。 / 返却日か、端末機の状態を直してください。"});
  for (const DeviceState state : {DeviceState::kStored, DeviceState::kLent, DeviceState::kLost, DeviceState::kNone}) {
    city.records.devices.rows[0].state = state;
    CHECK(city.Places("loan.double").empty());
  }
}

TEST_CASE("loan.double finds what comparing all pairs finds") {
  std::mt19937 random(11);
  const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
  for (int round = 0; round < 200; ++round) {
    LoanOffice city;
    std::vector<DateSpan> days;
    for (int i = 0; i < 6; ++i) {
      const Date from = Day("2020-12-20") + below(50);
      const Date to = from + below(15);
      city.Lend(fmt::format("K{}", i), from.Iso(), to.Iso(), to.Iso());
      days.push_back({from, to});
    }
    std::set<std::string> expected;
    for (std::size_t a = 0; a < days.size(); ++a) {
      for (std::size_t b = a + 1; b < days.size(); ++b) {
        const DateSpan shared{std::max(days[a].first, days[b].first), std::min(days[a].last, days[b].last)};
        if (shared.last < shared.first || !shared.Overlaps(city.period)) continue;
        expected.insert(fmt::format("K{}", days[a].first > days[b].first ? a : b));
      }
    }
    std::set<std::string> found;
    for (const Finding& finding : city.Found("loan.double")) CHECK(found.insert(finding.key).second);
    CHECK(found == expected);
  }
}

/// Whether data of a loan is refused.
bool IsRefused(const std::string& data, DataClass data_class = DataClass::kIII) {
  LoanOffice city;
  Loan& loan = city.Lend("K1", "2021-01-04");
  loan.data = data;
  loan.data_class = data_class;
  return !city.Found("loan.data-class").empty();
}

TEST_CASE("loan.data-class: class Ⅰ, and data said to hold personal information") {
  CHECK(IsRefused("議事録", DataClass::kI));
  CHECK(IsRefused("", DataClass::kI));
  CHECK_FALSE(IsRefused("議事録", DataClass::kII));
  CHECK_FALSE(IsRefused("議事録", DataClass::kNone));
  CHECK(IsRefused("住民の個人情報の一覧"));
  CHECK(IsRefused("特定個人情報ファイル"));
  CHECK(IsRefused("個人情報を含む申請書の写し"));
  CHECK_FALSE(IsRefused("会議資料（個人情報を含まない）"));
  CHECK_FALSE(IsRefused("会議資料（個人情報なし）"));
  CHECK_FALSE(IsRefused("個人情報は含みません"));
  CHECK_FALSE(IsRefused("個人情報（氏名・住所等）を含まない統計"));
  CHECK_FALSE(IsRefused("個人情報を除いた集計表"));
  CHECK_FALSE(IsRefused("個人情報無し"));
  CHECK(IsRefused("個人情報の一覧、個人情報を含まない資料"));
  CHECK(IsRefused("個人情報の一覧。計算機は使わない"));
}

TEST_CASE("loan.data-class: what is said") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04").data = "相談者の個人情報";
  Loan& second = city.Lend("K2", "2021-01-04");
  second.data = "予算書";
  second.data_class = DataClass::kI;
  CHECK(city.Texts("loan.data-class") ==
        Lines{"data/loans.csv:2:7 K1 error "
              "若葉 太郎（0101）の借用（K1）で持ち出すデータ「相談者の個人情報」は個人情報を含むと読めます。 / "
              "持出しを止め、持ち出せるデータに改めるか、機密性区分・持出データの記入を確かめてください。",
              "data/loans.csv:3:8 K2 error "
              "若葉 太郎（0101）の借用（K2）で持ち出すデータ「予算書」は機密性区分Ⅰで、持ち出せません。 / "
              "持出しを止め、持ち出せるデータに改めるか、機密性区分・持出データの記入を確かめてください。"});
}

TEST_CASE("loan.data-class: loans that are over before the period, or begin after it, are left alone") {
  LoanOffice city;
  city.Lend("K1", "2020-12-01", "2020-12-31", "2020-12-31").data_class = DataClass::kI;
  city.Lend("K2", "2021-02-01").data_class = DataClass::kI;
  city.Lend("K3", "2020-12-01", "2020-12-31", "2021-01-01").data_class = DataClass::kI;
  city.Lend("K4", "2020-12-01", "2020-12-31").data_class = DataClass::kI;
  CHECK(city.Places("loan.data-class") == Lines{"loans:4 K3", "loans:5 K4"});
}

TEST_CASE("loan.overdue: past the end, strictly, without a return") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04", "2021-01-30");
  city.Lend("K2", "2021-01-04", "2021-01-31");
  city.Lend("K3", "2021-01-04");
  city.Lend("K4", "2021-01-04", "2021-01-20", "2021-01-21");
  CHECK(city.Texts("loan.overdue") ==
        Lines{"data/loans.csv:2:12 K1 warning "
              "若葉 太郎（0101）の借用（K1）は令和3年1月30日（土）までですが、1 日過ぎても返却日がありません。 / "
              "返却を求め、返却されたら返却日とデータ消去確認を記入してください。延長するなら借用願を出し直してもらいま"
              "す。"});
  city.now = Day("2021-02-01");
  CHECK(city.Places("loan.overdue") == Lines{"loans:2 K1", "loans:3 K2"});
  city.now = Day("2021-01-30");
  CHECK(city.Places("loan.overdue").empty());
}

TEST_CASE("nothing after a period of one day counts for returns") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04", "2021-01-12", "2021-01-14").erased = std::nullopt;
  city.period = {Day("2021-01-13"), Day("2021-01-13")};
  city.now = Day("2021-01-31");
  CHECK(city.Places("loan.overdue") == Lines{"loans:2 K1"});
  CHECK(city.Places("loan.not-erased").empty());
  city.period = {Day("2021-01-14"), Day("2021-01-14")};
  CHECK(city.Places("loan.overdue").empty());
  CHECK(city.Places("loan.not-erased") == Lines{"loans:2 K1"});
}

TEST_CASE("loan.not-erased: returned without データ消去確認") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04", "2021-01-20", "2021-01-20").erased = std::nullopt;
  city.Lend("K2", "2021-01-04", "2021-01-20", "2021-01-20");
  city.Lend("K3", "2021-01-04", "2021-01-20");
  city.Lend("K4", "2021-02-01", "2021-02-02", "2021-02-02").erased = std::nullopt;
  CHECK(city.Texts("loan.not-erased") ==
        Lines{"data/loans.csv:2:13 K1 warning "
              "若葉 太郎（0101）の借用（K1）は令和3年1月20日（水）に返却されましたが、データ消去の確認がありません。 / "
              "端末機のデータを消去し、データ消去確認の日付と消去確認者を記入してください。"});
}

TEST_CASE("what is not back or not erased is told until it is mended") {
  LoanOffice city;
  city.Lend("K1", "2020-06-01", "2020-06-30", "2020-06-30").erased = std::nullopt;
  city.Lend("K2", "2020-06-01", "2020-06-30");
  CHECK(city.Places("loan.not-erased") == Lines{"loans:2 K1"});
  CHECK(city.Places("loan.overdue") == Lines{"loans:3 K2"});
}

TEST_CASE("loan messages in English") {
  LoanOffice city;
  city.Lend("K1", "2021-01-04", "2021-01-20").data_class = DataClass::kI;
  city.Lend("K2", "2021-01-20", "2021-01-25", "2021-01-25").erased = std::nullopt;
  city.Row("2021-01-26", Status::kTelework);
  SetLang(Lang::kEn);
  Lines messages;
  for (const char* rule : {"loan.missing", "loan.double", "loan.data-class", "loan.overdue", "loan.not-erased"}) {
    for (const Finding& finding : city.Found(rule)) messages.push_back(finding.message);
  }
  SetLang(Lang::kJa);
  CHECK(messages ==
        Lines{"若葉 太郎 (0101) teleworks on 2021-01-26 (Tue), but has no device (端末機) that day: loan K2 ended on "
              "01-25 (Mon).",
              "若葉 太郎 (0101)'s loan K2 has device PC-1, which 若葉 太郎 (0101)'s loan K1 has too (01-20 (Wed) to "
              "01-25 (Mon), 01-04 (Mon) to 01-20 (Wed)); both have it on 2021-01-20 (Wed).",
              "若葉 太郎 (0101)'s loan K1 takes out the data \"\", which is of class Ⅰ and may not leave the office.",
              "若葉 太郎 (0101)'s loan K1 was to end on 2021-01-20 (Wed); 11 days later there is no date of return.",
              "若葉 太郎 (0101)'s loan K2 came back on 2021-01-25 (Mon), but no one confirmed that its data was "
              "erased."});
}

}  // namespace
}  // namespace chohyo
