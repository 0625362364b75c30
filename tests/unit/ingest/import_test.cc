#include "pipeline/ingest/import.h"

#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "pipeline/base/unicode.h"
#include "tests/unit/ingest/office_fixture.h"

namespace chohyo {
namespace {

using Texts = std::vector<std::string>;

Date Day(std::string_view iso) { return *Date::FromIso(iso); }

TEST_CASE("a table's cells become typed values, whatever the order of its columns") {
  OfficeFixture office;
  office.Write("attendance.csv",
               "備考,区分,date,職員番号,ｼﾌﾄ,勤務記号,開始,終了,時間外\r\n"
               "福祉課,応援,R3.1.13,000123,x,Ｂ,8:30,１７時１５分,1:30\r\n");
  const Imported imported = office.Import();
  const auto& table = imported.records.attendance;
  CHECK(table.file == "data/attendance.csv");
  CHECK(table.columns == std::vector<std::uint16_t>{3, 4, 2, 6, 7, 8, 9, 1});
  CHECK(table.unknown_headers == Texts{"ｼﾌﾄ"});
  REQUIRE(table.rows.size() == 1);
  const Attendance& row = table.rows[0];
  CHECK(row.line == 2);
  CHECK(row.date == Day("2021-01-13"));
  CHECK(row.staff == "000123");
  CHECK(row.status == Status::kSupport);
  CHECK(row.shift == Shift::kB);
  CHECK(row.start->minutes == 510);
  CHECK(row.end->minutes == 1035);
  CHECK(row.overtime->value == 90);
  CHECK(row.note == "福祉課");
  CHECK(row.unknown == Texts{"x"});
  CHECK(Places(imported.findings) == Texts{"data.unknown-column attendance:1:5 ｼﾌﾄ"});
  CHECK(imported.records.AttendanceOf("000123").size() == 1);
}

TEST_CASE("a missing file is an empty table") {
  OfficeFixture office;
  const Imported imported = office.Import();
  CHECK(imported.records.staff.file.empty());
  CHECK(imported.records.staff.columns == std::vector<std::uint16_t>(14, 0));
  CHECK(imported.findings.empty());
}

TEST_CASE("a zero-byte or blank file is an empty table with a note") {
  OfficeFixture office;
  office.Write("staff.csv", "");
  office.Write("devices.csv", "\xEF\xBB\xBF\r\n \r\n");
  office.Write("loans.xlsx", "");
  const Imported imported = office.Import();
  CHECK(Places(imported.findings) ==
        Texts{"data.empty-file staff:0:0 ", "data.empty-file devices:0:0 ", "data.empty-file loans:0:0 "});
  CHECK(imported.findings[0].severity == Severity::kInfo);
  CHECK(imported.records.staff.file == "data/staff.csv");
}

TEST_CASE("every bad cell of a row is a finding, and the row takes no part") {
  OfficeFixture office;
  office.Write("staff.csv",
               "職員番号,氏名,所属コード,任用区分,生年月日,採用日,退職日\n"
               "1,青木,10,正規職員,1990-02-30,2000-04-01,\n"
               "2,,10,,,2010-04-01,2009-03-31\n"
               ",井上,10,,,,\n"
               "3,上田,10,再任用,S35.4.1,,\n");
  const Imported imported = office.Import();
  CHECK(Places(imported.findings) == Texts{"data.choice staff:2:4 1", "data.format staff:2:5 1",
                                           "data.required staff:3:2 2", "data.range staff:3:7 2",
                                           "data.required staff:4:1 "});
  REQUIRE(imported.records.staff.rows.size() == 1);
  CHECK(imported.records.staff.rows[0].id == "3");
  CHECK(imported.unusable_keys.at("staff") == std::set<std::string>{"1", "2"});
}

TEST_CASE("findings say what was found, what was expected and what to do") {
  OfficeFixture office;
  office.Write("attendance.csv",
               "日付,職員番号,区分,開始,時間外\n"
               "2021-01-13,7,在宅勤努,25:00,1時間\n");
  const Imported imported = office.Import();
  Texts texts;
  for (const Finding& finding : imported.findings) texts.push_back(FindingText(finding));
  CHECK(texts ==
        Texts{"data/attendance.csv:2:3: エラー: "
              "「区分」の「在宅勤努」は使える値（出勤・応援・自宅待機・在宅勤務・出張・年次休暇・半日休暇・時間休暇・特"
              "別休暇・"
              "病気休暇・週休日・休日・欠勤・遅刻）にありません。  [data.choice]\n"
              "    「在宅勤務」ではありませんか。この行は確認にも帳票にも使われません。",
              "data/attendance.csv:2:4: エラー: 「開始」の「25:00」は時刻として読めません。  [data.format]\n"
              "    8:30、0830、8時30分 のように書いてください（24:00 まで）。この行は確認にも帳票にも使われません。",
              "data/attendance.csv:2:5: エラー: 「時間外」の「1時間」は時間の長さとして読めません。  [data.format]\n"
              "    分（90）か 時:分（1:30）で書いてください。この行は確認にも帳票にも使われません。"});
}

TEST_CASE("findings in English") {
  OfficeFixture office;
  office.Write("tasks.csv", "department,name,priority,usual\n10,窓口,A,-3\n");
  SetLang(Lang::kEn);
  const Imported imported = office.Import();
  SetLang(Lang::kJa);
  REQUIRE(imported.findings.size() == 1);
  CHECK(FindingText(imported.findings[0]).substr(0, 5) == "data/");
  CHECK(imported.findings[0].message == "\"窓口\": \"usual\": \"-3\" is no whole number of 0 or more.");
  CHECK(imported.findings[0].hint == "Write digits only. The row takes no part in checks and forms.");
  CHECK(imported.findings[0].key == "10");
}

TEST_CASE("faults of all tables are told at once") {
  OfficeFixture office;
  office.Write("staff.csv", "職員番号,氏明,所属コード\n");
  office.Write("devices.csv", "PC管理番号,機種,Ｄｅｖｉｃｅ\n");
  office.Write("loans.csv", "a\n");
  office.Write("loans.xlsx", "a\n");
  CHECK(
      office.Fault() ==
      "data/staff.csv:1: エラー: 必須の列 氏名(name) がありません。見つかった見出し: "
      "「職員番号」「氏明」「所属コード」 「氏明」を「氏名」に直してください。\n"
      "data/devices.csv:1:3: エラー: 列 1 の「PC管理番号」と列 3 の「Ｄｅｖｉｃｅ」はどちらも PC管理番号(device) "
      "です。片方を消してください。\n"
      "data/loans.csv: エラー: data/loans.xlsx もあります。どちらが正しいか分からないので、片方だけを残してください。");
}

TEST_CASE("an office without a data folder is a fault") {
  OfficeFixture office;
  std::filesystem::remove(office.office().folder / "data");
  CHECK(office.Fault() == office.office().folder.string() +
                              "/data: エラー: data フォルダーがありません。-C で役所のフォルダーを指定するか、"
                              "chohyo init で作ってください。");
}

TEST_CASE("a file that no table is named after is noted with the nearest name") {
  OfficeFixture office;
  office.Write("atendance.csv", "x\n");
  office.Write("README.txt", "x\n");
  office.Write("STAFF.CSV", "x\n");
  const Imported imported = office.Import();
  REQUIRE(imported.findings.size() == 2);
  CHECK(FindingText(imported.findings[0]) ==
        "data/STAFF.CSV: 情報: この名前の表はないので、読みませんでした。  [data.unknown-file]\n"
        "    「staff.csv」ではありませんか。");
  CHECK(FindingText(imported.findings[1]) ==
        "data/atendance.csv: 情報: この名前の表は決まりにないので、独自の表として読みました。  [data.unknown-file]\n"
        "    「attendance.csv」ではありませんか。");
}

TEST_CASE("an unknown column is one warning that names the nearest column") {
  OfficeFixture office;
  office.Write("closures.csv", "# 閉庁日\n日付,名呼,担当者\n2021-01-04,仕事始め,山田\n");
  const Imported imported = office.Import();
  REQUIRE(imported.findings.size() == 2);
  CHECK(FindingText(imported.findings[0]) ==
        "data/closures.csv:1:2: 警告: 列「名呼」は知らない列なので、確認には使いません。  [data.unknown-column]\n"
        "    「名称(name)」ではありませんか。");
  CHECK(imported.findings[0].key == "名呼");
  CHECK(imported.findings[1].hint == "帳票からは row.担当者 として使えます。");
  CHECK(imported.records.closures.rows[0].line == 3);
  CHECK(imported.records.closures.rows[0].unknown == Texts{"仕事始め", "山田"});
}

TEST_CASE("lists are split, closed lists read in either width, data classes in digits and letters") {
  OfficeFixture office;
  office.Write("loans.csv",
               "借用番号,職員番号,申請日,開始日,機器,機密性区分\n"
               "L1,1,2021-01-04,2021-01-05,端末機;セキュリティワイヤー、 マウス ；,２\n"
               "L2,1,2021-01-04,2021-01-05,端末機,III\n"
               "L3,1,2021-01-04,2021-01-05,;、,Ⅰ\n"
               "L4,1,2021-01-04,2021-01-05,端末機,4\n");
  const Imported imported = office.Import();
  REQUIRE(imported.records.loans.rows.size() == 2);
  CHECK(imported.records.loans.rows[0].items == Texts{"端末機", "セキュリティワイヤー", "マウス"});
  CHECK(imported.records.loans.rows[0].data_class == DataClass::kII);
  CHECK(imported.records.loans.rows[1].data_class == DataClass::kIII);
  CHECK(Places(imported.findings) == Texts{"data.required loans:4:5 L3", "data.choice loans:5:6 L4"});
}

TEST_CASE("rows with too many or too few cells") {
  OfficeFixture office;
  office.Write("timecards.csv",
               "日付,職員番号,出勤時刻,退勤時刻\n"
               "2021-01-13,1\n"
               "2021-01-13,2,8:30,17:15,,\n"
               "2021-01-13,3,8:30,17:15,,あまり\n");
  const Imported imported = office.Import();
  REQUIRE(imported.records.timecards.rows.size() == 2);
  CHECK_FALSE(imported.records.timecards.rows[0].in);
  REQUIRE(imported.findings.size() == 1);
  CHECK(FindingText(imported.findings[0]) ==
        "data/timecards.csv:4:6: エラー: 列 6 の「あまり」の上に見出しがありません。  [data.format]\n"
        "    値の中の「,」は \"…\" で囲み、余った値は消してください。この行は確認にも帳票にも使われません。");
  CHECK(imported.findings[0].key == "3/2021-01-13");
}

TEST_CASE("a cell beyond Excel's limit is out of range") {
  OfficeFixture office;
  std::string longest;
  for (int i = 0; i < 32'767; ++i) longest += "あ";
  office.Write("closures.csv", "日付,名称\n2021-01-01," + longest + "\n2021-01-02," + longest + "い\n");
  const Imported imported = office.Import();
  CHECK(imported.records.closures.rows.size() == 1);
  CHECK(Places(imported.findings) == Texts{"data.range closures:3:2 2021-01-02"});
}

TEST_CASE("keys of bad rows are whole or as far as they can be read") {
  OfficeFixture office;
  office.Write("attendance.csv",
               "日付,職員番号,区分\n"
               "2021-01-13,5,?\n"
               "13日,5,出勤\n");
  office.Write("waivers.csv",
               "規則,職員番号,所属コード,開始日,終了日,理由,承認者\n"
               "roster.week,,100,2021-01-01,x,工事,市長\n");
  office.Write("rosters.csv", "所属コード,年月,実施方法\n100,2021-01,交替\n");
  office.Write("telework_tasks.csv", "職員番号,日付,時間,業務内容\n5,2021-01-13,朝,文書\n");
  const Imported imported = office.Import();
  CHECK(Places(imported.findings) == Texts{"data.choice attendance:2:3 5/2021-01-13", "data.format attendance:3:1 5",
                                           "data.choice rosters:2:3 100", "data.format telework_tasks:2:3 5/2021-01-13",
                                           "data.format waivers:2:5 roster.week/100/2021-01-01"});
  CHECK(imported.unusable_keys ==
        std::map<std::string, std::set<std::string>>{{"attendance", {"5/2021-01-13"}},
                                                     {"rosters", {"100/2021-01"}},
                                                     {"waivers", {"roster.week/100/2021-01-01"}}});
}

TEST_CASE("more findings than anyone reads are counted") {
  OfficeFixture office;
  std::string rows = "日付,名称\n";
  for (int i = 0; i < 100'005; ++i) rows += "x,\n";
  office.Write("closures.csv", rows);
  const Imported imported = office.Import();
  REQUIRE(imported.findings.size() == 100'001);
  CHECK(imported.findings.back().message == "ほかに 5 件の誤りがあります（100000 件を超えた分は並べません）。");
}

}  // namespace
}  // namespace chohyo
