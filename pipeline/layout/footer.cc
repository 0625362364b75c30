#include "pipeline/layout/footer.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/layout/print_sheet.h"

namespace chohyo {
namespace {

constexpr Um kGap = 3000;
constexpr CentiPoint kSmallest = 500;

void Replace(std::string_view placeholder, int number, std::string* text) {
  const std::string digits = fmt::format("{}", number);
  for (std::size_t at = text->find(placeholder); at != std::string::npos; at = text->find(placeholder, at)) {
    text->replace(at, placeholder.size(), digits);
    at += digits.size();
  }
}

std::string Filled(std::string text, const MarginFields& fields) {
  Replace("{page}", fields.page, &text);
  Replace("{pages}", fields.pages, &text);
  return text;
}

/// One margin's texts, at the left, in the middle and at the right.
struct MarginTexts {
  const std::string &left, &center, &right;
  bool empty() const { return left.empty() && center.empty() && right.empty(); }
};

/// Where the lines of a margin stand: around its middle, below a height or above one.
struct MarginPlace {
  enum class Anchor : std::uint8_t { kMiddle, kBelow, kAbove } anchor = Anchor::kMiddle;
  Um y = 0;
};

Um MiddleOf(const MarginPlace& place, Um block) {
  switch (place.anchor) {
    case MarginPlace::Anchor::kMiddle: return place.y;
    case MarginPlace::Anchor::kBelow: return place.y + block / 2;
    case MarginPlace::Anchor::kAbove: return place.y - block / 2;
  }
  return place.y;
}

void DrawTexts(const PageSetup& setup, const MarginTexts& texts, CentiPoint full_size, const MarginPlace& place,
               const MarginFields& fields, Typesetter setter, std::vector<TextRun>* runs) {
  FreeText left(Filled(texts.left, fields), setter);
  FreeText center(Filled(texts.center, fields), setter);
  FreeText right(Filled(texts.right, fields), setter);
  const CentiPoint full = std::max(1, Scaled(full_size, fields.percent));
  const Um whole = setup.printable_width();
  const bool sides = !left.empty() || !right.empty();
  const Um for_center = sides ? std::min(center.WidthAt(full) + 1, whole / 2) : whole;
  Um for_side = !left.empty() && !right.empty() ? whole / 2 - kGap : whole;
  if (!center.empty()) for_side = (whole - for_center) / 2 - kGap;
  const auto draw = [&](FreeText& text, Um x, Um width, HAlign align) {
    if (text.empty()) return;
    const CentiPoint size = text.SizeFor(width, full, std::min(kSmallest, full));
    text.Draw(size, kBlack, align, x, width, MiddleOf(place, text.BlockHeightAt(size, width)), runs);
  };
  draw(left, setup.margin_left, for_side, HAlign::kLeft);
  draw(center, setup.margin_left + (whole - for_center) / 2, for_center, HAlign::kCenter);
  draw(right, setup.margin_left + whole - for_side, for_side, HAlign::kRight);
}

MarginPlace FooterPlace(const PageSetup& setup) {
  if (setup.footer_distance < 0) return {MarginPlace::Anchor::kMiddle, setup.height - setup.margin_bottom / 2};
  return {MarginPlace::Anchor::kAbove, setup.height - setup.footer_distance};
}

MarginPlace HeaderPlace(const PageSetup& setup) {
  if (setup.header_distance < 0) return {MarginPlace::Anchor::kMiddle, setup.margin_top / 2};
  return {MarginPlace::Anchor::kBelow, setup.header_distance};
}

}  // namespace

void DrawMargins(const PageSetup& setup, const MarginFields& fields, Typesetter setter, std::vector<TextRun>* runs) {
  const MarginTexts footer{setup.footer_left, setup.footer_center, setup.footer_right};
  const MarginTexts header{setup.header_left, setup.header_center, setup.header_right};
  if (!footer.empty()) DrawTexts(setup, footer, setup.footer_size, FooterPlace(setup), fields, setter, runs);
  if (!header.empty()) DrawTexts(setup, header, setup.header_size, HeaderPlace(setup), fields, setter, runs);
}

}  // namespace chohyo
