// The labels along a chart's category axis: as large as they fit, else on two lines, upright, or every so many.
#pragma once

#include <string>
#include <vector>

#include "pipeline/layout/chart.h"

namespace chohyo {

/// Category labels under columns or lines.
class CategoryLabels {
 public:
  /// `band`: width that each category has; `most_height`: height they may take.
  CategoryLabels(const std::vector<std::string>& texts, Um band, Um most_height, Typesetter setter);

  Um height() const { return height_; }
  /// Draws them below `top`, the first band beginning at `x`.
  void Draw(Um x, Um top, std::vector<TextRun>* runs);

 private:
  bool TryLevel(Um band);
  bool TryTwoLines(Um band);
  void Stand(Um band, Um most_height);
  void Thin(Um band);
  bool AreNumbers() const;
  Um Widest(CentiPoint size) const;
  Um Highest(CentiPoint size) const;

  const std::vector<std::string>& texts_;
  std::vector<FreeText> labels_;
  Um band_;
  CentiPoint size_;
  Um width_ = 0;   ///< that a label may take
  Um height_ = 0;  ///< of the highest
  int every_ = 1;
  bool standing_ = false;
};

}  // namespace chohyo
