// The text renderer: one whole document compared.
#include <catch2/catch.hpp>

#include "pipeline/layout/layout.h"
#include "pipeline/render/text.h"
#include "pipeline/render/text_cells.h"

namespace chohyo {
namespace {

Document SmallDocument() {
  Sheet sheet;
  sheet.name = "計画";
  sheet.page.footer_right = "test.form 1";
  sheet.columns = {30000, 20500};
  CellStyle head;
  head.h_align = HAlign::kDistribute;
  head.fill_rgb = 0xF0F0F0;
  CellStyle number;
  number.h_align = HAlign::kRight;
  number.format = "integer";
  sheet.styles = {CellStyle{}, head, number};
  sheet.rows.resize(3);
  sheet.rows[0].height = 9000;
  sheet.rows[0].band = BandKind::kHeading;
  sheet.rows[1].height = 12500;
  sheet.rows[1].group = 2;
  sheet.rows[2].height = 9000;
  sheet.rows[2].break_before = true;
  Cell title, sum, choice;
  title.column_span = 2;
  title.style = 1;
  title.text = "合\u202E計\n表";
  sum.row = 1;
  sum.style = 2;
  sum.value = std::int64_t{1234};
  sum.text = "1,234";
  sum.formula = "SUM(A1:A1)";
  choice.row = 2;
  choice.column = 1;
  choice.choices = 0;
  choice.diagonal = true;
  sheet.cells = {title, sum, choice};
  sheet.choice_lists = {{"A", "B"}};
  sheet.horizontal.assign(8, {});
  sheet.vertical.assign(9, {});
  sheet.HorizontalEdge(1, 0).style = LineStyle::kDouble;
  sheet.VerticalEdge(1, 0).style = LineStyle::kMedium;
  sheet.repeat_first = sheet.repeat_last = 0;
  ConditionalFormat grey;
  grey.range = {0, 1, 0, 1, 1};
  grey.formula = "A2>1";
  grey.fill_rgb = 0xD9D9D9;
  grey.applies = {true, false};
  sheet.conditional_formats = {grey};
  Document document;
  document.form = "test.form";
  document.key = "1";
  document.title = "試験";
  document.department = "0110";
  document.sheets = {sheet};
  return document;
}

TEST_CASE("a document in words") {
  Layouter layouter(FontSet::Open({{"mincho", {"IPAexMincho"}}}, "", "."));
  const Document document = SmallDocument();
  const Pages pages = layouter.Layout(document, nullptr);
  CHECK(RenderText(document, pages) ==
        "document test.form 1 「試験」 department 0110\n"
        "\n"
        "sheet \"計画\" A4 portrait 210 x 297 mm, margins 20 20 20 25 mm\n"
        "columns A 30 B 20.5 mm\n"
        "repeated rows 1-1\n"
        "list 0: A | B\n"
        "conditional A2:B2 =A2>1 fill #D9D9D9, on at A2\n"
        "--- page 1 of \"計画\": rows 1-2\n"
        "row 1 9 mm heading\n"
        "  A1:B1 |合<U+202E>計\\n表| 10.5pt distribute fill #F0F0F0 set 10pt lines 2 edges ..~.\n"
        "row 2 12.5 mm group 2\n"
        "  A2 |1,234| 10.5pt right format integer number=1234 =SUM(A1:A1) edges D..m\n"
        "footer |1／2| |test.form 1|\n"
        "--- page 2 of \"計画\": rows 3-3\n"
        "row 3 9 mm break-before\n"
        "  B3 || 10.5pt list 0 void\n"
        "footer |2／2| |test.form 1|\n");
}

TEST_CASE("names of places and lengths") {
  CHECK(ColumnName(0) == "A");
  CHECK(ColumnName(25) == "Z");
  CHECK(ColumnName(26) == "AA");
  CHECK(ColumnName(702) == "AAA");
  CHECK(RangeName({0, 1, 1, 1, 1}) == "B2");
  CHECK(RangeName({0, 1, 1, 3, 2}) == "B2:C4");
  CHECK(Mm(10500) == "10.5");
  CHECK(Mm(20000) == "20");
  CHECK(Mm(-1) == "-0.001");
}

TEST_CASE("a chart in words names its cells and their texts") {
  Document document = SmallDocument();
  Chart chart;
  chart.title = "出勤";
  chart.y_title = "人";
  chart.area = {0, 1, 0, 2, 1};
  chart.categories = {0, 0, 0, 1, 0};
  chart.series = {{"計", {0, 1, 0, 2, 0}, 0x7F7F7F}};
  document.sheets[0].charts = {chart};
  Layouter layouter(FontSet::Open({{"mincho", {"IPAexMincho"}}}, "", "."));
  const std::string text = RenderText(document, layouter.Layout(document, nullptr));
  CHECK_THAT(text, Catch::Contains("chart column \"出勤\" at A2:B3 y \"人\"\n"
                                   "  categories 計画!A1:A2 [合<U+202E>計\\n表, 1,234]\n"
                                   "  series \"計\" #7F7F7F 計画!A2:A3 [1,234, ]\n"));
}

}  // namespace
}  // namespace chohyo
