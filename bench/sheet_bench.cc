// Time to fill forms: a one-page form of some sixty cells, a roster of 31 days, a headcount of 400 departments with
// live formulas. Prints microseconds of processor time a document, the best of several rounds.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "pipeline/sheet/template.h"

namespace chohyo {
namespace {

std::string FormTemplate() {
  std::string yaml = "form: bench.form\ntitle: 願\ncolumns: 30mm 35mm 35mm *\nbody:\n- title: 願\n- table:\n";
  for (int i = 0; i < 15; ++i) {
    yaml +=
        "  - [使用者, {text: \"{{loan.staff.name}}\"}, 期間, {text: \"{{loan.from | wareki}}　から　{{loan.to | "
        "wareki}}　まで\"}]\n";
  }
  return yaml;
}

constexpr const char* kRoster = R"yaml(form: bench.roster
title: 勤務計画表
page: {orientation: landscape}
columns: 8mm * 31x6mm 12mm
body:
- table:
    size: 8pt
    rows:
    - {hidden: true, cells: ["", "", {each: days as d, cell: {text: "{{d.flag}}", id: flag}}, ""]}
    - {band: heading, cells: [No., 職員名, {each: days as d, cell: {text: "{{d.number}}"}}, 日数]}
    - each: people as p
      cells:
      - "{{loop.number}}"
      - {text: "{{p.name}}"}
      - each: p.days as d
        cell:
          text: "{{d.sign}}"
          id: sign
          dropdown: [A, B, C, D]
          cond: {formula: "[flag]=1", when: d.off, fill: grey}
      - {text: "{{p.worked}}", id: worked, formula: "COUNTA([sign*])"}
)yaml";

std::string HeadcountTemplate() {
  std::string yaml =
      "form: bench.headcount\ntitle: 表\npage: {orientation: landscape}\ncolumns: \"* 13x14mm\"\nbody:\n- table:\n";
  yaml += "  - each: groups as g\n    rows:\n    - each: g.rows as r\n      cells:\n      - {text: \"{{r.name}}\"}\n";
  for (int i = 0; i < 12; ++i) yaml += fmt::format("      - {{text: \"{{{{r.n{}}}}}\", id: n{}}}\n", i, i);
  yaml += "      - {text: \"{{r.rate}}\", format: percent, formula: \"IF([n0]=0,0,[n1]/[n0])\"}\n    - [計";
  for (int i = 0; i < 12; ++i) yaml += fmt::format(", {{text: \"{{{{g.n{}}}}}\", formula: \"SUM([n{}*])\"}}", i, i);
  return yaml + ", \"\"]\n";
}

Value FormValues() {
  const Value staff(ValueMap{{"id", "0012"}, {"name", "髙橋 花子"}});
  return Value(ValueMap{{"loan", Value(ValueMap{{"id", "L-1"},
                                                {"staff", staff},
                                                {"from", *Date::FromYmd(2021, 1, 13)},
                                                {"to", *Date::FromYmd(2021, 1, 20)}})}});
}

Value RosterValues() {
  ValueList days;
  for (int day = 1; day <= 31; ++day) {
    days.push_back(
        Value(ValueMap{{"number", day}, {"flag", day % 7 == 0 ? 1 : 0}, {"sign", "B"}, {"off", day % 7 == 0}}));
  }
  const Value shared(std::move(days));
  ValueList people;
  for (int i = 0; i < 30; ++i)
    people.push_back(Value(ValueMap{{"name", "髙橋 花子"}, {"days", shared}, {"worked", 20}}));
  return Value(ValueMap{{"days", shared}, {"people", Value(std::move(people))}});
}

Value HeadcountValues() {
  ValueMap row{{"name", "総務部庶務課"}, {"rate", 0.5}};
  for (int i = 0; i < 12; ++i) row.emplace_back(fmt::format("n{}", i), i);
  ValueMap group = row;
  group.emplace_back("rows", Value(ValueList(10, Value(row))));
  return Value(ValueMap{{"groups", Value(ValueList(40, Value(group)))}});
}

void Measure(const char* name, const std::string& yaml, const Value& values, int count) {
  const Template form = Template::Parse(yaml, name);
  double best = 1e9;
  std::size_t cells = 0;
  for (int round = 0; round < 15; ++round) {
    const std::clock_t start = std::clock();
    for (int i = 0; i < count; ++i) cells = Bind(form, values, {})[0].cells.size();
    const auto clocks = static_cast<double>(std::clock() - start);
    best = std::min(best, clocks * 1e6 / CLOCKS_PER_SEC / count);
  }
  fmt::print("{:<12}{:>8} cells {:>10.1f} us\n", name, cells, best);
}

}  // namespace
}  // namespace chohyo

int main() {
  chohyo::Measure("form", chohyo::FormTemplate(), chohyo::FormValues(), 2000);
  chohyo::Measure("roster", chohyo::kRoster, chohyo::RosterValues(), 200);
  chohyo::Measure("headcount", chohyo::HeadcountTemplate(), chohyo::HeadcountValues(), 20);
  return 0;
}
