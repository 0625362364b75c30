#include "pipeline/layout/chart_plot.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr Rgb kGridGrey = 0xD9D9D9, kAxisGrey = 0x595959;
constexpr Um kGridWidth = UmOfPoints(0.35), kAxisWidth = UmOfPoints(0.6), kLineWidth = UmOfPoints(1.25);
constexpr Um kMarker = 1400, kLabelGap = 900;
constexpr CentiPoint kLabelSize = 800;
/// The gap between the columns of two categories, in percent of a column, as in Excel; and the widest column.
constexpr int kGapPercent = 150;
constexpr Um kWidestColumn = 18000;

Stroke::Pattern PatternOf(int series) {
  constexpr Stroke::Pattern kPatterns[] = {Stroke::Pattern::kSolid, Stroke::Pattern::kDashed, Stroke::Pattern::kDotted};
  return kPatterns[static_cast<std::size_t>(series) % std::size(kPatterns)];
}

void AddMarker(Um x, Um y, Rgb rgb, Page* page) {
  page->boxes.push_back({x - kMarker / 2, y - kMarker / 2, kMarker, kMarker, rgb});
}

class Plot {
 public:
  Plot(ChartKind kind, const ChartData& data, const ValueScale& scale, const PaperBox& box, Page* page)
      : kind_(kind), data_(data), scale_(scale), box_(box), page_(*page), sideways_(IsSideways(kind)) {}

  void Run() {
    DrawGrid();
    if (kind_ == ChartKind::kLine) {
      for (std::size_t s = 0; s < data_.series.size(); ++s) DrawLine(s);
    } else {
      for (std::size_t i = 0; i < data_.categories.size(); ++i) {
        IsStacked(kind_) ? DrawStack(i) : DrawCluster(i);
      }
    }
    DrawAxes();
  }

 private:
  Um ValueLength() const { return sideways_ ? box_.width : box_.height; }
  /// Distance of a value from the axis' low end.
  Um Along(double value) const {
    return static_cast<Um>(std::lround((value - scale_.low) / (scale_.high - scale_.low) * ValueLength()));
  }
  Um Band() const {
    return (sideways_ ? box_.height : box_.width) / std::max(static_cast<Um>(data_.categories.size()), 1);
  }
  Um BandStart(std::size_t category) const { return Band() * static_cast<Um>(category); }

  /// Of one of `count` columns side by side.
  Um Thickness(Um count) const { return std::min(Band() * 100 / (count * 100 + kGapPercent), kWidestColumn); }

  /// Grid lines are boxes, for boxes are drawn in order and strokes only after them: columns hide the grid.
  void DrawGrid() {
    for (int i = 0; i <= scale_.ticks(); ++i) {
      const Um at = Along(scale_.low + scale_.step * i);
      if (sideways_) {
        page_.boxes.push_back({box_.x + at - kGridWidth / 2, box_.y, kGridWidth, box_.height, kGridGrey});
      } else {
        page_.boxes.push_back({box_.x, box_.bottom() - at - kGridWidth / 2, box_.width, kGridWidth, kGridGrey});
      }
    }
  }

  /// A column or bar from one value to another, `across` from the band's start.
  void AddBar(std::size_t category, Um across, Um thickness, double from, double to, Rgb rgb) {
    const Um low = Along(std::min(from, to)), high = Along(std::max(from, to));
    if (high == low) return;
    const Um side = BandStart(category) + across;
    if (sideways_) {
      page_.boxes.push_back({box_.x + low, box_.y + side, high - low, thickness, rgb});
    } else {
      page_.boxes.push_back({box_.x + side, box_.bottom() - high, thickness, high - low, rgb});
    }
  }

  void DrawCluster(std::size_t category) {
    const auto count = static_cast<Um>(data_.series.size());
    const Um thickness = Thickness(count);
    Um across = (Band() - thickness * count) / 2;
    for (const ChartData::Series& series : data_.series) {
      if (const auto value = series.values[category]) AddBar(category, across, thickness, 0, *value, series.rgb);
      across += thickness;
    }
  }

  void DrawStack(std::size_t category) {
    const Um thickness = Thickness(1);
    double up = 0, down = 0;
    for (const ChartData::Series& series : data_.series) {
      const double value = series.values[category].value_or(0);
      double& end = value < 0 ? down : up;
      AddBar(category, (Band() - thickness) / 2, thickness, end, end + value, series.rgb);
      end += value;
    }
  }

