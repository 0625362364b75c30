// Filling: rows, repetitions, spans, bands and the grid of all blocks.
#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

Value People(int count) {
  ValueList people;
  const char* const names[] = {"甲", "乙", "丙", "丁"};
  for (int i = 0; i < count; ++i) {
    people.push_back(Value(ValueMap{{"name", names[i]}, {"age", 30 + i}, {"active", i % 2 == 0}}));
  }
  return Value(ValueMap{{"people", Value(std::move(people))}});
}

Sheet FillForm(const std::string& body, const Value& values, const BindOptions& options = {}) {
  return Bind(Template::Parse(Form(body), "form.yaml"), values, options).at(0);
}

}  // namespace

TEST_CASE("Text blocks stand over the whole width") {
  CHECK(Filled(Form(R"(
- number: 様式4
- {title: 報告書, space_before: 4mm, space_after: 2mm}
- {title: 報告書, spread: 80mm}
- text: |
    一行目
    二行目
- {right: "{{d}}", if: d}
- {note: ※なし, if: "!d"}
- space: fill
)"),
               Value(ValueMap{{"d", "右"}})) == R"(42.5 80.0 42.5
row 1 0.0mm
  A1:C1 left "様式4"
row 2 4.0mm
row 3 0.0mm
  A3:C3 center "報告書"
row 4 2.0mm
row 5 0.0mm
  B5 spread "報告書"
row 6 0.0mm
  A6:C6 left "一行目\n二行目"
row 7 0.0mm
  A7:C7 right "右"
row 8 0.0mm fill 1
)");
}

TEST_CASE("Sizes of the text blocks") {
  const Sheet sheet =
      FillForm("- title: a\n- number: b\n- note: c\n- text: d\n- {text: e, size: 12pt, bold: true}\n", {});
  std::vector<CentiPoint> sizes;
  for (const Cell& cell : sheet.cells) sizes.push_back(sheet.styles[static_cast<std::size_t>(cell.style)].size);
  CHECK(sizes == std::vector<CentiPoint>{1600, 900, 850, 1050, 1200});
  CHECK(sheet.styles[static_cast<std::size_t>(sheet.cells[4].style)].bold);
  CHECK(sheet.styles[static_cast<std::size_t>(sheet.cells[0].style)].pad_x == 0);
}

TEST_CASE("Columns of all tables are laid over each other, and only used lines count") {
  CHECK(Filled(Form(R"(
- table:
    columns: 40mm 40mm *
    rows:
    - [a, {span: 2, text: "{{x}}"}]
- table:
    columns: 40.2mm 60mm *
    rows:
    - [a, b, c]
- grid:
    columns: 20mm 30mm *
    indent: 20mm
    rows:
    - [a]
)"),
               Value(ValueMap{{"x", "値"}})) == R"(20.0 20.0 60.2 64.8
row 1 8.0mm
  A1:B1 center "a"
  C1:D1 left "値"
row 2 8.0mm
  A2:B2 center "a"
  C2 center "b"
  D2 center "c"
row 3 0.0mm
  B3 center "a"
)");
}

TEST_CASE("Shares and repeated columns fill the region to the last micrometre") {
  const Sheet sheet = FillForm("- table: {columns: \"10mm 3x* 2* 7x5.5mm\", rows: [[{each: d as x, cell: x}]]}\n",
                               Value(ValueMap{{"d", Value(ValueList(12, Value(1)))}}));
  REQUIRE(sheet.columns.size() == 12);
  Um sum = 0;
  for (const Um width : sheet.columns) sum += width;
  CHECK(sum == 165000);
  CHECK(sheet.columns[0] == 10000);
  CHECK(sheet.columns[4] == sheet.columns[1] * 2);
  CHECK(sheet.columns[11] == 5500);
}

