// Figures that are sent in and corrected: a headcount goes out again as 「第2報」 when its figures change.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chohyo {

/// One figure as it stands on a form.
struct ReportedFigure {
  std::string row;     ///< 総務課
  std::string column;  ///< 出勤者数
  std::string text;    ///< "12"
  friend bool operator==(const ReportedFigure&, const ReportedFigure&) = default;
};

using ReportedFigures = std::vector<ReportedFigure>;

/// A figure that is not what it was when it was last sent. `before` is "" for a new one, `after` for one that is gone.
struct FigureChange {
  std::string row, column, before, after;
  friend bool operator==(const FigureChange&, const FigureChange&) = default;
};

/// What changed between two sendings, in the order of `after`; figures that are gone come last.
std::vector<FigureChange> ChangesBetween(const ReportedFigures& before, const ReportedFigures& after);

/// The figure at a place; "" where there is none.
std::string FigureAt(const ReportedFigures& figures, std::string_view row, std::string_view column);

/// What has been sent in of each document so far.
class ReportBook {
 public:
  /// `figures` of the document `key` of `form` left the house. Sendings of the same figures count once.
  void Add(const std::string& form, const std::string& key, ReportedFigures figures);

  struct Report {
    int number = 1;                     ///< 第n報
    std::vector<FigureChange> changes;  ///< against the report before
  };
  /// Which report these figures are: the last one sent if they are its figures, else the next.
  Report ReportOf(const std::string& form, const std::string& key, const ReportedFigures& figures) const;

 private:
  std::map<std::pair<std::string, std::string>, std::vector<ReportedFigures>> sent_;  ///< in the order of sending
};

}  // namespace chohyo
