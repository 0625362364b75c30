// What a template's writer is told, whole messages.
#include <catch2/catch.hpp>

#include "pipeline/base/lang.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

/// The fault of a form with a table whose rows are given.
std::string TableFault(const std::string& rows) {
  return FaultOf(Form("- table:\n    columns: 20mm 20mm 20mm\n    rows:\n" + rows));
}

}  // namespace

TEST_CASE("The head is checked") {
  CHECK(FaultOf("title: x\nbody: []") == "form.yaml:1:1: エラー: 「form」が必要です。");
  CHECK(FaultOf("form: a\ntitle: x\nbdy: []") ==
        "form.yaml:3:1: エラー: 知らない項目「bdy」です。「body」ではありませんか。");
  CHECK(FaultOf("form: a\ntitle: x") == "form.yaml:1:1: エラー: 「body」が必要です。");
  CHECK(FaultOf("form: a\ntitle: x\nrecords: loans\nbody: []") ==
        "form.yaml:3:10: エラー: records は「表 as 名前」と書いてください（例: loans as loan）。");
  CHECK(FaultOf("form: a\ntitle: x\nformats: [pdf, doc]\nbody: []") ==
        "form.yaml:3:10: エラー: formats は pdf、xlsx、csv です（今は「doc」）。");
  CHECK(FaultOf("form: a\ntitle: x\nkey: \"{{loan.id | wareky}}\"\nbody: []") ==
        "form.yaml:3:19: エラー: 知らないフィルター「wareky」です。「wareki」ではありませんか。");
  CHECK(FaultOf("form: a\ntitle: x\nbody: []\nsheets: []") ==
        "form.yaml:3:7: エラー: sheets があるときは「body」をその中に書いてください。");
  CHECK(FaultOf("form: a\ntitle: x\nsheets: []") == "form.yaml:3:9: エラー: シートは 1 枚から 50 枚までです。");
  CHECK(FaultOf("- a") ==
        "form.yaml:1:1: エラー: ここには項目の組（名前: 値）を書いてください（今は並び（[…] または - …））。");
}

TEST_CASE("The page is checked") {
  const auto page = [](const std::string& text) {
    return FaultOf("form: a\ntitle: x\npage: {" + text + "}\nbody: []");
  };
  CHECK(page("paper: A6") == "form.yaml:3:15: エラー: 用紙「A6」はありません。使えるのは A3 A4 A5 B4 B5 です。");
  CHECK(page("orientation: upright") ==
        "form.yaml:3:21: エラー: portrait（縦）か landscape（横）を書いてください（今は「upright」）。");
  CHECK(page("margins: 20") ==
        "form.yaml:3:17: エラー: 余白「20」が読めません。「20mm」か「上 右 下 左」の順に「20mm 20mm 20mm "
        "25mm」のように書いてください。");
  CHECK(page("margins: 1mm 1mm 1mm 1mm 1mm") == "form.yaml:3:17: エラー: 余白は四つまでです。");
  CHECK(page("margins: 100mm") == "form.yaml:3:7: エラー: 余白が大きすぎて、書く場所がありません。");
  CHECK(page("font: mincho 10") ==
        "form.yaml:3:14: エラー: font「mincho 10」が読めません。「mincho」か「mincho 10.5pt」のように書いてください。");
  CHECK(page("smallest: 7mm") ==
        "form.yaml:3:18: エラー: 「7mm」は文字の大きさではありません。10.5pt のように書いてください（3pt〜200pt）。");
  CHECK(page("footer: {middle: x}") ==
        "form.yaml:3:17: エラー: 知らない項目「middle」です。使えるのは left, center, right です。");
}

