#include "pipeline/render/xlsx_list.h"

#include <catch2/catch.hpp>

#include "tests/unit/render/xlsx_sample.h"

namespace chohyo {
namespace {

ListRow RowOf(const std::string& text, const std::string& link) {
  ListRow row;
  row.fill_rgb = 0xFF0000;
  row.cells = {{text}, {"", 17}, {"data/x.csv:17", std::nullopt, link}};
  return row;
}

TEST_CASE("lists: a sheet each, texts never formulas, the same bytes every time") {
  const ListRow first = RowOf("=1+1", "../data/x.csv#'x'!A17");
  const ListRow second = RowOf("総務", "");
  ListWorkbook list;
  list.title = "指摘";
  list.created = *Date::FromIso("2021-01-31");
  list.columns = {{"重さ", 10}, {"行", 10}, {"場所", 40}};
  list.sheets = {{"すべて", {&first, &second}}, {"総務/課", {&second}}, {"総務/課", {&first}}, {"空", {}}};
  const std::string bytes = RenderList(list);
  CHECK(bytes == RenderList(list));
  const std::filesystem::path file = TestFolder() / "list.xlsx";
  WriteWholeFile(file, bytes);
  const auto part = [&](const std::string& name) { return ToolOutput("unzip -p " + file.string() + " xl/" + name); };
  const std::string sheet = part("worksheets/sheet1.xml");
  CHECK(sheet.find("=1+1") != std::string::npos);
  CHECK(sheet.find("<f>") == std::string::npos);
  CHECK(sheet.find("<v>17</v>") != std::string::npos);
  CHECK(sheet.find("<autoFilter ref=\"A1:C3\"/>") != std::string::npos);
  CHECK(sheet.find("location=\"'x'!A17\"") != std::string::npos);
  CHECK(part("worksheets/_rels/sheet1.xml.rels").find("Target=\"file:///..\\data\\x.csv\"") == std::string::npos);
  CHECK(part("worksheets/_rels/sheet1.xml.rels").find("Target=\"..\\data\\x.csv\"") != std::string::npos);
  CHECK(part("workbook.xml").find("総務_課(2)") != std::string::npos);
}

}  // namespace
}  // namespace chohyo
