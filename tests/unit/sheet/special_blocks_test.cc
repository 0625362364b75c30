// Sender, approval boxes, blocks side by side, notes, and forms for handwriting.
#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

BindOptions Approval(std::vector<std::string> titles) {
  BindOptions options;
  options.approval = std::move(titles);
  return options;
}

BindOptions Blank() {
  BindOptions options;
  options.blank = true;
  return options;
}

Sheet FillForm(const std::string& body, const Value& values, const BindOptions& options) {
  return Bind(Template::Parse(Form(body), "form.yaml"), values, options).at(0);
}

}  // namespace

TEST_CASE("The sender stands at the right, its labels spread, a faint seal at the end") {
  CHECK(Filled(Form("- sender: {所属名: \"{{a}}\", 職氏名: \"{{b}}\", seal: true, width: 90mm, labels: 20mm}\n"),
               Value(ValueMap{{"a", "人事課"}, {"b", "課長　髙橋"}})) == R"(75.0 20.0 58.0 12.0
row 1 7.0mm
  B1 spread "所属名"
  C1 left "人事課"
row 2 7.0mm
  B2 spread "職氏名"
  C2 left "課長　髙橋"
  D2 center "印"
)");
  CHECK(Filled(Form("- sender: {氏名: \"x\", labels: 0mm, row_height: 9mm}\n"), {}) == R"(80.0 85.0
row 1 9.0mm
  B1 left "x"
)");
  const Sheet sheet = FillForm("- sender: {氏名: x, seal: true}\n", {}, {});
  CHECK(sheet.styles[static_cast<std::size_t>(sheet.cells[2].style)].text_rgb == 0xA6A6A6);
}

TEST_CASE("Approval boxes are as many as the office has configured") {
  const std::string form = Form("- approval: {name: \"{{n}}\", date: \"{{d}}\"}\n- table: [[x]]\n");
  const Value values(ValueMap{{"n", "若葉"}, {"d", Value()}});
  CHECK(Filled(form, values, Approval({"係長", "課長"})) == R"(125.0 20.0 20.0
row 1 6.0mm group 1
  B1 center "係長"
  C1 center "課長"
row 2 18.0mm group 1
  B2 center ""
  C2 center "若葉"
row 3 8.0mm
  A3:C3 center "x"
)");
  CHECK(Filled(form, values) == "165.0\nrow 1 8.0mm\n  A1 center \"x\"\n");
  const Sheet five = FillForm("- approval: true\n", {}, Approval({"a", "b", "c", "d", "e"}));
  CHECK(five.columns == std::vector<Um>{75000, 18000, 18000, 18000, 18000, 18000});
  CHECK(FillForm("- approval: false\n", {}, Approval({"a"})).rows.empty());
  CHECK(FillForm("- approval: true\n", {}, Approval(std::vector<std::string>(12, "x"))).cells.size() == 20);
}

TEST_CASE("Approval boxes are ruled") {
  CHECK(DumpEdges(FillForm("- approval: true\n", {}, Approval({"係長", "課長"}))) ==
        "   * *\n"
        "  * + *\n"
        "   + +\n"
        "  * + *\n"
        "   * *\n");
}

TEST_CASE("Blocks side by side share rows; the last row of each reaches down") {
  CHECK(DumpSheet(FillForm(R"(
- text: 前
- beside:
  - width: 100mm
    body:
    - table: {row_height: 10mm, rows: [[a], [b]]}
  - width: 5mm
  - approval: true
- text: 後
)",
                           {}, Approval({"課長"}))) == R"(100.0 45.0 20.0
row 1 0.0mm
  A1:C1 left "前"
row 2 6.0mm group 2
  A2:A3 center "a"
  C2 center "課長"
row 3 4.0mm group 2
  C3:C4 center ""
row 4 14.0mm group 2
  A4 center "b"
row 5 0.0mm
  A5:C5 left "後"
)");
}

TEST_CASE("Lines of blocks side by side follow their cells") {
  CHECK(DumpEdges(FillForm(R"(
- beside:
  - {width: 100mm, body: [{table: [[a]]}]}
  - {width: 5mm}
  - {body: [{table: {row_height: 10mm, rows: [[b], [c]]}}]}
)",
                           {}, {})) ==
        " *   *\n"
        "* * * *\n"
        "     +\n"
        "* * * *\n"
        " *   *\n");
}

TEST_CASE("Blocks side by side: repetitions, spans over rows, nothing at all") {
  const Value values(ValueMap{{"list", ValueList{"x", "y", "z"}}, {"none", ValueList{}}});
  CHECK(DumpSheet(FillForm(R"(
- beside:
  - body:
    - table:
        columns: 20mm *
        rows:
        - [{label: 見出し, rows: 2}, 一]
        - {each: list as x, cells: [{text: "{{x}}"}]}
  - body:
    - table:
      - {each: none as x, cells: [{text: "{{x}}"}]}
- beside:
  - body: [{table: [{each: none as x, cells: [{text: "{{x}}"}]}]}]
)",
                           values, {})) == R"(20.0 62.5 82.5
row 1 8.0mm group 1
  A1:A4 center "見出し"
  B1 center "一"
row 2 8.0mm group 1
  B2 left "x"
row 3 8.0mm group 1
  B3 left "y"
row 4 8.0mm group 1
  B4 left "z"
)");
}