TEST_CASE("A row repeats for every entry, and blank ones are added") {
  CHECK(Filled(Form(R"(
- table:
    columns: 10mm * 20mm
    rows:
    - {band: heading, cells: [No., 氏名, 年齢]}
    - each: people as p
      at_least: 4
      if: p.active
      cells: ["{{loop.number}}", {text: "{{p.name}}{{loop.last | yes: 。}}"}, {text: "{{p.age}}"}]
)"),
               People(3)) == R"(10.0 135.0 20.0
row 1 8.0mm heading
  A1 center "No."
  B1 center "氏名"
  C1 center "年齢"
row 2 8.0mm
  A2 right "1"
  B2 left "甲"
  C2 right "30"
row 3 8.0mm
  A3 right "2"
  B3 left "丙"
  C3 right "32"
row 4 8.0mm
  A4 right "3"
  B4 left ""
  C4 left ""
row 5 8.0mm
  A5 right "4"
  B5 left "。"
  C5 left ""
)");
}

TEST_CASE("Heading rows are repeated, one stretch a sheet") {
  const Sheet sheet = FillForm(R"(
- title: x
- table:
  - {band: heading, cells: [a]}
  - {band: heading, freeze: true, cells: [b]}
  - [c]
)",
                               {});
  CHECK(sheet.repeat_first == 1);
  CHECK(sheet.repeat_last == 2);
  CHECK(sheet.freeze_row == 3);
  CHECK(sheet.freeze_column == 0);
  CHECK(FillForm("- text: x\n", {}).repeat_first == -1);
  CHECK(FaultOf(Form("- table:\n  - {band: heading, cells: [a]}\n  - [b]\n  - {band: heading, cells: [c]}\n")) ==
        "form.yaml:7:5: エラー: 繰り返す見出し行（band: heading）は一つのシートに一続きだけです。ほかの見出しから band "
        "を外してください。");
}

TEST_CASE("Panes are frozen right of the table's columns") {
  const Sheet sheet = FillForm(R"(
- table: {columns: 5x*, rows: [[a, b, c, d, e]]}
- table:
    columns: 60mm 40mm *
    rows:
    - {freeze: 1, cells: [a, b, c]}
)",
                               {});
  CHECK(sheet.freeze_row == 2);
  CHECK(sheet.freeze_column == 2);
}

TEST_CASE("A cell covers the rows that the entries below it make") {
  CHECK(Filled(Form(R"(
- table:
    columns: 20mm 20mm *
    rows:
    - [{label: 行動歴, rows: 3}, 関係者, 職員]
    - {each: people as p, cells: [{text: "{{p.name}}"}, {text: "{{p.age}}"}]}
    - {if: none, cells: [x, y]}
    - [{label: 計, rows: "*"}, a, b]
    - rows:
      - [c, d]
      - [e, f]
)"),
               Value(ValueMap{{"people", *People(2).Find("people")}, {"none", Value()}})) == R"(20.0 20.0 125.0
row 1 8.0mm
  A1:A3 center "行動歴"
  B1 center "関係者"
  C1 center "職員"
row 2 8.0mm
  B2 left "甲"
  C2 right "30"
row 3 8.0mm
  B3 left "乙"
  C3 right "31"
row 4 8.0mm
  A4:A6 center "計"
  B4 center "a"
  C4 center "b"
row 5 8.0mm
  B5 center "c"
  C5 center "d"
row 6 8.0mm
  B6 center "e"
  C6 center "f"
)");
}

