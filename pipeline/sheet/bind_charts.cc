// Charts: from the ids of their cells to ranges.
#include "pipeline/base/lang.h"
#include "pipeline/sheet/bind.h"

namespace chohyo {
namespace {

/// The one range that a chart's reference stands for; nothing where there are no such cells.
std::optional<CellRange> OneRange(const References& references, const CellReference& reference,
                                  const std::string& file) {
  const std::vector<CellRange> ranges = references.FindPoints(reference);
  if (ranges.empty()) return std::nullopt;
  const bool straight = ranges[0].first_row == ranges[0].last_row || ranges[0].first_column == ranges[0].last_column;
  if (ranges.size() == 1 && straight) return ranges[0];
  FailAt(file, reference.place,
         Say("グラフの [{}*] の欄が一列（または一行）に並んでいません。グラフ用の表を別に作ってください。",
             "the cells [{}*] of the chart are not in one column (or row) without gaps; give the chart a table of its "
             "own.",
             reference.id));
}

}  // namespace

void MakeCharts(std::vector<SheetDraft>* drafts, std::size_t own, const std::string& file) {
  SheetDraft& draft = (*drafts)[own];
  const References references(*drafts, own);
  for (PendingChart& pending : draft.charts) {
    const auto categories = OneRange(references, pending.spec->categories, file);
    bool complete = categories.has_value();
    for (std::size_t i = 0; i < pending.spec->series.size() && complete; ++i) {
      const auto values = OneRange(references, pending.spec->series[i].values, file);
      complete = values.has_value();
      if (complete) pending.chart.series[i].values = *values;
    }
    if (!complete) continue;
    pending.chart.categories = *categories;
    pending.chart.area = {static_cast<int>(own), pending.first_row, pending.first_column, pending.last_row,
                          pending.last_column};
    draft.sheet.charts.push_back(std::move(pending.chart));
  }
}

}  // namespace chohyo
