#include "pipeline/ingest/roster_sink.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "tests/unit/ingest/office_fixture.h"

namespace chohyo {
namespace {

using Texts = std::vector<std::string>;

/// "line:column staff date sign" of every sign.
Texts Signs(const Records& records) {
  Texts signs;
  for (const RosterDay& day : records.roster_days.rows) {
    signs.push_back(
        fmt::format("{}:{} {} {} {}", day.line, day.column, day.staff, day.date.Iso(), ShiftText(day.shift)));
  }
  return signs;
}

Texts People(const Records& records) {
  Texts people;
  for (const RosterPerson& person : records.roster_people) {
    people.push_back(
        fmt::format("{} {} {}{}", person.line, person.month.Iso(), person.staff, person.wide ? " wide" : ""));
  }
  return people;
}

TEST_CASE("wide rosters: a column per day, named in any width and with or without 日") {
  OfficeFixture office;
  office.Write("roster_days.csv",
               "職員番号,年月,1,２,3日,４日,31,所属\n"
               "7,2021-01,A,,Ｂ,,D,総務課\n"
               "8,R3.1,,,,,,総務課\n");
  const Imported imported = office.Import();
  CHECK(Signs(imported.records) == Texts{"2:3 7 2021-01-01 A", "2:5 7 2021-01-03 B", "2:7 7 2021-01-31 D"});
  CHECK(People(imported.records) == Texts{"2 2021-01 7 wide", "3 2021-01 8 wide"});
  CHECK(imported.records.roster_days.columns == std::vector<std::uint16_t>{2, 1, 0});
  CHECK(imported.records.roster_days.rows[0].unknown == Texts{"総務課"});
  CHECK(Places(imported.findings) == Texts{"data.unknown-column roster_days:1:8 所属"});
}

TEST_CASE("wide rosters: what is wrong with a day costs the person's month") {
  OfficeFixture office;
  office.Write("roster_days.csv",
               "年月,職員番号,1,28,29,30\n"
               "2021-02,7,A,B,C,D\n"
               "2021-03,7,A,E,,\n"
               "2021-13,8,A,,,\n"
               "2021-03,,A,,,\n");
  const Imported imported = office.Import();
  CHECK(Places(imported.findings) == Texts{"data.range roster_days:2:5 7/2021-02",
                                           "data.range roster_days:2:6 7/2021-02",
                                           "data.choice roster_days:3:4 7/2021-03-28", "data.format roster_days:4:1 8",
                                           "data.required roster_days:5:2 2021-03"});
  CHECK(imported.findings[0].message == "2021-02 に 29 日はありませんが、「C」が入っています。");
  CHECK(imported.records.roster_days.rows.empty());
  CHECK(imported.records.roster_people.empty());
  CHECK(imported.unusable_keys.at("roster_days") == std::set<std::string>{"7/2021-02", "7/2021-03"});
}

TEST_CASE("long rosters: a row per person and day") {
  OfficeFixture office;
  office.Write("roster_days.csv",
               "date,staff,shift\n"
               "2021-01-04,7,A\n"
               "2021-01-05,7,B\n"
               "2021-02-01,7,\n"
               "2021-01-04,8,ｃ\n");
  const Imported imported = office.Import();
  CHECK(Signs(imported.records) == Texts{"2:3 7 2021-01-04 A", "3:3 7 2021-01-05 B"});
  CHECK(People(imported.records) == Texts{"2 2021-01 7", "4 2021-02 7"});
  CHECK(imported.records.roster_blanks.at({"7", *Date::FromIso("2021-02-01")}) == 4);
  CHECK(Places(imported.findings) == Texts{"data.choice roster_days:5:3 8/2021-01-04"});
}

TEST_CASE("rosters of neither shape, and wide ones without a month, are faults") {
  OfficeFixture office;
  office.Write("roster_days.csv", "職員番号,1,2\n7,A,B\n");
  CHECK(office.Fault() ==
        "data/roster_days.csv:1: エラー: 必須の列 年月(month) がありません。見つかった見出し: 「職員番号」「1」「2」 "
        "この列を足してください。");
  office.Write("roster_days.csv", "年月,職員番号,1,1日\n");
  CHECK(office.Fault() ==
        "data/roster_days.csv:1:4: エラー: 列 3 の「1」と列 4 の「1日」はどちらも 1日(1) です。片方を消してください。");
  office.Write("roster_days.csv", "a,b\n");
  CHECK(office.Fault() ==
        "data/roster_days.csv:1: エラー: 必須の列 日付(date) がありません。見つかった見出し: 「a」「b」 1 行目（# "
        "の行の次）に見出しがあるか、文字コードが正しいか確かめてください。\n"
        "data/roster_days.csv:1: エラー: 必須の列 職員番号(staff) がありません。見つかった見出し: 「a」「b」 1 行目（# "
        "の行の次）に見出しがあるか、文字コードが正しいか確かめてください。");
}

}  // namespace
}  // namespace chohyo