TEST_CASE("Repeated cells take what the others leave; blank ones fill up behind them") {
  const Value values(ValueMap{{"days", ValueList{Value(ValueMap{{"n", 1}}), Value(ValueMap{{"n", 2}})}}});
  CHECK(Filled(Form(R"(
- table:
    columns: 20mm 3x10mm * 20mm
    rows:
    - [{label: 氏名, rows: 2}, {each: days as d, cell: "{{d.n}}日"}, {label: x, rows: 2}, {label: 計, rows: 2}]
    - [{each: days as d, cell: {text: "{{d.n}}"}}]
    - [a, {each: days as d, cell: {text: "<{{loop.number}}>", diagonal: true
}
}, {span: 2, label: z}]
)"),
               values) == R"(20.0 10.0 10.0 10.0 95.0 20.0
row 1 8.0mm
  A1:A2 center "氏名"
  B1 center "1日"
  C1 center "2日"
  D1 center ""
  E1:E2 center "x"
  F1:F2 center "計"
row 2 8.0mm
  B2 right "1"
  C2 right "2"
  D2 left ""
row 3 8.0mm
  A3 center "a"
  B3 left / "<1>"
  C3 left / "<2>"
  D3 left / ""
  E3:F3 center "z"
)");
}

TEST_CASE("Several cells can repeat together, but not more often than there are columns") {
  const Value two(ValueMap{{"days", ValueList(2, Value(ValueMap{{"n", 1}, {"m", 2}}))}});
  const std::string form = Form(R"(
- table:
    columns: 6x10mm *
    rows:
    - [{each: days as d, cells: [{text: "{{d.n}}", span: 2}, {text: "{{d.m}}"}]}, x]
)");
  CHECK(Filled(form, two) == R"(20.0 10.0 20.0 10.0 105.0
row 1 8.0mm
  A1 right "1"
  B1 right "2"
  C1 right "1"
  D1 right "2"
  E1 center "x"
)");
  const Value three(ValueMap{{"days", ValueList(3, Value(ValueMap{{"n", 1}, {"m", 2}}))}});
  CHECK(FaultOf(form, three) ==
        "form.yaml:8:8: エラー: 「days」は 3 件ありますが、欄は 2 回分しかありません。columns を広げてください。");
}

TEST_CASE("span * leaves room for the cells after it") {
  CHECK(Filled(Form("- table: {columns: 5x*, rows: [[a, {span: \"*\", label: b}, c], [{span: \"*\", label: d}], [1, 2, "
                    "3, 4, 5]]}\n"),
               {}) ==
        R"(33.0 33.0 33.0 33.0 33.0
row 1 8.0mm
  A1 center "a"
  B1:D1 center "b"
  E1 center "c"
row 2 8.0mm
  A2:E2 center "d"
row 3 8.0mm
  A3 center "1"
  B3 center "2"
  C3 center "3"
  D3 center "4"
  E3 center "5"
)");
}

TEST_CASE("Groups stay together, turns can start pages") {
  const Value values(ValueMap{{"groups", ValueList{People(2), People(1)}}});
  CHECK(Filled(Form(R"(
- table:
  - {each: groups as g, keep: true, page_break: true, rows: [[見出し], {each: g.people as p, cells: [{text: "{{p.name}}"}]}]}
- page_break: true
- text: 次の頁
- {text: その次, page_break: true}
)"),
               values) == R"(165.0
row 1 8.0mm group 1
  A1 center "見出し"
row 2 8.0mm group 1
  A2 left "甲"
row 3 8.0mm group 1
  A3 left "乙"
row 4 8.0mm group 2 break
  A4 center "見出し"
row 5 8.0mm group 2
  A5 left "甲"
row 6 0.0mm break
  A6 left "次の頁"
row 7 0.0mm break
  A7 left "その次"
)");
}

TEST_CASE("An each over a list of lists, through a path") {
  const Value values(ValueMap{{"groups", ValueList{People(1), People(2)}}});
  CHECK(Filled(Form("- {text: \"{{loop.number}} {{p.name}}\", each: groups.people as p}\n"), values) == R"(165.0
row 1 0.0mm
  A1 left "1 甲"
row 2 0.0mm
  A2 left "2 甲"
row 3 0.0mm
  A3 left "3 乙"
)");
  CHECK(FaultOf(Form("- {text: x, each: groups.people.name.x as p}\n"), values) ==
        "form.yaml:4:19: エラー: 「groups.people.name.x」の「x」の前は一つの値で、中に項目はありません。");
  CHECK(FaultOf(Form("- {text: x, each: name as p}\n"), Value(ValueMap{{"name", "x"}})) ==
        "form.yaml:4:19: エラー: 「name」は一覧ではないので each に使えません。");
}

