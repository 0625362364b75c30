// Formulas, conditional formats and charts: from ids to cells.
#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "pipeline/sheet/bind.h"
#include "pipeline/sheet/cell_address.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

Value Rows(std::initializer_list<int> numbers) {
  ValueList rows;
  for (const int number : numbers) rows.push_back(Value(ValueMap{{"n", number}, {"on", number > 1}}));
  return Value(std::move(rows));
}

Value Groups() {
  const auto group = [](Value rows) { return Value(ValueMap{{"rows", std::move(rows)}}); };
  return Value(ValueMap{{"groups", ValueList{group(Rows({1, 2})), group(Rows({3})), group(Rows({}))}}});
}

std::vector<Sheet> FillForm(const std::string& body, const Value& values) {
  return Bind(Template::Parse(Form(body), "form.yaml"), values, {});
}

/// "C3=SUM(A1:A2)", a line a formula.
std::string Formulas(const Sheet& sheet) {
  std::string text;
  for (const Cell& cell : sheet.cells) {
    if (!cell.formula.empty()) text += CellAddress(cell.row, cell.column) + "=" + cell.formula + "\n";
  }
  return text;
}

std::string RangeText(const CellRange& range) {
  return std::to_string(range.sheet) + "!" + CellAddress(range.first_row, range.first_column) + ":" +
         CellAddress(range.last_row, range.last_column);
}

std::string Bits(const std::vector<bool>& bits) {
  std::string text;
  for (const bool bit : bits) text += bit ? '1' : '0';
  return text;
}

}  // namespace

TEST_CASE("Cells are named as Excel does") {
  CHECK(CellAddress(0, 0) == "A1");
  CHECK(CellAddress(9, 25) == "Z10");
  CHECK(CellAddress(9, 26) == "AA10");
  CHECK(CellAddress(0, 701) == "ZZ1");
  CHECK(CellAddress(0, 702) == "AAA1");
  CHECK(CellAddress(4, 3, true, false) == "D$5");
  CHECK(CellAddress(4, 3, true, true) == "$D$5");
}

TEST_CASE("Formulas see their own row, their group and the whole sheet") {
  const auto sheets = FillForm(R"yaml(
- table:
    columns: 3x*
    rows:
    - [{label: 率, id: factor}, x, y]
    - each: groups as g
      rows:
      - each: g.rows as r
        cells: [{text: "{{r.n}}", id: n}, {text: "{{r.n}}", id: m}, {text: "{{r.n}}", formula: "[n]+[m]*[factor]"}]
      - [小計, {text: "{{sum(g.rows.n)}}", id: sub, span: 2, formula: "SUM([n*])"}]
    - [計, {text: "{{sum(groups.rows.n)}}", formula: "SUM([n*],[m*])"}, {text: "{{sum(groups.rows.n)}}", formula: "SUM([sub*])"}]
)yaml",
                               Groups());
  CHECK(Formulas(sheets[0]) == R"yaml(C2=A2+B2*A1
C3=A3+B3*A1
B4=SUM(A2:A3)
C5=A5+B5*A1
B6=SUM(A5)
B8=SUM(A2:A3,A5,B2:B3,B5)
C8=SUM(B4,B6:B7)
)yaml");
  CHECK(DumpSheet(sheets[0]).find("B7:C7 right \"0\"") != std::string::npos);
  CHECK(DumpSheet(sheets[0]).find("B8 right =SUM(A2:A3,A5,B2:B3,B5) \"6\"") != std::string::npos);
}

TEST_CASE("A formula of the innermost each that has the cells") {
  const auto sheets = FillForm(R"yaml(
- table:
    columns: 2x*
    rows:
    - each: rows as r
      cells: [{text: "{{r.n}}", id: n}, {text: "{{r.n}}", formula: "[n]/SUM([n*])", format: percent}]
)yaml",
                               Value(ValueMap{{"rows", Rows({1, 3})}}));
  CHECK(Formulas(sheets[0]) == "B1=A1/SUM(A1)\nB2=A2/SUM(A2)\n");
}

