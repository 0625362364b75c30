// Templates and values written to exhaust the program.
#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {

TEST_CASE("Columns without end are refused") {
  const auto columns = [](const std::string& text) {
    return FaultOf(Form("- table: {columns: \"" + text + "\", rows: []}\n"));
  };
  CHECK(columns("999999999x1mm") ==
        "form.yaml:4:20: エラー: 列「999999999x1mm」が読めません。30mm、*、3*、31x5mm のように書いてください（全部で "
        "400 列まで）。");
  CHECK(columns("99999999999999999999x1mm").find("99999999999999999999x1mm") != std::string::npos);
  CHECK(columns("300x* 200x*").find("「200x*」が読めません") != std::string::npos);
  CHECK(columns("-3x*").find("「-3x*」が読めません") != std::string::npos);
  CHECK(columns("0x*").find("「0x*」が読めません") != std::string::npos);
  CHECK(columns("2000000000*").find("「2000000000*」が読めません") != std::string::npos);
  CHECK(columns("1e300mm").find("「1e300mm」が読めません") != std::string::npos);
  CHECK(columns("nanmm").find("「nanmm」が読めません") != std::string::npos);
  CHECK(columns("400x*") == "");
}

TEST_CASE("Many tables whose columns fit alone may be too many together") {
  std::string body;
  for (int i = 0; i < 5; ++i) {
    body += "- table: {indent: 0." + std::to_string(i * 3 + 5) +
            "mm, columns: \"300x*\", rows: [[{each: d as d, cell: x}]]}\n";
  }
  const std::string fault = FaultOf("form: a\ntitle: x\npage: {paper: A3, orientation: landscape}\nbody:\n" + body);
  CHECK(fault == "form.yaml:5:1: エラー: すべての表の列を重ねると 400 列を越えます。");
}

TEST_CASE("Huge numbers are refused") {
  const auto row = [](const std::string& text) { return FaultOf(Form("- table:\n  - " + text + "\n")); };
  CHECK(row("[{label: a, span: 2147483647}]").find("表の右端を越えます") != std::string::npos);
  CHECK(row("[{label: a, span: 99999999999}]").find("整数を書いてください") != std::string::npos);
  CHECK(row("[{label: a, rows: 2147483647}]").find("終わりを越えています") != std::string::npos);
  CHECK(row("{height: 999999mm, cells: [a]}").find("高さ「999999mm」が読めません") != std::string::npos);
  CHECK(row("{height: 999999fill, cells: [a]}").find("高さ「999999fill」が読めません") != std::string::npos);
  CHECK(row("[{label: a, size: 1e9pt}]").find("文字の大きさではありません") != std::string::npos);
  CHECK(row("[{label: a, pad: 1e9mm}]").find("長さではありません") != std::string::npos);
  CHECK(row("[{label: a, pad: 100cm}]").empty());
}

TEST_CASE("Nesting without end is refused") {
  std::string yaml = "- table:\n  - ";
  for (int i = 0; i < 500; ++i) yaml += "{rows: [";
  yaml += "[a]";
  for (int i = 0; i < 500; ++i) yaml += "]}";
  CHECK(FaultOf(Form(yaml + "\n")).find("エラー") != std::string::npos);
}

TEST_CASE("Repetitions that multiply are stopped") {
  std::string yaml = "- table:\n";
  for (int i = 0; i < 6; ++i) {
    yaml += std::string(static_cast<std::size_t>(2 + 2 * i), ' ') + "- each: list as v" + std::to_string(i) + "\n" +
            std::string(static_cast<std::size_t>(4 + 2 * i), ' ') + "at_least: 10000\n" +
            std::string(static_cast<std::size_t>(4 + 2 * i), ' ') + "rows:\n";
  }
  const Value values(ValueMap{{"list", ValueList{}}, {"no", false}});
  const std::string none = yaml + std::string(14, ' ') + "- {if: no, cells: [a]}\n";
  CHECK(FaultOf(Form(none), values) == "form.yaml:20:21: エラー: 繰り返しが多すぎます（2000000 回）。");
  const std::string rows = yaml + std::string(14, ' ') + "- [a]\n";
  CHECK(FaultOf(Form(rows), values).find("シートが大きすぎます") != std::string::npos);
}

TEST_CASE("Long texts are cells like others") {
  const std::string text(300000, 'x');
  const Value values(ValueMap{{"x", text}});
  CHECK(Bind(Template::Parse(Form("- beside:\n  - {body: [{text: \"{{x}}\"}]}\n"), "f"), values, {})[0].cells[0].text ==
        text);
  CHECK(FaultOf(Form("- table: {columns: 1mm *, rows: [[" + text + ", b]]}\n")).empty());
}

TEST_CASE("Values that look like the language stay values") {
  const Value values(ValueMap{{"x", "{{y}} | =1+1 {page}"}});
  CHECK(Filled(Form("- text: '{{x}}'\n"), values) == "165.0\nrow 1 0.0mm\n  A1 left \"{{y}} | =1+1 {page}\"\n");
}

}  // namespace chohyo