TEST_CASE("A row's height, and cells whose text goes") {
  const Sheet sheet = FillForm(R"(
- table:
    columns: 50mm *
    row_height: 5mm
    rows:
    - {height: fill 40mm, cells: [a, {text: "{{x}}", if: "x == 'y'"}]}
    - {height: 3fill, grows: false, hidden: true, cells: [a, {text: "{{x}}", if: "x == 'z'", formula: '1+1'}]}
    - [a, b]
- {table: [[x]], size: 8pt}
)",
                               Value(ValueMap{{"x", "y"}}));
  CHECK(DumpSheet(sheet) == R"(50.0 115.0
row 1 40.0mm fill 1
  A1 center "a"
  B1 left "y"
row 2 0.0mm fill 3 hidden
  A2 center "a"
  B2 left ""
row 3 5.0mm
  A3 center "a"
  B3 center "b"
row 4 6.0mm
  A4:B4 center "x"
)");
  CHECK_FALSE(sheet.rows[1].grows);
  CHECK(sheet.rows[0].grows);
}

TEST_CASE("A single placeholder keeps its type, its format and its origin") {
  const std::string file = "data/loans.csv";
  const Origin origin{17, 4, &file};
  const Value values(ValueMap{{"day", Value(Scalar(*Date::FromYmd(2021, 1, 13)), origin)},
                              {"rate", 0.25},
                              {"name", Value(Scalar(std::string("髙橋")), Origin{3, 2, &file})},
                              {"nothing", Value()}});
  const Sheet sheet = FillForm(R"(
- table:
  - [{text: "{{day | wareki_short}}"}]
  - [{text: "{{rate}}", format: percent}]
  - [{text: "{{nothing}}{{name}}は{{day | md}}"}]
  - [{text: "{{nothing}}"}]
  - [{text: "{{day | prefix: 令}}"}]
)",
                               values);
  REQUIRE(sheet.cells.size() == 5);
  CHECK(sheet.cells[0].value == Scalar(*Date::FromYmd(2021, 1, 13)));
  CHECK(sheet.cells[0].text == "R3.1.13");
  CHECK(sheet.styles[static_cast<std::size_t>(sheet.cells[0].style)].format == "wareki_short");
  CHECK(sheet.cells[0].origin.line == 17);
  CHECK(sheet.cells[0].origin.column == 4);
  CHECK(*sheet.cells[0].origin.file == file);
  CHECK(sheet.cells[1].value == Scalar(0.25));
  CHECK(sheet.cells[1].text == "25.0%");
  CHECK(sheet.cells[2].value == Scalar(std::string("髙橋は1月13日")));
  CHECK(sheet.cells[2].origin.line == 3);
  CHECK(sheet.cells[3].value == Scalar());
  CHECK(sheet.cells[3].text.empty());
  CHECK(sheet.cells[4].value == Scalar(std::string("令令和3年1月13日")));
}

TEST_CASE("Looks come from the page, the block, the row and the cell") {
  const Sheet sheet = FillForm(R"(
- table:
    font: gothic 9pt
    label_fill: grey
    rows:
    - {bold: true, cells: [a]}
    - {align: right, fill: light_grey, cells: [{label: b, align: top left, size: 12pt, fill: none, pad: 0mm}]}
    - [{text: "{{x}}", vertical: true, color: "#FF0000", wrap: false}]
)",
                               Value(ValueMap{{"x", "1"}}));
  const auto style = [&](std::size_t cell) { return sheet.styles[static_cast<std::size_t>(sheet.cells[cell].style)]; };
  CHECK(style(0).font == "gothic");
  CHECK(style(0).size == 900);
  CHECK(style(0).bold);
  CHECK(style(0).fill_rgb == Rgb{0xEDEDED});
  CHECK(style(1).h_align == HAlign::kLeft);
  CHECK(style(1).v_align == VAlign::kTop);
  CHECK(style(1).size == 1200);
  CHECK_FALSE(style(1).fill_rgb.has_value());
  CHECK(style(1).pad_x == 0);
  CHECK(style(2).vertical);
  CHECK_FALSE(style(2).wrap);
  CHECK(style(2).text_rgb == 0xFF0000);
  CHECK(style(2).v_align == VAlign::kCenter);
}

