// How sheets look, print and help their readers.
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_names.h"
#include "tests/unit/render/xlsx_sample.h"

namespace chohyo {
namespace {

TEST_CASE("sheet names are made legal and unique", "[xlsx]") {
  XlsxNames names;
  const std::string kanji31 = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一";
  const auto taken = TakeNames({"総務", "総務", "総務", "4/1[金]:*?\\", "'引用'", "History", "履歴", "", "  ", "Abc",
                                "ＡＢＣ", kanji31 + "二", kanji31 + "三", "O'Brien"},
                               &names);
  CHECK(taken == std::vector<std::string>{"総務", "総務(2)", "総務(3)", "4_1_金_____", "’引用’", "History(2)",
                                          "履歴(2)", "シート", "シート(2)", "Abc", "ＡＢＣ(2)", kanji31,
                                          "一二三四五六七八九十一二三四五六七八九十一二三四五六七八(2)", "O'Brien"});
}

TEST_CASE("formulas follow sheets that had to be renamed", "[xlsx]") {
  SheetMaker maker("4/1", 1, 1);
  maker.Add(0, 0, std::int64_t{3}).formula = "SUM('a''b '!A1,'4/1'!B1)+LEN(\"'総務'!\")";
  ConditionalFormat condition;
  condition.range = {0, 0, 0, 0, 0};
  condition.formula = "'a''b '!A1>0";
  maker.sheet.conditional_formats.push_back(condition);
  const Dump dump(BookMaker().Add(maker).Add(SheetMaker("a'b ", 1, 1)).Add(SheetMaker("総務", 1, 1)).Render());
  CHECK(dump.Lines("sheet") == "sheet 0 visible 4_1\nsheet 1 visible a'b\nsheet 2 visible 総務");
  CHECK(dump.Content("A1") == "formula =SUM('a''b'!A1,'4_1'!B1)+LEN(\"'総務'!\") -> n 3");
  CHECK(dump.Lines("0 condition") == "0 condition A1 'a''b'!A1>0");
}

TEST_CASE("styles become formats, each made once", "[xlsx]") {
  SheetMaker maker("表", 3, 400);
  CellStyle style;
  style.bold = style.italic = style.underline = style.strike = true;
  style.font = "gothic";
  style.size = 1200;
  style.h_align = HAlign::kDistribute;
  style.v_align = VAlign::kTop;
  style.text_rgb = 0xC00000;
  style.fill_rgb = 0xF2F2F2;
  const int rich = maker.Style(style);
  CellStyle vertical;
  vertical.vertical = true;
  vertical.h_align = HAlign::kCenter;
  const int upright = maker.Style(vertical);
  for (int row = 0; row < 400; ++row) {
    maker.Text(row, 0, "項目", rich);
    maker.Text(row, 1, "縦書き", upright);
    maker.Text(row, 2, "備考");
  }
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Cell("A1") ==
        "text 項目 | ＭＳ ゴシック/12/b/i/u/strike/FFC00000 fill[FFF2F2F2] align[horizontal=distributed vertical=top]");
  CHECK(dump.Cell("B400") == "text 縦書き | ＭＳ 明朝/10.5 align[horizontal=center textRotation=255 vertical=center]");
  CHECK(dump.Cell("C7") == "text 備考 | ＭＳ 明朝/10.5 align[horizontal=left shrinkToFit=1 vertical=center]");
  CHECK(dump.Lines("formats") == "formats 4 fonts 3 normal Courier New/10");
}

TEST_CASE("edges are projected on the cells of both sides, merged cells included", "[xlsx]") {
  SheetMaker maker("表", 3, 3);
  maker.Span(0, 0, 2, 2, "結合").diagonal = true;
  maker.sheet.HorizontalEdge(0, 0) = {LineStyle::kMedium, kBlack};
  maker.sheet.HorizontalEdge(0, 1) = {LineStyle::kMedium, kBlack};
  maker.sheet.VerticalEdge(1, 2) = {LineStyle::kDouble, 0xFF0000};
  maker.sheet.HorizontalEdge(2, 0) = {LineStyle::kHair, kBlack};
  maker.sheet.HorizontalEdge(1, 0) = {LineStyle::kThick, kBlack};  // inside the merged cell: not to be seen
  const Dump dump(BookMaker().Add(maker).Render());
  const auto border = [&dump](const std::string& cell) {
    const std::string line = dump.Cell(cell);
    const std::size_t at = line.find("border[");
    return at == std::string::npos ? "" : line.substr(at + 7, line.find(']', at) - at - 7);
  };
  CHECK(dump.Lines("0 merge") == "0 merge A1:B2");
  CHECK(border("A1") == "top:medium,diagonal:upthin");
  CHECK(border("B1") == "top:medium");
  CHECK(border("A2") == "bottom:hair");
  CHECK(border("B2") == "right:doubleFFFF0000");
  CHECK(border("C2") == "left:doubleFFFF0000");
  CHECK(border("A3") == "top:hair");
  CHECK(dump.Cell("C1") == "");
}

TEST_CASE("every line style has its border", "[xlsx]") {
  const std::vector<std::pair<LineStyle, std::string>> styles = {
      {LineStyle::kDotted, "dotted"}, {LineStyle::kHair, "hair"},     {LineStyle::kDashed, "dashed"},
      {LineStyle::kThin, "thin"},     {LineStyle::kMedium, "medium"}, {LineStyle::kDouble, "double"},
      {LineStyle::kThick, "thick"}};
  SheetMaker maker("表", static_cast<int>(styles.size()), 1);
  for (std::size_t i = 0; i < styles.size(); ++i) {
    maker.sheet.HorizontalEdge(1, static_cast<int>(i)).style = styles[i].first;
  }
  const Dump dump(BookMaker().Add(maker).Render());
  for (std::size_t i = 0; i < styles.size(); ++i) {
    const std::string name = std::string(1, static_cast<char>('A' + i)) + "1";
    CHECK(dump.Cell(name).find("border[bottom:" + styles[i].second + "]") != std::string::npos);
  }
}

TEST_CASE("overlapping cells and cells outside the grid are refused by name", "[xlsx]") {
  SetLang(Lang::kEn);
  SheetMaker overlap("表", 3, 3);
  overlap.Span(0, 1, 2, 2, "a");
  overlap.Text(1, 2, "b");
  CHECK_THROWS_MATCHES(BookMaker().Add(overlap).Render(), OutputFault,
                       Catch::Message("Sheet \"表\": cells B1 and C2 overlap. Check span and rows in the template."));
  SheetMaker outside("表", 3, 3);
  outside.Span(2, 2, 1, 2, "a");
  CHECK_THROWS_MATCHES(BookMaker().Add(outside).Render(), OutputFault,
                       Catch::Message("Sheet \"表\": cell C3 leaves the grid. Check the template's columns and rows."));
  SetLang(Lang::kJa);
}

TEST_CASE("text centred across takes the empty places after it", "[xlsx]") {
  SheetMaker maker("表", 4, 2);
  CellStyle style;
  style.h_align = HAlign::kCenterAcross;
  const int across = maker.Style(style);
  maker.Text(0, 0, "題名", across);
  maker.Text(0, 3, "右端");
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Cell("A1").find("horizontal=centerContinuous") != std::string::npos);
  CHECK(dump.Cell("C1").find("blank | ＭＳ 明朝/10.5 align[horizontal=centerContinuous") == 0);
  CHECK(dump.Cell("D1").find("horizontal=left") != std::string::npos);
  CHECK(dump.Lines("0 A2") == "");
}