TEST_CASE("Repeated cells see their own column; the row's end sees the row") {
  const Value person(ValueMap{{"days", Rows({1, 2, 3})}});
  const auto sheets = FillForm(R"yaml(
- table:
    columns: 20mm 4x* 20mm
    rows:
    - [x, {each: days as d, cell: {text: "{{d.n}}", id: flag}}, y]
    - {each: people as p, cells: [z, {each: p.days as d, cell: {text: "{{d.n}}", id: day}}, {text: "{{count(p.days)}}", id: worked, formula: "COUNTA([day*])"}]}
    - [計, {each: days as d, cell: {text: "{{d.n}}", formula: "COUNTIF([day*],[flag])"}}, {text: "6", formula: "SUM([worked*])"}]
)yaml",
                               Value(ValueMap{{"days", Rows({1, 2, 3})}, {"people", ValueList{person, person}}}));
  CHECK(Formulas(sheets[0]) == R"yaml(F2=COUNTA(B2:E2)
F3=COUNTA(B3:E3)
B4=COUNTIF(B2:B3,B1)
C4=COUNTIF(C2:C3,C1)
D4=COUNTIF(D2:D3,D1)
F4=SUM(F2:F3)
)yaml");
}

TEST_CASE("Ranges over merged cells, and texts in formulas") {
  const auto sheets = FillForm(R"yaml(
- table: {columns: 7x*, rows: [[1, 2, 3, 4, 5, 6, 7]]}
- table:
    columns: 7x*
    rows:
    - [{text: "1", span: 2, id: a}, {text: "2", span: 2, id: a}, {text: "3", id: b}, x, {text: "x", formula: 'IF(SUM([a*])>[b],"[a]　"&"""[b]",[a])'}]
)yaml",
                               {});
  CHECK(Formulas(sheets[0]) == "G2=IF(SUM(A2:D2)>E2,\"[a]　\"&\"\"\"[b]\",C2)\n");
}

TEST_CASE("A formula without cells to stand on is left off") {
  const auto sheets = FillForm(R"yaml(
- table:
  - {each: rows as r, cells: [{text: "{{r.n}}", id: n}]}
  - [{text: "{{sum(rows.n)}}", formula: "SUM([n*])"}]
  - [{text: "{{sum(rows.n)}}", formula: "[n]+1"}]
)yaml",
                               Value(ValueMap{{"rows", Rows({})}}));
  CHECK(Formulas(sheets[0]).empty());
  CHECK(sheets[0].cells[0].value == Scalar(std::int64_t{0}));
}

TEST_CASE("Formulas and charts reach other sheets") {
  const char* const form = R"yaml(form: a
title: x
sheets:
- name: 人員
  body:
  - table:
      columns: 2x*
      rows:
      - each: groups as g
        rows:
        - {each: g.rows as r, cells: [{text: "{{r.n}}", id: name}, {text: "{{r.n}}", id: n}]}
        - [小計, ""]
- name: グラ'フ
  body:
  - chart:
      kind: bar
      title: "計 {{sum(groups.rows.n)}}"
      categories: "[c_name*]"
      series: [{name: 人, values: "[c_n*]", color: "#112233"}, {name: 率, values: "[c_n*]"}]
      format: integer
      height: 50mm
  - table:
      columns: 2x*
      rows:
      - {each: groups.rows as r, cells: [{text: "{{r.n}}", id: c_name, formula: "人員![name]"}, {text: "{{r.n}}", id: c_n, formula: "人員![n]"}]}
      - [計, {text: "6", formula: "SUM(人員![n*])"}]
)yaml";
  const auto sheets = Bind(Template::Parse(form, "form.yaml"), Groups(), {});
  CHECK(Formulas(sheets[1]) == R"yaml(A2='人員'!A1
B2='人員'!B1
A3='人員'!A2
B3='人員'!B2
A4='人員'!A4
B4='人員'!B4
B5=SUM('人員'!B1:B2,'人員'!B4)
)yaml");
  REQUIRE(sheets[1].charts.size() == 1);
  const Chart& chart = sheets[1].charts[0];
  CHECK(chart.kind == ChartKind::kBar);
  CHECK(chart.title == "計 6");
  CHECK(RangeText(chart.area) == "1!A1:B1");
  CHECK(RangeText(chart.categories) == "1!A2:A4");
  REQUIRE(chart.series.size() == 2);
  CHECK(chart.series[0].name == "人");
  CHECK(RangeText(chart.series[0].values) == "1!B2:B4");
  CHECK(chart.series[0].rgb == 0x112233);
  CHECK(chart.series[1].rgb == 0xA6A6A6);
  CHECK(chart.number_format == "integer");
}

