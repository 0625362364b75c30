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
    height_ = UmOfSize(size) * kLinePercent / 100;
    return true;
  }
  return false;
}

/// Names of departments on two lines, where a band holds at least five characters.
bool CategoryLabels::TryTwoLines(Um band) {
  if (AreNumbers() || band < 5 * UmOfSize(kSmallest) || Widest(kSmallest) > 2 * band - 4 * UmOfSize(kSmallest)) {
    return false;
  }
  size_ = kSmallest;
  height_ = UmOfSize(size_) * 2 * kLinePercent / 100;
  return true;
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
  every_ = (Widest(size_) + kGap) / std::max(band, 1) + 1;
}

bool CategoryLabels::AreNumbers() const {
  return std::all_of(texts_.begin(), texts_.end(), [](const std::string& text) {
    return text.find_first_not_of("0123456789/.-:") == std::string::npos;
  });
}

void CategoryLabels::Draw(Um x, Um top, std::vector<TextRun>* runs) {
  for (std::size_t i = 0; i < labels_.size(); i += static_cast<std::size_t>(every_)) {
    if (labels_[i].empty()) continue;
    const auto column = static_cast<Um>(i);
    if (standing_) {
      const Um middle = top + labels_[i].ColumnHeightAt(size_) / 2;
      labels_[i].DrawColumn(size_, kBlack, x + band_ * column + band_ / 2, middle, runs);
    } else {
      const Um overhang = (every_ - 1) * band_ / 2;
      labels_[i].Draw(size_, kBlack, HAlign::kCenter, x + band_ * column - overhang, band_ + 2 * overhang,
                      top + height_ / 2, runs);
    }
  }
}

}  // namespace chohyo
