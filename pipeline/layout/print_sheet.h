// A sheet as the printer sees it: without what is hidden, on paper as large as its scale makes it.
#pragma once

#include <optional>

#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// Hands out the sheet itself where printing changes nothing, else a changed copy.
class PrintSheet {
 public:
  /// `sheet` must outlive it.
  explicit PrintSheet(const Sheet& sheet);

  const Sheet& sheet() const { return copy_ ? *copy_ : original_; }
  int percent() const { return percent_; }
  /// From now on the area between the margins is as large as what a scale of `percent` brings down to it.
  void SetPercent(int percent);

 private:
  Sheet& Copy();
  void HideColumns();
  void DrawGridlines();
  void DropBreaks();

  const Sheet& original_;
  std::optional<Sheet> copy_;
  int percent_ = 100;
};

/// A length that becomes `length` when printed at `percent`.
Um Unscaled(Um length, int percent);
/// What `length` is when printed at `percent`.
Um Scaled(Um length, int percent);

}  // namespace chohyo
