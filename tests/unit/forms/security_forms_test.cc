// The security pack: registers of personal numbers, labels for media, reports of incidents.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "forms/media_label.h"
#include "forms/personal_number_registers.h"
#include "pipeline/base/file.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

using Texts = std::vector<std::string>;

void HasAsset(SmallOffice* city, const char* use, const char* file, const char* department) {
  PersonalNumberAsset row;
  row.use = use;
  row.file = file;
  row.department = department;
  city->records.personal_number_assets.rows.push_back(row);
}

void Handles(SmallOffice* city, const char* use, const char* staff, const char* from, const char* to = nullptr) {
  PersonalNumberStaff row;
  row.use = use;
  row.staff = staff;
  row.from = Day(from);
  if (to != nullptr) row.to = Day(to);
  city->records.personal_number_staff.rows.push_back(row);
}

SmallOffice City() {
  SmallOffice city;
  city.Department("10", "総務部", "", DepartmentKind::kDivision, "1");
  city.Department("11", "人事課", "10");
  city.Department("12", "税務課", "10");
  city.Person("1", "10", "部長一郎");
  city.Person("2", "11", "人事二郎");
  city.Person("3", "12", "税務三郎");
  HasAsset(&city, "課税", "住民税ファイル", "12");
  HasAsset(&city, "源泉徴収", "給与ファイル", "11");
  Handles(&city, "課税", "3", "2020-04-01");
  Handles(&city, "源泉徴収", "2", "2020-05-01", "2021-01-15");
  return city;
}

Texts Each(const Value& root, std::string_view list, std::string_view path) {
  Texts texts;
  for (const Value& row : FindPath(root, list)->list()) texts.push_back(TextAt(row, path));
  return texts;
}

Template Load(const std::string& form) {
  const std::string path = std::string(CHOHYO_SOURCE_DIR) + "/templates/security/" + form + ".yaml";
  return Template::Parse(ReadWholeFile(path), path);
}

/// The labels that no cell of the form shows, filled with `values` or empty.
Texts Missing(const Template& form, const Value& values, bool blank, const Texts& labels) {
  Texts shown, missing;
  for (const Sheet& sheet : Bind(form, values, BindOptions{blank, {"係長", "課長"}, {}})) {
    for (const Cell& cell : sheet.cells) shown.push_back(cell.text);
  }
  for (const std::string& label : labels) {
    if (std::find(shown.begin(), shown.end(), label) == shown.end()) missing.push_back(label);
  }
  return missing;
}

TEST_CASE("the register of assets goes by department, unknown ones last") {
  SmallOffice city = City();
  HasAsset(&city, "年金", "年金ファイル", "99");
  HasAsset(&city, "課税", "固定資産税ファイル", "12");
  const auto plans = PlanPersonalNumberAssets(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "2021-01");
  CHECK(plans[0].title == "特定個人情報資産台帳");
  CHECK_FALSE(plans[0].blocks);
  CHECK(plans[0].shown_staff == Texts{"年金", "源泉徴収", "課税"});
  CHECK(Each(plans[0].values(), "assets", "file") ==
        Texts{"給与ファイル", "住民税ファイル", "固定資産税ファイル", "年金ファイル"});
}

TEST_CASE("the register of people follows that of assets and shows who handles in the period") {
  SmallOffice city = City();
  Handles(&city, "選挙", "1", "2021-01-31");
  Handles(&city, "課税", "2", "2020-04-01", "2020-12-31");
  Handles(&city, "課税", "1", "2020-03-01", "2021-01-01");
  Handles(&city, "課税", "1", "2021-02-01");
  const auto plans = PlanPersonalNumberStaff(city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "2021-01");
  CHECK(plans[0].title == "個人番号事務取扱担当者台帳");
  CHECK(Each(plans[0].values(), "handlers", "staff.name") == Texts{"人事二郎", "部長一郎", "税務三郎", "部長一郎"});
  CHECK(Each(plans[0].values(), "handlers", "use") == Texts{"源泉徴収", "課税", "課税", "選挙"});
}

