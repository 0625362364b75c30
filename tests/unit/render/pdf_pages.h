// Pages made by hand for tests of the PDF renderer: text set straight from the font chain, no layout.
#pragma once

#include <memory>
#include <string>

#include "pipeline/base/text.h"
#include "pipeline/layout/pages.h"

namespace chohyo {

inline std::shared_ptr<const FontSet> TestFonts() {
  static const auto fonts = FontSet::Open(
      {{"mincho", {"IPAexMincho", "IPAmjMincho", "BIZUDMincho"}}, {"gothic", {"IPAexGothic", "BIZUDPGothic"}}}, "",
      ".");
  return fonts;
}

/// Sets text in runs, each character in its own font.
class PageMaker {
 public:
  explicit PageMaker(Um width = 210000, Um height = 297000) {
    page_.width = width;
    page_.height = height;
  }

  TextRun style;  ///< size, colours and so on of what is set next
  std::string chain = "mincho";

  /// One line on the baseline given.
  PageMaker& Line(const std::string& utf8, Um x, Um y) {
    const FontSet& fonts = *TestFonts();
    Um pen = 0;
    for (std::size_t at = 0; at < utf8.size();) {
      const std::size_t begin = at;
      const char32_t c = NextCodePoint(utf8, &at);
      std::size_t after = at;
      const char32_t next = after < utf8.size() ? NextCodePoint(utf8, &after) : 0;
      const char32_t selector = IsVariationSelector(next) ? next : 0;
      if (selector != 0) at = after;
      const FontSet::Found found = fonts.Find(chain, c, selector).value();
      TextRun& run = RunOf(found.font, x, y, &pen);
      const Font& font = fonts.font(found.font);
      const GlyphId glyph = style.vertical ? font.VerticalGlyph(found.glyph) : found.glyph;
      run.glyphs.push_back({glyph, pen - start_, 0, static_cast<std::uint32_t>(run.text.size()),
                            static_cast<std::uint16_t>(at - begin)});
      run.text += utf8.substr(begin, at - begin);
      const int advance = style.vertical ? font.VerticalAdvance(glyph) : font.Advance(glyph);
      pen += static_cast<Um>(double(advance) / font.units_per_em() * style.size * 127 / 36 + 0.5);
    }
    current_ = nullptr;
    return *this;
  }

  PageMaker& Ruled(Um x1, Um y1, Um x2, Um y2, Um width = 176, Stroke::Pattern pattern = Stroke::Pattern::kSolid,
                   Rgb rgb = kBlack) {
    page_.strokes.push_back({x1, y1, x2, y2, width, rgb, pattern});
    return *this;
  }

  PageMaker& Box(Um x, Um y, Um width, Um height, Rgb rgb) {
    page_.boxes.push_back({x, y, width, height, rgb});
    return *this;
  }

  Page& page() { return page_; }

 private:
  TextRun& RunOf(FontIndex font, Um x, Um y, Um* pen) {
    if (current_ == nullptr || current_->font != font) {
      TextRun run = style;
      run.font = font;
      start_ = *pen;
      run.x = style.vertical ? x : x + start_;
      run.y = style.vertical ? y + start_ : y;
      page_.runs.push_back(run);
      current_ = &page_.runs.back();
    }
    return *current_;
  }

  Page page_;
  TextRun* current_ = nullptr;
  Um start_ = 0;
};

inline Document TestDocument() {
  Document document;
  document.form = "test.form";
  document.key = "K-1";
  document.title = "自宅待機中の行動歴 <様式1> & 別紙";
  document.author = "若葉市";
  document.created = *Date::FromYmd(2021, 1, 31);
  return document;
}

inline Pages PagesOf(std::vector<Page> pages) {
  Pages result;
  result.pages = std::move(pages);
  result.fonts = TestFonts();
  return result;
}

}  // namespace chohyo