TEST_CASE("columns and rows keep their places, not only their sizes", "[xlsx]") {
  SheetMaker maker("表", 5, 4, 10100, 6100);
  maker.sheet.rows[2].hidden = true;
  const Dump dump(BookMaker().Add(maker).Render());
  // 10.1 mm are 33.4 steps of a seventh of a digit: what is left over is made up for in time.
  CHECK(dump.Lines("0 col") == "0 col 1 33/7\n0 col 2 34/7\n0 col 3 33/7\n0 col 4 34/7\n0 col 5 33/7");
  CHECK(dump.Lines("0 row") == "0 row 1 17.25\n0 row 2 17.25\n0 row 3 15 hidden\n0 row 4 17.25");
}

TEST_CASE("a one-page sheet stays on one page", "[xlsx]") {
  SheetMaker maker("表", 3, 3);
  maker.Text(0, 0, "a");
  maker.sheet.page.footer_right = "R&G 7";
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Lines("0 pageSetUpPr") == "0 pageSetUpPr fitToPage=1");
  CHECK(dump.Lines("0 pageSetup ") == "0 pageSetup orientation=portrait paperSize=9");
  CHECK(dump.Lines("0 breaks") == "0 breaks");
  CHECK(dump.Lines("0 footer") == "0 footer &C&8&\"ＭＳ 明朝,Regular\"&P／&N&R&8&\"ＭＳ 明朝,Regular\"R&&&8G 7");
  CHECK(dump.Lines("name") == "name _xlnm.Print_Area 0 '表'!$A$1:$C$3");
}

