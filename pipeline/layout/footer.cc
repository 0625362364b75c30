#include "pipeline/layout/footer.h"

#include <fmt/format.h>

#include <algorithm>

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

std::string Filled(std::string text, int number, int count) {
  Replace("{page}", number, &text);
  Replace("{pages}", count, &text);
  return text;
}

}  // namespace

void DrawFooter(const PageSetup& setup, int number, int count, Typesetter setter, std::vector<TextRun>* runs) {
  FreeText left(Filled(setup.footer_left, number, count), setter);
  FreeText center(Filled(setup.footer_center, number, count), setter);
  FreeText right(Filled(setup.footer_right, number, count), setter);
  const Um whole = setup.printable_width();
  const bool sides = !left.empty() || !right.empty();
  const Um for_center = sides ? std::min(center.WidthAt(setup.footer_size) + 1, whole / 2) : whole;
  Um for_side = !left.empty() && !right.empty() ? whole / 2 - kGap : whole;
  if (!center.empty()) for_side = (whole - for_center) / 2 - kGap;
  const Um middle = setup.height - setup.margin_bottom / 2;
  const auto draw = [&](FreeText& text, Um x, Um width, HAlign align) {
    if (text.empty()) return;
    text.Draw(text.SizeFor(width, setup.footer_size, kSmallest), kBlack, align, x, width, middle, runs);
  };
  draw(left, setup.margin_left, for_side, HAlign::kLeft);
  draw(center, setup.margin_left + (whole - for_center) / 2, for_center, HAlign::kCenter);
  draw(right, setup.margin_left + whole - for_side, for_side, HAlign::kRight);
}

}  // namespace chohyo