TEST_CASE("Blocks are checked") {
  CHECK(FaultOf(Form("- titel: 願\n")) ==
        "form.yaml:4:3: エラー: 知らないブロック「titel」です。「title」ではありませんか。");
  CHECK(FaultOf(Form("- {title: 願, text: 本文}\n")) ==
        "form.yaml:4:14: エラー: 「title」と「text」は別々のブロック（- で始まる行）に分けてください。");
  CHECK(FaultOf(Form("- {title: 願, spaec_after: 3mm}\n")) ==
        "form.yaml:4:14: エラー: 知らない項目「spaec_after」です。「space_after」ではありませんか。");
  CHECK(FaultOf(Form("- {text: 願, spread: 30mm}\n"))
            .starts_with("form.yaml:4:13: エラー: 知らない項目「spread」です。"));
  CHECK(FaultOf(Form("- {title: 願, spread: 300mm}\n")) == "form.yaml:4:22: エラー: spread が用紙の幅を越えています。");
  CHECK(FaultOf(Form("- {title: 願, size: big}\n")) ==
        "form.yaml:4:20: エラー: 「big」は文字の大きさではありません。10.5pt のように書いてください（3pt〜200pt）。");
  CHECK(FaultOf(Form("- space: 5\n")) ==
        "form.yaml:4:10: エラー: 高さ「5」が読めません。9mm、fill、2fill、「fill 40mm」のように書いてください。");
  CHECK(
      FaultOf(Form("- {title: 願, space_after: 5}\n")) ==
      "form.yaml:4:27: エラー: 「5」は長さではありません。5mm、1.5cm、10.5pt のように書いてください（1200mm まで）。");
  CHECK(FaultOf(Form("- {title: 願, align: middel}\n")) ==
        "form.yaml:4:21: エラー: align の「middel」が読めません。left center right justify spread across と top middle "
        "bottom が使えます。");
  CHECK(FaultOf(Form("- {text: 願, fill: gray}\n")) ==
        "form.yaml:4:19: エラー: 色「gray」が読めません。grey、light_grey、dark_grey、none か \"#F2F2F2\" "
        "のように（引用符つきで）書いてください。");
  CHECK(FaultOf(Form("- sender: {width: 300mm, 所属: x}\n")) == "form.yaml:4:11: エラー: 差出人欄の幅が合いません。");
  CHECK(FaultOf(Form("- beside:\n  - {width: 30mm, approval: true}\n")) ==
        "form.yaml:5:29: エラー: 決裁欄には幅 40mm 以上が要ります（今は 30.0mm）。");
  CHECK(FaultOf(Form("- beside:\n  - {width: 100mm}\n  - {width: 100mm}\n")) ==
        "form.yaml:5:3: エラー: 並べた幅が合いません。使える幅は 165.0mm です。");
  CHECK(FaultOf(Form("- {text: \"{{x\"}\n")) == "form.yaml:4:14: エラー: 「{{」に対する「}}」がありません。");
  CHECK(FaultOf(Form("- {text: x, if: a = b}\n")) ==
        "form.yaml:4:20: エラー: 等しいかどうかは「==」と書いてください。");
  CHECK(FaultOf(Form("- {text: x, each: list}\n")) ==
        "form.yaml:4:23: エラー: each は「一覧 as 名前」と書いてください（例: each: loans as loan）。");
}

TEST_CASE("Columns are checked") {
  CHECK(FaultOf(Form("- table: {columns: 20, rows: []}\n")) ==
        "form.yaml:4:20: エラー: 列「20」が読めません。30mm、*、3*、31x5mm のように書いてください（全部で 400 "
        "列まで）。");
  CHECK(FaultOf(Form("- table: {columns: 100mm 100mm, rows: []}\n")) ==
        "form.yaml:4:20: エラー: 列の幅が合いません。使える幅は 165.0mm です（0.3mm より狭い列はできません）。");
  CHECK(FaultOf(Form("- table: {columns: 165mm *, rows: []}\n")) ==
        "form.yaml:4:20: エラー: 列の幅が合いません。使える幅は 165.0mm です（0.3mm より狭い列はできません）。");
  CHECK(FaultOf(Form("- table: {columns: \"*\", indent: 165mm, rows: []}\n")) ==
        "form.yaml:4:20: エラー: 列の幅が合いません。使える幅は 0.0mm です（0.3mm より狭い列はできません）。");
  CHECK(FaultOf(Form("- table: {columns: \"*\"}\n")) == "form.yaml:4:10: エラー: 表には rows が必要です。");
}