TEST_CASE("a longer sheet breaks where layout broke it", "[xlsx]") {
  SheetMaker maker("表", 8, 100);
  for (int row = 0; row < 100; ++row) maker.Text(row, 0, "行");
  maker.layout.page_first_rows = {0, 36, 70};
  maker.layout.document_pages = 4;
  maker.sheet.repeat_first = maker.sheet.repeat_last = 1;
  maker.sheet.freeze_row = 2;
  maker.sheet.page.paper = "B4";
  maker.sheet.page.landscape = true;
  maker.sheet.page.width = 364000;
  maker.sheet.page.height = 257000;
  const Dump dump(BookMaker().Add(maker).Add(SheetMaker("二", 1, 1)).Render());
  CHECK(dump.Lines("0 breaks") == "0 breaks 36 70");
  CHECK(dump.Lines("0 pageSetUpPr") == "");
  CHECK(dump.Lines("0 pageSetup ") == "0 pageSetup orientation=landscape paperSize=12 scale=88 useFirstPageNumber=1");
  CHECK(dump.Lines("name _xlnm.Print_Titles") == "name _xlnm.Print_Titles 0 '表'!$2:$2");
  CHECK(dump.Lines("0 pane") == "0 pane activePane=bottomLeft state=frozen topLeftCell=A3 ySplit=2");
  CHECK(dump.Lines("0 footer") == "0 footer &C&8&\"ＭＳ 明朝,Regular\"&P／4");
}

TEST_CASE("drop-downs share what is alike and keep long lists on a hidden sheet", "[xlsx]") {
  SheetMaker maker("表", 4, 4);
  maker.sheet.choice_lists = {{"A", "B", "C", "D"}, {"東京都,港区", "他"}, {}};
  for (int row = 0; row < 4; ++row) {
    maker.Text(row, 0, "氏名");
    for (int column = 1; column < 4; ++column) {
      if (row == 3 && column == 3) continue;
      maker.Add(row, column, std::monostate{}).choices = 0;
    }
  }
  maker.Add(3, 3, std::string("他")).choices = 1;
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Lines("0 list") == "0 list B1:D3 \"A,B,C,D\"\n0 list B4:C4 \"A,B,C,D\"\n0 list D4 '選択肢'!$A$1:$A$2");
  CHECK(dump.Lines("sheet") == "sheet 0 visible 表\nsheet 1 hidden 選択肢");
  CHECK(dump.Content("A1", 1) == "text 東京都,港区");
}

TEST_CASE("a Japanese list of 255 characters fits in its cell, one of 256 does not", "[xlsx]") {
  std::string entry;
  for (int i = 0; i < 254; ++i) entry += "字";
  for (const bool fits : {true, false}) {
    SheetMaker maker("選択肢", 1, 1);
    maker.sheet.choice_lists = {{entry, fits ? "" : "甲"}};
    if (fits) maker.sheet.choice_lists[0] = {entry + "字"};
    maker.Add(0, 0, std::monostate{}).choices = 0;
    const Dump dump(BookMaker().Add(maker).Render());
    CHECK(dump.Lines("0 list") == (fits ? "0 list A1 \"" + entry + "字\"" : "0 list A1 '選択肢(2)'!$A$1:$A$2"));
  }
}

TEST_CASE("conditions are live in Excel", "[xlsx]") {
  SheetMaker maker("表", 2, 2);
  ConditionalFormat condition;
  condition.range = {0, 0, 0, 1, 1};
  condition.formula = "$B1<>SUM($A1,\"<\")";
  condition.fill_rgb = 0xD9D9D9;
  maker.sheet.conditional_formats.push_back(condition);
  CHECK(Dump(BookMaker().Add(maker).Render()).Lines("0 condition") == "0 condition A1:B2 $B1<>SUM($A1,\"<\")");
}

