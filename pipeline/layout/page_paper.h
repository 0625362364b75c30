// From drawn pages to sheets of paper: which columns stand on which, at what scale and where.
#pragma once

#include <vector>

#include "pipeline/layout/page_columns.h"
#include "pipeline/layout/pages.h"
#include "pipeline/layout/sheet_plan.h"

namespace chohyo {

/// A sheet of paper: rows of a page of the plan, and columns of it.
struct PaperPlace {
  int page = 0;
  ColumnSpan columns;
};

/// First columns of the pages side by side, over all printed areas; empty where all columns fit on one.
std::vector<int> FirstColumnsOf(const Grid& grid);

class PaperMaker {
 public:
  /// `setup` is the paper's own; `plan` must outlive it.
  PaperMaker(const SheetPlan& plan, const PageSetup& setup, int percent);

  /// In the order in which they are printed.
  const std::vector<PaperPlace>& places() const { return places_; }
  int page_count() const { return static_cast<int>(places_.size()); }

  /// The paper cut out of its drawn page, which is used up where all of it stands on one.
  Page Make(const PaperPlace& place, Page* drawn) const;

 private:
  void AddPlaces(std::size_t first, std::size_t end);
  bool IsPlain(const PaperPlace& place) const;
  Um HeightOf(int page) const;

  const SheetPlan& plan_;
  const Grid& grid_;
  const PageSetup& setup_;
  int percent_;
  std::vector<CellRange> areas_;
  std::vector<PaperPlace> places_;
};

}  // namespace chohyo
