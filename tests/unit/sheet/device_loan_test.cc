// The form of the manual's example, filled and blank.
#include <catch2/catch.hpp>

#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

constexpr const char* kForm = R"(form: oyama.device-loan
title: 在宅勤務用端末機等借用願
records: loans as loan
key: "{{loan.id}}"
department: "{{loan.staff.department.code}}"
date: "{{loan.applied}}"
page: {paper: A4, margins: 20mm 20mm 20mm 25mm, font: mincho 10.5pt}
columns: 30mm 35mm 35mm 32mm *
body:
- title: 在宅勤務用端末機等借用願
- text: 次により情報政策課の端末機等の借用を希望いたします。
- table:
  - [貸出機器, {span: 4, checks: [在宅勤務用端末機, セキュリティワイヤー, マウス], chosen: "{{loan.items}}"}]
  - [{rows: 3, text: 使用者}, 所属名, {span: 3, text: "{{loan.staff.department.name}}"}]
  - [職員番号, {span: 3, text: "{{loan.staff.id}}"}]
  - [職員名, {span: 3, text: "{{loan.staff.name}}"}]
  - [使用期間, {span: 4, text: "{{loan.from | wareki}}　から　{{loan.to | wareki}}　まで"}]
  - {height: fill, cells: [持出データ, {span: 4, text: "{{loan.data}}", align: top left}]}
- right: "{{loan.applied | wareki}}"
- sender: {申請者　所属: "{{loan.staff.department.name}}", 所属長: "{{loan.staff.name}}", seal: true}
- left: 情報政策課長　様
)";

Value Loan() {
  const Value department(ValueMap{{"code", "110"}, {"name", "人事課"}});
  const Value staff(ValueMap{{"id", "0012"}, {"name", "髙橋 𠮷子"}, {"department", department}});
  const Value loan(ValueMap{{"id", "L-1"},
                            {"staff", staff},
                            {"items", ValueList{"在宅勤務用端末機", "マウス"}},
                            {"from", *Date::FromYmd(2021, 1, 13)},
                            {"to", Value()},
                            {"applied", *Date::FromYmd(2021, 1, 8)},
                            {"data", "議事録"}});
  return Value(ValueMap{{"loan", loan}});
}

}  // namespace

TEST_CASE("The device loan form is filled") { CHECK(Filled(kForm, Loan()) == ""); }

}  // namespace chohyo