TEST_CASE("Spans must add up to the table") {
  CHECK(TableFault("    - [a, b, c, d]\n") ==
        "form.yaml:7:17: エラー: この欄は表の右端を越えます。表は 3 列、ここまでで 3 列を使っています。");
  CHECK(TableFault("    - [a, {span: 3, text: b}]\n") ==
        "form.yaml:7:11: エラー: この欄は表の右端を越えます。表は 3 列、ここまでで 1 列を使っています。");
  CHECK(TableFault("    - [a, b]\n") ==
        "form.yaml:7:7: エラー: この行は 2 列分しかありません（表は 3 列）。span を直すか、最後の欄に span: \"*\" "
        "を書いてください。");
  CHECK(TableFault("    - [a, {span: 0, text: b}, c]\n") == "form.yaml:7:18: エラー: span は 1 以上です。");
  CHECK(TableFault("    - [a, {span: x, text: b}, c]\n") ==
        "form.yaml:7:18: エラー: 整数を書いてください（今は「x」）。");
  CHECK(TableFault("    - [a, b, {rows: 2, text: c}]\n") ==
        "form.yaml:7:21: エラー: rows: 2 は表（またはまとまり）の終わりを越えています。ここからは 1 行です。");
  CHECK(TableFault("    - [a, {rows: 2, text: b}, c]\n    - [{span: 2, text: d}, e]\n") ==
        "form.yaml:8:8: エラー: この欄は上の行から下りてきた欄（rows）と重なります。");
  CHECK(TableFault("    - [a, {rows: 2, text: b}, c]\n    - [d, e, f]\n") ==
        "form.yaml:8:14: エラー: この欄は表の右端を越えます。表は 3 列、ここまでで 3 列を使っています。");
  CHECK(TableFault("    - {each: x as y, cells: [a, b, {rows: 2, text: c}]}\n    - [a, b]\n") ==
        "form.yaml:7:43: エラー: rows: 2 は表（またはまとまり）の終わりを越えています。ここからは 1 行です。");
  CHECK(TableFault("    - [{span: \"*\"}, {span: \"*\"}]\n") ==
        "form.yaml:7:21: エラー: span: \"*\" は一つの行に一度だけで、each とは一緒に使えません。");
}

TEST_CASE("Repeated cells must fit") {
  CHECK(TableFault("    - [a, {each: d as d, cells: [x, y, z]}]\n") ==
        "form.yaml:7:11: エラー: 繰り返す欄に残る列は 2 列で、一回に 3 列使います。割り切れるようにしてください。");
  CHECK(TableFault("    - [{each: d as d, cell: x}, {each: d as d, cell: x}]\n") ==
        "form.yaml:7:33: エラー: 繰り返す欄は一つの行に一か所だけです。");
  CHECK(TableFault("    - [{each: d as d}]\n") ==
        "form.yaml:7:8: エラー: each の繰り返す欄を cell か cells に書いてください。");
  CHECK(TableFault("    - {each: d as d, cells: [{each: d.x as d, cell: x}]}\n") ==
        "form.yaml:7:37: エラー: 「d」は外側の each でもう使われています。別の名前にしてください。");
}

TEST_CASE("Rows are checked") {
  CHECK(TableFault("    - abc\n") ==
        "form.yaml:7:7: エラー: 行は欄の並び [欄, 欄, …] か、{cells: […]}、{rows: […]} です。");
  CHECK(TableFault("    - {height: 9mm}\n") == "form.yaml:7:7: エラー: 行には cells か rows が必要です。");
  CHECK(TableFault("    - {height: 9, cells: [a, b, c]}\n") ==
        "form.yaml:7:16: エラー: 高さ「9」が読めません。9mm、fill、2fill、「fill 40mm」のように書いてください。");
  CHECK(TableFault("    - {hieght: 9mm, cells: [a, b, c]}\n") ==
        "form.yaml:7:8: エラー: 知らない項目「hieght」です。「height」ではありませんか。");
  CHECK(TableFault("    - {band: header, cells: [a, b, c]}\n") ==
        "form.yaml:7:14: エラー: band は heading、detail、subtotal、footer、body のどれかです（今は「header」）。");
  CHECK(TableFault("    - {at_least: 3, cells: [a, b, c]}\n") ==
        "form.yaml:7:18: エラー: at_least は each のある行だけに書けます。");
  CHECK(TableFault("    - {each: d as e, at_least: 99999, cells: [a, b, c]}\n") ==
        "form.yaml:7:32: エラー: at_least は 10000 までです。");
  CHECK(TableFault("    - {freeze: 3, cells: [a, b, c]}\n") ==
        "form.yaml:7:16: エラー: freeze は true か、固定する列の数（3 未満）です。");
  CHECK(TableFault("    - [[a], b, c]\n") == "form.yaml:7:8: エラー: 欄の中に並びは書けません。");
}

