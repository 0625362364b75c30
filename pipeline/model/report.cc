#include "pipeline/model/report.h"

#include <set>

namespace chohyo {
namespace {

using PlaceOfFigure = std::pair<std::string_view, std::string_view>;

std::map<PlaceOfFigure, std::string_view> ByPlace(const ReportedFigures& figures) {
  std::map<PlaceOfFigure, std::string_view> places;
  for (const ReportedFigure& figure : figures) places.emplace(PlaceOfFigure{figure.row, figure.column}, figure.text);
  return places;
}

}  // namespace

std::vector<FigureChange> ChangesBetween(const ReportedFigures& before, const ReportedFigures& after) {
  const auto old = ByPlace(before);
  std::set<PlaceOfFigure> seen;
  std::vector<FigureChange> changes;
  for (const ReportedFigure& figure : after) {
    const PlaceOfFigure place{figure.row, figure.column};
    seen.insert(place);
    const auto earlier = old.find(place);
    const std::string was(earlier == old.end() ? std::string_view() : earlier->second);
    if (was != figure.text) changes.push_back({figure.row, figure.column, was, figure.text});
  }
  for (const ReportedFigure& figure : before) {
    if (!seen.contains({figure.row, figure.column}) && !figure.text.empty()) {
      changes.push_back({figure.row, figure.column, figure.text, {}});
    }
  }
  return changes;
}

std::string FigureAt(const ReportedFigures& figures, std::string_view row, std::string_view column) {
  for (const ReportedFigure& figure : figures) {
    if (figure.row == row && figure.column == column) return figure.text;
  }
  return {};
}

void ReportBook::Add(const std::string& form, const std::string& key, ReportedFigures figures) {
  auto& sent = sent_[{form, key}];
  if (sent.empty() || sent.back() != figures) sent.push_back(std::move(figures));
}

ReportBook::Report ReportBook::ReportOf(const std::string& form, const std::string& key,
                                        const ReportedFigures& figures) const {
  const auto found = sent_.find({form, key});
  if (found == sent_.end()) return {};
  const std::vector<ReportedFigures>& sent = found->second;
  const bool is_last = sent.back() == figures;
  const std::size_t earlier = is_last ? sent.size() - 1 : sent.size();  // reports before this one
  Report report;
  report.number = static_cast<int>(earlier) + 1;
  if (earlier > 0) report.changes = ChangesBetween(sent[earlier - 1], figures);
  return report;
}

}  // namespace chohyo
