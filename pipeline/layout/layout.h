// From a filled document to positioned pages.
#pragma once

#include <memory>
#include <vector>

#include "pipeline/layout/pages.h"

namespace chohyo {

/// Lays out documents. One object a thread (it keeps a line breaker and caches); reuse it.
class Layouter {
 public:
  explicit Layouter(std::shared_ptr<const FontSet> fonts);
  ~Layouter();

  /// Sets every cell's text (wrap with 禁則 → shrink to Sheet::smallest_size → grow the row), breaks pages between rows
  /// (groups kept together, repeated rows on top), gives spare height to `fill` rows, draws edges, fills, charts and
  /// footers. Nothing is cut off: what had to give way is in `issues`.
  Pages Layout(const Document& document, std::vector<LayoutIssue>* issues);

  /// Puts the running number 「n／N」 of several documents put together at the top right of every page that holds
  /// anything.
  void StampNumbers(std::vector<Page>* pages);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