TEST_CASE("without rows there are no registers and no labels") {
  SmallOffice city;
  CHECK(PlanPersonalNumberAssets(city.Context()).empty());
  CHECK(PlanPersonalNumberStaff(city.Context()).empty());
  CHECK(PlanMediaLabels(city.Context()).empty());
}

TEST_CASE("a label for each file and each person who handles it, the sheet filled up") {
  SmallOffice city = City();
  Handles(&city, "課税", "2", "2021-01-31", "2021-01-31");
  const auto plans = PlanMediaLabels(city.Context());
  REQUIRE(plans.size() == 1);
  const Value values = plans[0].values();
  CHECK(Each(values, "pairs", "left.asset.file") == Texts{"給与ファイル", "住民税ファイル", "", "", ""});
  CHECK(Each(values, "pairs", "left.staff.name") == Texts{"", "人事二郎", "", "", ""});
  CHECK(Each(values, "pairs", "right.staff.name") == Texts{"税務三郎", "", "", "", ""});
  CHECK(Each(values, "pairs", "right.manager") == Texts(5, "総務部長　部長一郎"));
}

TEST_CASE("eleven labels need a second sheet") {
  SmallOffice city = City();
  for (int i = 0; i < 9; ++i) HasAsset(&city, "年金", "年金ファイル", "12");
  CHECK(FindPath(PlanMediaLabels(city.Context())[0].values(), "pairs")->list().size() == 10);
}

TEST_CASE("the security manager is a post, a person or whatever the office says") {
  SmallOffice city = City();
  const auto manager = [&](const char* configured) {
    city.office.names.security_manager = configured;
    return Each(PlanMediaLabels(city.Context())[0].values(), "pairs", "left.manager")[0];
  };
  CHECK(manager("税務課長") == "税務課長");
  city.records.staff.rows[1].title = "主査";
  CHECK(manager("2") == "主査　人事二郎");
  CHECK(manager("副市長 佐藤") == "副市長 佐藤");
}

TEST_CASE("the security forms say what their source says, filled and empty") {
  SmallOffice city = City();
  const std::map<std::string, Texts> labels = {
      {"personal-number-assets",
       {"特定個人情報資産台帳", "利用事務名／関係事務名", "特定個人情報ファイル名", "保管場所",
        "セキュリティ対策の方法", "保存年数"}},
      {"personal-number-staff",
       {"個人番号事務取扱担当者台帳", "利用事務名／関係事務名", "取扱担当者職氏名", "担当期間"}},
      {"media-label", {"禁帯出", "取扱担当者氏名", "情報セキュリティ管理者氏名", "作成日付"}}};
  for (const auto& [name, expected] : labels) {
    INFO(name);
    const Template form = Load(name);
    const Value filled = FormBuilders().at("security." + name)(city.Context())[0].values();
    CHECK(Missing(form, filled, false, expected) == Texts{});
    CHECK(Missing(form, BlankPlan(form, city.Context()).values(), true, expected) == Texts{});
  }
}

TEST_CASE("an incident of any kind makes a report to the security manager") {
  SmallOffice city = City();
  Incident incident;
  incident.id = "J1";
  incident.staff = "2";
  incident.date = Day("2021-01-07");
  incident.kind = IncidentKind::kMisdelivery;
  incident.reported = Day("2021-01-08");
  city.records.incidents.rows.push_back(incident);
  const Template form = Load("incident-report");
  const auto plans = PlanFromRecords(form, city.Context());
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].key == "J1");
  CHECK(plans[0].department == "11");
  CHECK(Missing(form, plans[0].values(), false,
                {"情報セキュリティ事故報告書", "令和3年1月8日", "　総務部長　様", "人事課"}) == Texts{});
  CHECK(Missing(form, BlankPlan(form, city.Context()).values(), true,
                {"情報セキュリティ事故報告書", "令和　年　月　日", "種別",
                 "状　　況\n（経緯、影響、\n講じた措置等）"}) == Texts{});
}

}  // namespace
}  // namespace chohyo
