#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

struct RegisterOffice : DutyOffice {
  void Keeps(const std::string& use, const std::string& file) {
    PersonalNumberAsset& row = Add(records.personal_number_assets);
    row.use = use;
    row.file = file;
    row.department = "0100";
  }
  void Handles(const std::string& use, std::string_view from, std::string_view to = "") {
    PersonalNumberStaff& row = Add(records.personal_number_staff);
    row.use = use;
    row.staff = "0101";
    row.from = Day(from);
    row.to = DayOrNone(to);
  }
};

TEST_CASE("security.register-gap: uses that only one register has, once each") {
  RegisterOffice city;
  city.Keeps("税", "税ファイル");
  city.Keeps("年金", "年金ファイル");
  city.Keeps("年金", "年金控え");
  city.Handles("税", "2020-04-01");
  city.Handles("住基", "2020-04-01");
  city.Handles("住基", "2020-05-01");
  CHECK(city.Texts("security.register-gap") ==
        Lines{"data/personal_number_assets.csv:3:1 年金/年金ファイル warning "
              "「年金」は特定個人情報資産の台帳にありますが、令和3年1月31日（日）現在の個人番号事務取扱担当者がいません"
              "。 / 担当者を台帳（個人番号事務取扱担当者）に加えるか、終わった事務なら資産の台帳から除いてください。",
              "data/personal_number_staff.csv:3:1 住基/0101 warning "
              "「住基」には個人番号事務取扱担当者がいますが、特定個人情報資産の台帳にありません。 / "
              "資産（ファイル名・保管場所など）を台帳に加えるか、担当者の終了日を入れてください。"});
  CHECK(city.Found("security.register-gap").front().department == "0100");
}

TEST_CASE("security.register-gap: who handles it at the period's end counts") {
  const auto gaps = [](std::string_view from, std::string_view to) {
    RegisterOffice city;
    city.Keeps("税", "税ファイル");
    city.Handles("税", from, to);
    return city.Places("security.register-gap").size();
  };
  CHECK(gaps("2021-01-31", "") == 0);
  CHECK(gaps("2021-01-31", "2021-01-31") == 0);
  CHECK(gaps("2021-02-01", "") == 1);
  CHECK(gaps("2020-04-01", "2021-01-30") == 1);
}

TEST_CASE("security.register-gap: who handles it no more needs no asset") {
  RegisterOffice city;
  city.Handles("税", "2020-04-01", "2020-12-31");
  city.Handles("年金", "2021-02-01");
  CHECK(city.Places("security.register-gap").empty());
}

TEST_CASE("security.register-gap: names are the same in either width") {
  RegisterOffice city;
  city.Keeps("国税Ａ事務", "控え");
  city.Handles("国税A事務", "2020-04-01");
  CHECK(city.Places("security.register-gap").empty());
}

TEST_CASE("security.register-gap in English") {
  RegisterOffice city;
  city.Keeps("税", "税ファイル");
  city.Handles("住基", "2020-04-01");
  SetLang(Lang::kEn);
  const Findings found = city.Found("security.register-gap");
  SetLang(Lang::kJa);
  REQUIRE(found.size() == 2);
  CHECK(found[0].message ==
        "\"税\" is in the register of assets, but no one is registered to handle it on 2021-01-31 (Sun).");
  CHECK(found[1].message == "people are registered to handle \"住基\", but the register of assets lacks it.");
}

}  // namespace
}  // namespace chohyo