  void DrawLine(std::size_t index) {
    const ChartData::Series& series = data_.series[index];
    bool open = false;
    Um last_x = 0, last_y = 0;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (!series.values[i]) {
        open = false;
        continue;
      }
      const Um x = box_.x + BandStart(i) + Band() / 2, y = box_.bottom() - Along(*series.values[i]);
      if (open)
        page_.strokes.push_back({last_x, last_y, x, y, kLineWidth, series.rgb, PatternOf(static_cast<int>(index))});
      AddMarker(x, y, series.rgb, &page_);
      open = true;
      last_x = x;
      last_y = y;
    }
  }

  /// The category axis stands at zero, the value axis at the low side of the plot.
  void DrawAxes() {
    const Um zero = Along(0);
    const auto line = [&](Um x1, Um y1, Um x2, Um y2) {
      page_.strokes.push_back({x1, y1, x2, y2, kAxisWidth, kAxisGrey, Stroke::Pattern::kSolid});
    };
    if (sideways_) {
      line(box_.x + zero, box_.y, box_.x + zero, box_.bottom());
      line(box_.x, box_.bottom(), box_.right(), box_.bottom());
    } else {
      line(box_.x, box_.bottom() - zero, box_.right(), box_.bottom() - zero);
      line(box_.x, box_.y, box_.x, box_.bottom());
    }
  }

  ChartKind kind_;
  const ChartData& data_;
  const ValueScale& scale_;
  const PaperBox& box_;
  Page& page_;
  bool sideways_;
};

std::string TickText(double value, const std::string& format) {
  const double rounded = std::round(value * 1e9) / 1e9;  // 0.1 * 3 is shown as 0.3
  if (format == "hm") return FormatValue(Minutes{static_cast<std::int32_t>(std::lround(rounded))}, format);
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15 && format != "percent") {
    return FormatValue(static_cast<std::int64_t>(rounded), format);
  }
  return FormatValue(rounded, format);
}

}  // namespace

void DrawPlot(ChartKind kind, const ChartData& data, const ValueScale& scale, const PaperBox& plot, Page* page) {
  Plot(kind, data, scale, plot, page).Run();
}

void DrawSwatch(ChartKind kind, Rgb rgb, int series, const PaperBox& box, Page* page) {
  if (kind != ChartKind::kLine) {
    page->boxes.push_back({box.x, box.y, box.width, box.height, rgb});
    return;
  }
  const Um middle = box.y + box.height / 2;
  page->strokes.push_back({box.x, middle, box.right(), middle, kLineWidth, rgb, PatternOf(series)});
  AddMarker(box.x + box.width / 2, middle, rgb, page);
}

ValueLabels::ValueLabels(const ValueScale& scale, const std::string& format, Typesetter setter) {
  for (int i = 0; i <= scale.ticks(); ++i) {
    labels_.emplace_back(TickText(scale.low + scale.step * i, format), setter);
    width_ = std::max(width_, labels_.back().WidthAt(kLabelSize));
  }
}

void ValueLabels::DrawLeftOf(const PaperBox& plot, std::vector<TextRun>* runs) {
  const auto steps = static_cast<Um>(labels_.size()) - 1;
  for (Um i = 0; i <= steps; ++i) {
    FreeText& label = labels_[static_cast<std::size_t>(i)];
    if (label.empty()) continue;
    const Um y = plot.bottom() - static_cast<Um>(std::int64_t{plot.height} * i / std::max(steps, 1));
    label.Draw(kLabelSize, kBlack, HAlign::kRight, plot.x - kLabelGap - width_, width_, y, runs);
  }
}

void ValueLabels::DrawBelow(const PaperBox& plot, std::vector<TextRun>* runs) {
  const auto steps = static_cast<Um>(labels_.size()) - 1;
  const Um middle = plot.bottom() + kLabelGap + UmOfSize(kLabelSize) / 2;
  for (Um i = 0; i <= steps; ++i) {
    FreeText& label = labels_[static_cast<std::size_t>(i)];
    if (label.empty()) continue;
    const Um x = plot.x + static_cast<Um>(std::int64_t{plot.width} * i / std::max(steps, 1));
    const Um width = label.WidthAt(kLabelSize) + 1;
    label.Draw(kLabelSize, kBlack, HAlign::kLeft, x - width / 2, width, middle, runs);
  }
}

}  // namespace chohyo