TEST_CASE("Rows without a height are measured side by side") {
  const Sheet sheet = FillForm(R"(
- beside:
  - {width: 40mm, body: [{text: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十}]}
  - {body: [{table: {row_height: 5mm, rows: [[a], [b]]}}]}
)",
                               {}, {});
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.cells[0].row_span == 2);
  CHECK(sheet.rows[0].height == 5000);
  CHECK(sheet.rows[1].height == 11957);  // three lines of 10.5 pt at 1.4, twice 0.7 mm of room, less the first row
}

TEST_CASE("A note stands framed before everything, on every sheet") {
  BindOptions options;
  options.note = "要確認";
  const Sheet sheet = FillForm("- table: {columns: 2x*, rows: [[a, b]]}\n", {}, options);
  CHECK(DumpSheet(sheet) == R"(82.5 82.5
row 1 8.0mm
  A1:B1 center "要確認"
row 2 8.0mm
  A2 center "a"
  B2 center "b"
)");
  CHECK(DumpEdges(sheet).starts_with(" * *\n*   *\n * *\n"));
  CHECK(sheet.styles[static_cast<std::size_t>(sheet.cells[0].style)].bold);
}

TEST_CASE("A blank form keeps its words and the office's, and nothing else") {
  const Value office(ValueMap{{"it", "情報政策課"}, {"name", "若葉市"}});
  const Value values(ValueMap{{"office", office}, {"loan", Value(ValueMap{{"id", "L-1"}})}, {"issued", "x"}});
  CHECK(Filled(Form(R"(
- title: "借用願{{document.blank | yes: （用紙）}}"
- left: "{{office.it}}長　様"
- table:
    columns: 40mm *
    rows:
    - [期間, {text: "{{loan.from | wareki}}　から　{{loan.to | wareki}}　まで"}]
    - [申請日, {text: "{{loan.applied | wareki}}"}]
    - [年月, {text: "{{loan.month | month}}{{loan.day | md}}{{loan.year | fiscal_year}}"}]
    - [番号, {text: "{{loan.id | default: なし}}{{count(loan.items)}}{{loan.id | yes: 有 | no: 無}}"}]
    - [機器, {checks: [端末機, マウス], chosen: loan.items}]
    - {if: loan.id, cells: [a, b]}
    - {if: "!loan.id", cells: [c, d]}
    - {if: "loan.id != 'x'", cells: [e, f]}
- text: "{{issued}}"
)"),
               values, Blank()) == R"(40.0 125.0
row 1 0.0mm
  A1:B1 center "借用願（用紙）"
row 2 0.0mm
  A2:B2 left "情報政策課長　様"
row 3 8.0mm
  A3 center "期間"
  B3 left "令和　年　月　日　から　令和　年　月　日　まで"
row 4 8.0mm
  A4 center "申請日"
  B4 center <wareki> "令和　年　月　日"
row 5 8.0mm
  A5 center "年月"
  B5 left "令和　年　月　月　日令和　年度"
row 6 8.0mm
  A6 center "番号"
  B6 left ""
row 7 8.0mm
  A7 center "機器"
  B7 left "☐ 端末機\n☐ マウス"
row 8 0.0mm
  A8:B8 left ""
)");
}

TEST_CASE("Lists of a blank form are there for handwriting") {
  CHECK(Filled(Form(R"(
- table:
    columns: 20mm 3x*
    rows:
    - {each: list as x, at_least: 2, cells: ["{{loop.number}}", {each: x.days as d, cell: {text: "{{loop.number}}{{d.n}}"}}]}
- table:
  - {each: groups as g, rows: [["{{g.name}}の部"], {each: g.rows as r, cells: [{text: "{{r.n}}"}]}]}
)"),
               {}, Blank()) == R"(20.0 48.3 48.3 48.3
row 1 8.0mm
  A1 right "1"
  B1 left "1"
  C1 left "2"
  D1 left "3"
row 2 8.0mm
  A2 right "2"
  B2 left "1"
  C2 left "2"
  D2 left "3"
row 3 8.0mm
  A3:D3 center "の部"
row 4 8.0mm
  A4:D4 left ""
row 5 8.0mm
  A5:D5 left ""
row 6 8.0mm
  A6:D6 left ""
row 7 8.0mm
  A7:D7 left ""
row 8 8.0mm
  A8:D8 left ""
)");
}

TEST_CASE("A blank form needs no values at all") {
  CHECK(FaultOf(Form("- text: '{{loan.staff.name}}'\n"), Value(ValueMap{{"other", 1}})) != "");
  CHECK(Filled(Form("- text: '{{loan.staff.name}}'\n"), Value(ValueMap{{"other", 1}}), Blank()) ==
        "165.0\nrow 1 0.0mm\n  A1 left \"\"\n");
}

}  // namespace chohyo