SheetMaker ChartSheet(bool huge) {
  SheetMaker maker("図", 6, 12);
  Chart chart;
  chart.kind = ChartKind::kStackedColumn;
  chart.title = "出勤と待機";
  chart.x_title = "所属";
  chart.alt_text = "所属別の人数";
  chart.number_format = "integer";
  chart.area = {0, 1, 1, 10, 4};
  chart.categories = {1, 0, 0, 2, 0};
  chart.series = {{"出勤", {1, 0, 1, 2, 1}, 0x404040}, {"待機", {1, 0, 2, 2, 2}, 0x454545}};
  maker.sheet.rows[3].hidden = !huge;
  maker.sheet.charts.push_back(chart);
  return maker;
}

SheetMaker DataSheet(int rows) {
  SheetMaker maker("O'Brien 係", 3, rows);
  for (int row = 0; row < rows; ++row) {
    maker.Text(row, 0, "第" + std::to_string(row + 1) + "課");
    maker.Add(row, 1, std::int64_t{row + 5});
    maker.Add(row, 2, std::int64_t{row + 2}).formula = "B" + std::to_string(row + 1) + "-3";
  }
  return maker;
}

TEST_CASE("charts are native, know their values and cover their cells", "[xlsx]") {
  for (const int rows : {3, 20000}) {
    const bool huge = rows > 3;
    const Dump dump(BookMaker().Add(ChartSheet(huge)).Add(DataSheet(rows)).Render());
    CHECK(dump.Lines("chart") ==
          "chart xl/charts/chart1.xml barChart col stacked\n"
          "chart-title 出勤と待機\nchart-title 所属\n"
          "chart-tx  出勤\n"
          "chart-cat 'O''Brien 係'!$A$1:$A$3 第1課 第2課 第3課\n"
          "chart-val 'O''Brien 係'!$B$1:$B$3 5 6 7\n"
          "chart-tx  待機\n"
          "chart-cat 'O''Brien 係'!$A$1:$A$3 第1課 第2課 第3課\n"
          "chart-val 'O''Brien 係'!$C$1:$C$3 2 3 4\n"
          "chart-code #,##0");
    CHECK(dump.Lines("drawing") == "drawing xl/drawings/drawing1.xml 1,0,1,0 5,0,11,0 所属別の人数");
  }
}

TEST_CASE("dates as categories go through a hidden sheet, so that days left out leave no gap", "[xlsx]") {
  SheetMaker data("表", 2, 3);
  CellStyle style;
  style.format = "md_weekday";
  const int day = data.Style(style);
  for (int row = 0; row < 3; ++row) {
    data.Add(row, 0, *Date::FromYmd(2021, 1, 8) + row * 3, day);
    data.Add(row, 1, std::int64_t{row + 5});
  }
  Chart chart;
  chart.kind = ChartKind::kLine;
  chart.area = {0, 0, 0, 2, 1};
  chart.categories = {0, 0, 0, 2, 0};
  chart.series = {{"出勤", {0, 0, 1, 2, 1}, 0x404040}};
  data.sheet.charts.push_back(chart);
  const Dump dump(BookMaker().Add(data).Render());
  CHECK(dump.Lines("sheet") == "sheet 0 visible 表\nsheet 1 hidden グラフの項目");
  CHECK(dump.Lines("chart-cat") == "chart-cat 'グラフの項目'!$A$1:$A$3 1月8日（金） 1月11日（月） 1月14日（木）");
  CHECK(dump.Content("A2", 1) ==
        "formula =TEXT('表'!$A$2,\"[$-411]m\"\"月\"\"d\"\"日（\"\"aaa\"\"）\"\";@\") -> str 1月11日（月）");
}

TEST_CASE("a chart's texts are no references", "[xlsx]") {
  SheetMaker maker("図", 1, 1);
  Chart chart;
  chart.title = "=図!$A$1";
  chart.series = {{"=1", {0, 0, 0, 0, 0}, 0x404040}};
  maker.sheet.charts.push_back(chart);
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Lines("chart-title") == "chart-title  =図!$A$1");
  CHECK(dump.Lines("chart-tx") == "chart-tx   =1");
}