TEST_CASE("Rows side by side are shared, so that they cannot be headings") {
  CHECK(FaultOf(Form("- beside:\n  - body:\n    - table:\n      - {band: heading, cells: [a]}\n")) ==
        "form.yaml:7:9: エラー: beside の中の行には band: heading、hidden、freeze "
        "を書けません（隣のブロックと行を分け合うため）。");
}

TEST_CASE("Cells are checked") {
  CHECK(TableFault("    - [{txt: a}, b, c]\n") ==
        "form.yaml:7:9: エラー: 知らない項目「txt」です。「text」ではありませんか。");
  CHECK(TableFault("    - [{text: a, label: b}, b, c]\n") ==
        "form.yaml:7:8: エラー: text、label、checks、seal は一つだけ書いてください。");
  CHECK(TableFault("    - [{text: a, format: warek}, b, c]\n") ==
        "form.yaml:7:26: エラー: 知らない形式「warek」です。「wareki」ではありませんか。");
  CHECK(TableFault("    - [{text: a, borders: medum}, b, c]\n") ==
        "form.yaml:7:27: エラー: 罫線「medum」はありません。「medium」ではありませんか。");
  CHECK(TableFault("    - [{text: a, borders: {tpo: thin}}, b, c]\n") ==
        "form.yaml:7:28: エラー: 知らない項目「tpo」です。「top」ではありませんか。");
  CHECK(TableFault("    - [{checks: [a, b]}, b, c]\n") == "form.yaml:7:8: エラー: 「chosen」が必要です。");
  CHECK(TableFault("    - [{checks: [a, b], chosen: x, labels: {c: C}}, b, c]\n") ==
        "form.yaml:7:45: エラー: 「c」は checks にありません（a, b）。");
  CHECK(TableFault("    - [{style_if: {fill: grey}}, b, c]\n") == "form.yaml:7:19: エラー: 「cond」が必要です。");
  CHECK(TableFault("    - [{cond: {formula: '1'}}, b, c]\n") == "form.yaml:7:15: エラー: 「when」が必要です。");
}

TEST_CASE("Formulas are checked") {
  CHECK(TableFault("    - [{formula: '1'}, b, c]\n") ==
        "form.yaml:7:18: エラー: 式のある欄には、計算した値を text に書いてください。");
  CHECK(TableFault("    - [{text: x, formula: '=1'}, b, c]\n") ==
        "form.yaml:7:27: エラー: 式は = なしで書いてください。");
  CHECK(TableFault("    - [{text: x, formula: 'SUM([a'}, b, c]\n") ==
        "form.yaml:7:27: エラー: 式の [ が閉じていません。");
  CHECK(TableFault("    - [{text: x, formula: 'SUM([prsent*])'}, {text: y, id: present}, c]\n") ==
        "form.yaml:7:32: エラー: id「prsent」の欄はありません。「present」ではありませんか。");
  CHECK(TableFault("    - [{text: x, formula: 'SUM(表![a*])'}, b, c]\n") ==
        "form.yaml:7:34: エラー: シート「表」はありません。あるのは 試験 です。");
}

TEST_CASE("Charts are checked") {
  CHECK(FaultOf(Form("- chart: {kind: pie, categories: '[a*]', series: []}\n")) ==
        "form.yaml:4:17: エラー: グラフの種類は column、stacked_column、bar、stacked_bar、line "
        "のどれかです（今は「pie」）。");
  CHECK(FaultOf(Form("- chart: {kind: bar, series: []}\n")) == "form.yaml:4:10: エラー: 「categories」が必要です。");
  CHECK(FaultOf(Form("- chart: {kind: bar, categories: a, series: []}\n")) ==
        "form.yaml:4:34: エラー: 「[名前*]」か「シート![名前*]」と書いてください。");
}

TEST_CASE("Messages are there in English as well") {
  SetLang(Lang::kEn);
  const std::string fault = FaultOf(Form("- table:\n  - [a, b]\n"));
  SetLang(Lang::kJa);
  CHECK(fault ==
        "form.yaml:5:9: error: this cell reaches beyond the table's right edge: it has 1 columns, and 1 are used so "
        "far.");
}

}  // namespace chohyo
