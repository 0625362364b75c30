#include "pipeline/layout/chart.h"

#include <algorithm>
#include <cmath>

#include "pipeline/layout/chart_labels.h"
#include "pipeline/layout/chart_plot.h"

namespace chohyo {
namespace {

constexpr Rgb kFrameGrey = 0xA6A6A6;
constexpr CentiPoint kTitleSize = 1100, kLabelSize = 800, kSmallest = 600;
constexpr Um kPad = 2000, kGap = 1200, kSwatch = 2500, kLeastPlot = 15000;
constexpr Um kUmPerTick = 9000, kUmPerSidewaysTick = 16000;

Um LineHeight(CentiPoint size) { return UmOfSize(size) * 125 / 100; }

/// Lays the parts of a chart around its plot, taking from the area what each needs.
class ChartDrawer {
 public:
  ChartDrawer(const Chart& chart, const ChartData& data, const PaperBox& area, Typesetter setter, Page* page)
      : chart_(chart), data_(data), area_(area), setter_(setter), page_(*page) {
    rest_ = {area.x + kPad, area.y + kPad, area.width - 2 * kPad, area.height - 2 * kPad};
  }

  void Run() {
    DrawFrame();
    TakeTitle();
    TakeLegend();
    TakeAxisTitles();
    if (data_.categories.empty() || data_.series.empty() || rest_.width < kLeastPlot || rest_.height < kLeastPlot)
      return;
    IsSideways(chart_.kind) ? PlotSideways() : PlotUpright();
  }

 private:
  void DrawFrame() {
    const auto side = [&](Um x1, Um y1, Um x2, Um y2) {
      page_.strokes.push_back({x1, y1, x2, y2, UmOfPoints(0.5), kFrameGrey, Stroke::Pattern::kSolid});
    };
    side(area_.x, area_.y, area_.right(), area_.y);
    side(area_.x, area_.bottom(), area_.right(), area_.bottom());
    side(area_.x, area_.y, area_.x, area_.bottom());
    side(area_.right(), area_.y, area_.right(), area_.bottom());
  }

  void TakeFromTop(Um height) {
    rest_.y += height;
    rest_.height -= height;
  }

  void TakeTitle() {
    FreeText title(chart_.title, setter_);
    if (title.empty()) return TakeFromTop(kGap);
    const CentiPoint size = title.SizeFor(rest_.width, kTitleSize, kSmallest);
    title.Draw(size, kBlack, HAlign::kCenter, rest_.x, rest_.width, rest_.y + LineHeight(size) / 2, &page_.runs);
    TakeFromTop(LineHeight(size) + kGap);
  }

  /// Rows of swatches with the names of the series, centred at the bottom.
  void TakeLegend() {
    std::vector<FreeText> names;
    for (const ChartData::Series& series : data_.series) names.emplace_back(series.name, setter_);
    if (names.empty() || (names.size() == 1 && names.front().empty())) return;
    const std::vector<std::size_t> row_ends = LegendRows(names);
    const Um height = LineHeight(kLabelSize) * static_cast<Um>(row_ends.size());
    Um middle = rest_.bottom() - height + LineHeight(kLabelSize) / 2;
    std::size_t first = 0;
    for (const std::size_t end : row_ends) {
      DrawLegendRow(&names, first, end, middle);
      middle += LineHeight(kLabelSize);
      first = end;
    }
    rest_.height -= height + kGap;
  }

  Um LegendWidth(const FreeText& name) const {
    return std::min(kSwatch + kGap + name.WidthAt(kLabelSize) + 2 * kGap, rest_.width);
  }

  std::vector<std::size_t> LegendRows(const std::vector<FreeText>& names) const {
    std::vector<std::size_t> ends;
    Um used = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Um width = LegendWidth(names[i]);
      if (used > 0 && used + width > rest_.width) {
        ends.push_back(i);
        used = 0;
      }
      used += width;
    }
    ends.push_back(names.size());
    return ends;
  }

  void DrawLegendRow(std::vector<FreeText>* names, std::size_t first, std::size_t end, Um middle) {
    Um width = 0;
    for (std::size_t i = first; i < end; ++i) width += LegendWidth((*names)[i]);
    Um x = rest_.x + (rest_.width - width) / 2;
    for (std::size_t i = first; i < end; ++i) {
      FreeText& name = (*names)[i];
      DrawSwatch(chart_.kind, data_.series[i].rgb, static_cast<int>(i), {x, middle - kSwatch / 2, kSwatch, kSwatch},
                 &page_);
      const Um room = LegendWidth(name) - kSwatch - kGap;
      if (!name.empty()) {
        const CentiPoint size = name.SizeFor(room, kLabelSize, kSmallest);
        name.Draw(size, kBlack, HAlign::kLeft, x + kSwatch + kGap, room, middle, &page_.runs);
      }
      x += LegendWidth(name);
    }
  }

