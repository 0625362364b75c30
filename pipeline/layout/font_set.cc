#include <map>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/layout/font.h"
#include "pipeline/layout/font_finder.h"

namespace chohyo {
namespace {

/// The private use areas of Unicode, where cities keep their own characters (外字).
bool IsPrivateUse(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD); }

}  // namespace

struct FontSet::Impl {
  std::vector<std::shared_ptr<const Font>> fonts;
  std::map<std::string, std::vector<FontIndex>> chains;
  std::optional<FontIndex> gaiji;
  std::map<FontPlace, FontIndex> opened;

  FontIndex Open(const FontPlace& place) {
    const auto [entry, is_new] = opened.emplace(place, static_cast<FontIndex>(fonts.size()));
    if (is_new) fonts.push_back(Font::Open(place.file, place.index));
    return entry->second;
  }

  const std::vector<FontIndex>& Chain(const std::string& name) const {
    const auto found = chains.find(name);
    if (found != chains.end()) return found->second;
    throw InputFault(Say("エラー: フォントの組「{}」は設定にありません。chohyo.yaml の fonts に加えてください。",
                         "error: there is no font chain \"{}\". Add it to fonts in chohyo.yaml.", name));
  }

  std::optional<Found> FindIn(FontIndex index, char32_t code_point, char32_t selector) const {
    const std::optional<GlyphId> glyph = fonts[index]->GlyphOf(code_point, selector);
    return glyph ? std::optional<Found>({index, *glyph, false}) : std::nullopt;
  }

  /// The first font with exactly this pair; the gaiji font comes first for private characters.
  std::optional<Found> FindPair(const std::vector<FontIndex>& chain, char32_t code_point, char32_t selector) const {
    if (gaiji && IsPrivateUse(code_point)) {
      if (const auto found = FindIn(*gaiji, code_point, selector)) return found;
    }
    for (const FontIndex index : chain) {
      if (const auto found = FindIn(index, code_point, selector)) return found;
    }
    return std::nullopt;
  }
};

FontSet::FontSet() : impl_(std::make_unique<Impl>()) {}
FontSet::~FontSet() = default;

std::shared_ptr<const FontSet> FontSet::Open(
    const std::vector<std::pair<std::string, std::vector<std::string>>>& chains, const std::string& gaiji_font,
    const std::filesystem::path& folder) {
  FontFinder finder(folder);
  std::shared_ptr<FontSet> set(new FontSet);
  for (const auto& [name, fonts] : chains) {
    if (fonts.empty()) {
      throw InputFault(Say("エラー: フォントの組「{}」にフォントがありません。chohyo.yaml の fonts に書いてください。",
                           "error: the font chain \"{}\" names no font. Name one in fonts of chohyo.yaml.", name));
    }
    std::vector<FontIndex>& chain = set->impl_->chains[name];
    for (const std::string& font : fonts) chain.push_back(set->impl_->Open(finder.Find(font)));
  }
  if (!gaiji_font.empty()) set->impl_->gaiji = set->impl_->Open(finder.Find(gaiji_font));
  return set;
}

const Font& FontSet::font(FontIndex index) const { return *impl_->fonts.at(index); }
std::size_t FontSet::size() const { return impl_->fonts.size(); }

std::optional<FontSet::Found> FontSet::Find(const std::string& chain, char32_t code_point, char32_t selector) const {
  const std::vector<FontIndex>& fonts = impl_->Chain(chain);
  std::optional<Found> found = impl_->FindPair(fonts, code_point, selector);
  if (found || selector == 0) return found;
  found = impl_->FindPair(fonts, code_point, 0);
  if (found) found->selector_lost = true;
  return found;
}

FontIndex FontSet::MainFont(const std::string& chain) const { return impl_->Chain(chain).front(); }
bool FontSet::HasChain(const std::string& chain) const { return impl_->chains.contains(chain); }

}  // namespace chohyo