TEST_CASE("no more page breaks than Excel takes", "[xlsx]") {
  SheetMaker maker("表", 1, 1100);
  for (int row = 1; row < 1100; ++row) maker.layout.page_first_rows.push_back(row);
  const std::string breaks = Dump(BookMaker().Add(maker).Render()).Lines("0 breaks");
  CHECK(std::count(breaks.begin(), breaks.end(), ' ') == 2 + 1022);
}

TEST_CASE("a value stands apart from the label right before it", "[xlsx]") {
  SheetMaker maker("表", 2, 2);
  CellStyle style;
  style.h_align = HAlign::kDistribute;
  const int label = maker.Style(style);
  for (const int row : {0, 1}) {
    maker.Text(row, 0, "所属", label);
    maker.Text(row, 1, "総務課");
  }
  maker.sheet.VerticalEdge(1, 1).style = LineStyle::kThin;
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Cell("B1").find("indent=1") != std::string::npos);
  CHECK(dump.Cell("B2").find("indent") == std::string::npos);
}

TEST_CASE("a chart of cells that do not exist is refused", "[xlsx]") {
  SetLang(Lang::kEn);
  CHECK_THROWS_MATCHES(
      BookMaker().Add(ChartSheet(false)).Add(DataSheet(2)).Render(), OutputFault,
      Catch::Message("Chart \"出勤と待機\" uses cells outside its sheet. Check the chart's ranges in the template."));
  SetLang(Lang::kJa);
}

TEST_CASE("a huge list keeps its merged headings, borders and sizes", "[xlsx]") {
  SheetMaker maker("一覧", 10, 6000);
  maker.Span(0, 0, 2, 2, "見出し");
  maker.sheet.HorizontalEdge(2, 1).style = LineStyle::kThin;
  for (int row = 2; row < 6000; ++row) {
    for (int column = 0; column < 10; ++column) maker.Add(row, column, std::int64_t{row * 10 + column});
  }
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Content("A1") == "text 見出し");
  CHECK(dump.Cell("B2").find("border[bottom:thin]") != std::string::npos);
  CHECK(dump.Lines("0 merge") == "0 merge A1:B2");
  CHECK(dump.Content("J6000") == "n 59999");
  CHECK(dump.Lines("0 row 6000") == "0 row 6000 19.5");
}

TEST_CASE("a row higher than Excel knows becomes several", "[xlsx]") {
  SheetMaker maker("様式", 2, 3);
  maker.Text(1, 0, "持出データ");
  maker.Span(1, 1, 2, 1, "");
  maker.Rule({0, 0, 0, 2, 1}, LineStyle::kMedium, LineStyle::kHair);
  maker.layout.row_heights[1] = 300000;
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Lines("0 row") == "0 row 1 19.5\n0 row 2 283.5\n0 row 3 283.5\n0 row 4 283.5\n0 row 5 20.25");
  CHECK(dump.Lines("0 merge") == "0 merge A2:A4\n0 merge B2:B5");
  CHECK(dump.Cell("A3").find("border[left:medium,right:hair]") != std::string::npos);
  CHECK(dump.Cell("A4").find("border[bottom:hair,left:medium,right:hair]") != std::string::npos);
  CHECK(dump.Lines("name") == "name _xlnm.Print_Area 0 '様式'!$A$1:$B$5");
}

TEST_CASE("a row too high stays one row where formulas count rows", "[xlsx]") {
  SheetMaker maker("様式", 1, 3);
  maker.Add(2, 0, std::int64_t{0}).formula = "SUM(A1:A2)";
  maker.layout.row_heights[1] = 300000;
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Lines("0 row") == "0 row 1 19.5\n0 row 2 409.5\n0 row 3 20.25");
}

TEST_CASE("a document without layout keeps its own row heights", "[xlsx]") {
  SheetMaker maker("指摘", 2, 2);
  maker.sheet.rows[1].height = 9000;
  maker.Text(0, 0, "規則");
  BookMaker book;
  book.document.sheets.push_back(maker.sheet);
  const Dump dump(book.Render());
  CHECK(dump.Lines("0 row") == "0 row 1 17.25\n0 row 2 25.5");
  CHECK(dump.Lines("0 pageSetup ") == "0 pageSetup fitToHeight=0 orientation=portrait paperSize=9");
}

}  // namespace
}  // namespace chohyo
