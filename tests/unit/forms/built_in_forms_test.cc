// The built-in templates over the values their forms offer: filled and empty, with their labels to the letter.
#include <catch2/catch.hpp>

#include <algorithm>

#include "pipeline/base/file.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

Template Load(const std::string& file) {
  const std::string path = std::string(CHOHYO_SOURCE_DIR) + "/templates/" + file;
  return Template::Parse(ReadWholeFile(path), path);
}

SmallOffice City() {
  SmallOffice city;
  city.Department("100", "総務局", "", DepartmentKind::kBureau);
  city.Department("110", "総務部", "100", DepartmentKind::kDivision);
  city.Department("111", "総務課", "110", DepartmentKind::kSection, "1");
  city.Person("1", "111", "𠮷田 課").title = "課長";
  Staff& clerk = city.Person("2", "111", "髙橋 恵子");
  clerk.kana = "たかはし けいこ";
  clerk.birth = Day("1980-12-10");
  city.Attends("1", "2021-01-13", Status::kPresent);
  city.Attends("2", "2021-01-13", Status::kTelework);
  city.HasRoster("111", {2021, 1});
  city.OnRoster("2", {2021, 1}, {4, 5, 13});
  return city;
}

void AddLoan(SmallOffice* city) {
  Loan loan;
  loan.id = "L-1";
  loan.staff = "2";
  loan.applied = Day("2021-01-04");
  loan.from = Day("2021-01-05");
  loan.items = {"端末機", "延長コード"};
  loan.data = "会議資料";
  city->records.loans.rows.push_back(loan);
}

void AddCase(SmallOffice* city) {
  StandbyCase row;
  row.id = "C-1";
  row.staff = "2";
  row.kind = CaseKind::kCloseContact;
  row.related = "父";
  row.from = Day("2021-01-05");
  row.reported = Day("2021-01-06");
  city->records.standby_cases.rows.push_back(row);
  StandbyDay day;
  day.standby_case = "C-1";
  day.from = Day("2021-01-03");
  day.to = Day("2021-01-04");
  day.action = "通常どおり出勤";
  city->records.standby_days.rows.push_back(day);
}

std::vector<std::string> Texts(const std::vector<Sheet>& sheets) {
  std::vector<std::string> texts;
  for (const Sheet& sheet : sheets) {
    for (const Cell& cell : sheet.cells) texts.push_back(cell.text);
  }
  return texts;
}

/// The labels that no cell shows.
std::vector<std::string> Missing(const std::vector<Sheet>& sheets, const std::vector<std::string>& labels) {
  const std::vector<std::string> texts = Texts(sheets);
  std::vector<std::string> missing;
  for (const std::string& label : labels) {
    if (std::find(texts.begin(), texts.end(), label) == texts.end()) missing.push_back(label);
  }
  return missing;
}

std::vector<Sheet> Filled(const Template& form, const DocumentPlan& plan) {
  return Bind(form, plan.values(), BindOptions{false, {"係長", "課長"}, {}});
}

std::vector<Sheet> Empty(const Template& form, SmallOffice* city) {
  return Bind(form, BlankPlan(form, city->Context()).values(), BindOptions{true, {"係長", "課長"}, {}});
}

using Labels = std::vector<std::string>;

TEST_CASE("the device loan says what its source says") {
  SmallOffice city = City();
  AddLoan(&city);
  const Template form = Load("oyama/device-loan.yaml");
  const auto plans = PlanFromRecords(form, city.Context());
  REQUIRE(plans.size() == 1);
  const Labels labels = {"在宅勤務用端末機等借用願",
                         "　次により情報政策課の端末機等の借用を希望いたします。",
                         "貸出機器",
                         "使用者",
                         "所属名",
                         "職員番号",
                         "職員名",
                         "使用期間",
                         "持出データ",
                         "情報政策課\n記入欄",
                         "PC管理番号",
                         "指紋認証設定",
                         "返却日",
                         "データ消去確認",
                         "申請者",
                         "所属",
                         "所属長",
                         "印",
                         "情報政策課長　様"};
  CHECK(Missing(Filled(form, plans[0]), labels) == Labels{});
  CHECK(Missing(Empty(form, &city), labels) == Labels{});
  CHECK(Missing(Filled(form, plans[0]), {"☑ 在宅勤務用端末機\n☐ セキュリティワイヤー\n☐ マウス\n☑ 延長コード",
                                         "令和3年1月5日　から　令和　年　月　日　まで", "令和3年1月4日", "𠮷田 課"}) ==
        Labels{});
}

TEST_CASE("the standby report says what its source says") {
  SmallOffice city = City();
  AddCase(&city);
  const Template form = Load("tarumizu/standby-report.yaml");
  const auto plans = PlanFromRecords(form, city.Context());
  REQUIRE(plans.size() == 1);
  const Labels labels = {
      "様式4",
      "自宅待機報告書",
      "　新型コロナウイルス感染症に対する職員の感染防止のため、下記のとおり出勤を控えさせましたので報告します。",
      "所属名",
      "職氏名",
      "印",
      "若葉市長　若葉 太郎　殿",
      "記",
      "所属／職名",
      "氏名",
      "生年月日",
      "年齢",
      "経緯",
      "行動歴",
      "職員",
      "職員の\n現在の状況",
      "同居家族の\n現在の状況",
      "県・医師等の\n助言\n※ある場合のみ"};
  CHECK(Missing(Filled(form, plans[0]), labels) == Labels{});
  CHECK(Missing(Filled(form, plans[0]), {"父関係者", "父関係者の\n現在の状況", "令和3年1月6日", "40歳", "1月3日～4日",
                                         "通常どおり出勤", "課長　𠮷田 課", "昭和55年12月10日"}) == Labels{});
  CHECK(Missing(Empty(form, &city), labels) == Labels{});
  CHECK(Missing(Empty(form, &city), {"〇〇〇関係者", "〇〇〇関係者の\n現在の状況", "令和　年　月　日"}) == Labels{});
}

