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

TEST_CASE("The device loan form is filled") {
  CHECK(Filled(kForm, Loan()) == R"(30.0 35.0 15.0 25.0 48.0 12.0
row 1 0.0mm
  A1:F1 center "在宅勤務用端末機等借用願"
row 2 0.0mm
  A2:F2 left "次により情報政策課の端末機等の借用を希望いたします。"
row 3 8.0mm
  A3 center "貸出機器"
  B3:F3 left "☑ 在宅勤務用端末機\n☐ セキュリティワイヤー\n☑ マウス"
row 4 8.0mm
  A4:A6 center "使用者"
  B4 center "所属名"
  C4:F4 left "人事課"
row 5 8.0mm
  B5 center "職員番号"
  C5:F5 left "0012"
row 6 8.0mm
  B6 center "職員名"
  C6:F6 left "髙橋 𠮷子"
row 7 8.0mm
  A7 center "使用期間"
  B7:F7 left "令和3年1月13日　から　　まで"
row 8 0.0mm fill 1
  A8 center "持出データ"
  B8:F8 left "議事録"
row 9 0.0mm
  A9:F9 right <wareki> "令和3年1月8日"
row 10 7.0mm
  D10 spread "申請者　所属"
  E10 left "人事課"
row 11 7.0mm
  D11 spread "所属長"
  E11 left "髙橋 𠮷子"
  F11 center "印"
row 12 0.0mm
  A12:F12 left "情報政策課長　様"
)");
}

}  // namespace chohyo
