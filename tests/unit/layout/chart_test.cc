// Charts: scales, what is read from cells, and that what is drawn stays in its area.
#include <catch2/catch.hpp>

#include <algorithm>

#include "pipeline/layout/chart_data.h"
#include "tests/unit/layout/sheet_builder.h"

namespace chohyo {
namespace {

TEST_CASE("scales step by 1, 2 or 5 times a power of ten") {
  const auto check = [](double low, double high, int most, bool whole, ValueScale expected) {
    const ValueScale scale = NiceScale(low, high, most, whole);
    CHECK(scale.low == Approx(expected.low));
    CHECK(scale.high == Approx(expected.high));
    CHECK(scale.step == Approx(expected.step));
  };
  check(0, 23, 5, true, {0, 25, 5});
  check(0, 100, 10, true, {0, 100, 10});
  check(0, 101, 10, true, {0, 120, 20});
  check(0, 2, 10, true, {0, 2, 1});
  check(0, 0.55, 6, false, {0, 0.6, 0.1});
  check(-3, 7, 6, true, {-4, 8, 2});
  check(-3, 7, 5, true, {-5, 10, 5});
  check(0, 0, 5, true, {0, 1, 1});
  check(0, 1234567, 4, true, {0, 1500000, 500000});
}

/// Three departments with two series beside a chart.
SheetBuilder ChartSheet(ChartKind kind) {
  SheetBuilder builder({30000, 20000, 20000, 90000});
  const char* names[] = {"総務課", "人事課", "市民課"};
  for (int row = 0; row < 3; ++row) {
    builder.AddRow(25000);
    builder.AddCell(row, 0, names[row]);
    builder.AddCell(row, 1, "n").value = std::int64_t{row * 10 + 5};
    builder.AddCell(row, 2, "m").value = std::int64_t{row == 1 ? -4 : 7};
  }
  Chart chart;
  chart.kind = kind;
  chart.title = "出勤状況";
  chart.y_title = "人数";
  chart.area = {0, 0, 3, 2, 3};
  chart.categories = {0, 0, 0, 2, 0};
  chart.series = {{"出勤者数", {0, 0, 1, 2, 1}, 0x404040}, {"自宅待機者数", {0, 0, 2, 2, 2}, 0xA0A0A0}};
  builder.sheet().charts.push_back(chart);
  return builder;
}

TEST_CASE("a chart reads names and numbers; stacks are summed by sign") {
  SheetBuilder builder = ChartSheet(ChartKind::kStackedColumn);
  const Document document = builder.MakeDocument();
  const ChartData data = ReadChart(document, document.sheets[0].charts[0]);
  CHECK(data.categories == std::vector<std::string>{"総務課", "人事課", "市民課"});
  CHECK(data.series[0].values == std::vector<std::optional<double>>{5.0, 15.0, 25.0});
  CHECK(data.lowest == -4);
  CHECK(data.highest == 32);
  CHECK(data.whole_numbers);
}

TEST_CASE("cells without numbers are gaps, sheets that do not exist give nothing") {
  SheetBuilder builder = ChartSheet(ChartKind::kLine);
  Document document = builder.MakeDocument();
  document.sheets[0].cells[1].value = std::string("－");
  Chart chart = document.sheets[0].charts[0];
  CHECK(ReadChart(document, chart).series[0].values[0] == std::nullopt);
  chart.categories.sheet = chart.series[0].values.sheet = chart.series[1].values.sheet = 7;
  CHECK(ReadChart(document, chart).categories.empty());
}

TEST_CASE("every kind of chart draws its title, names and legend inside its area") {
  for (const ChartKind kind :
       {ChartKind::kColumn, ChartKind::kStackedColumn, ChartKind::kBar, ChartKind::kStackedBar, ChartKind::kLine}) {
    SheetBuilder builder = ChartSheet(kind);
    const LaidOut out = LayOut(builder);
    const Page& page = out.pages.pages[0];
    std::vector<std::string> texts;
    for (const TextRun& run : page.runs) {
      if (run.cell >= 0) continue;
      texts.push_back(run.text);
      CHECK(run.x >= 95000);
      CHECK(run.x + run.glyphs.back().x <= 185000);
      CHECK(run.y >= 20000);
      CHECK(run.y <= 95000);
    }
    for (const char* text : {"出勤状況", "出勤者数", "自宅待機者数", "総務課", "人事課", "市民課", "人数", "0"}) {
      INFO(static_cast<int>(kind) << " " << text);
      CHECK(std::count(texts.begin(), texts.end(), text) == 1);
    }
    for (const FilledBox& box : page.boxes) {
      CHECK(box.x >= 95000);
      CHECK(box.x + box.width <= 185000);
      CHECK(box.y + box.height <= 95000);
    }
  }
}

TEST_CASE("columns are as high as their values") {
  SheetBuilder builder = ChartSheet(ChartKind::kColumn);
  builder.sheet().charts[0].series.pop_back();
  const LaidOut out = LayOut(builder);
  std::vector<Um> heights;
  for (const FilledBox& box : out.pages.pages[0].boxes) {
    if (box.rgb == 0x404040 && box.height != box.width) heights.push_back(box.height);
  }
  REQUIRE(heights.size() == 3);
  CHECK(heights[1] == Approx(3 * heights[0]).margin(3));
  CHECK(heights[2] == Approx(5 * heights[0]).margin(3));
}

TEST_CASE("a chart without data or room still draws its frame and title") {
  SheetBuilder builder = ChartSheet(ChartKind::kColumn);
  builder.sheet().charts[0].series.clear();
  CHECK(LayOut(builder).pages.pages[0].strokes.size() == 4);
}

}  // namespace
}  // namespace chohyo