TEST_CASE("Labels of many lines stand left") {
  CHECK(Filled(Form("- table: {columns: 20mm *, rows: [[所属長が特に認める職員について書く, "
                    "所属長が特に認める職員について書く]]}\n"),
               {}) ==
        R"(20.0 145.0
row 1 8.0mm
  A1 left "所属長が特に認める職員について書く"
  B1 center "所属長が特に認める職員について書く"
)");
}

TEST_CASE("Looks that depend on the data, and void lines") {
  const Sheet sheet = FillForm(R"(
- table:
  - each: people as p
    style_if: {cond: p.age > 31, color: "#777777"}
    cells: [{text: "{{p.name}}", style_if: [{cond: p.active, fill: grey, bold: true}], diagonal: "!p.active"}]
)",
                               People(4));
  const auto style = [&](std::size_t cell) { return sheet.styles[static_cast<std::size_t>(sheet.cells[cell].style)]; };
  CHECK(style(0).bold);
  CHECK(style(0).fill_rgb == Rgb{0xEDEDED});
  CHECK(style(0).text_rgb == kBlack);
  CHECK_FALSE(style(1).bold);
  CHECK(style(2).bold);
  CHECK(style(2).text_rgb == 0x777777);
  CHECK_FALSE(style(3).fill_rgb.has_value());
  CHECK(style(3).text_rgb == 0x777777);
  CHECK_FALSE(sheet.cells[0].diagonal);
  CHECK(sheet.cells[1].diagonal);
}

TEST_CASE("Check boxes and choice lists") {
  const Value values(ValueMap{{"items", ValueList{"マウス", "鍵"}}, {"reason", "育児"}, {"none", Value()}});
  const Sheet sheet = FillForm(R"(
- table:
  - [{checks: [端末機, マウス], chosen: items, labels: {端末機: 在宅勤務用端末機}}]
  - [{checks: [育児, 介護], chosen: "{{reason}}", across: true}]
  - [{checks: [有, 無], chosen: none, across: true, dropdown: [有, 無]}]
  - [{text: "{{reason}}", dropdown: [育児, 介護]}]
  - [{text: "{{reason}}", dropdown: [有, 無]}]
)",
                               values);
  CHECK(sheet.cells[0].text == "☐ 在宅勤務用端末機\n☑ マウス\n☑ 鍵");
  CHECK(sheet.cells[1].text == "☑ 育児　　☐ 介護");
  CHECK(sheet.cells[2].text == "☐ 有　　☐ 無");
  CHECK(sheet.choice_lists == std::vector<std::vector<std::string>>{{"有", "無"}, {"育児", "介護"}});
  CHECK(sheet.cells[0].choices == -1);
  CHECK(sheet.cells[3].choices == 1);
  CHECK(sheet.cells[4].choices == 0);
}

TEST_CASE("Faults in the data's names point into the template") {
  CHECK(FaultOf(Form("- table:\n  - each: people as p\n    cells: [{text: \"氏名 {{p.nam}}\"}]\n"), People(1)) ==
        "form.yaml:6:26: エラー: 「p.nam」の「nam」は知らない項目です。「name」ではありませんか。");
  CHECK(FaultOf(Form("- text: '{{peeple}}'\n"), People(1)) ==
        "form.yaml:4:12: エラー: 「peeple」の「peeple」は知らない項目です。「people」ではありませんか。");
  CHECK(FaultOf(Form("- {text: x, if: 'people and foo'}\n"), People(1)) ==
        "form.yaml:4:29: エラー: 「foo」の「foo」は知らない項目です。あるのは people です。");
}

