// What layout noticed about a cell's text, as findings about the record the text came from.
#pragma once

#include <vector>

#include "forms/form.h"
#include "pipeline/layout/pages.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// Collects the layout issues of a run. The same cell of the same table counts once, however many documents show it.
class LayoutFindings {
 public:
  explicit LayoutFindings(const Records& records);

  /// Takes the issues of one document and returns them as findings (also those known from other documents).
  Findings Add(const DocumentPlan& plan, const std::vector<LayoutIssue>& issues);

  /// Every finding once, in order.
  Findings All() const;

 private:
  struct Place {
    std::string table, key, department;
  };
  Place PlaceOf(const Origin& origin) const;
  Finding FindingOf(const DocumentPlan& plan, const LayoutIssue& issue) const;

  const Records& records_;
  std::map<std::string, Finding> seen_;
};

}  // namespace chohyo
