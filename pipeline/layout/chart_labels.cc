#include "pipeline/layout/chart_labels.h"

#include <algorithm>

#include "pipeline/layout/cell_text.h"

namespace chohyo {
namespace {

constexpr CentiPoint kSize = 800, kSmallest = 600;
constexpr Um kGap = 600;

}  // namespace

CategoryLabels::CategoryLabels(const std::vector<std::string>& texts, Um band, Um most_height, Typesetter setter)
    : texts_(texts), band_(band), size_(kSize) {
  for (const std::string& text : texts) labels_.emplace_back(text, setter);
  if (TryLevel(band) || TryTwoLines(band)) return;
  AreNumbers() || band < UmOfSize(kSmallest) ? Thin(band) : Stand(band, most_height);
}

Um CategoryLabels::Widest(CentiPoint size) const {
  Um widest = 0;
  for (const FreeText& label : labels_) widest = std::max(widest, label.WidthAt(size));
  return widest;
}

bool CategoryLabels::TryLevel(Um band) {
  for (CentiPoint size = kSize; size >= kSmallest; size -= 50) {
    if (Widest(size) + kGap > band) continue;
    size_ = size;
    width_ = band;
    height_ = UmOfSize(size) * kLinePercent / 100;
    return true;
  }
  return false;
}

/// Names and dates on two lines, each of at most two thirds of the longest.
bool CategoryLabels::TryTwoLines(Um band) {
  if (AreNumbers()) return false;
  for (CentiPoint size = kSize; size >= kSmallest; size -= 50) {
    const Um half = Widest(size) * 2 / 3;
    if (half + kGap > band || half < 3 * UmOfSize(size)) continue;
    size_ = size;
    width_ = half;
    height_ = UmOfSize(size) * 2 * kLinePercent / 100;
    return true;
  }
  return false;
}

Um CategoryLabels::Highest(CentiPoint size) const {
  Um highest = 0;
  for (const FreeText& label : labels_) highest = std::max(highest, label.ColumnHeightAt(size));
  return highest;
}

void CategoryLabels::Stand(Um band, Um most_height) {
  standing_ = true;
  while (size_ > kSmallest && (UmOfSize(size_) > band || Highest(size_) > most_height)) {
    size_ = SmallerSize(size_, kSmallest);
  }
  height_ = Highest(size_);
}

void CategoryLabels::Thin(Um band) {
  size_ = kSmallest + 100;
  height_ = UmOfSize(size_) * kLinePercent / 100;
  width_ = Widest(size_) + kGap;
  every_ = width_ / std::max(band, 1) + 1;
}

bool CategoryLabels::AreNumbers() const {
  return std::all_of(texts_.begin(), texts_.end(), [](const std::string& text) {
    return text.find_first_not_of("0123456789/.-:") == std::string::npos;
  });
}

void CategoryLabels::Draw(Um x, Um top, std::vector<TextRun>* runs) {
  for (std::size_t i = 0; i < labels_.size(); i += static_cast<std::size_t>(every_)) {
    FreeText& label = labels_[i];
    if (label.empty()) continue;
    const Um middle = x + band_ * static_cast<Um>(i) + band_ / 2;
    if (standing_) {
      label.DrawColumn(size_, kBlack, middle, top + label.ColumnHeightAt(size_) / 2, runs);
    } else {
      const Um line = UmOfSize(size_) * kLinePercent / 100;
      const Um height = label.WidthAt(size_) > width_ ? height_ : line;
      label.Draw(size_, kBlack, HAlign::kCenter, middle - width_ / 2, width_, top + height / 2, runs);
    }
  }
}

}  // namespace chohyo