TEST_CASE("Sheets of a workbook") {
  const char* const form = R"(form: a
title: x
page: {orientation: landscape, footer: {left: "{{name}}"}}
sheets:
- {name: "人員[{{name}}]", body: [{text: a}]}
- {name: 無, if: none, body: [{text: b}]}
- {name: "人員[{{name}}]", page: {paper: A3, orientation: portrait, margins: 10mm, footer: none}, body: [{text: c}]}
)";
  const auto sheets = Bind(Template::Parse(form, "form.yaml"), Value(ValueMap{{"name", "若葉"}, {"none", false}}), {});
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].name == "人員_若葉_");
  CHECK(sheets[1].name == "（2）人員_若葉_");
  CHECK(sheets[0].page.width == 297000);
  CHECK(sheets[0].page.margin_left == 15000);
  CHECK(sheets[0].page.footer_left == "若葉");
  CHECK(sheets[0].page.footer_center == "{page}／{pages}");
  CHECK(sheets[1].page.width == 297000);
  CHECK(sheets[1].page.height == 420000);
  CHECK(sheets[1].page.footer_center.empty());
  CHECK(sheets[1].columns == std::vector<Um>{277000});
}

TEST_CASE("Names of sheets are made such that Excel takes them") {
  const std::string longest = "form: a\ntitle: '" + std::string(40, 'x') + "'\nbody: []\n";
  CHECK(Bind(Template::Parse(longest, "f"), {}, {})[0].name == std::string(31, 'x'));
  CHECK(Bind(Template::Parse("form: a\ntitle: \"'\"\nbody: []\n", "f"), {}, {})[0].name == "Sheet1");
}

TEST_CASE("The footer names form and key, if they are known") {
  const Template form = Template::Parse(Form("- text: x\n"), "form.yaml");
  CHECK(Bind(form, {}, {})[0].page.footer_right.empty());
  const Value document(ValueMap{{"form", "a.b"}, {"key", "L-1"}, {"title", "t"}});
  const Value values(ValueMap{{"document", document}});
  CHECK(Bind(form, values, {})[0].page.footer_right == "a.b L-1");
  CHECK(Bind(form, values, {.blank = true, .approval = {}, .note = "", .today = {}})[0].page.footer_right == "a.b");
}

TEST_CASE("A form tells its head and its placeholders") {
  const Template form = Template::Parse(R"(form: a.b
title: 願
number: 様式3
records: loans as loan
where: loan.device
key: "{{loan.id}}"
department: "{{loan.staff.department.code}}"
date: "{{loan.applied}}"
formats: [xlsx]
body:
- {text: "{{loan.staff.name}} {{loan.id}}", each: loan.items as i}
- {text: "{{i.name}} {{loop.number}}", each: loan.items as i}
)",
                                        "form.yaml");
  CHECK(form.head().form == "a.b");
  CHECK(form.head().title == "願");
  CHECK(form.head().number == "様式3");
  CHECK(form.head().records_table == "loans");
  CHECK(form.head().records_name == "loan");
  CHECK(form.head().key == "{{loan.id}}");
  CHECK(form.head().department == "{{loan.staff.department.code}}");
  CHECK(form.head().date == "{{loan.applied}}");
  CHECK(form.head().where == "loan.device");
  CHECK(form.head().formats == std::vector<std::string>{"xlsx"});
  CHECK(form.Placeholders() == std::vector<std::string>{"document.form", "document.key", "loan.applied", "loan.device",
                                                        "loan.id", "loan.items", "loan.items.name",
                                                        "loan.staff.department.code", "loan.staff.name",
                                                        "loop.number"});
}

}  // namespace chohyo