  /// The title of the axis below and, as vertical text, of the one at the left. In sideways charts the value axis lies
  /// below.
  void TakeAxisTitles() {
    const bool sideways = IsSideways(chart_.kind);
    FreeText below(sideways ? chart_.y_title : chart_.x_title, setter_);
    FreeText left(sideways ? chart_.x_title : chart_.y_title, setter_);
    if (!below.empty()) {
      const CentiPoint size = below.SizeFor(rest_.width, kLabelSize, kSmallest);
      const Um middle = rest_.bottom() - LineHeight(size) / 2;
      below.Draw(size, kBlack, HAlign::kCenter, rest_.x, rest_.width, middle, &page_.runs);
      rest_.height -= LineHeight(size) + kGap / 2;
    }
    if (left.empty()) return;
    CentiPoint size = kLabelSize;
    while (size > kSmallest && left.ColumnHeightAt(size) > rest_.height) size -= 50;
    left.DrawColumn(size, kBlack, rest_.x + UmOfSize(size) / 2, rest_.y + rest_.height / 2, &page_.runs);
    rest_.x += UmOfSize(size) + kGap;
    rest_.width -= UmOfSize(size) + kGap;
  }

  ValueScale ScaleFor(Um length, Um per_tick) const {
    return NiceScale(data_.lowest, data_.highest, std::clamp(length / per_tick, 2, 10), data_.whole_numbers);
  }

  void PlotUpright() {
    const ValueScale scale = ScaleFor(rest_.height, kUmPerTick);
    ValueLabels values(scale, chart_.number_format, setter_);
    PaperBox plot = rest_;
    plot.x += values.width() + kGap;
    plot.width -= values.width() + kGap;
    const Um band = plot.width / static_cast<Um>(data_.categories.size());
    CategoryLabels labels(data_.categories, band, rest_.height * 2 / 5, setter_);
    plot.height = std::max(plot.height - labels.height() - kGap, kLeastPlot);
    plot.width = band * static_cast<Um>(data_.categories.size());
    DrawPlot(chart_.kind, data_, scale, plot, &page_);
    values.DrawLeftOf(plot, &page_.runs);
    labels.Draw(plot.x, plot.bottom() + kGap / 2, &page_.runs);
  }

  void PlotSideways() {
    const auto count = static_cast<Um>(data_.categories.size());
    PaperBox plot = rest_;
    plot.height -= LineHeight(kLabelSize) + kGap / 2;
    const Um for_names = DrawNames(plot, plot.height / count);
    plot.x += for_names + kGap;
    plot.width -= for_names + kGap;
    const ValueScale scale = ScaleFor(plot.width, kUmPerSidewaysTick);
    ValueLabels values(scale, chart_.number_format, setter_);
    plot.width -= values.width() / 2;
    plot.height = plot.height / count * count;
    DrawPlot(chart_.kind, data_, scale, plot, &page_);
    values.DrawBelow(plot, &page_.runs);
  }

  /// Category names at the left of their bands; the width they take.
  Um DrawNames(const PaperBox& plot, Um band) {
    std::vector<FreeText> names;
    Um widest = 0;
    for (const std::string& text : data_.categories) {
      widest = std::max(widest, names.emplace_back(text, setter_).WidthAt(kLabelSize));
    }
    const Um width = std::min(widest, rest_.width * 2 / 5);
    const CentiPoint largest =
        std::clamp(static_cast<CentiPoint>(EmOfUm(band, 100) * 100 / kEm), kSmallest, kLabelSize);
    Um middle = plot.y + band / 2;
    for (FreeText& name : names) {
      const CentiPoint size = name.SizeFor(width, largest, kSmallest);
      if (!name.empty()) name.Draw(size, kBlack, HAlign::kRight, plot.x, width, middle, &page_.runs);
      middle += band;
    }
    return width;
  }

  const Chart& chart_;
  const ChartData& data_;
  PaperBox area_, rest_;
  Typesetter setter_;
  Page& page_;
};

}  // namespace

void DrawChart(const Chart& chart, const ChartData& data, const PaperBox& area, Typesetter setter, Page* page) {
  ChartDrawer(chart, data, area, setter, page).Run();
}

}  // namespace chohyo