TEST_CASE("A chart over cells with gaps is refused, one without cells left off") {
  const std::string form = Form(R"yaml(
- chart: {kind: bar, categories: "[n*]", series: [{values: "[n*]"}]}
- table:
  - each: groups as g
    rows: [{each: g.rows as r, cells: [{text: "{{r.n}}", id: n}]}, [x]]
)yaml");
  CHECK(FaultOf(form, Groups()) ==
        "form.yaml:5:35: エラー: グラフの [n*] "
        "の欄が一列（または一行）に並んでいません。グラフ用の表を別に作ってください。");
  CHECK(Bind(Template::Parse(form, "f"), Value(ValueMap{{"groups", Value()}}), {})[0].charts.empty());
}

TEST_CASE("Conditional formats join to rectangles, relative to their first cell") {
  const Value person(ValueMap{{"days", Rows({1, 2, 3})}});
  const auto sheets = FillForm(R"yaml(
- table:
    columns: 20mm 3x*
    rows:
    - {hidden: true, cells: [x, {each: days as d, cell: {text: "{{d.n}}", id: flag}}]}
    - {each: people as p, cells: [z, {each: p.days as d, cell: {text: "{{d.n}}", cond: {formula: "[flag]=1", when: d.on, fill: grey, bold: true}}}]}
)yaml",
                               Value(ValueMap{{"days", Rows({1, 2, 3})}, {"people", ValueList{person, person}}}));
  const auto& formats = sheets[0].conditional_formats;
  REQUIRE(formats.size() == 1);
  CHECK(RangeText(formats[0].range) == "0!B2:D3");
  CHECK(formats[0].formula == "B$1=1");
  CHECK(Bits(formats[0].applies) == "011011");
  CHECK(formats[0].fill_rgb == Rgb{0xEDEDED});
  CHECK(formats[0].bold);
  CHECK(sheets[0].rows[0].hidden);
}

TEST_CASE("A row's conditional format is one over its cells") {
  const auto sheets = FillForm(R"yaml(
- table:
    columns: 3x*
    rows:
    - [a, b, c]
    - each: rows as r
      cond: {formula: "[n]>1", when: r.on, color: "#FF0000"}
      cells: [{text: "{{r.n}}", id: n}, x, y]
    - [a, {label: b, cond: {formula: "SUM([n*])>5", when: rows}}, c]
)yaml",
                               Value(ValueMap{{"rows", Rows({1, 2})}}));
  const auto& formats = sheets[0].conditional_formats;
  REQUIRE(formats.size() == 3);
  CHECK(RangeText(formats[0].range) == "0!A2:A3");  // here the flag's column is the cell's own
  CHECK(formats[0].formula == "A2>1");
  CHECK(Bits(formats[0].applies) == "01");
  CHECK(RangeText(formats[1].range) == "0!B2:C3");
  CHECK(formats[1].formula == "$A2>1");
  CHECK(Bits(formats[1].applies) == "0011");
  CHECK(RangeText(formats[2].range) == "0!B4:B4");
  CHECK(formats[2].formula == "SUM($A$2:$A$3)>5");
}

TEST_CASE("Conditional formats of merged cells cover all of their places") {
  const auto sheets = FillForm(R"yaml(
- table: {columns: 4x*, rows: [[1, 2, 3, 4], [{label: a, span: 2, rows: 2, cond: {formula: "TRUE", when: x}}, b, c], [d, e]]}
)yaml",
                               Value(ValueMap{{"x", true}}));
  REQUIRE(sheets[0].conditional_formats.size() == 1);
  CHECK(RangeText(sheets[0].conditional_formats[0].range) == "0!A2:B3");
  CHECK(Bits(sheets[0].conditional_formats[0].applies) == "1111");
}

}  // namespace chohyo
