#include "pipeline/doctor_glyphs.h"

#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

constexpr const char* kMainChain = "mincho";
constexpr char32_t kFirstPrivate = 0xE000, kLastPrivate = 0xF8FF;

bool IsPrivateUse(char32_t c) { return kFirstPrivate <= c && c <= kLastPrivate; }

/// The place of a 外字 in CP932 (F040–F9FC), which code tables of offices go by; "" beyond its 1,880 places.
std::string Cp932Place(char32_t c) {
  constexpr unsigned kPerLead = 188, kPlaces = 1880, kFirstLead = 0xF0, kFirstTrail = 0x40, kGap = 0x7F;
  const unsigned place = static_cast<unsigned>(c - kFirstPrivate);
  if (place >= kPlaces) return {};
  const unsigned lead = kFirstLead + place / kPerLead;
  unsigned trail = kFirstTrail + place % kPerLead;
  if (trail >= kGap) ++trail;
  return fmt::format("CP932 {:02X}{:02X}", lead, trail);
}

std::string CharacterText(char32_t base, char32_t selector) {
  std::string text;
  AppendUtf8(base, &text);
  if (selector != 0) AppendUtf8(selector, &text);
  return text;
}

std::string Names(char32_t base, char32_t selector) {
  std::string names = CodePointName(base);
  if (selector != 0) names += " " + CodePointName(selector);
  const std::string name = CharacterName(base);
  return name.empty() ? names : names + " " + name;
}

void AddOnce(const std::string& text, std::size_t most, std::vector<std::string>* list) {
  if (list->size() < most && std::find(list->begin(), list->end(), text) == list->end()) list->push_back(text);
}

}  // namespace

GlyphDoctor::Seen GlyphDoctor::FateOf(const Character& character) const {
  Seen seen;
  seen.private_use = IsPrivateUse(character.first);
  if (fonts_ == nullptr) return seen;
  const auto found = fonts_->Find(kMainChain, character.first, character.second);
  if (!found) {
    seen.fate = Fate::kMissing;
    return seen;
  }
  seen.font = fonts_->font(found->font).postscript_name();
  if (found->font != fonts_->MainFont(kMainChain)) seen.fate = Fate::kOther;
  if (found->selector_lost) seen.fate = Fate::kSelectorLost;
  return seen;
}

void GlyphDoctor::Look(std::string_view text, std::uint32_t line, std::uint16_t column) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t base = NextCodePoint(text, &at);
    if (base < 0x80) continue;
    std::size_t after = at;
    const char32_t next = after < text.size() ? NextCodePoint(text, &after) : U'\0';
    const char32_t selector = IsVariationSelector(next) ? next : U'\0';
    if (selector != 0) at = after;
    const auto [entry, is_new] = seen_.try_emplace({base, selector});
    Seen& seen = entry->second;
    if (is_new) {
      seen = FateOf(entry->first);
      seen.text = text;
      seen.line = line;
      seen.column = column;
    }
    ++seen.count;
  }
}

DoctorNote GlyphDoctor::NoteOf(const Character& character, const Seen& seen) const {
  const std::string names = Names(character.first, character.second);
  const std::string shown = CharacterText(character.first, character.second);
  if (seen.private_use) {
    const std::string place = Cp932Place(character.first);
    return {"gaiji",
            seen.fate == Fate::kMissing || fonts_ == nullptr ? Severity::kWarning : Severity::kInfo,
            seen.line,
            seen.column,
            Say("「{}」に外字 {}{} があります（{} 回）。{}。",
                "\"{}\" holds the office's own character {}{} ({} times); {}.", seen.text,
                CodePointName(character.first), place.empty() ? "" : Say("（{}）", " ({})", place), seen.count,
                seen.font.empty() ? Say("どの書体にもありません", "no font has it")
                                  : Say("{} で描きます", "{} draws it", seen.font)),
            Say("外字の書体を chohyo.yaml の fonts: に gaiji: "
                "で書くか、標準の文字に直してください。同じ番号でも庁ごとに形が"
                "違います。",
                "Name the office's font as gaiji: under fonts:, or use a standard character: its shape differs from "
                "office to office.")};
  }
  if (seen.fate == Fate::kSelectorLost) {
    return {"no-variant",
            Severity::kInfo,
            seen.line,
            seen.column,
            Say("「{}」の「{}」（{}）の異体字を持つ書体がなく、{} の基本の字形で描きます（{} 回）。",
                "no font has the variant \"{1}\" ({2}) of \"{0}\"; {3} draws the plain shape ({4} times).", seen.text,
                shown, names, seen.font, seen.count),
            ""};
  }
  return {
      "no-glyph",
      Severity::kWarning,
      seen.line,
      seen.column,
      Say("「{}」の「{}」（{}）を描ける書体がありません（{} 回）。〓 になります。",
          "no font can draw \"{1}\" ({2}) of \"{0}\" ({3} times); 〓 stands in.", seen.text, shown, names, seen.count),
      Say("その字を持つ書体を chohyo.yaml の fonts: に加えてください。", "Add a font that has it under fonts:.")};
}

void GlyphDoctor::Tell(DoctorReport* report) const {
  constexpr std::size_t kMostCharacters = 100, kMostTexts = 5;
  std::map<std::string, FontUse> uses;
  for (const auto& [character, seen] : seen_) {
    if (seen.private_use || seen.fate == Fate::kMissing || seen.fate == Fate::kSelectorLost) {
      report->notes.push_back(NoteOf(character, seen));
    }
    if (seen.fate != Fate::kOther) continue;
    FontUse& use = uses[seen.font];
    use.font = seen.font;
    AddOnce(CharacterText(character.first, character.second), kMostCharacters, &use.characters);
    AddOnce(seen.text, kMostTexts, &use.texts);
  }
  for (auto& [font, use] : uses) report->fonts.push_back(std::move(use));
}

}  // namespace chohyo
