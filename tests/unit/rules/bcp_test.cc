#include "pipeline/rules/bcp_needs.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "pipeline/base/lang.h"
#include "tests/unit/rules/duty_office.h"

namespace chohyo {
namespace {

/// 総務課 (0100) and whom a test adds, without 若葉.
struct TaskOffice : DutyOffice {
  TaskOffice() { records.staff.rows.clear(); }

  void AddPeople(const std::string& department, int count) {
    for (int i = 0; i < count; ++i) {
      const auto number = records.staff.rows.size() + 1;
      AddStaff(fmt::format("{:04}", number), fmt::format("職員{}", number)).department = department;
    }
  }

  Task& AddTask(const std::string& department, const std::string& name, TaskPriority priority, std::int64_t half,
                std::int64_t all = 0) {
    Task& row = Add(records.tasks);
    row.department = department;
    row.name = name;
    row.priority = priority;
    row.task_class = TaskClass::kContinue;
    row.need_half = half;
    row.need_all = all;
    row.telework = TaskTelework::kNo;
    return row;
  }
};

TEST_CASE("bcp.shortage: more needed than half of the people, at the department's first task") {
  TaskOffice city;
  city.AddPeople("0100", 5);
  city.AddTask("0100", "会議", TaskPriority::kC, 9);
  city.AddTask("0100", "窓口", TaskPriority::kA, 1);
  city.AddTask("0100", "電話", TaskPriority::kB, 1);
  CHECK(city.Places("bcp.shortage").empty());
  city.AddTask("0100", "給与", TaskPriority::kA, 1);
  CHECK(city.Texts("bcp.shortage") ==
        Lines{"data/tasks.csv:2:0 0100 warning 総務課（0100）は、職員 5 人の半数が出勤できないとき（出勤 2 人）、必要 "
              "3 人に対し 1 人不足します。 / 残り 1 人は人事課に調整を依頼してください。"});
}

TEST_CASE("bcp.shortage: tasks that stop, and later ones of the same name, need nobody") {
  TaskOffice city;
  city.AddPeople("0100", 2);
  city.AddTask("0100", "窓口", TaskPriority::kA, 1);
  city.AddTask("0100", "窓口", TaskPriority::kA, 5);
  city.AddTask("0100", "統計", TaskPriority::kB, 5).task_class = TaskClass::kStop;
  CHECK(city.Places("bcp.shortage").empty());
}

TEST_CASE("bcp.shortage: people in office on the period's first day count") {
  TaskOffice city;
  city.AddPeople("0100", 4);
  city.AddTask("0100", "窓口", TaskPriority::kA, 2);
  CHECK(city.Places("bcp.shortage").empty());
  city.records.staff.rows[0].from = Day("2021-01-02");
  CHECK(city.Places("bcp.shortage") == Lines{"tasks:2 0100"});
  city.records.staff.rows[0].from = Day("2021-01-01");
  city.records.staff.rows[0].until = Day("2021-01-01");
  CHECK(city.Places("bcp.shortage").empty());
}

TEST_CASE("bcp.shortage: with all away, substitutes from other departments are needed, each counted once") {
  TaskOffice city;
  city.AddDepartment("0200", "福祉課");
  city.AddPeople("0100", 6);
  city.AddPeople("0200", 2);
  city.AddTask("0100", "窓口", TaskPriority::kA, 1, 1).substitutes = {"0001", "0007"};
  Task& second = city.AddTask("0100", "電話", TaskPriority::kB, 1, 1);
  second.substitutes = {"0008"};
  CHECK(city.Places("bcp.shortage").empty());
  second.substitutes = {"0007", "0002"};
  CHECK(city.Texts("bcp.shortage") ==
        Lines{"data/tasks.csv:2:0 0100 warning 総務課（0100）は、全員が出勤できないとき、必要 2 "
              "人に対し他所属の代替職員は 1 人で、1 人不足します。 / 残り 1 人は人事課に調整を依頼してください。"});
}

TEST_CASE("bcp.shortage: unknown ids and departments are findings of their own") {
  TaskOffice city;
  city.AddPeople("0100", 4);
  city.AddTask("0100", "窓口", TaskPriority::kA, 1, 1).substitutes = {"9999"};
  city.AddTask("0999", "電話", TaskPriority::kA, 1, 1);
  CHECK(city.Places("bcp.shortage").empty());
}

TEST_CASE("bcp.shortage: substitutes who are not in office cannot stand in") {
  TaskOffice city;
  city.AddDepartment("0200", "福祉課");
  city.AddPeople("0100", 4);
  city.AddPeople("0200", 1);
  city.AddTask("0100", "窓口", TaskPriority::kA, 1, 1).substitutes = {"0005"};
  CHECK(city.Places("bcp.shortage").empty());
  city.records.staff.rows[4].until = Day("2020-12-31");
  CHECK(city.Places("bcp.shortage") == Lines{"tasks:2 0100"});
}

TEST_CASE("bcp.shortage: a department whose people all belong to others below it counts theirs") {
  TaskOffice city;
  city.AddDepartment("0110", "庶務係", "0100");
  city.AddPeople("0110", 4);
  city.AddTask("0100", "窓口", TaskPriority::kA, 2);
  CHECK(city.Places("bcp.shortage").empty());
  city.AddPeople("0100", 1);
  CHECK(city.Places("bcp.shortage") == Lines{"tasks:2 0100"});
}

TEST_CASE("bcp.shortage: lenders inside the section come first, then other sections, then HR") {
  TaskOffice city;
  city.AddDepartment("0200", "福祉課").kind = DepartmentKind::kSection;
  city.AddDepartment("0210", "保護係", "0200").kind = DepartmentKind::kSubsection;
  city.AddDepartment("0220", "庶務係", "0200").kind = DepartmentKind::kSubsection;
  city.AddPeople("0100", 9);
  city.AddPeople("0210", 2);
  city.AddPeople("0220", 9);
  city.AddTask("0100", "会議", TaskPriority::kC, 0).lend = 2;
  city.AddTask("0210", "保護費", TaskPriority::kA, 6);
  city.AddTask("0220", "行事", TaskPriority::kC, 0).lend = 1;
  city.AddTask("0220", "統計", TaskPriority::kC, 0).lend = 1;
  const Findings found = city.Found("bcp.shortage");
  REQUIRE(found.size() == 1);
  CHECK(found[0].hint ==
        "課内で庶務係（0220）2 人の応援が可能です。課間で総務課（0100）2 人の応援が可能です。残り 1 "
        "人は人事課に調整を依頼してください。");
}

TEST_CASE("bcp.shortage: lenders keep enough for themselves") {
  TaskOffice city;
  city.AddDepartment("0200", "福祉課");
  city.AddPeople("0100", 5);
  city.AddPeople("0200", 1);
  city.AddTask("0100", "窓口", TaskPriority::kA, 2).lend = 3;
  city.AddTask("0200", "保護費", TaskPriority::kA, 2);
  CHECK(city.Found("bcp.shortage").front().hint ==
        "課間で総務課（0100）1 人の応援が可能です。残り 1 人は人事課に調整を依頼してください。");
  city.records.tasks.rows[0].need_half = 9;
  const Findings found = city.Found("bcp.shortage");
  REQUIRE(found.size() == 2);
  CHECK(found[1].hint == "残り 2 人は人事課に調整を依頼してください。");
}

/// The most people that can be lent, by trying every way for takers in turn.
std::int64_t MostLent(std::vector<std::int64_t> wanted, const std::vector<std::int64_t>& spare) {
  const std::int64_t want = std::accumulate(wanted.begin(), wanted.end(), std::int64_t{0});
  return std::min(want, std::accumulate(spare.begin(), spare.end(), std::int64_t{0}));
}

TEST_CASE("as many as can be are lent, in-section first, and no lender runs short") {
  std::mt19937 random(5);
  const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
  for (int round = 0; round < 100; ++round) {
    TaskOffice city;
    for (int i = 0; i < 6; ++i) {
      const std::string code = fmt::format("1{}", i);
      city.AddDepartment(code, "係" + code, fmt::format("2{}", i / 2)).kind = DepartmentKind::kSubsection;
      city.AddPeople(code, below(10));
      city.AddTask(code, "窓口", TaskPriority::kA, below(6)).lend = below(5);
    }
    for (int i = 0; i < 3; ++i) {
      city.AddDepartment(fmt::format("2{}", i), "課").kind = DepartmentKind::kSection;
    }
    city.records.BuildIndex();
    const auto needs = BcpNeeds(city.Input());
    const auto loans = AssignLenders(city.records, needs);
    std::vector<std::int64_t> wanted, spare;
    std::map<std::string, std::int64_t> given;
    std::int64_t lent = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      wanted.push_back(needs[i].shortage());
      spare.push_back(needs[i].spare());
      for (const Loaned& loan : loans[i]) {
        given[loan.lender] += loan.people;
        lent += loan.people;
        const bool same_section = (needs[i].department[1] - '0') / 2 == (loan.lender[1] - '0') / 2;
        CHECK(loan.in_section == same_section);
      }
    }
    CHECK(lent == MostLent(wanted, spare));
    for (const BcpNeed& need : needs) {
      if (given[need.department] == 0) continue;
      CHECK(need.shortage() == 0);
      CHECK((need.people - given[need.department]) / 2 >= need.need_half);
      CHECK(given[need.department] <= need.can_lend);
    }
  }
}

TEST_CASE("bcp.no-substitute: priority A without 代替職員") {
  TaskOffice city;
  city.AddTask("0100", "窓口", TaskPriority::kA, 0);
  city.AddTask("0100", "電話", TaskPriority::kA, 0).substitutes = {"0001"};
  city.AddTask("0100", "統計", TaskPriority::kB, 0);
  city.AddTask("0100", "窓口", TaskPriority::kA, 0);
  CHECK(city.Texts("bcp.no-substitute") ==
        Lines{"data/tasks.csv:2:9 0100 warning 総務課（0100）の優先度Aの業務「窓口」に代替職員がいません。 / "
              "担当者が出勤できないときに代わる職員（前任者など）を決め、代替職員に記入してください。"});
}

TEST_CASE("bcp.telework-unknown: priority A and B without 在宅可否") {
  TaskOffice city;
  city.AddTask("0100", "窓口", TaskPriority::kA, 0).telework = TaskTelework::kNone;
  city.AddTask("0100", "電話", TaskPriority::kB, 0).telework = TaskTelework::kNone;
  city.AddTask("0100", "会議", TaskPriority::kC, 0).telework = TaskTelework::kNone;
  city.AddTask("0100", "給与", TaskPriority::kA, 0).telework = TaskTelework::kPartly;
  const std::string hint = " / 在宅勤務でできるかを洗い出し、可・一部可・否のいずれかを記入してください。";
  CHECK(city.Texts("bcp.telework-unknown") ==
        Lines{"data/tasks.csv:2:10 0100 warning 総務課（0100）の優先度Aの業務「窓口」の在宅可否が決まっていません。" +
                  hint,
              "data/tasks.csv:3:10 0100 warning 総務課（0100）の優先度Bの業務「電話」の在宅可否が決まっていません。" +
                  hint});
}

TEST_CASE("bcp messages in English") {
  TaskOffice city;
  city.AddDepartment("0200", "福祉課");
  city.AddPeople("0100", 3);
  city.AddPeople("0200", 4);
  city.AddTask("0100", "窓口", TaskPriority::kA, 3, 1).telework = TaskTelework::kNone;
  city.AddTask("0200", "行事", TaskPriority::kC, 0).lend = 1;
  SetLang(Lang::kEn);
  Lines texts;
  for (const char* rule : {"bcp.shortage", "bcp.no-substitute", "bcp.telework-unknown"}) {
    for (const Finding& finding : city.Found(rule)) texts.push_back(finding.message + " / " + finding.hint);
  }
  SetLang(Lang::kJa);
  CHECK(
      texts ==
      Lines{"総務課 (0100): with half of its 3 people there (1), 2 are missing for a need of 3. Also, with all away, 1 "
            "are missing: a need of 1 against 0 substitutes from other departments. / Other sections can lend 福祉課 "
            "(0200): 1. For 1 more ask 人事課.",
            "the priority A task \"窓口\" of 総務課 (0100) has no substitute. / Name someone who can stand in, such "
            "as who did it before, as 代替職員.",
            "it is not said whether the priority A task \"窓口\" of 総務課 (0100) can be done at home. / Find out and "
            "enter 可, 一部可 or 否."});
}

}  // namespace
}  // namespace chohyo