TEST_CASE("a report is signed by its reporter, else by the nearest head who is somebody else") {
  SmallOffice city = City();
  AddCase(&city);
  StandbyCase& row = city.records.standby_cases.rows[0];
  const Template form = Load("tarumizu/standby-report.yaml");
  row.reporter = "保健係長 佐藤";
  CHECK(Missing(Filled(form, PlanFromRecords(form, city.Context())[0]), {"　保健係長 佐藤"}) == Labels{});
  row.reporter = "1";
  CHECK(Missing(Filled(form, PlanFromRecords(form, city.Context())[0]), {"課長　𠮷田 課", "総務課"}) == Labels{});
}

TEST_CASE("a standby that is only BCP makes no report") {
  SmallOffice city = City();
  AddCase(&city);
  city.records.standby_cases.rows[0].kind = CaseKind::kBcpStandby;
  CHECK(PlanFromRecords(Load("tarumizu/standby-report.yaml"), city.Context()).empty());
}

TEST_CASE("the roster counts days and people by formulas with their values") {
  SmallOffice city = City();
  const Template form = Load("tarumizu/roster.yaml");
  const auto plans = FormBuilders().at("tarumizu.roster")(city.Context());
  REQUIRE(plans.size() == 1);
  const auto sheets = Filled(form, plans[0]);
  REQUIRE(sheets.size() == 1);
  const Sheet& sheet = sheets[0];
  CHECK(Missing(sheets, {"様式3", "勤務計画表（新型コロナウイルス感染症に係る週休日及び勤務時間の特例）", "職員名",
                         "出勤\n日数", "(金)", "31", "勤務\n時間", "A　1時間早出", "10:30　～　19:15", "係長",
                         "決裁日　令和　年　月　日"}) == Labels{});
  const auto formulas = std::count_if(sheet.cells.begin(), sheet.cells.end(),
                                      [](const Cell& cell) { return cell.formula.starts_with("COUNTA("); });
  CHECK(formulas == 30 + 31);
  const auto total = std::find_if(sheet.cells.begin(), sheet.cells.end(),
                                  [](const Cell& cell) { return cell.formula.starts_with("SUM("); });
  REQUIRE(total != sheet.cells.end());
  CHECK(std::get<std::int64_t>(total->value) == 3);
  CHECK_FALSE(sheet.conditional_formats.empty());
  CHECK(sheet.choice_lists == std::vector<std::vector<std::string>>{{"A", "B", "C", "D"}});
  CHECK(sheet.freeze_row > 0);
  CHECK(sheet.repeat_first >= 0);
}

TEST_CASE("an empty roster has thirty rows and thirty-one days") {
  SmallOffice city = City();
  const auto sheets = Empty(Load("tarumizu/roster.yaml"), &city);
  const std::vector<std::string> texts = Texts(sheets);
  CHECK(std::count(texts.begin(), texts.end(), "(　)") == 31);
  CHECK(std::count(texts.begin(), texts.end(), "30") == 2);
}

TEST_CASE("the headcount's sums and checks are live and agree with what was counted") {
  SmallOffice city = City();
  city.SetDay("2021-01-13");
  const auto plans = FormBuilders().at("kawasaki.headcount")(city.Context());
  REQUIRE(plans.size() == 2);
  const auto sheets = Filled(Load("kawasaki/headcount.yaml"), plans[0]);
  REQUIRE(sheets.size() == 2);
  CHECK(Missing(sheets, {"別紙4",
                         "日付",
                         "令和3年1月13日（水）",
                         "局室区名",
                         "作成者",
                         "総務課庶務係",
                         "提出先",
                         "人事課",
                         "所属名",
                         "職員数",
                         "出勤者数",
                         "(うち\n応援)",
                         "自宅待機\n者数",
                         "(うち在\n宅勤務)",
                         "出張",
                         "休暇",
                         "年次",
                         "特別",
                         "病気",
                         "欠勤",
                         "週休日・\n休日",
                         "未報告",
                         "出勤率",
                         "備考",
                         "総務部　計",
                         "合計",
                         "○"}) == Labels{});
  CHECK(sheets[1].charts.size() == 1);
  const auto staff = std::find_if(sheets[0].cells.begin(), sheets[0].cells.end(),
                                  [](const Cell& cell) { return cell.formula.starts_with("SUM("); });
  REQUIRE(staff != sheets[0].cells.end());
  CHECK(std::get<std::int64_t>(staff->value) == 2);
  CHECK(Filled(Load("kawasaki/headcount-city.yaml"), plans[1]).size() == 2);
}

TEST_CASE("the month's summary has charts by day and by bureau") {
  SmallOffice city = City();
  const auto plans = FormBuilders().at("kawasaki.headcount")(city.Context());
  const auto sheets = Filled(Load("kawasaki/headcount-month.yaml"), plans.back());
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[1].charts.size() == 2);
  CHECK(Missing(sheets, {"1月4日（月）", "延べ合計", "局室区名"}) == Labels{});
  for (const char* file :
       {"kawasaki/headcount.yaml", "kawasaki/headcount-city.yaml", "kawasaki/headcount-month.yaml"}) {
    INFO(file);
    CHECK(Missing(Empty(Load(file), &city), {"別紙4", "作成者", "合計"}) == Labels{});
  }
}

}  // namespace
}  // namespace chohyo
